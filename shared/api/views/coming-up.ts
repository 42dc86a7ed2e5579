/** What will change before long, for whom, and who lies close to an edge. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { AheadEvent, EdgeCase, PolicyChange } from '../../eligibility/outlook.ts';
import type { ApplicationStatus } from '../../model/client.ts';

/** Whom a row is about. */
export interface Whom {
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  /** '' for a child who is carried without an application. */
  readonly status: ApplicationStatus | '';
}

export interface ComingUp {
  readonly on: IsoDate;
  readonly days: number;
  readonly until: IsoDate;
  /** Children looked at: open requests and decided ones, and those carried without one. */
  readonly cases: number;
  readonly events: readonly (AheadEvent & Whom)[];
  readonly edges: readonly (EdgeCase & Whom)[];
  readonly policy_changes: readonly PolicyChange[];
}
