import type { IsoDate } from '../calendar/dates.ts';
import type { Withdrawal } from './evidence.ts';
import type { Handed } from './paper.ts';

/** Where the list of what a provider's sheet may carry comes from. */
const LIST =
  'Client Transport’s list of what a provider’s sheet carries: first name and initial, stop, times, seat and restraint, how to support and communicate, emergency steps, who receives, a number to ring';

/** One field that a sheet may carry: its words on the paper, and why it is allowed there. */
export interface SheetField {
  readonly label: string;
  readonly source: string;
}

/** What a sheet may say of its route. Nothing else is ever printed. */
export const ROUTE_FIELDS = {
  route: { label: 'Route', source: 'The provider’s own contract' },
  contract: { label: 'Contract', source: 'The provider’s own contract' },
  provider: { label: 'For', source: 'The provider’s own contract' },
  school: { label: 'School', source: `${LIST} (stop)` },
  arrive: { label: 'At school by', source: `${LIST} (times)` },
  depart: { label: 'Leaves school', source: `${LIST} (times)` },
  vehicle: { label: 'Vehicle', source: 'The provider’s own contract' },
  driver: {
    label: 'Driver',
    source: 'The provider’s own contract and its own staff, as the register has them',
  },
  layout: { label: 'Layout', source: `${LIST} (seat)` },
  assistant: { label: 'Passenger assistant', source: 'The provider’s own contract' },
  competence: { label: 'Must be trained in', source: `${LIST} (how to support)` },
  holders: {
    label: 'Trained, and cover',
    source: `${LIST} (how to support); the provider’s own staff`,
  },
  office: { label: 'Ring the office', source: `${LIST} (a number to ring)` },
} as const satisfies Readonly<Record<string, SheetField>>;
export type RouteField = keyof typeof ROUTE_FIELDS;

/** What a sheet may say of one child. Nothing else is ever printed. */
export const STOP_FIELDS = {
  name: { label: 'Name', source: `${LIST} (first name and initial)` },
  pick_up: { label: 'Pick-up', source: `${LIST} (times)` },
  days: { label: 'Days', source: `${LIST} (times)` },
  home_time: { label: 'Home at', source: `${LIST} (times)` },
  address: { label: 'Pick-up place', source: `${LIST} (stop); to the awarded provider alone` },
  seat: { label: 'Seat and restraint', source: `${LIST} (seat and restraint)` },
  support: { label: 'How to support', source: `${LIST} (how to support)` },
  communicate: { label: 'How to communicate', source: `${LIST} (communicate)` },
  emergency: { label: 'In an emergency', source: `${LIST} (emergency steps)` },
  at_school: { label: 'Received at school by', source: `${LIST} (who receives)` },
  at_home: { label: 'Received at home by', source: `${LIST} (who receives)` },
  ring: { label: 'Ring', source: `${LIST} (a number to ring)` },
} as const satisfies Readonly<Record<string, SheetField>>;
export type StopField = keyof typeof STOP_FIELDS;

/** One child's line of a sheet; '' for what is not known or not needed. */
export type SheetStop = Readonly<Record<StopField, string>>;

/** All that stands on a sheet but its version and day. */
export interface SheetContent {
  readonly route: Readonly<Record<RouteField, string>>;
  /** In the order of the morning. */
  readonly stops: readonly SheetStop[];
  /** What must be known before driving: a draft plan, rules of the audit that are broken; each a sentence. */
  readonly warnings: readonly string[];
}

/** A sheet as it goes into the log. */
export interface SheetToIssue {
  readonly route_ref: string;
  readonly version: number;
  readonly contract_ref: string;
  /** The provider that it is given to. */
  readonly recipient: string;
  readonly plan_id: number;
  readonly content: SheetContent;
  /** References of children whose protected address it shows, and why. */
  readonly shown: readonly string[];
  readonly shown_reason: string;
  /** How it is handed over; '' where nobody said. */
  readonly how: Handed | '';
  /** Whom its stops are of, in their order; empty on sheets of an earlier Kerbside. */
  readonly clients: readonly number[];
}

/** A sheet on record. Never changed; withdrawn once, by hand or by the version that replaces it. */
export interface IssuedSheet extends SheetToIssue {
  readonly id: number;
  readonly issued_on: IsoDate;
  readonly issued_by: string;
  readonly withdrawn: Withdrawal | null;
}
