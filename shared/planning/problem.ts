/** The route builder's problem, `school-route-bench/1`: one school's morning run. */

import type { RunMask } from './week-runs.ts';

/** What a route may carry: seats for clients and assistants, and wheelchair spaces. */
export interface Room {
  readonly seats: number;
  readonly wheelchairs: number;
}

/** One client to collect. `index` is their row and column in the matrix. */
export interface Pupil {
  readonly id: string;
  readonly index: number;
  readonly seats: number;
  readonly wheelchairs: number;
  /** Seconds to board. */
  readonly boarding: number;
  /** Longest ride, seconds, from the end of the own boarding to arrival. */
  readonly maxRide: number;
  /** Sole occupancy: no other client on the route. */
  readonly alone: boolean;
  /** Ids of clients who may not share a route with this one; holds both ways. */
  readonly notWith: readonly string[];
  /** Travels with an assistant, whom the route's other clients may share. */
  readonly assistant: boolean;
  /** The mornings and afternoons of the week on which they ride; absent: all. Those who never meet may have one seat. */
  readonly runs?: RunMask;
  /** Named competences that they ask of an assistant, a bit each; absent: none. */
  readonly trained?: number;
}

/** A vehicle type; `fixed` in pence and `perKm` in pence a morning kilometre, for the whole school day. */
export interface VehicleType {
  readonly id: string;
  /** One layout holds for a whole route. At least one. */
  readonly layouts: readonly Room[];
  /** The problem listed layouts, so that a solution names the one used. */
  readonly namesLayout: boolean;
  readonly fixed: number;
  readonly perKm: number;
  /** Metres paid for before the first pick-up; absent: none. */
  readonly dead?: number;
  /** Pence a morning hour, from the first boarding to the school, for the whole school day; absent: none. */
  readonly perHour?: number;
  /** Pence that the vehicle costs at least, assistants apart; absent: no minimum but the fixed part. */
  readonly minimum?: number;
  readonly count: number;
}

/**
 * A running route: its clients stay on it and in this order, others may join. Where it is `loose`, they may also
 * be moved at a price; whoever stays keeps their place in the order.
 */
export interface PinnedRoute {
  readonly id: string;
  /** Indices in pick-up order. */
  readonly pupils: readonly number[];
  readonly room: Room;
  /** Pence a morning kilometre for what joining clients add. */
  readonly perKm: number;
  /** Where joining clients are paid for by a rate card's hours and minimum too, as on a route without a contract; absent: by distance alone. */
  readonly card?: RunningCard;
  /** An assistant travels, and is paid for, already. */
  readonly assistant: boolean;
  /** Absent: nobody is moved. */
  readonly loose?: Loosened;
  /** When it reaches the school and leaves it, seconds after midnight; absent: as new routes do. */
  readonly times?: RunTimes;
  /** Somebody's own assistant travels too, who is counted with the client. */
  readonly helped?: boolean;
}

/** How the bill of a running route grows besides with its distance. */
export interface RunningCard {
  /** Pence a morning hour. */
  readonly perHour: number;
  /** Pence by which it may grow before it costs more, because it is filled up to a minimum; below 0: so far it is above. */
  readonly spare: number;
}

/** Seconds after midnight. */
export interface RunTimes {
  readonly arrive: number;
  readonly depart: number;
}

/** What it weighs, never part of a bill, when something changes for a client whom a running route carries: whole pence, for each of them. */
export interface Settled {
  /** Others in the vehicle than now. */
  readonly companions: number;
  /** An assistant who comes to the route that they stay on. */
  readonly assistant: number;
  /** Each started minute by which a pick-up, or a drop-off, moves: of the whole move where it is beyond the tolerance. */
  readonly minute: number;
  /** Seconds. */
  readonly tolerance: number;
  /** Times of new routes. */
  readonly times: RunTimes;
}

/** On what terms the clients of a running route may be moved. Nobody who is carried now is ever left out for it. */
export interface Loosened {
  /**
   * Pence that it costs to move a client to another route: one price for all, or one each, parallel to the route's
   * `pupils`. Infinity: stays. What the planner says that a change of driver and companions is worth.
   */
  readonly leave: number | readonly number[];
  /** Pence of the whole school day saved where nobody is left on it: what running it costs. Fewer clients alone save nothing. */
  readonly fixed: number;
}

/** Metres and seconds between two places with no way from the one to the other: beyond every limit, and still a number to add. */
export const UNREACHABLE = 1e9;

/** A problem after validation, its optional parts filled in. */
export interface Problem {
  readonly name: string;
  readonly pupils: readonly Pupil[];
  readonly vehicleTypes: readonly VehicleType[];
  /** Pence, once for each route that carries a client with an assistant. */
  readonly assistantCost: number;
  /** Pupils + 1: the school is row 0. */
  readonly n: number;
  /** Metres, `[from * n + to]`. */
  readonly distances: Float64Array;
  /** Seconds, `[from * n + to]`. */
  readonly durations: Float64Array;
  readonly pinned: readonly PinnedRoute[];
  /** Pence that it weighs, never part of a bill, when one more route needs somebody trained in a competence; absent: nothing. */
  readonly trainedWeight?: number;
  /** Absent: changes for whoever is carried now weigh nothing but `leave`. */
  readonly settled?: Settled;
}

/** A route of a solution: pupils by index in pick-up order. */
export interface SolvedRoute {
  readonly type: string;
  readonly pupils: readonly number[];
  readonly layout?: number;
}

/** Why the route builder left a client out. */
export type LeftOutReason = 'ride_limit' | 'no_vehicle' | 'conflict';

/** A client moved off their running route. */
export interface Moved {
  readonly pupil: number;
  /** The running route they leave. */
  readonly from: string;
  /** The running route they join; null for a new one. */
  readonly to: string | null;
  /** Pence that the problem puts on it. */
  readonly price: number;
}

export interface LeftOut {
  readonly pupil: number;
  readonly reason: LeftOutReason;
}
