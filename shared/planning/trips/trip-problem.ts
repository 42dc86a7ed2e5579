/** The problem of school buses that serve one school after another: trips of one school each, and the buses that run them. */

/** A school: when a trip must end there. */
export interface TripSchool {
  readonly id: string;
  /** Every trip of this school ends exactly then, seconds after midnight; a bus that is early waits. */
  readonly bell_s: number;
}

/** A stop of one school; never split between trips. */
export interface TripStop {
  readonly id: string;
  /** Position of its school in the list. */
  readonly school: number;
  /** Pupils who board, at least 1. */
  readonly pupils: number;
  /** Seconds the bus stands here. */
  readonly dwell_s: number;
}

/** Schools, stops and the rules that trips and buses keep. */
export interface TripProblem {
  readonly schools: readonly TripSchool[];
  readonly stops: readonly TripStop[];
  /** Pupils a bus holds. */
  readonly seats: number;
  /** Longest ride, seconds: from the end of the dwell at a pupil's stop to arrival at the school. */
  readonly ride_s: number;
  /** Seconds a bus stands at a school before its trip counts as ended; only a bus that comes from another school must find them. */
  readonly unload_s: number;
  /** Seconds of travel between two places: the stops by position, then the schools (number of stops + position). */
  readonly travel_s: (from: number, to: number) => number;
}

/** One trip: stops in order of pick-up, by position in the problem's list. */
export interface Trip {
  readonly school: number;
  readonly stops: readonly number[];
}

/** A bus: its trips in the order it runs them. */
export type Bus = readonly Trip[];

/** What the search found. */
export interface TripPlan {
  readonly buses: readonly Bus[];
  /** Stops that no trip can serve within the ride limit and the seats. */
  readonly unserved: readonly number[];
  /** Seconds of all trips and of the ways between them. */
  readonly work_s: number;
  readonly iterations: number;
}
