/** What the lists and the case add to the glossary's words: names, tones, the TIF in a column. */
import type { Tone } from '../../state/notices.ts';
import type { ApplicationRow, TransportState } from '../../../shared/api/views/applications.ts';

/** A child's name; a contract register may give the reference only. */
export function childName(child: { readonly forename: string; readonly surname: string }): string {
  const name = `${child.forename} ${child.surname}`.trim();
  return name === '' ? 'Name not known' : name;
}

/** How loud each state of transport is shown. */
export const TRANSPORT_TONES: Readonly<Record<TransportState, Tone>> = {
  in_place: 'good',
  planned: 'info',
  unallocated: 'danger',
  not_planned: 'warning',
  closed: 'neutral',
};

export const TIF_WORDS: Readonly<
  Record<ApplicationRow['tif'], { readonly label: string; readonly tone: Tone }>
> = {
  complete: { label: 'Complete', tone: 'good' },
  incomplete: { label: 'Incomplete', tone: 'warning' },
  none: { label: 'No TIF', tone: 'warning' },
  not_needed: { label: 'Not asked', tone: 'neutral' },
};

/** `Reception`, `Nursery`, `Year 7`. */
export function yearGroupWords(year: number | null): string {
  if (year === null) return '–';
  if (year < 0) return 'Nursery';
  return year === 0 ? 'Reception' : `Year ${year}`;
}
