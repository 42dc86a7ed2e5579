/** A shared route's calls, times, limits and bill for the stops given, in the order given, by the rules that planning shares routes by. */
import { newRouteLines } from '../../costing/route-cost.ts';
import { dayCount } from '../../calendar/day-mask.ts';
import { defined } from '../../kernel/assert.ts';
import type { Contract } from '../../model/contract.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { textOf, type StopKey } from '../../model/stop-key.ts';
import { HOME } from '../../model/stop-place.ts';
import { journeysOf, type CountyFacts } from '../county.ts';
import { planBasis } from '../school-problem.ts';
import {
  daysOfRiders,
  writeSharedContract,
  type SharedOrder,
} from '../sharing/shared-contracts.ts';
import { layoutFor } from '../sharing/shared-fit.ts';
import { givenOrders, orderBasis } from '../sharing/shared-order.ts';
import type { SharedTable } from '../sharing/shared-run.ts';
import { sharedTable, type SharedStop } from '../sharing/shared-table.ts';
import { standingCalls } from '../sharing/standing-calls.ts';
import { billOf, crewsOf, sharedRun } from '../sharing/write-shared.ts';
import { countyStanding } from './county-standing.ts';
import { schoolOn } from './route-schools-by-hand.ts';

/** A shared route with everyone who may be on it, measured once; orders are then written down quickly. */
export interface SharedBench {
  readonly base: PlannedRoute;
  readonly facts: CountyFacts;
  readonly table: SharedTable;
  /** The contract behind it; null for a new route. */
  readonly contract: Contract | null;
  /** The place of a stop in the table; -1 for one that the records no longer ask for. */
  readonly indexOf: (stop: StopKey) => number;
}

/** Measures the ways of a route with these stops; null where they all go to one school. */
export function sharedBench(
  base: PlannedRoute,
  stops: readonly StopKey[],
  facts: CountyFacts,
): SharedBench | null {
  const going = stops.flatMap((key) => goingStop(base, key, facts));
  const urns = new Set(going.map((each) => each.school_urn));
  if (urns.size < 2) return null;
  // Schools in the order of the calls that there are, those that come after them.
  const known = (base.calls ?? []).map((call) => call.school_urn);
  const order = [...known.filter((urn) => urns.has(urn)), ...[...urns].filter((urn) => !known.includes(urn)).toSorted((a, b) => a - b)]; // prettier-ignore
  const schools = order.map((urn) => defined(facts.schools.get(urn), `school ${urn}`));
  const index = new Map(going.map(({ client, place }, at) => [textOf({ client_id: client.id, place }), at])); // prettier-ignore
  return {
    base,
    facts,
    table: sharedTable(schools, going, facts),
    contract: contractOf(base, facts),
    indexOf: (stop) => index.get(textOf(stop)) ?? -1,
  };
}

function contractOf({ contract_id, ref }: PlannedRoute, facts: CountyFacts): Contract | null {
  if (contract_id === null) return null;
  return defined(facts.contracts.find((each) => each.id === contract_id), `the contract of ${ref}`); // prettier-ignore
}

/** A stop with where it leads; nothing where the records no longer ask for it. */
function goingStop(base: PlannedRoute, key: StopKey, facts: CountyFacts): readonly SharedStop[] {
  const { client_id, place } = key;
  const client = facts.clients.get(client_id);
  const school_urn = schoolOn(base, key, facts);
  if (client === undefined || school_urn === null) return [];
  if (place !== HOME && !journeysOf(client, facts).some((each) => each.place === place)) return [];
  const held = countyStanding(facts).held.get(client_id)?.contract.id ?? null;
  const fixed = place === HOME && held !== null && held === base.contract_id;
  return [{ client, place, school_urn, fixed }];
}

/** A leg whose order of calls a planner gives back: it is as bells and rides have it best. */
export type FreeLegs = readonly ('there' | 'home')[];

/** The route with all of its stops in this order. Id, reference and lock stay. */
export function writeShared(
  bench: SharedBench,
  order: readonly StopKey[],
  free: FreeLegs = [],
): PlannedRoute {
  const { base, contract } = bench;
  const rows = order.map(bench.indexOf).filter((at) => at >= 0);
  const { id, ref, locked } = base;
  const lock = locked === true ? { locked } : {};
  const { table, facts } = bench;
  // A contract keeps its price and the times that it states, as planning writes it.
  const standing = standingCalls(table.schools, base.calls, free);
  const written = { table, order: rows, facts, standing };
  const made = contract === null ? asNew(bench, written) : writeSharedContract(contract, written);
  return { ...made, id, ref, ...lock };
}

/** A shared route with everyone who is on it, its calls as the route given has them but for the legs that are free. */
export function reckonShared(base: PlannedRoute, free: FreeLegs, facts: CountyFacts): PlannedRoute {
  const bench = defined(sharedBench(base, base.stops, facts), `the schools of ${base.ref}`);
  return writeShared(bench, base.stops, free);
}

type Written = Omit<PlannedRoute, 'id' | 'ref' | 'locked'>;

function asNew({ base }: SharedBench, { table, order, facts, standing }: SharedOrder): Written {
  const basis = planBasis(facts);
  const plan = givenOrders(table, orderBasis(table, facts), { order, standing });
  const { assistants, ...part } = sharedRun(table, plan);
  const vehicle = defined(
    basis.price.card.classes.find((each) => each.id === base.vehicle_class),
    `vehicle class ${base.vehicle_class}`,
  );
  const now = { seats: base.seats, wheelchairs: base.wheelchairs };
  const crews = crewsOf(table, order);
  const room = layoutFor({ layouts: [now] }, crews) ?? layoutFor(vehicle, crews) ?? now;
  const lines = newRouteLines(vehicle, { ...part, assistants }, basis.price);
  const days = Math.round((basis.days_a_year * dayCount(daysOfRiders(table.riders))) / 5);
  return {
    vehicle_class: base.vehicle_class,
    seats: room.seats,
    wheelchairs: room.wheelchairs,
    assistant: assistants > 0,
    contract_id: null,
    provider: '',
    confirmed: false,
    ...part,
    ...billOf(lines, days),
  };
}
