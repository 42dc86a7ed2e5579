/** Where a late applicant fits: the best places on the routes of the plan in use, and a route of their own. */
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PlannedRoute, Unallocated } from '../model/plan.ts';
import { isShared, serves } from '../model/route-schools.ts';
import { isSameStop, type StopKey } from '../model/stop-key.ts';
import { HOME, type StopPlace } from '../model/stop-place.ts';
import { anyPupil } from './day-room.ts';
import { bestPlace, cheapestVehicle } from './desk/best-place.ts';
import { disruptionBasis, type CountyDesk } from './desk/county-desk.ts';
import { layCase, type Laid } from './desk/lay-case.ts';
import { writeDesk } from './desk/lay-desk.ts';
import { toOffer, type Offer } from './desk/to-offer.ts';
import {
  journeysInOrder,
  journeysLacking,
  stillUnallocated,
  wordsOfJourney,
} from './journeys-lacking.ts';
import { morningRun } from './legs.ts';
import { reckonRoute } from './reckon/reckon-route.ts';
import { nameRoutes } from './route-refs.ts';
import { legTable } from './school-problem.ts';
import { joinShared } from './sharing/join-shared.ts';

/** How many places are offered. */
const OFFERED = 3;

/** One journey of a client's week, each of which has its own place. */
export interface JourneyOffered {
  readonly place: StopPlace;
  /** `Mon to Wed, from home`, `Thu, Fri, other parent`. */
  readonly words: string;
  /** The route of the plan that serves it now; null: none. */
  readonly on_ref: string | null;
}

/** The answer for one client. */
export interface Offers {
  readonly client_id: number;
  /** The journey that places are offered for. */
  readonly place: StopPlace;
  /** All journeys of the client's week, the one from home first; one for most. */
  readonly journeys: readonly JourneyOffered[];
  readonly school_urn: number;
  /** The route of the plan that carries them now; null: on none. */
  readonly on_ref: string | null;
  /** Carried by a contract: taking another place releases them from it. */
  readonly releases: boolean;
  /** The best places first, at most three; those that break no rule before those that do. */
  readonly offers: readonly Offer[];
  /** A route of their own, whether among the offers or not; null where no vehicle class holds them. */
  readonly new_route: Offer | null;
  /** How many routes go to the school. */
  readonly routes: number;
  /** Why the others are not offered. */
  readonly not_offered: readonly { readonly ref: string; readonly because: string }[];
}

/** A plan with the client in the place chosen. Nothing else of it is changed. */
export interface TakenPlace {
  readonly offer: Offer;
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  /** To be released from their contract, null for nobody. */
  readonly release_id: number | null;
}

/**
 * The best three places for a client, and why the other routes are none. A child with a week of several journeys gets places for each in
 * turn: where `place` names none for the first that no route serves, else for the one from home.
 */
export function offersFor(
  county: CountyDesk,
  client_id: number,
  place?: StopPlace,
): Result<Offers> {
  const key = { client_id, place: place ?? firstToPlace(county, client_id) };
  const laid = layCase(county, key);
  if (!laid.ok) return laid;
  const { on, releases, school_urn, desk } = laid.value;
  const { found, not_offered } = onRoutes(county, laid.value);
  const new_route = onNewRoute(county, laid.value);
  const all = [...found, ...(new_route === null ? [] : [new_route])].toSorted(byMerit);
  return ok({
    client_id,
    place: key.place,
    journeys: journeysInOrder(client_id, county.facts).map((journey) => ({
      place: journey.place,
      words: wordsOfJourney(journey),
      on_ref: refOn(county, { client_id, place: journey.place }),
    })),
    school_urn,
    on_ref: on?.ref ?? null,
    releases,
    offers: all.slice(0, OFFERED),
    new_route,
    routes: desk.routes.length + sharedRoutes(county, school_urn).length,
    not_offered,
  });
}

function firstToPlace({ plan, facts }: CountyDesk, client_id: number): StopPlace {
  const [lacking] = journeysLacking(plan, client_id, facts);
  const [first] = journeysInOrder(client_id, facts);
  return (lacking ?? first)?.place ?? HOME;
}

function refOn({ plan }: CountyDesk, key: StopKey): string | null {
  return plan.routes.find(({ stops }) => stops.some((stop) => isSameStop(stop, key)))?.ref ?? null;
}

/** Takes a place: on a route of the plan by its id, or on a new one with null. Reckoned afresh, so that it is what stands now. */
export function takePlace(
  county: CountyDesk,
  key: StopKey,
  route_id: number | null,
): Result<TakenPlace> {
  const { client_id } = key;
  const laid = layCase(county, key);
  if (!laid.ok) return laid;
  const { on, releases, left } = laid.value;
  const offer =
    route_id === null
      ? onNewRoute(county, laid.value)
      : onRoutes(county, laid.value, route_id).found[0];
  if (offer === null || offer === undefined)
    return fail(
      'no_such_place',
      'That place is not to be had any more: the plan or the records have changed.',
      'Look for a place again.',
      { client_id, route_id },
    );
  const replaced = new Map<number, PlannedRoute | null>();
  if (on !== null) replaced.set(on.id, left);
  if (offer.route_id !== null) replaced.set(offer.route_id, offer.route);
  const routes = county.plan.routes.flatMap((route) => {
    const instead = replaced.get(route.id);
    return instead === undefined ? [route] : instead === null ? [] : [instead];
  });
  return ok({
    offer,
    routes: offer.kind === 'new' ? [...routes, offer.route] : routes,
    unallocated: [
      ...county.plan.unallocated.filter((each) => each.client_id !== client_id),
      ...stillUnallocated(county.plan, key, county.facts),
    ].toSorted((a, b) => a.client_id - b.client_id),
    release_id: releases ? client_id : null,
  });
}

function byMerit(a: Offer, b: Offer): number {
  return (
    Number(b.passes) - Number(a.passes) ||
    a.weight_pence - b.weight_pence ||
    (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0)
  );
}

function onRoutes(
  county: CountyDesk,
  laid: Laid,
  only: number | null = null,
): { readonly found: readonly Offer[]; readonly not_offered: Offers['not_offered'] } {
  const { desk, base } = laid;
  const { prices } = disruptionBasis(county.facts);
  const found: Offer[] = [];
  const not_offered: { ref: string; because: string }[] = [];
  for (const each of desk.routes) {
    if (only !== null && each.route.id !== only) continue;
    const place = bestPlace(desk, each, laid.index, prices);
    if ('because' in place) {
      not_offered.push({ ref: each.route.ref, because: place.because });
      continue;
    }
    const after = writeDesk(desk, { changed: new Map([[each, place]]), fresh: [] }).after.get(each);
    const before = base.get(each);
    if (after === undefined || before === undefined) continue;
    const offer = toOffer(county, laid, { after, before, ref: each.route.ref });
    const [broken] = offer.violations;
    if (broken !== undefined) not_offered.push({ ref: each.route.ref, because: broken.text });
    found.push(offer);
  }
  onSharedRoutes(county, laid, { only, found, not_offered });
  return { found, not_offered };
}

/** Places on the routes that call at the school among others. */
function onSharedRoutes(
  county: CountyDesk,
  laid: Laid,
  { only, found, not_offered }: { readonly only: number | null; readonly found: Offer[]; readonly not_offered: { ref: string; because: string }[] }, // prettier-ignore
): void {
  const { client, key, school_urn, desk, on, left } = laid;
  const { prices } = disruptionBasis(county.facts);
  const basis = { facts: desk.facts, prices, shared: laid.shared };
  for (const route of sharedRoutes(county, school_urn)) {
    if (only !== null && route.id !== only) continue;
    // Where they are now is no place to be looked for: they stay at the stop that they have.
    const joined =
      route.id === on?.id && left !== null
        ? { before: left, after: reckonRoute(route, route.stops, desk.facts) }
        : joinShared(route, { client, key, school_urn }, basis);
    if ('because' in joined) {
      not_offered.push({ ref: route.ref, because: joined.because });
      continue;
    }
    const offer = toOffer(county, laid, { ...joined, ref: route.ref });
    const [broken] = offer.violations;
    if (broken !== undefined) not_offered.push({ ref: route.ref, because: broken.text });
    found.push(offer);
  }
}

function sharedRoutes({ plan }: CountyDesk, school_urn: number): readonly PlannedRoute[] {
  return plan.routes.filter((route) => isShared(route) && serves(route, school_urn));
}

function onNewRoute(county: CountyDesk, laid: Laid): Offer | null {
  const { desk, index } = laid;
  const pupil = anyPupil(desk.made, index);
  const vehicle = cheapestVehicle(desk, [pupil], morningRun([index], legTable(desk.made)));
  if (vehicle === null) return null;
  const [bare] = writeDesk(desk, {
    changed: new Map(),
    fresh: [{ ...vehicle, pupils: [index] }],
  }).fresh;
  if (bare === undefined) return null;
  const school = desk.made.work.school.name;
  const after = nameRoutes([...county.plan.routes, bare], () => school, county.facts.spent_refs).at(-1); // prettier-ignore
  return after === undefined
    ? null
    : toOffer(county, laid, { after, before: null, ref: after.ref });
}
