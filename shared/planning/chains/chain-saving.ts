/** Who may run two runs with one vehicle, and what that saves a day by the rate card. */
import { distancePence } from '../../costing/route-cost.ts';
import { formatPence } from '../../format/money.ts';
import type { ChainRun } from './chain-run.ts';

/** The vehicle that stays, and the money. */
export interface ChainSaving {
  readonly keeps: 'first' | 'second';
  /** Pence a day, the empty way and a dearer vehicle taken off. */
  readonly day_pence: number;
  /** Pence a year: by the fewer days of the two. */
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
export function canCarry(vehicle: ChainRun, run: ChainRun): boolean {
  const { seats, wheelchairs } = run.route;
  return vehicle.layouts.some(
    (layout) => layout.seats >= seats && layout.wheelchairs >= wheelchairs,
  );
}

/** Whether the vehicle of a run could stay to do the other too: a contract's does rather than that of a run not let yet. */
export function mayKeep(kept: ChainRun, other: ChainRun): boolean {
  if (kept.route.contract_id === null && other.route.contract_id !== null) return false;
  return canCarry(kept, other);
}

/** The better of the two ways; null where neither vehicle can do both or nothing is saved. */
export function savingOf(
  first: ChainRun,
  second: ChainRun,
  basis: { readonly empty_m: number; readonly saved_percent: number },
): ChainSaving | null {
  const ways = [
    mayKeep(first, second) ? priced('first', first, second, basis) : null,
    mayKeep(second, first) ? priced('second', second, first, basis) : null,
  ].filter((way) => way !== null);
  const best = ways.toSorted((a, b) => b.day_pence - a.day_pence)[0];
  return best === undefined || best.day_pence <= 0 ? null : best;
}

function priced(
  keeps: ChainSaving['keeps'],
  kept: ChainRun,
  dropped: ChainRun,
  { empty_m, saved_percent }: { readonly empty_m: number; readonly saved_percent: number },
): ChainSaving {
  // A contract cannot give back more than it costs.
  const most = Math.min(dropped.fixed_pence, dropped.route.cost_day_pence);
  const fixed = Math.floor((most * saved_percent) / 100);
  const dearer = Math.max(0, kept.per_km_pence - dropped.per_km_pence);
  const larger = distancePence(dearer, dropped.route.distance_m);
  const empty = distancePence(kept.per_km_pence, empty_m);
  const working = [
    {
      text: `${saved_percent}% of the fixed price of route ${dropped.route.ref}`,
      pence: fixed,
    },
    {
      text: `${kilometres(empty_m)} empty between the runs at ${formatPence(kept.per_km_pence)} a km`,
      pence: 0 - empty,
    },
    ...(larger === 0
      ? []
      : [
          {
            text: `${kilometres(dropped.route.distance_m)} of route ${dropped.route.ref} in the dearer vehicle, ${formatPence(dearer)} more a km`,
            pence: 0 - larger,
          },
        ]),
  ];
  const day_pence = fixed - empty - larger;
  const days = Math.min(kept.route.days_a_year, dropped.route.days_a_year);
  return { keeps, day_pence, year_pence: day_pence * days, working };
}

function kilometres(metres: number): string {
  return `${(metres / 1000).toFixed(1)} km`;
}
