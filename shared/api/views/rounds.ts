/** Retender rounds as the screens ask for them. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { RetenderRound } from '../../model/retender-round.ts';
import type { GateLine, RoundGate } from '../../service/notices/round-gate.ts';

/** One round of the list. */
export interface RoundRow {
  readonly id: number;
  readonly name: string;
  readonly starts_on: IsoDate;
  readonly schools: number;
  readonly children: number;
  /** Lines of the gate that are met, of five. */
  readonly lines_met: number;
  readonly passed: boolean;
  readonly signatures: number;
  readonly closed_on: IsoDate | null;
}

/** One child who stands in the way of a line. */
export interface RoundChildRow {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly route_ref: string;
  readonly why: string;
}

/** A line of the gate with its list. */
export interface GateLineView extends GateLine {
  readonly children: readonly RoundChildRow[];
}

/** One school of a round. */
export interface RoundSchoolRow {
  readonly urn: number;
  readonly name: string;
  readonly children: number;
  readonly routes: number;
  readonly moves_on: IsoDate;
}

/** A contract that a round may hold. */
export interface RoundContractRow {
  readonly id: number;
  /** Number and provider. */
  readonly label: string;
  /** Its route, its school and its last day. */
  readonly detail: string;
}

/** One round in full. */
export interface RoundPage {
  readonly round: RetenderRound;
  readonly gate: Omit<RoundGate, 'lines'> & { readonly lines: readonly GateLineView[] };
  readonly tif_percent: number;
  readonly most_a_week: number;
  readonly schools: readonly RoundSchoolRow[];
  /** Contracts besides the schools', in words. */
  readonly contracts: readonly { readonly id: number; readonly label: string }[];
  /** The trial that holds the new routes; '' where the plan in use does. */
  readonly trial: string;
  /** Trials that may hold them. */
  readonly trials: readonly { readonly plan_id: number; readonly name: string }[];
  /** Lines that read otherwise than when they were signed. */
  readonly changed_since: readonly string[];
}
