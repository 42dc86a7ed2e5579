/** A client who looks for a place: the plan without them, and their school's desk. */
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { isSameStop, type StopKey } from '../../model/stop-key.ts';
import { isShared, schoolOfStop } from '../../model/route-schools.ts';
import { HOME } from '../../model/stop-place.ts';
import {
  journeysOf,
  sortCounty,
  type CountyFacts,
  type CountyWork,
  type OtherJourney,
  type RunningRoute,
} from '../county.ts';
import { reckonRoute } from '../reckon/reckon-route.ts';
import { releasing, type CountyDesk } from './county-desk.ts';
import { layDesk, writeDesk, type Desk, type DeskPlan, type DeskRoute } from './lay-desk.ts';

/** A client's case laid out: the plan without the stop that a place is looked for, and its school's desk. */
export interface Laid {
  readonly client: Client;
  /** Whose stop, and which of theirs. */
  readonly key: StopKey;
  /** Its index on the desk. */
  readonly index: number;
  readonly school_urn: number;
  readonly on: PlannedRoute | null;
  readonly releases: boolean;
  readonly desk: Desk;
  /** The school's routes without the client, as they would be recosted. */
  readonly base: ReadonlyMap<DeskRoute, PlannedRoute>;
  /** The route that the client is on, as it runs on without them; null: nobody is left on it, or they are on none. */
  readonly left: PlannedRoute | null;
  /** Contracts that several schools share, without the client where one of them carries them. */
  readonly shared: readonly RunningRoute[];
}

/** Lays a client's case out, or says why they cannot be placed. */
export function layCase(county: CountyDesk, key: StopKey): Result<Laid> {
  const { client_id } = key;
  const client = county.facts.clients.get(client_id);
  if (client === undefined)
    return fail('no_client', 'There is no such client.', 'Look them up by reference.', {
      client_id,
    });
  const on = county.plan.routes.find((route) => hasAboard(route, key)) ?? null;
  if (on?.locked === true)
    return fail(
      'route_locked',
      `${client.ref} is on ${on.ref}, which is locked.`,
      'Unlock the route first.',
    );
  const releases = on?.stops.some((stop) => isSameStop(stop, key) && stop.fixed) ?? false;
  const facts = releases ? releasing(county.facts, new Set([client_id])) : county.facts;
  const work = releases ? sortCounty(facts) : county.work;
  const { waiting, other } = joinerIn(work, key);
  if (waiting === undefined) return whyNot(county, key, client);
  const plan: DeskPlan =
    on === null
      ? county.plan
      : { ...county.plan, routes: county.plan.routes.flatMap(takeOut(key)) };
  const school_urn = waiting.school.urn;
  const joins = other === null ? { joining: [client] } : { joining: [], joiningOthers: [other] };
  const desk = layDesk({ plan, facts, work, school_urn, ...joins });
  if (desk === null) return whyNot(county, key, client);
  const base = writeDesk(desk, { changed: new Map(), fresh: [] }).after;
  const left = leftBehind(on, { client, key, facts, desk, base });
  if (!left.ok) return left;
  const { shared } = work;
  const index = desk.indexOfStop(key);
  return ok({ client, key, index, school_urn, on, releases, desk, base, left: left.value, shared });
}

/** The route that a client is on, as it runs on without them; null where nobody is left on it. */
function leftBehind(
  on: PlannedRoute | null,
  laid: Pick<Laid, 'client' | 'key' | 'desk' | 'base'> & { readonly facts: CountyFacts },
): Result<PlannedRoute | null> {
  const { client, key, facts, desk, base } = laid;
  const stops = on?.stops.filter((stop) => !isSameStop(stop, key)) ?? [];
  if (on === null || stops.length === 0) return ok(null);
  if (isShared(on)) {
    const left = reckonRoute(on, stops, facts);
    const isThere = isShared(left) || left.stops.every((stop) => goesTo(on, stop) === left.school_urn); // prettier-ignore
    return isThere ? ok(left.stops.length === 0 ? null : left) : notToSchool(client, on);
  }
  const each = desk.routes.find(({ route }) => route.id === on.id);
  return each === undefined ? notToSchool(client, on) : ok(base.get(each) ?? null);
}

/** Where a stop led on the route as it was. */
function goesTo(on: PlannedRoute, key: StopKey): number | null {
  const stop = on.stops.find((each) => isSameStop(each, key));
  return stop === undefined ? null : schoolOfStop(on, stop);
}

/** A contract goes to the school that it names, or else where most of its children go: without this one that may be elsewhere. */
function notToSchool(client: Client, on: PlannedRoute): Result<never> {
  return fail(
    'route_not_to_school',
    `${client.ref} travels with children of other schools on ${on.ref}: without ${client.ref} its contract would not go to their school.`,
    'Name the school of the others for the contract in the register and plan again, then look for a place.',
  );
}

/** The school where a stop waits for a place, and the journey where it is one of some days. */
function joinerIn(work: CountyWork, { client_id, place }: StopKey) {
  if (place === HOME)
    return {
      waiting: work.schools.find((school) => school.waiting.some((each) => each.id === client_id)),
      other: null,
    };
  const isIt = ({ client, journey }: OtherJourney): boolean =>
    client.id === client_id && journey.place === place;
  const waiting = work.schools.find((school) => school.others.some(isIt));
  return { waiting, other: waiting?.others.find(isIt) ?? null };
}

function hasAboard(route: PlannedRoute, key: StopKey): boolean {
  return route.stops.some((stop) => isSameStop(stop, key));
}

/** A route without a stop, what the client has on other days stays; no route where nobody is left. */
function takeOut(key: StopKey) {
  return (route: PlannedRoute): PlannedRoute[] => {
    if (!hasAboard(route, key)) return [route];
    const stops = route.stops.filter((stop) => !isSameStop(stop, key));
    return stops.length === 0 ? [] : [{ ...route, stops }];
  };
}

function whyNot(county: CountyDesk, { place }: StopKey, client: Client): Result<never> {
  const known = county.work.unallocated.find((each) => each.client_id === client.id);
  const isOf =
    place === HOME || journeysOf(client, county.facts).some((each) => each.place === place);
  if (!isOf)
    return fail(
      'no_journey',
      `By the records ${client.ref} does not travel from that address, or to that school, any more.`,
      'Look at the week on the case page.',
    );
  if (known !== undefined)
    return fail(
      'cannot_be_placed',
      known.detail,
      'Mend that on the case page, then look for a place.',
      { reason: known.reason },
    );
  const carried = county.work.schools
    .flatMap((school) => school.running)
    .find((route) => route.carried.some((each) => each.id === client.id));
  return carried === undefined
    ? fail(
        'no_open_request',
        `${client.ref} has no open request for transport and no contract carries them.`,
        'Enter a request on the case page first.',
      )
    : fail(
        'not_in_plan',
        `${client.ref} is carried by contract ${carried.contract.ref}, which the plan in use does not have.`,
        'Plan again, then look for a place.',
      );
}
