/** The team's work: its queues, who has what, and who is without a decision, a TIF or transport. */
import type { IsoDate } from '../../calendar/dates.ts';
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
