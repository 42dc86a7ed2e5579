/** Running contracts that serve several schools which may share: taken as they are. */
import { firstDayNeeded, isConfirmedOn } from '../../casework/status.ts';
import { contractLines } from '../../costing/route-cost.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { HOME } from '../../model/stop-place.ts';
import type { CountyFacts, RunningRoute } from '../county.ts';
import { planBasis } from '../school-problem.ts';
import { schoolsServed } from './schools-served.ts';
import { orderBasis, statedOrders } from './shared-order.ts';
import { sharedTable } from './shared-table.ts';
import { billOf, sharedRun } from './write-shared.ts';

const NO_TIMES = { arrives_s: null, departs_s: null };

/** A contract with two or more schools as a route: collected in its order, its price as it is. Nobody joins it. */
export function sharedContract(run: RunningRoute, facts: CountyFacts): PlannedRoute {
  const { contract, carried } = run;
  const schools = schoolsServed(contract, carried, facts);
  const named = schools.find((each) => each.urn === contract.school_urn);
  const own = (named ?? schools[0])?.urn ?? 0;
  const goesTo = ({ school_urn }: Client): number =>
    schools.some((each) => each.urn === school_urn) ? (school_urn ?? own) : own;
  const table = sharedTable(
    schools,
    carried.map((client) => ({ client, place: HOME, school_urn: goesTo(client), fixed: true })),
    facts,
  );
  const school = Math.max(
    0,
    schools.findIndex((each) => each.urn === own),
  );
  // The register's times are those at the school it names.
  const { arrives_s, departs_s } = named === undefined ? NO_TIMES : contract;
  const plan = statedOrders(table, orderBasis(table, facts), { school, arrives_s, departs_s });
  const { assistants: needed, ...part } = sharedRun(table, plan);
  const supplied = contract.assistant ? 1 : 0;
  const assistants = Math.max(supplied, needed);
  const { distance_m } = part;
  const cost = contractLines(
    contract,
    {
      before: { distance_m, assistants: supplied },
      after: { distance_m, assistants },
      joined: 0,
      days: { joined: 0, runs: 0 },
    },
    planBasis(facts).price,
  );
  const confirmed = carried.every((client) =>
    isConfirmedOn(
      contract,
      firstDayNeeded(client, facts.firstDay(goesTo(client), client.year_group)),
    ),
  );
  return {
    id: 0,
    ref: contract.route_ref === '' ? contract.ref : contract.route_ref,
    vehicle_class: contract.vehicle_class,
    seats: contract.seats,
    wheelchairs: contract.wheelchairs,
    assistant: assistants > 0,
    contract_id: contract.id,
    provider: contract.provider,
    confirmed,
    ...part,
    ...billOf(cost, contract.days_a_year),
  };
}
