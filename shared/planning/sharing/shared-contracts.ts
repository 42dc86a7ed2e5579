/** Running contracts that serve several schools which may share. */
import type { DayMask } from '../../calendar/day-mask.ts';
import { firstDayNeeded, isConfirmedOn } from '../../casework/status.ts';
import { contractLines } from '../../costing/route-cost.ts';
import type { Client } from '../../model/client.ts';
import { suppliedAssistants, type Contract } from '../../model/contract.ts';
import type { PlannedRoute, PlannedStop } from '../../model/plan.ts';
import { textOf } from '../../model/stop-key.ts';
import { HOME } from '../../model/stop-place.ts';
import type { CountyFacts, RunningRoute } from '../county.ts';
import { planBasis } from '../school-problem.ts';
import { schoolsServed } from './schools-served.ts';
import { orderBasis, statedOrders, type SharedPlan } from './shared-order.ts';
import { sharedMorning, type SharedRider, type SharedTable } from './shared-run.ts';
import { sharedTable, type SharedStop } from './shared-table.ts';
import { standingCalls, type StandingCalls } from './standing-calls.ts';
import { billOf, sharedRun } from './write-shared.ts';

/** What is kept of a shared contract's route as a plan has it: who joined it and still rides, and an order of calls that a planner set. */
export interface KeptOnShared {
  readonly route: PlannedRoute;
  readonly joined: readonly PlannedStop[];
}

/**
 * A contract with two or more schools as a route: collected in its order, its price as it is. Whoever joined it in the plan before is
 * collected behind whom they were behind.
 */
export function sharedContract(
  run: RunningRoute,
  facts: CountyFacts,
  kept?: KeptOnShared,
): PlannedRoute {
  const { contract, carried } = run;
  const schools = schoolsServed(contract, carried, facts);
  const own = (schools.find((each) => each.urn === contract.school_urn) ?? schools[0])?.urn ?? 0;
  const goesTo = ({ school_urn }: Client): number =>
    schools.some((each) => each.urn === school_urn) ? (school_urn ?? own) : own;
  const stops = carried.map((client): SharedStop => ({ client, place: HOME, school_urn: goesTo(client), fixed: true })); // prettier-ignore
  for (const stop of kept?.joined ?? []) addJoined(stops, stop, { kept, facts });
  const table = sharedTable(schools, stops, facts);
  const order = table.riders.map((_, at) => at);
  const ref = contract.route_ref === '' ? contract.ref : contract.route_ref;
  const standing = standingCalls(schools, kept?.route.calls);
  return { id: 0, ref, ...writeSharedContract(contract, { table, order, facts, standing }) };
}

function addJoined(
  stops: SharedStop[],
  stop: PlannedStop,
  { kept, facts }: { readonly kept: KeptOnShared | undefined; readonly facts: CountyFacts },
): void {
  const client = facts.clients.get(stop.client_id);
  if (client === undefined || stop.school_urn === undefined) return;
  const before = kept?.route.stops ?? [];
  const ahead = before.slice(0, before.indexOf(stop)).map(textOf);
  const last = stops.findLastIndex((each) => ahead.includes(textOf({ client_id: each.client.id, place: each.place }))); // prettier-ignore
  const { place, school_urn } = stop;
  stops.splice(last + 1, 0, { client, place, school_urn, fixed: false });
}

/** Everyone measured, in which order they are collected, and the calls as they stand. */
export interface SharedOrder {
  readonly table: SharedTable;
  readonly order: readonly number[];
  readonly facts: CountyFacts;
  readonly standing: StandingCalls;
}

/**
 * A contract collected in this order, and brought home the other way round; its calls are as its bells and the times it states have them, or
 * a planner set them, whoever is aboard. Whoever is not `fixed` on it has joined, and is its variation.
 */
export function writeSharedContract(
  contract: Contract,
  written: SharedOrder,
): Omit<PlannedRoute, 'id' | 'ref'> {
  const { table, order, facts } = written;
  const plan = contractPlan(contract, written);
  const { assistants: needed, ...part } = sharedRun(table, plan);
  const riders = order.flatMap((at) => table.riders[at] ?? []);
  const stays = riders.filter(({ fixed }) => fixed);
  const carried = new Set(stays.map(({ rider }) => rider.client.id));
  const joined = riders.filter(({ rider }) => !carried.has(rider.client.id));
  const supplied = suppliedAssistants(contract);
  const assistants = Math.max(supplied, needed);
  const before_m = sharedMorning(table, {
    ...plan.morning,
    order: order.filter((at) => table.riders[at]?.fixed === true),
  }).distance_m;
  const cost = contractLines(
    contract,
    {
      before: { distance_m: before_m, assistants: supplied },
      // As on every contract: another home of those whom it carries is in its price.
      after: { distance_m: joined.length === 0 ? before_m : part.distance_m, assistants },
      joined: joined.length,
      days: { joined: daysOfRiders(joined), runs: daysOfRiders(stays) },
    },
    planBasis(facts).price,
  );
  return {
    vehicle_class: contract.vehicle_class,
    seats: contract.seats,
    wheelchairs: contract.wheelchairs,
    assistant: assistants > 0,
    contract_id: contract.id,
    provider: contract.provider,
    confirmed: riders.every(({ rider, school }) => {
      const first = facts.firstDay(table.schools[school]?.urn ?? 0, rider.client.year_group);
      return isConfirmedOn(contract, firstDayNeeded(rider.client, first));
    }),
    ...part,
    ...billOf(cost, contract.days_a_year),
  };
}

function contractPlan(
  { school_urn, arrives_s, departs_s }: Contract,
  { table, order, facts, standing }: SharedOrder,
): SharedPlan {
  const named = table.schools.findIndex((each) => each.urn === school_urn);
  // The register's times are those at the school it names.
  const times = named < 0 ? { arrives_s: null, departs_s: null } : { arrives_s, departs_s };
  const stated = { school: Math.max(0, named), ...times };
  const { morning, afternoon, ...rest } = statedOrders(table, orderBasis(table, facts), stated, standing); // prettier-ignore
  return {
    ...rest,
    morning: { ...morning, order },
    afternoon: { ...afternoon, order: order.toReversed() },
  };
}

/** The days on which any of these ride, either way. */
export function daysOfRiders(riders: readonly SharedRider[]): DayMask {
  return riders.reduce<DayMask>((days, { rider }) => days | rider.mornings | rider.afternoons, 0);
}
