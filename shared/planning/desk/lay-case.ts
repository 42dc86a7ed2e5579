/** A client who looks for a place: the plan without them, and their school's desk. */
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute, PlannedStop } from '../../model/plan.ts';
import { HOME } from '../../model/stop-place.ts';
import { sortCounty } from '../county.ts';
import { hasOtherJourneys, releasing, type CountyDesk } from './county-desk.ts';
import { layDesk, writeDesk, type Desk, type DeskPlan, type DeskRoute } from './lay-desk.ts';

/** A client's case laid out: the plan without them, and their school's desk. */
export interface Laid {
  readonly client: Client;
  readonly school_urn: number;
  readonly on: PlannedRoute | null;
  readonly releases: boolean;
  readonly desk: Desk;
  /** The school's routes without the client, as they would be recosted. */
  readonly base: ReadonlyMap<DeskRoute, PlannedRoute>;
}

/** Lays a client's case out, or says why they cannot be placed. */
export function layCase(county: CountyDesk, client_id: number): Result<Laid> {
  const client = county.facts.clients.get(client_id);
  if (client === undefined)
    return fail('no_client', 'There is no such client.', 'Look them up by reference.', {
      client_id,
    });
  const on = county.plan.routes.find((route) => hasAboard(route, client)) ?? null;
  if (on?.locked === true)
    return fail(
      'route_locked',
      `${client.ref} is on ${on.ref}, which is locked.`,
      'Unlock the route first.',
    );
  const releases = on?.stops.some((stop) => stop.client_id === client_id && stop.fixed) ?? false;
  const facts = releases ? releasing(county.facts, new Set([client_id])) : county.facts;
  const work = releases ? sortCounty(facts) : county.work;
  const waiting = work.schools.find((school) =>
    school.waiting.some((each) => each.id === client_id),
  );
  if (waiting === undefined) return whyNot(county, client);
  if (hasOtherJourneys(county, client_id))
    return fail(
      'several_journeys',
      `${client.ref} travels from more than one address, or to more than one school: one place would not do for the week.`,
      'Plan the school again, or put each journey on a route in the plan editor.',
    );
  const plan: DeskPlan =
    on === null
      ? county.plan
      : { ...county.plan, routes: county.plan.routes.flatMap(takeOut(client)) };
  const school_urn = waiting.school.urn;
  const desk = layDesk({ plan, facts, work, school_urn, joining: [client] });
  if (desk === null) return whyNot(county, client);
  // A contract without a school of its own goes where most of its children go: without this one that may be elsewhere.
  const others = on === null ? 0 : on.stops.length - 1;
  if (others > 0 && desk.routes.every(({ route }) => route.id !== on?.id))
    return fail(
      'route_not_to_school',
      `${client.ref} travels with children of other schools on ${on?.ref ?? ''}, whose contract names no school.`,
      'Name the school of the contract in the register and plan again, then look for a place.',
    );
  const base = writeDesk(desk, { changed: new Map(), fresh: [] }).after;
  return ok({ client, school_urn, on, releases, desk, base });
}

function hasAboard(route: PlannedRoute, client: Client): boolean {
  return route.stops.some((stop) => isFromHome(stop, client));
}

/** The way between home and the school of the record; what runs on some days besides stays where it is. */
function isFromHome(stop: PlannedStop, client: Client): boolean {
  return stop.client_id === client.id && stop.place === HOME;
}

/** A route without a client's stop; no route where nobody is left. */
function takeOut(client: Client) {
  return (route: PlannedRoute): PlannedRoute[] => {
    if (!hasAboard(route, client)) return [route];
    const stops = route.stops.filter((stop) => !isFromHome(stop, client));
    return stops.length === 0 ? [] : [{ ...route, stops }];
  };
}

function whyNot(county: CountyDesk, client: Client): Result<never> {
  const known = county.work.unallocated.find((each) => each.client_id === client.id);
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

/** The route of the plan that the client leaves, as it runs on; null where nobody is left on it. */
export function without(desk: Desk, base: Laid['base'], on: PlannedRoute): PlannedRoute | null {
  const each = desk.routes.find(({ route }) => route.id === on.id);
  return each === undefined ? null : (base.get(each) ?? null);
}
