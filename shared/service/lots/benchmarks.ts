/** What a price is set beside: by the mile, by the head, the model's price, and routes alike that run. */
import { median } from '../../casework/work/workload.ts';
import { METRES_PER_MILE } from '../../kernel/units.ts';
import type { Contract } from '../../model/contract.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { LotSpecification } from '../../model/tender.ts';

/** A running route as a measure: its contract's price a day, vehicle and assistants, and its size. */
export interface RunningPrice {
  readonly route_ref: string;
  readonly vehicle_class: string;
  readonly assistant: boolean;
  readonly day_pence: number;
  readonly children: number;
  /** Morning and afternoon together, metres. */
  readonly both_ways_m: number;
}

/** Routes alike: the same class, an assistant or none as here, and not half or twice as far. */
export interface Alike {
  readonly count: number;
  /** Medians of those; null where there are none. */
  readonly per_mile_pence: number | null;
  readonly per_head_pence: number | null;
  readonly day_pence: number | null;
  /** Routes, cheapest a mile first. */
  readonly routes: readonly RunningPrice[];
}

/** One price beside what it can be measured by. Pence, whole; null where there is nothing to divide by. */
export interface Benchmarks {
  readonly per_mile_pence: number | null;
  readonly per_head_pence: number | null;
  /** The price less the model's. */
  readonly over_model_pence: number;
  /** The price over the model's less 1; null without a model's price. */
  readonly over_model: number | null;
  /** How many of the routes alike cost less a mile. */
  readonly cheaper_alike: number;
}

/** Price a day for each mile that children are on the way, both ways. */
export function perMilePence(day_pence: number, both_ways_m: number): number | null {
  return both_ways_m <= 0 ? null : Math.round((day_pence * METRES_PER_MILE) / both_ways_m);
}

/** Price a day for each child. */
export function perHeadPence(day_pence: number, children: number): number | null {
  return children <= 0 ? null : Math.round(day_pence / children);
}

/** The measures of one price. */
export function benchmarksOf(
  day_pence: number,
  lot: { readonly specification: LotSpecification; readonly model_day_pence: number },
  alike: Alike,
): Benchmarks {
  const { specification: spec, model_day_pence: model } = lot;
  const per_mile_pence = perMilePence(day_pence, spec.distance_m + spec.home_m);
  return {
    per_mile_pence,
    per_head_pence: perHeadPence(day_pence, spec.children),
    over_model_pence: day_pence - model,
    over_model: model > 0 ? day_pence / model - 1 : null,
    cheaper_alike: alike.routes.filter((each) => (perMilePence(each.day_pence, each.both_ways_m) ?? 0) < (per_mile_pence ?? 0)).length, // prettier-ignore
  };
}

/** Running routes that a lot can be compared with. The lot's own route is none of them. */
export function alikeOf(
  spec: Pick<LotSpecification, 'vehicle_class' | 'assistants' | 'distance_m' | 'home_m'>,
  route_ref: string,
  running: readonly RunningPrice[],
): Alike {
  const both = spec.distance_m + spec.home_m;
  const routes = running
    .filter(
      (each) =>
        each.route_ref !== route_ref &&
        each.vehicle_class === spec.vehicle_class &&
        each.assistant === spec.assistants > 0 &&
        each.both_ways_m > 0 &&
        each.both_ways_m >= both / 2 &&
        each.both_ways_m <= both * 2,
    )
    .toSorted(
      (a, b) =>
        (perMilePence(a.day_pence, a.both_ways_m) ?? 0) -
          (perMilePence(b.day_pence, b.both_ways_m) ?? 0) || (a.route_ref < b.route_ref ? -1 : 1),
    );
  return {
    count: routes.length,
    per_mile_pence: medianPence(
      routes.map((each) => perMilePence(each.day_pence, each.both_ways_m)),
    ),
    per_head_pence: medianPence(routes.map((each) => perHeadPence(each.day_pence, each.children))),
    day_pence: medianPence(routes.map((each) => each.day_pence)),
    routes,
  };
}

/** The routes of a plan that a confirmed contract runs, with what the contract costs. */
export function runningPrices(
  routes: readonly PlannedRoute[],
  contract: (id: number) => Contract | null,
): readonly RunningPrice[] {
  return routes.flatMap((route): readonly RunningPrice[] => {
    const runs = route.contract_id === null ? null : contract(route.contract_id);
    if (runs === null || !runs.confirmed) return [];
    const children = new Set(route.stops.map((stop) => stop.client_id)).size;
    return [
      {
        route_ref: route.ref,
        vehicle_class: route.vehicle_class,
        assistant: runs.assistant,
        day_pence: runs.price_day_pence + runs.assistant_day_pence,
        children,
        both_ways_m: route.distance_m + route.home_m,
      },
    ];
  });
}

/** The median of what is known, whole pence; null of none. */
function medianPence(values: readonly (number | null)[]): number | null {
  const middle = median(values.filter((each) => each !== null));
  return middle === null ? null : Math.round(middle);
}
