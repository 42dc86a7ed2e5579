/**
 * Exactly what each paper may say, by whom it is read, each field with its words and why it is allowed there. Papers are records of these
 * fields and of nothing else; a test reads every finished file back against the lists.
 */
import type { DutyField, PaperKind, SchoolField, SchoolHeadField } from '../../model/paper.ts';
import { ROUTE_FIELDS, STOP_FIELDS, type SheetField } from '../../model/route-sheet.ts';

const FAMILY = 'Client Transport: a family is told who collects its child, when, where, what to do, whom to ring, and whether it is confirmed'; // prettier-ignore
const SCHOOL = 'Client Transport: a school is told which of its children come and go by vehicle, when, with whom, and who receives them; no address, no diagnosis'; // prettier-ignore
const ROLL = 'The school’s own admission register holds its pupils’ names (Education (Pupil Registration) (England) Regulations 2006, reg. 5) [A]'; // prettier-ignore
const OFFICE = 'Council’s own use: what the officer on duty needs at 07:00 to find a child; no address, which is looked up and recorded'; // prettier-ignore

/** What a family is told of its own child: columns of the mail merge and facts of the letter. */
export const FAMILY_FIELDS = {
  ref: { label: 'Reference', source: 'The family’s own application' },
  addressee: { label: 'Parent or carer', source: 'The family’s own record' },
  child: { label: 'Child', source: 'The family’s own child' },
  address: { label: 'Home address', source: 'The family’s own address, for the envelope' },
  postcode: { label: 'Home postcode', source: 'The family’s own address, for the envelope' },
  language: { label: 'Language or format', source: 'So that the family can read it' },
  school: { label: 'School', source: `${FAMILY} (where)` },
  first_day: { label: 'First day', source: `${FAMILY} (when)` },
  days: { label: 'Days', source: `${FAMILY} (when)` },
  route: { label: 'Route', source: `${FAMILY} (who)` },
  provider: { label: 'Provider', source: `${FAMILY} (who)` },
  vehicle: { label: 'Vehicle', source: `${FAMILY} (who)` },
  driver: { label: 'Driver', source: `${FAMILY} (who)` },
  assistant: { label: 'Passenger assistant', source: `${FAMILY} (who)` },
  pick_up: { label: 'Pick-up time', source: `${FAMILY} (when)` },
  pick_up_place: { label: 'Pick-up place', source: `${FAMILY} (where)` },
  arrive: { label: 'At school', source: `${FAMILY} (when)` },
  depart: { label: 'Leaves school', source: `${FAMILY} (when)` },
  home: { label: 'Home time', source: `${FAMILY} (when)` },
  other_days: { label: 'On other days', source: `${FAMILY} (when)` },
  ring: { label: 'Number to ring', source: `${FAMILY} (whom to ring)` },
  confirmed: { label: 'Confirmed by the provider', source: `${FAMILY} (is it confirmed)` },
} as const satisfies Readonly<Record<string, SheetField>>;
export type FamilyField = keyof typeof FAMILY_FIELDS;

/** What stands at the head of a school's list. */
export const SCHOOL_HEAD_FIELDS = {
  school: { label: 'School', source: 'The reader itself' },
  office: { label: 'Ring the office', source: `${SCHOOL} (a number to ring)` },
} as const satisfies Readonly<Record<SchoolHeadField, SheetField>>;

/** What a school is told of one child. */
export const SCHOOL_FIELDS = {
  child: { label: 'Child', source: ROLL },
  days: { label: 'Days', source: `${SCHOOL} (when)` },
  arrives: { label: 'Arrives', source: `${SCHOOL} (when)` },
  leaves: { label: 'Leaves', source: `${SCHOOL} (when)` },
  route: { label: 'Route', source: `${SCHOOL} (with whom)` },
  provider: { label: 'Provider', source: `${SCHOOL} (with whom)` },
  vehicle: { label: 'Vehicle', source: `${SCHOOL} (with whom)` },
  assistant: { label: 'Assistant', source: `${SCHOOL} (with whom)` },
  receives: { label: 'Received by', source: `${SCHOOL} (who receives)` },
  confirmed: { label: 'Confirmed', source: `${SCHOOL} (whether to count on it)` },
} as const satisfies Readonly<Record<SchoolField, SheetField>>;

/** What the council's own duty officer is told of one child. */
export const DUTY_FIELDS = {
  route: { label: 'Route', source: OFFICE },
  provider: { label: 'Provider', source: OFFICE },
  provider_phone: { label: 'Ring the provider', source: OFFICE },
  child: { label: 'Child', source: OFFICE },
  ref: { label: 'Reference', source: OFFICE },
  school: { label: 'School', source: OFFICE },
  pick_up: { label: 'Pick-up', source: OFFICE },
  home_time: { label: 'Home', source: OFFICE },
  ring: { label: 'Ring the family', source: OFFICE },
  emergency: { label: 'In an emergency', source: OFFICE },
  nobody_in: { label: 'If nobody is in', source: OFFICE },
} as const satisfies Readonly<Record<DutyField, SheetField>>;

/** What one paper may say, and to whom. */
export interface AllowedPaper {
  readonly label: string;
  readonly reader: string;
  readonly fields: Readonly<Record<string, SheetField>>;
  /** Whether a whole name may stand on it, or a first name and an initial. */
  readonly names: 'whole' | 'initial';
  /** Whether the address where a child is collected may stand on it. */
  readonly address: boolean;
}

/** By kind of paper. */
export const ALLOWED_PAPERS: Readonly<Record<PaperKind, AllowedPaper>> = {
  route_sheet: {
    label: 'Route sheet',
    reader: 'The provider whose contract carries the route',
    fields: { ...ROUTE_FIELDS, ...STOP_FIELDS },
    names: 'initial',
    address: true,
  },
  family_letter: {
    label: 'Family letter',
    reader: 'The family of one child',
    fields: FAMILY_FIELDS,
    names: 'whole',
    address: true,
  },
  school_list: {
    label: 'School list',
    reader: 'One school',
    fields: { ...SCHOOL_HEAD_FIELDS, ...SCHOOL_FIELDS },
    names: 'whole',
    address: false,
  },
  duty_list: {
    label: 'Duty list',
    reader: 'The council’s officer on duty',
    fields: DUTY_FIELDS,
    names: 'whole',
    address: false,
  },
};
