/** Where a client may join a running contract that several schools share: its calls stay as they are, and so does everyone's order. */
import { apartBecause, mayAllShare } from '../../casework/shared-routes.ts';
import { classOf } from '../../costing/route-cost.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { schoolOfStop, serves } from '../../model/route-schools.ts';
import { isSameStop, type StopKey } from '../../model/stop-key.ts';
import { HOME } from '../../model/stop-place.ts';
import { journeysOf, type CountyFacts, type RunningRoute } from '../county.ts';
import type { DisruptionPrices } from '../disruption.ts';
import { planBasis, type Rider } from '../school-problem.ts';
import { rulesOf } from './schools-served.ts';
import { writeSharedContract } from './shared-contracts.ts';
import { isGoodCompany, roomOf, suitsRider } from './shared-fit.ts';
import { orderBasis } from './shared-order.ts';
import { sharedTable, type SharedStop } from './shared-table.ts';
import { standingCalls } from './standing-calls.ts';
import { crewsOf } from './write-shared.ts';

/** The route with the client on it, and as it is without, by the records as they stand. */
export interface SharedJoin {
  readonly after: PlannedRoute;
  readonly before: PlannedRoute;
  /** Seconds by which anybody then rides longer than they may, or than they do now where that is longer. */
  readonly over_s: number;
}

/** Who looks for a place, and on which of their journeys. */
export interface Joiner {
  readonly client: Client;
  readonly key: StopKey;
  readonly school_urn: number;
}

/** What a route is joined by. */
export interface JoinBasis {
  readonly facts: CountyFacts;
  readonly prices: DisruptionPrices;
  /** The contracts that serve several schools. */
  readonly shared: readonly RunningRoute[];
}

const NOT_WHOLE =
  'it has a stop that the records no longer ask for, or serves other schools by now: plan again';

/** The best place by price and by what it weighs to fetch the others earlier, every place tried; or why the route takes the client not at all. */
export function joinShared(
  route: PlannedRoute,
  joiner: Joiner,
  { facts, prices, shared }: JoinBasis,
): SharedJoin | { readonly because: string } {
  const { client, school_urn } = joiner;
  const because = barred(route, joiner, facts);
  if (because !== null) return { because };
  const run = shared.find(({ contract }) => contract.id === route.contract_id);
  const stops = run === undefined ? null : stopsOf(route, run, facts);
  const schools = (route.calls ?? []).flatMap((call) => facts.schools.get(call.school_urn) ?? []);
  if (run === undefined || stops === null || !mayAllShare(schools, rulesOf(facts)))
    return { because: NOT_WHOLE };
  const joining = { client, place: joiner.key.place, school_urn, fixed: false };
  const table = sharedTable(schools, [...stops, joining], facts);
  const aboard = stops.map((_, at) => at);
  const everyone = [...aboard, stops.length];
  const basis = planBasis(facts);
  const { contract } = run;
  const crews = crewsOf(table, everyone);
  const company = unkind(client, crews);
  if (company !== null) return { because: company };
  const supplied = contract.assistant ? 1 : 0;
  const needed = crews.map((crew) => roomOf(crew, supplied));
  if (
    needed.some(({ seats, wheelchairs }) => seats > route.seats || wheelchairs > route.wheelchairs)
  )
    // prettier-ignore
    return { because: 'no seat or wheelchair space is left' };
  const vehicle = classOf(basis.price.card, contract);
  const own = table.riders.at(-1);
  if (own !== undefined && !suitsRider(vehicle, own, basis))
    return { because: 'its vehicle does not bear the wheelchair, or does not get to the home' };
  const { id, ref, locked } = route;
  const lock = locked === undefined ? {} : { locked };
  const standing = standingCalls(table.schools, route.calls);
  const write = (order: readonly number[]): PlannedRoute => ({ id, ref, ...writeSharedContract(contract, { table, order, facts, standing }), ...lock }); // prettier-ignore
  const before = write(aboard);
  const limits = orderBasis(table, facts);
  let best: (SharedJoin & { readonly weight: number }) | null = null;
  for (let k = 0; k <= aboard.length; k++) {
    const after = write(aboard.toSpliced(k, 0, stops.length));
    let [over_s, fetched] = [0, 0];
    after.stops.forEach((stop, i) => {
      const at = i < k ? i : i === k ? aboard.length : i - 1;
      const was = i === k ? undefined : before.stops[at];
      over_s += Math.max(0, stop.ride_s - Math.max(limits.there[at] ?? 0, was?.ride_s ?? 0));
      over_s += Math.max(0, stop.home_ride_s - Math.max(limits.home[at] ?? 0, was?.home_ride_s ?? 0)); // prettier-ignore
      const earlier = (was?.pick_up_s ?? stop.pick_up_s) - stop.pick_up_s;
      if (earlier > prices.tolerance_s) fetched += Math.ceil(earlier / 60);
    });
    const weight =
      (vehicle.per_km_pence * after.distance_m) / 1000 + fetched * prices.pick_up_minute_pence;
    if (best === null || over_s < best.over_s || (over_s === best.over_s && weight < best.weight))
      best = { after, before, over_s, weight };
  }
  if (best === null) throw new Error(`No place was tried on ${route.ref}`);
  return { after: best.after, before: best.before, over_s: best.over_s };
}

/** What keeps the client off before anything is measured. */
function barred(route: PlannedRoute, { client, school_urn }: Joiner, facts: CountyFacts) {
  if (route.locked === true) return 'the route is locked';
  if (!serves(route, school_urn)) return 'it does not call at the school';
  if (route.contract_id === null)
    return 'several schools share it and no contract is made for it yet: add the child in the route editor';
  const apart = apartBecause(client, rulesOf(facts));
  return apart === null ? null : `${client.ref} ${apart}`;
}

/** The route's stops as the records have them; null where they no longer know one, or have somebody else on the contract. */
function stopsOf(
  route: PlannedRoute,
  { carried }: RunningRoute,
  facts: CountyFacts,
): readonly SharedStop[] | null {
  const held = new Set(carried.map((each) => each.id));
  const stops = route.stops.flatMap((stop): readonly SharedStop[] => {
    const client = facts.clients.get(stop.client_id);
    const urn = schoolOfStop(route, stop);
    if (client === undefined || urn === null || !serves(route, urn)) return [];
    const isHome = stop.place === HOME;
    if (!isHome && !journeysOf(client, facts).some((each) => each.place === stop.place)) return [];
    return [{ client, place: stop.place, school_urn: urn, fixed: isHome && held.has(client.id) }];
  });
  const isWhole =
    stops.length === route.stops.length &&
    carried.every(({ id }) =>
      route.stops.some((stop) => isSameStop(stop, { client_id: id, place: HOME })),
    );
  return isWhole ? stops : null;
}

/** Why the client may not travel with whoever is aboard with them on any run of the week; null: nothing stands against it. */
function unkind({ id, ref }: Client, crews: readonly (readonly Rider[])[]): string | null {
  for (const crew of crews) {
    const others = crew.filter(({ client }) => client.id !== id);
    if (others.length === crew.length || others.length === 0) continue;
    const alone = others.find(({ client }) => client.sole_occupancy);
    if (alone !== undefined) return `${alone.client.ref} has sole occupancy`;
    if (!isGoodCompany(crew)) return `${ref} may not travel with somebody aboard`;
  }
  return null;
}
