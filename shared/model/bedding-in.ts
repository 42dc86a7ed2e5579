/** What comes up once routes run: a contract handed back, a problem reported against a route. */
import type { IsoDate } from '../calendar/dates.ts';

/** A contract that its provider handed back, signed by whoever took it. */
export interface HandBack {
  readonly id: number;
  readonly contract_id: number;
  /** The day it was recorded. */
  readonly on: IsoDate;
  /** The last day that the provider runs it. */
  readonly last_day: IsoDate;
  readonly reason: string;
  readonly by: string;
  /** How many children it carried in the plan then in use. */
  readonly children: number;
}

export const ROUTE_PROBLEM_KINDS = [
  'late',
  'no_show',
  'behaviour',
  'vehicle',
  'assistant',
  'handover',
  'other',
] as const;
export type RouteProblemKind = (typeof ROUTE_PROBLEM_KINDS)[number];

/** A problem reported against a route while it beds in. */
export interface RouteProblem {
  readonly id: number;
  readonly route_ref: string;
  /** The child it is about, null for the whole route. */
  readonly client_id: number | null;
  readonly kind: RouteProblemKind;
  /** The day it happened. */
  readonly happened_on: IsoDate;
  readonly what: string;
  /** Who told the council: a parent, the school, the provider. */
  readonly told_by: string;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  /** null while it is open. */
  readonly closed: {
    readonly on: IsoDate;
    readonly by: string;
    readonly outcome: string;
  } | null;
}
