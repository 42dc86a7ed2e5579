/** Routes to two schools that one vehicle might do, and travel that can be reckoned by head: ten minutes and 6 km for a tenth of a degree north. */
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Travel } from '../../shared/geo/travel.ts';
import type { PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import type { ChainFacts } from '../../shared/planning/chains/find-chains.ts';
import { ON, someClient, someSchool } from './cost-facts.ts';

/** Travel along a line from south to north. */
export const LINE: Travel = {
  source: '',
  table: (points: readonly Position[]) => {
    const n = points.length;
    const tenths = points.map(({ lat }) => lat * 10);
    const apart = (at: number): number =>
      Math.round(1e6 * Math.abs((tenths[Math.floor(at / n)] ?? 0) - (tenths[at % n] ?? 0))) / 1e6;
    const fill = (each: number): Float64Array =>
      Float64Array.from({ length: n * n }, (_, at) => each * apart(at));
    return { n, durations: fill(600), distances: fill(6000), byRoad: new Uint8Array(n) };
  },
};

function stop(client_id: number, pick_up_s: number, drop_off_order: number): PlannedStop {
  return {
    client_id,
    place: 'home',
    mornings: 31,
    afternoons: 31,
    pick_up_s,
    ride_s: 900,
    limit_s: 2700,
    limit_kind: 'advisory',
    direct_s: 900,
    direct_m: 9000,
    drop_off_order,
    drop_off_s: 57_000,
    home_ride_s: 900,
    home_direct_s: 900,
    fixed: true,
    provisional: false,
  };
}

/** A contract's run of the same provider: arrives 08:00, leaves 15:00, twenty minutes home. */
export function someRun(
  id: number,
  at: { readonly school_urn: number; readonly pick_up_s: number },
  given: Partial<PlannedRoute> = {},
): PlannedRoute {
  return {
    id,
    ref: `R${id}`,
    school_urn: at.school_urn,
    vehicle_class: 'taxi',
    seats: 3,
    wheelchairs: 0,
    assistant: false,
    contract_id: id,
    provider: 'Apex',
    confirmed: true,
    distance_m: 9000,
    duration_s: 1800,
    home_m: 9000,
    home_duration_s: 1200,
    arrive_s: 28_800,
    depart_s: 54_000,
    stops: [stop(2 * id, at.pick_up_s, 2), stop(2 * id + 1, at.pick_up_s + 300, 1)],
    cost: [],
    cost_day_pence: 9000,
    days_a_year: 190,
    cost_year_pence: 9000 * 190,
    ...given,
  };
}

/** Nothing kept in hand, so that times are easily reckoned. */
export const WITHOUT_MARGIN = DEFAULT_SETTINGS.map((each) =>
  each.key === 'chain_margin_s' ? { ...each, value: 0 } : each,
);

/** The first run ends at school 1 at 08:00; the second begins a tenth of a degree north at 08:20, for school 2 at 08:50. */
export function someChain(
  given: {
    readonly first?: Partial<PlannedRoute>;
    readonly second?: Partial<PlannedRoute>;
    readonly pick_up_s?: number;
    readonly facts?: Partial<ChainFacts>;
  } = {},
): ChainFacts {
  const home = (id: number, lat: number) => [id, someClient(id, { lat, lon: 0.5 })] as const;
  return {
    on: ON,
    settings: WITHOUT_MARGIN,
    routes: [
      someRun(1, { school_urn: 1, pick_up_s: 27_000 }, given.first),
      someRun(
        2,
        { school_urn: 2, pick_up_s: given.pick_up_s ?? 30_000 },
        { arrive_s: 31_800, depart_s: 55_800, ...given.second },
      ),
    ],
    clients: new Map([home(2, 51.05), home(3, 51), home(4, 51.1), home(5, 51.15)]),
    schools: new Map([
      [1, someSchool(1, { lat: 51, lon: 0.5 })],
      [2, someSchool(2, { lat: 51.2, lon: 0.5, day_starts_s: 32_400 })],
    ]),
    travel: LINE,
    asked: { earlier_s: null, wait_s: null },
    ...given.facts,
  };
}
