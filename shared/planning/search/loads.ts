/** How full a route is: for a whole week one load, else the fullest of the week's mornings and afternoons. */
import type { SearchState } from './state.ts';

/** Mornings and afternoons of a school week. */
const RUNS = 10;

/** Seats, wheelchair spaces and assisted clients of each route on each run of the week, `[route * 10 + run]`. */
export class DayLoads {
  readonly seats: Int32Array;
  readonly chairs: Int32Array;
  readonly assisted: Int32Array;

  constructor(routes: number) {
    this.seats = new Int32Array(routes * RUNS);
    this.chairs = new Int32Array(routes * RUNS);
    this.assisted = new Int32Array(routes * RUNS);
  }

  /** Counts a route anew from its sequence. */
  measure(state: SearchState, r: number): void {
    const { instance, sequence, longest } = state;
    const length = state.length[r] as number;
    for (let run = 0; run < RUNS; run++) {
      let [seats, chairs, assisted] = [0, 0, 0];
      for (let k = 0; k < length; k++) {
        const p = sequence[r * longest + k] as number;
        if (((instance.runs[p] as number) & (1 << run)) === 0) continue;
        seats += instance.seats[p] as number;
        chairs += instance.chairs[p] as number;
        assisted += instance.assistant[p] as number;
      }
      this.seats[r * RUNS + run] = seats;
      this.chairs[r * RUNS + run] = chairs;
      this.assisted[r * RUNS + run] = assisted;
    }
  }

  /** Most seats taken on any run, the assistant's among them, with `p` (0: nobody) aboard as well. */
  mostSeats(state: SearchState, p: number, r: number): number {
    const { instance } = state;
    const runs = instance.runs[p] as number;
    const always = instance.pinned[r]?.assistant === true;
    let most = 0;
    for (let run = 0; run < RUNS; run++) {
      const rides = (runs >> run) & 1;
      const helped =
        (this.assisted[r * RUNS + run] as number) + rides * (instance.assistant[p] as number);
      const seats =
        (this.seats[r * RUNS + run] as number) +
        rides * (instance.seats[p] as number) +
        (helped > 0 || always ? 1 : 0);
      if (seats > most) most = seats;
    }
    return most;
  }

  /** Most wheelchair spaces taken on any run. */
  mostChairs(state: SearchState, p: number, r: number): number {
    const { instance } = state;
    const runs = instance.runs[p] as number;
    let most = 0;
    for (let run = 0; run < RUNS; run++) {
      const own = ((runs >> run) & 1) * (instance.chairs[p] as number);
      const chairs = (this.chairs[r * RUNS + run] as number) + own;
      if (chairs > most) most = chairs;
    }
    return most;
  }
}

/** Seats that a route takes with a pupil (0: nobody) put into it, the assistant's among them: on the fullest run of the week. */
export function seatsTaken(state: SearchState, p: number, r: number): number {
  const { instance, dayLoads } = state;
  if (dayLoads !== null) return dayLoads.mostSeats(state, p, r);
  const assisted = (state.assisted[r] as number) + (instance.assistant[p] as number);
  const always = r < state.pinned && instance.pinned[r]?.assistant === true;
  return (
    (state.seats[r] as number) + (instance.seats[p] as number) + (assisted > 0 || always ? 1 : 0)
  );
}

/** Wheelchair spaces that a route takes with a pupil (0: nobody) put into it: on the fullest run of the week. */
export function spacesTaken(state: SearchState, p: number, r: number): number {
  const { instance, dayLoads } = state;
  if (dayLoads !== null) return dayLoads.mostChairs(state, p, r);
  return (state.chairs[r] as number) + (instance.chairs[p] as number);
}
