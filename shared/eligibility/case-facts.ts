/** What one decision rests on. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import type { Application, Client, Phase } from '../model/client.ts';
import type { School } from '../model/school.ts';
import type { Evidence } from './evidence.ts';
import type { Measure } from './measure.ts';
import type { Compared } from './nearer-schools.ts';
import type { NetworkWay, NetworkWays } from './network-ways.ts';
import type { Power } from './power.ts';
import type { SectionIRead } from './section-i.ts';
import type { Thresholds } from './thresholds.ts';

/** What the rules read of an application. */
export type RequestFacts = Pick<
  Application,
  'ref' | 'client_id' | 'type' | 'status' | 'held_reason' | 'held_accepted'
>;

/** One application as the store knows it. */
export interface CaseFacts {
  readonly application: RequestFacts;
  readonly client: Client;
  readonly phase: Phase | null;
  /** The academic year planned. */
  readonly year: AcademicYear;
  /** The first day that transport is needed. */
  readonly starts_on: IsoDate;
  readonly evidence: Evidence;
  /** Measures on the road network; absent where none is loaded. Asked only where the straight line does not tell. */
  readonly ways?: NetworkWays;
}

/** One application on the deciding day, with what the rules share. */
export interface Standing {
  readonly facts: CaseFacts;
  readonly on: IsoDate;
  readonly thresholds: Thresholds;
  /** Whole years on the day; null where the date of birth is not known. */
  readonly age: number | null;
  readonly power: Power;
  readonly school: School | null;
  /** Every school known, by URN. */
  readonly schools: ReadonlyMap<number, School>;
  /** Section I in force on the day. */
  readonly section: SectionIRead;
  /** The straight line; null without both positions. */
  readonly line: Measure | null;
  /** The fastest way by car on the road network, null where none is loaded or reaches; asked where the line does not tell. */
  readonly driving: () => NetworkWay | null;
  /** An officer's measured route where there is one, else the way on foot on the road network, else the straight line. */
  readonly measure: Measure | null;
  /** Schools nearer than the one named that are not ruled out; null where no position tells. Worked out when first asked. */
  readonly nearer: () => Compared | null;
}
