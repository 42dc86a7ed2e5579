/** One child: the case page and its history. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Lookers } from '../../casework/protected.ts';
import type { Application, Client, Phase } from '../../model/client.ts';
import type { Contract } from '../../model/contract.ts';
import type { PlannedRoute, PlannedStop, Unallocated } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import type { OtherChild, OwnApplication, Sibling } from './family.ts';
import type { TransportState } from './applications.ts';

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly ref: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  /** 'School changed from X to Y by import of summer.csv' */
  readonly sentence: string;
}

export interface TifSection {
  readonly key: string;
  readonly label: string;
  readonly complete: boolean;
  /** Missing answers, each named. */
  readonly missing: readonly string[];
}

/** Where else a client is collected or brought. */
export interface OtherStop extends Pick<
  PlannedStop,
  'place' | 'mornings' | 'afternoons' | 'pick_up_s' | 'drop_off_s'
> {
  readonly route_id: number;
  readonly route_ref: string;
  readonly arrive_s: number;
  /** '' where the contract's school is not among the schools. */
  readonly school: string;
}

export interface CasePage {
  readonly client: Client;
  readonly application: Application | null;
  readonly school: School | null;
  readonly district_name: string;
  readonly phase: Phase | null;
  readonly transport: TransportState;
  readonly reason: Unallocated | null;
  readonly route: PlannedRoute | null;
  /** Its stops on some days at another address or another school, in the plan in use. */
  readonly other_stops: readonly OtherStop[];
  readonly contract: Contract | null;
  readonly tif_sections: readonly TifSection[];
  /** Estimated or measured, home to school. */
  readonly straight_line_m: number | null;
  readonly distance_m: number | null;
  readonly distance_basis: 'estimated' | 'road' | 'unknown';
  /** What a road network says, where one is loaded and reaches home and school. */
  readonly on_roads?: {
    /** The network's file and days, in words. */
    readonly source: string;
    /** Shortest way on foot, metres; null where paths do not reach. */
    readonly walking_m: number | null;
    /** How far the home lies from the nearest road, metres. */
    readonly home_reach_m: number;
  };
  readonly cost_day_pence: number | null;
  readonly late: boolean;
  /** Days after the deadline of its kind; 0 on time. */
  readonly days_late: number;
  /** The deadline of its kind or phase; null without a request. */
  readonly deadline_on: IsoDate | null;
  /** After 16: the day by which the post-16 statement of the year is published; null for all others. */
  readonly statement_on: IsoDate | null;
  /** Of the same family: one surname at one postcode, or linked by hand. */
  readonly siblings: readonly Sibling[];
  /** Other children of the very same name. */
  readonly namesakes: readonly OtherChild[];
  /** All applications of the child, the latest first: the latest counts. */
  readonly applications: readonly OwnApplication[];
  readonly history: readonly HistoryEntry[];
  /** Who may look at protected addresses; where the child's is one, the page holds no address. */
  readonly lookers: Lookers;
  readonly previous_ref: string | null;
  readonly next_ref: string | null;
}
