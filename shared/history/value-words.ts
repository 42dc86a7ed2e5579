import type { ApplicationStatus, Assistant, Mobility } from '../model/client.ts';

/** Statuses of an application in the glossary's words. */
export const STATUS_LABELS: Readonly<Record<ApplicationStatus, string>> = {
  received: 'Received',
  checking: 'Checking',
  more_information: 'More information asked',
  awarded: 'Awarded',
  part_awarded: 'Part awarded',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  not_ours: 'Not ours',
  ended: 'Ended',
};

/** Why an active client has no route; the last two are the store's own, for clients no plan knows. */
export const REASON_LABELS: Readonly<Record<string, string>> = {
  no_position: 'No position',
  no_school: 'No school',
  school_no_position: 'School without a position',
  clinical_limit: 'Clinical limit',
  no_vehicle: 'No vehicle fits',
  conflict: 'May not travel together',
  held: 'Held for a decision',
  new_since_plan: 'Came after the plan was made',
  no_plan: 'No plan made yet',
};

/** Gaps in the data, by the key of the filter that lists them. */
export const GAP_LABELS: Readonly<Record<string, string>> = {
  no_position: 'No position',
  no_school: 'No school',
  school_no_position: 'School without a position',
  no_tif: 'No TIF',
  tif_incomplete: 'TIF incomplete',
  questions: 'Open questions',
};

const MOBILITY_LABELS: Readonly<Record<Mobility, string>> = {
  walks: 'walks',
  walks_with_aid: 'walks with an aid',
  wheelchair_transfers: 'wheelchair, moves to a seat',
  wheelchair_travels: 'travels in the wheelchair',
};

const ASSISTANT_LABELS: Readonly<Record<Assistant, string>> = {
  none: 'none',
  shared: 'shared',
  own: 'own',
  medical: 'own, medically trained',
};

const BY_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: STATUS_LABELS,
  mobility: MOBILITY_LABELS,
  assistant: ASSISTANT_LABELS,
};

/** A stored code in words, for the history; anything else as it is. */
export function valueInWords(field: string, value: string): string {
  return BY_FIELD[field]?.[value] ?? value;
}
