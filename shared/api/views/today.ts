/** The day's numbers, each of which opens its list. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { ApplicationFilter } from './applications.ts';
import type { ReasonCount } from './service.ts';
import type { PlanSummary } from './plan.ts';

export interface Count {
  readonly count: number;
  readonly of: number;
  readonly filter: ApplicationFilter;
}

export interface Today {
  readonly clients: number;
  readonly applications: number;
  readonly without_transport: Count;
  readonly unallocated: Count;
  readonly planned_unconfirmed: Count;
  readonly unallocated_by_reason: readonly {
    readonly reason: string;
    readonly label: string;
    readonly count: number;
    readonly filter: ApplicationFilter;
  }[];
  /** Everyone without transport by what is to be mended first; each since when at the earliest. The counts add up to the number. */
  readonly without_by_reason: readonly ReasonCount[];
  /** Negative after it. */
  readonly days_to_deadline: number;
  readonly deadline_on: IsoDate;
  /** Clients by their own first day, soonest first. */
  readonly first_days: readonly {
    readonly on: IsoDate;
    readonly days: number;
    readonly clients: number;
    readonly without_transport: number;
    readonly filter: ApplicationFilter;
  }[];
  readonly late: Count;
  readonly gaps: readonly { readonly key: string; readonly label: string; readonly count: Count }[];
  readonly tif_complete: Count;
  /** Kerbside's own completeness, beside the council's claim. */
  readonly tif_complete_checked: Count;
  readonly provisional: Count;
  readonly held: Count;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
  readonly pressure_pence: number;
  /** One sentence: what the change is mostly made of. */
  readonly pressure_sentence: string;
  readonly plan: PlanSummary | null;
}
