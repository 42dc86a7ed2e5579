/** Who may share a vehicle for their runs, and what that saves a day by the rate card. */
import { distancePence } from '../../costing/route-cost.ts';
import { formatPence } from '../../format/money.ts';
import type { ChainRun } from './chain-run.ts';

/** The vehicle that stays, and the money. */
export interface ChainSaving {
  /** Which run's vehicle stays, by its place in the chain. */
  readonly keeps: number;
  /** Pence a day, the empty ways and a dearer vehicle taken off. */
  readonly day_pence: number;
  /** Pence a year: by the fewest days of them all. */
  readonly year_pence: number;
  /** How it was reckoned: one line a part. */
  readonly working: readonly { readonly text: string; readonly pence: number }[];
}

/** A running contract stays with its provider; a new run goes to whoever runs the other. */
export function mayShareProvider(a: ChainRun, b: ChainRun): boolean {
  const isLet = (run: ChainRun): boolean => run.route.contract_id !== null;
  if (!isLet(a) || !isLet(b)) return true;
  return a.route.provider !== '' && a.route.provider === b.route.provider;
}

/** Whether the vehicle of one run can be set to hold as many as the other's holds. */
function canCarry(vehicle: ChainRun, run: ChainRun): boolean {
  const { seats, wheelchairs } = run.route;
  return vehicle.layouts.some(
    (layout) => layout.seats >= seats && layout.wheelchairs >= wheelchairs,
  );
}

/** Whether the vehicle of a run could stay to do the others too: a contract's does rather than that of a run not let yet. */
export function mayKeep(kept: ChainRun, others: readonly ChainRun[]): boolean {
  return others.every(
    (other) =>
      other === kept ||
      ((kept.route.contract_id !== null || other.route.contract_id === null) &&
        canCarry(kept, other)),
  );
}

/** The best of the vehicles that could stay; null where none can do all the runs or nothing is saved. */
export function savingOf(
  runs: readonly ChainRun[],
  basis: { readonly empty_m: number; readonly saved_percent: number },
): ChainSaving | null {
  let best: ChainSaving | null = null;
  runs.forEach((kept, keeps) => {
    if (!mayKeep(kept, runs)) return;
    const saving = priced(runs, { kept, keeps }, basis);
    if (best === null || saving.day_pence > best.day_pence) best = saving;
  });
  const found = best as ChainSaving | null;
  return found === null || found.day_pence <= 0 ? null : found;
}

function priced(
  runs: readonly ChainRun[],
  { kept, keeps }: { readonly kept: ChainRun; readonly keeps: number },
  { empty_m, saved_percent }: { readonly empty_m: number; readonly saved_percent: number },
): ChainSaving {
  const dropped = runs.filter((run) => run !== kept);
  const fixed = dropped.map((run) => ({
    text: `${saved_percent}% of the fixed price of route ${run.route.ref}`,
    // A contract cannot give back more than it costs.
    pence: Math.floor((Math.min(run.fixed_pence, run.route.cost_day_pence) * saved_percent) / 100),
  }));
  const larger = dropped.flatMap((run) => {
    const dearer = Math.max(0, kept.per_km_pence - run.per_km_pence);
    const pence = distancePence(dearer, run.route.distance_m);
    if (pence === 0) return [];
    const text = `${kilometres(run.route.distance_m)} of route ${run.route.ref} in the dearer vehicle, ${formatPence(dearer)} more a km`;
    return [{ text, pence: 0 - pence }];
  });
  const empty = {
    text: `${kilometres(empty_m)} empty between the runs at ${formatPence(kept.per_km_pence)} a km`,
    pence: 0 - distancePence(kept.per_km_pence, empty_m),
  };
  const working = [...fixed, empty, ...larger];
  const day_pence = working.reduce((sum, { pence }) => sum + pence, 0);
  const days = Math.min(...runs.map((run) => run.route.days_a_year));
  return { keeps, day_pence, year_pence: day_pence * days, working };
}

function kilometres(metres: number): string {
  return `${(metres / 1000).toFixed(1)} km`;
}
