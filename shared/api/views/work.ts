/** The team's work: its queues, who has what, and who is without a decision, a TIF or transport. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import type { RenewalGroup } from '../../casework/renewals.ts';
import type { BurnUp } from '../../casework/work/burn-up.ts';
import type { Forecast } from '../../casework/work/forecast.ts';
import type { QueueName } from '../../casework/work/queues.ts';
import type { Workload } from '../../casework/work/workload.ts';
import type { ApplicationFilter } from './applications.ts';

/** A queue with how many stand in it and the list behind it. */
export interface QueueCount {
  readonly name: QueueName;
  readonly label: string;
  /** What stands in it, a sentence. */
  readonly meaning: string;
  /** The rule with its days, a sentence. */
  readonly rule: string;
  readonly count: number;
  readonly filter: ApplicationFilter;
  /** What it is made of; an application may stand in several parts of those at risk, in one of the others. */
  readonly parts: readonly {
    readonly part: string;
    readonly label: string;
    readonly count: number;
    readonly filter: ApplicationFilter;
  }[];
}

export interface WorkOverview {
  readonly on: IsoDate;
  /** Who works at this machine, '' where nobody gave a name. */
  readonly officer: string;
  readonly applications: number;
  readonly mine: QueueCount;
  readonly unassigned: QueueCount;
  /** In the order of the work; `done` last. */
  readonly queues: readonly QueueCount[];
  /** The three questions: who has no decision, no TIF, no transport, and why. */
  readonly lacks: readonly QueueCount[];
  readonly workloads: readonly Workload[];
  /** The time advertised for deciding, days. */
  readonly target_days: number;
}

/** Letters due today, and days ahead on which a decision would come out otherwise. */
export interface DueToday {
  /** Reminders to apply and for the TIF. */
  readonly reminders: number;
  /** Letters that a step of a case calls for: decisions, questions, appeals, reviews. */
  readonly letters: number;
  readonly changes: number;
  /** How far ahead changes are counted, days. */
  readonly changes_days: number;
}

/** The summer's curves with the forecast of when the last request is decided. */
export interface BurnUpView extends BurnUp {
  readonly deadline_on: IsoDate;
  readonly forecast: Forecast;
  /** The forecast in plain words. */
  readonly sentence: string;
  /** What it rests on, each a sentence. */
  readonly assumes: readonly string[];
}

/** Children carried already, by what they need for the year planned. */
export interface RenewalsView {
  readonly year: AcademicYear;
  /** Children whose year group is of the year before, where most records are; empty: they are of this year. */
  readonly years_behind: readonly number[];
  readonly carried: number;
  readonly groups: readonly {
    readonly group: RenewalGroup;
    readonly client_ids: readonly number[];
    readonly reasons: readonly { readonly why: string; readonly client_ids: readonly number[] }[];
    /** Phase transfers by the school that receives them; empty for the others. */
    readonly schools: readonly {
      readonly school: string;
      readonly client_ids: readonly number[];
    }[];
  }[];
}
