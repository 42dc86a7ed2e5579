/** The glossary's words for the codes of the model, one way on every screen. */
import type { Tone } from '../../state/notices.ts';
import type { ApplicationRow, TransportState } from '../../../shared/api/views/applications.ts';
import type {
  ApplicationStatus,
  Assistant,
  Mobility,
  Need,
  Phase,
} from '../../../shared/model/client.ts';
import type { UnallocatedReason } from '../../../shared/model/plan.ts';

/** A child's name; a contract register may give the reference only. */
export function childName(child: { readonly forename: string; readonly surname: string }): string {
  const name = `${child.forename} ${child.surname}`.trim();
  return name === '' ? 'Name not known' : name;
}

/** Primary needs as the Department for Education names them (SEN statistics, 2025). */
export const NEED_WORDS: Readonly<Record<Need, string>> = {
  ASD: 'Autistic spectrum disorder',
  HI: 'Hearing impairment',
  MLD: 'Moderate learning difficulty',
  MSI: 'Multi-sensory impairment',
  OTH: 'Other difficulty or disability',
  PD: 'Physical disability',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication',
  SLD: 'Severe learning difficulty',
  SPLD: 'Specific learning difficulty',
  VI: 'Vision impairment',
};

export const MOBILITY_WORDS: Readonly<Record<Mobility, string>> = {
  walks: 'Walks',
  walks_with_aid: 'Walks with an aid',
  wheelchair_transfers: 'Wheelchair, moves to a seat',
  wheelchair_travels: 'Travels in the wheelchair',
};

export const ASSISTANT_WORDS: Readonly<Record<Assistant, string>> = {
  none: 'None',
  shared: 'Shared',
  own: 'Own',
  medical: 'Own, medically trained',
};

export const STATUS_WORDS: Readonly<Record<ApplicationStatus, string>> = {
  received: 'Received',
  checking: 'Checking',
  more_information: 'More information',
  awarded: 'Awarded',
  part_awarded: 'Part awarded',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  not_ours: 'Not ours',
  ended: 'Ended',
};

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  early_years: 'Early years',
  primary: 'Primary',
  secondary: 'Secondary',
  sixth_form: 'Sixth form',
  adult: 'Adult',
};

export const TRANSPORT_WORDS: Readonly<
  Record<TransportState, { readonly label: string; readonly tone: Tone }>
> = {
  in_place: { label: 'In place', tone: 'good' },
  planned: { label: 'Planned, not confirmed', tone: 'info' },
  unallocated: { label: 'Unallocated', tone: 'danger' },
  not_planned: { label: 'Not planned yet', tone: 'warning' },
  closed: { label: 'Closed', tone: 'neutral' },
};

export const REASON_WORDS: Readonly<Record<UnallocatedReason, string>> = {
  no_position: 'No position',
  no_school: 'No school',
  school_no_position: 'School without a position',
  clinical_limit: 'Clinical limit',
  no_vehicle: 'No vehicle fits',
  conflict: 'May not travel together',
  held: 'Held',
};

export const GAP_WORDS: Readonly<Record<string, string>> = {
  no_position: 'No position',
  no_school: 'No school',
  no_tif: 'No TIF',
  tif_incomplete: 'TIF incomplete',
  questions: 'Open questions',
  school_no_position: 'School without a position',
};

export const TIF_WORDS: Readonly<
  Record<ApplicationRow['tif'], { readonly label: string; readonly tone: Tone }>
> = {
  complete: { label: 'Complete', tone: 'good' },
  incomplete: { label: 'Incomplete', tone: 'warning' },
  none: { label: 'No TIF', tone: 'warning' },
  not_needed: { label: 'Not asked', tone: 'neutral' },
};

/** A code's words, or the code itself made readable where the list does not know it. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code.replaceAll('_', ' ');
}

/** `Reception`, `Nursery`, `Year 7`. */
export function yearGroupWords(year: number | null): string {
  if (year === null) return '–';
  if (year < 0) return 'Nursery';
  return year === 0 ? 'Reception' : `Year ${year}`;
}
