/** What the team's work is read by. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type { QueueLine, QueueName } from '../shared/casework/work/queues.ts';
import type { WorkCase } from '../shared/casework/work/work-case.ts';
import type { WorkRules } from '../shared/casework/work/work-rules.ts';

/** How many requests had a route, and how many a confirmed contract, at the end of a day that changed it. */
export interface TransportDay {
  readonly on: IsoDate;
  /** On a route, confirmed or not. */
  readonly planned: number;
  readonly in_place: number;
  /** Those of them that came late. */
  readonly planned_late: number;
  readonly in_place_late: number;
}

export interface WorkReader {
  /** Every client's latest application. Kept in memory until the store changes. */
  readonly cases: (on: IsoDate) => readonly WorkCase[];
  readonly rules: (on: IsoDate) => WorkRules;
  /** The cases of a queue, what to do first on top; a part narrows it. */
  readonly queue: (name: QueueName, on: IsoDate, part?: string) => readonly QueueLine[];
  /** Oldest first. */
  readonly transportDays: () => readonly TransportDay[];
  /** Clients whose home was changed on or after a day: by hand or by a file that knew them already. */
  readonly movedSince: (day: IsoDate) => ReadonlySet<number>;
  /** Names that work is assigned to, in order of the alphabet. */
  readonly officers: () => readonly string[];
}
