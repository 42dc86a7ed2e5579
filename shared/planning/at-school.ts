/** A child put at another school: the plan without them, and what the best lawful place for them there adds to it. */
import { fail, ok, type Result } from '../kernel/result.ts';
import { sumPence } from '../kernel/units.ts';
import type { Application, Client, RideLimitKind } from '../model/client.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { isShared, schoolOfStop } from '../model/route-schools.ts';
import type { School } from '../model/school.ts';
import { sortCounty, type CountyFacts } from './county.ts';
import { releasing, type CountyDesk } from './desk/county-desk.ts';
import type { Offer } from './desk/to-offer.ts';
import { layDesk, writeDesk } from './desk/lay-desk.ts';
import { journeysInOrder } from './journeys-lacking.ts';
import { offersFor, takePlace } from './offers.ts';
import { reckonRoute } from './reckon/reckon-route.ts';

/** The best lawful place at a school, all journeys of the child's week to it together. Money in pence. */
export interface PlaceAtSchool {
  readonly kind: 'place';
  /** What the place adds to the year's bill: the price of the offer, of several journeys their sum. */
  readonly year_pence: number;
  /** What it adds to a day on which all journeys run. */
  readonly day_pence: number;
  /** The route of the journey from home, `joins` one that runs or `new`. */
  readonly ref: string;
  readonly how: 'joins' | 'new';
  readonly provider: string;
  readonly vehicle_class: string;
  /** Seconds, of the journey from home. */
  readonly ride_s: number;
  readonly home_ride_s: number;
  readonly limit_s: number;
  readonly limit_kind: RideLimitKind;
  readonly direct_s: number;
  /** Others aboard for whom a time changes. */
  readonly affected: number;
  /** How many journeys of the week were placed. */
  readonly journeys: number;
}

/** What adding a child at a school comes to. */
export type AtSchool = PlaceAtSchool | { readonly kind: 'none'; readonly why: string };

/** A client taken off the plan, ready to be put at any school. */
export interface TakenOff {
  readonly client: Client;
  /** What the plan costs less a year without them; null: on no route. */
  readonly leaving: Leaving | null;
  readonly at: (school: School) => AtSchool;
}

/** What the plan in use costs less without a child: a contract that goes on carrying others keeps its price. */
export interface Leaving {
  readonly refs: readonly string[];
  readonly year_pence: number;
}

/**
 * Takes a child off the plan. Every school, the one attended too, is then asked the same question: what does the best lawful place there add?
 * Journeys to another setting of theirs stay as they are. Nothing of the plan in use is changed.
 */
export function takeOffPlan(county: CountyDesk, client_id: number): Result<TakenOff> {
  const client = county.facts.clients.get(client_id);
  if (client === undefined)
    return fail('no_client', 'There is no such client.', 'Look them up by reference.', {
      client_id,
    });
  const plan = withoutJourneys(county.plan, [client]);
  return ok({
    client,
    leaving: leavingOf(county, [client]),
    at: (school) => placeAt(county, plan, moved(county.facts, [client], school), client_id, school),
  });
}

type Routes = CountyDesk['plan'];

/** The plan without the stops of clients' journeys to the schools of their records. */
export function withoutJourneys(plan: Routes, clients: readonly Client[]): Routes {
  const urns = new Map(clients.map((each) => [each.id, each.school_urn]));
  const routes = plan.routes.flatMap((route): PlannedRoute[] => {
    const goes = (stop: PlannedRoute['stops'][number]): boolean =>
      urns.has(stop.client_id) && urns.get(stop.client_id) === schoolOfStop(route, stop);
    if (!route.stops.some(goes)) return [route];
    const stops = route.stops.filter((stop) => !goes(stop));
    return stops.length === 0 ? [] : [{ ...route, stops }];
  });
  return { ...plan, routes };
}

/** The records as if clients went to a school by an open request that nothing holds up, and no contract carried them. */
export function moved(facts: CountyFacts, clients: readonly Client[], school: School): CountyFacts {
  const at = { school_urn: school.urn, school_given: school.name };
  const ids = new Set(clients.map((each) => each.id));
  return {
    ...releasing(facts, ids),
    schools: new Map(facts.schools).set(school.urn, school),
    clients: new Map([
      ...facts.clients,
      ...clients.map((each) => [each.id, { ...each, ...at }] as const),
    ]),
    applications: new Map([
      ...facts.applications,
      ...clients.map((each) => [each.id, asked(each.id, facts.applications.get(each.id))] as const),
    ]),
  };
}

function asked(client_id: number, known: Application | undefined): Application {
  const open = { status: 'awarded', held_reason: '', held_accepted: '' } as const;
  if (known !== undefined) return { ...known, ...open };
  return {
    ref: '',
    client_id,
    type: '',
    received_on: null,
    tif_received_on: null,
    tif_claimed_complete: false,
    reminder_1_on: null,
    reminder_2_on: null,
    reminder_3_on: null,
    questions: [],
    assigned_to: '',
    assigned_on: null,
    decided_on: null,
    ...open,
  };
}

function placeAt(
  county: CountyDesk,
  without: Routes,
  facts: CountyFacts,
  client_id: number,
  school: School,
): AtSchool {
  const work = sortCounty(facts);
  const journeys = journeysInOrder(client_id, facts).filter(
    (each) => each.school_urn === school.urn,
  );
  if (journeys.length === 0)
    return { kind: 'none', why: 'On no day of the week the child would travel to this school.' };
  let plan = without;
  let first: PlaceAtSchool | null = null;
  for (const { place } of journeys) {
    const desk: CountyDesk = { ...county, plan, facts, work };
    const found = offersFor(desk, client_id, place);
    if (!found.ok) return { kind: 'none', why: found.error.cause };
    const [best] = found.value.offers;
    if (best === undefined)
      return { kind: 'none', why: 'No route has room and no vehicle class holds the child.' };
    if (!best.passes)
      return {
        kind: 'none',
        why: `No place there breaks no rule: ${best.violations[0]?.text ?? ''}`.trim(),
      };
    first = together(first, best);
    if (first.journeys === journeys.length) break;
    const taken = takePlace(desk, { client_id, place }, best.route_id);
    if (!taken.ok) return { kind: 'none', why: taken.error.cause };
    plan = { ...plan, routes: numbered(taken.value.routes, taken.value.offer.route) };
  }
  return first ?? { kind: 'none', why: 'No journey was placed.' };
}

/** A place found, on top of those of the journeys before it. */
function together(first: PlaceAtSchool | null, best: Offer): PlaceAtSchool {
  const { added_year_pence, added_day_pence, affected } = best;
  if (first !== null)
    return {
      ...first,
      year_pence: first.year_pence + added_year_pence,
      day_pence: first.day_pence + added_day_pence,
      affected: first.affected + affected.length,
      journeys: first.journeys + 1,
    };
  const { ref, provider, vehicle_class, ride_s, home_ride_s, limit_s, limit_kind, direct_s } = best;
  return {
    kind: 'place',
    year_pence: added_year_pence,
    day_pence: added_day_pence,
    ref,
    how: best.kind === 'new' ? 'new' : 'joins',
    provider,
    vehicle_class,
    ride_s,
    home_ride_s,
    limit_s,
    limit_kind,
    direct_s,
    affected: affected.length,
    journeys: 1,
  };
}

/** A new route gets a number of its own, so that the next journey may join it. */
function numbered(routes: readonly PlannedRoute[], fresh: PlannedRoute): readonly PlannedRoute[] {
  const others = new Set(routes.flatMap((route) => (route === fresh ? [] : [route.id])));
  if (!others.has(fresh.id) && fresh.id > 0) return routes;
  const id = Math.max(0, ...others) + 1;
  return routes.map((route) => (route === fresh ? { ...route, id } : route));
}

/** What the plan costs less a year without clients' journeys to the schools of their records; null where it has none of them. */
export function leavingOf(county: CountyDesk, clients: readonly Client[]): Leaving | null {
  const { plan, facts } = county;
  const without = withoutJourneys(plan, clients);
  const stays = new Map(without.routes.map((route) => [route.id, route]));
  const touched = plan.routes.filter((route) => stays.get(route.id) !== route);
  if (touched.length === 0) return null;
  const released = releasing(facts, new Set(clients.map((each) => each.id)));
  const work = sortCounty(released);
  const after = new Map<number, number>();
  for (const route of touched.filter(isShared)) {
    const stops = stays.get(route.id)?.stops ?? [];
    if (stops.length > 0) after.set(route.id, reckonRoute(route, stops, released).cost_year_pence);
  }
  const urns = new Set(touched.flatMap((route) => route.school_urn ?? []));
  for (const school_urn of urns) {
    const desk = layDesk({ plan: without, facts: released, work, school_urn, joining: [] });
    if (desk === null) continue;
    for (const route of writeDesk(desk, { changed: new Map(), fresh: [] }).after.values())
      after.set(route.id, route.cost_year_pence);
  }
  const saved = touched.map((route) => {
    if (!stays.has(route.id)) return route.cost_year_pence;
    return route.cost_year_pence - (after.get(route.id) ?? route.cost_year_pence);
  });
  return {
    refs: touched.map((route) => route.ref),
    year_pence: sumPence(saved),
  };
}
