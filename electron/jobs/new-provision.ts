/** New provisions tried on the plan in use: who would have a place, miles, pounds, and where asked for the routes. */
import type { Store } from '../../db/store.ts';
import type {
  ChildNamed,
  ProvisionClient,
  ProvisionRoutes,
  ProvisionView,
} from '../../shared/api/views/placements.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { travelBasisAt } from '../../shared/costing/read-settings.ts';
import { estimatedTravel } from '../../shared/geo/travel.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Client } from '../../shared/model/client.ts';
import type { NewProvision } from '../../shared/model/placement.ts';
import { planNewSchool } from '../../shared/planning/new-school.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import {
  tryProvision,
  type ProvisionTrial,
} from '../../shared/pressure/placements/new-provision.ts';
import type { Candidate } from '../../shared/pressure/placements/provision-candidates.ts';
import { schoolOfProvision } from '../../shared/pressure/placements/read-provision.ts';
import { travelOf } from '../roads/road-travel.ts';
import type { JobContext } from './context.ts';
import { readCostFacts } from './cost-facts.ts';
import { planDesk } from './plan-desk.ts';

/** What is tried. */
export interface ProvisionRequest {
  readonly provisions: readonly NewProvision[];
  /** Plan the routes of each as well: seconds a provision. */
  readonly with_routes: boolean;
  readonly on: IsoDate;
  readonly may_look: boolean;
}

/** Steps of the search for each client, and the bounds. */
const ITERATIONS_A_CLIENT = 100;
const FEWEST_ITERATIONS = 1000;
const MOST_ITERATIONS = 12_000;

/** Tries each. The same plan, records and provisions give the same answer. */
export function tryProvisions(
  store: Store,
  request: ProvisionRequest,
  ctx: JobContext,
): Result<readonly ProvisionView[]> {
  ctx.stage('Reading the plan', null);
  const read = readCostFacts(store, request.on);
  if (!read.ok) return read;
  const facts = read.value;
  const ledger = buildLedger(facts);
  const views: ProvisionView[] = [];
  for (const [at, provision] of request.provisions.entries()) {
    ctx.stage(`Holding every placement against ${provision.name}`, at / request.provisions.length);
    const trial = tryProvision(facts, ledger, provision);
    let routes: ProvisionRoutes | null = null;
    if (request.with_routes) {
      ctx.stage(`Planning the routes of ${provision.name}`, at / request.provisions.length);
      const planned = routesOf(store, trial, request.on, ctx);
      if (!planned.ok) return planned;
      routes = planned.value;
    }
    if (ctx.cancelled())
      return fail(
        'cancelled',
        'Trying the provision was cancelled; nothing was kept.',
        'Try it again when you are ready.',
      );
    views.push(viewOf(store, { facts, trial, routes }, request));
  }
  return ok(views);
}

function routesOf(
  store: Store,
  { provision, placed }: ProvisionTrial,
  on: IsoDate,
  ctx: JobContext,
): Result<ProvisionRoutes> {
  const desk = planDesk(store, on);
  if (!desk.ok) return desk;
  const clients = placed.map(({ client }) => client);
  const made = planNewSchool(
    desk.value.county,
    { school: schoolOfProvision(provision), clients },
    {
      seed: 1,
      iterations: Math.min(
        MOST_ITERATIONS,
        Math.max(FEWEST_ITERATIONS, clients.length * ITERATIONS_A_CLIENT),
      ),
      shouldStop: () => ctx.cancelled(),
    },
  );
  const stops = made.routes.flatMap((route) => route.stops);
  const carried = new Set(stops.map((stop) => stop.client_id));
  const before = placed.filter(({ client }) => carried.has(client.id)).map((each) => each.ride_s);
  const after = stops.map((stop) => stop.ride_s);
  return ok({
    routes: made.routes.length,
    clients: carried.size,
    unallocated: made.unallocated.map(({ client_id, detail }) => ({
      ...named(desk.value.facts.clients.get(client_id), client_id),
      detail,
    })),
    year_pence: made.year_pence,
    leaving: made.leaving,
    change_pence: made.change_pence,
    ride_before_s: mean(before),
    ride_after_s: mean(after),
    longest_ride_s: after.length === 0 ? null : Math.max(...after),
  });
}

function viewOf(
  store: Store,
  made: {
    readonly facts: CostFacts;
    readonly trial: ProvisionTrial;
    readonly routes: ProvisionRoutes | null;
  },
  { on, may_look }: ProvisionRequest,
): ProvisionView {
  const { facts, trial, routes } = made;
  const { placed, no_place, not_known, ...rest } = trial;
  const shown = (each: Candidate): ProvisionClient => shownClient(each, may_look);
  const times = directTimes(store, facts, trial, on);
  return {
    ...rest,
    placed: placed.map(shown),
    no_place: no_place.map(shown),
    not_known: not_known.map(({ why, client_ids }) => ({
      why,
      clients: client_ids.map((id) => named(facts.clients.get(id), id)),
    })),
    direct_before_s: mean(times.map((each) => each.before)),
    direct_after_s: mean(times.map((each) => each.after)),
    routes,
    roads: facts.roads?.source ?? '',
  };
}

function shownClient(candidate: Candidate, may_look: boolean): ProvisionClient {
  const { client, school, by, cost_pence, cost_after_pence, carried } = candidate;
  const isHidden = client.protected_address && !may_look;
  return {
    ...named(client, client.id),
    school_urn: school.urn,
    school: school.name,
    by,
    cost_pence,
    cost_after_pence,
    carried,
    from_m: isHidden ? null : candidate.from_m,
    to_m: isHidden ? null : candidate.to_m,
  };
}

/** The way by car without stops, now and then, of everybody placed, seconds. */
function directTimes(
  store: Store,
  facts: CostFacts,
  { placed, provision }: ProvisionTrial,
  on: IsoDate,
): readonly { readonly before: number; readonly after: number }[] {
  const travel =
    facts.roads === undefined
      ? estimatedTravel(travelBasisAt(facts.settings, on))
      : travelOf(store, on);
  return placed.flatMap(({ client, school }) => {
    const { lat, lon } = client;
    if (lat === null || lon === null || school.lat === null || school.lon === null) return [];
    const at = { lat: school.lat, lon: school.lon };
    const { durations } = travel.table([{ lat, lon }, at, provision]);
    const [before = Number.NaN, after = Number.NaN] = [durations[1], durations[2]];
    return Number.isFinite(before) && Number.isFinite(after) ? [{ before, after }] : [];
  });
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** A child as a list names them. */
export function named(client: Client | undefined, client_id: number): ChildNamed {
  return {
    client_id,
    ref: client?.ref ?? `client ${client_id}`,
    name: client === undefined ? '' : `${client.forename} ${client.surname}`.trim(),
  };
}
