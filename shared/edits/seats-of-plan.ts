/** Which seats on running contracts a plan gives up, and takes back, when it is put in use. */
import type { Plan } from '../model/plan.ts';
import { HOME } from '../model/stop-place.ts';
import { countyStanding } from '../planning/reckon/county-standing.ts';
import type { EditFacts } from './edit.ts';

/** One child's seat on a contract. */
export interface SeatOnContract {
  readonly client_id: number;
  readonly contract_id: number;
  readonly contract_ref: string;
  /** Where the plan carries the child from home. */
  readonly route_ref: string;
}

/** What putting a plan in use does to the register of contracts. */
export interface SeatsOfPlan {
  /** Carried by a contract, and by the plan on another route. Whoever the plan carries nowhere keeps their seat. */
  readonly released: readonly SeatOnContract[];
  /** Released from a contract on whose route the plan has them still. */
  readonly restored: readonly SeatOnContract[];
  /** Running contracts that carry nobody in the plan: notice is to be given. */
  readonly empty: readonly { readonly contract_id: number; readonly contract_ref: string; readonly provider: string }[]; // prettier-ignore
}

/** Compares a plan with the seats that contracts hold now. Children in the order of the plan's routes. */
export function seatsOfPlan(plan: Pick<Plan, 'routes'>, facts: EditFacts): SeatsOfPlan {
  const { held, running } = countyStanding(facts);
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const free = new Set(
    facts.stops
      .filter((stop) => stop.released && stop.left_on === null)
      .map((stop) => `${stop.contract_id} ${stop.client_id}`),
  );
  const released: SeatOnContract[] = [];
  const restored: SeatOnContract[] = [];
  for (const route of plan.routes)
    for (const { client_id, place, fixed } of route.stops) {
      if (place !== HOME) continue;
      const run = held.get(client_id);
      const contract_id = run?.contract.id ?? null;
      const seat = { client_id, route_ref: route.ref };
      if (run !== undefined && contract_id !== null && contract_id !== route.contract_id)
        released.push({ ...seat, contract_id, contract_ref: run.contract.ref });
      else if (
        run === undefined &&
        fixed &&
        route.contract_id !== null &&
        free.has(`${route.contract_id} ${client_id}`)
      )
        // prettier-ignore
        restored.push({
          ...seat,
          contract_id: route.contract_id,
          contract_ref: contracts.get(route.contract_id)?.ref ?? route.ref,
        });
    }
  const carries = new Set(plan.routes.map((route) => route.contract_id));
  const empty = [...running.values()]
    .map(({ run }) => run.contract)
    .filter((contract) => !carries.has(contract.id))
    .map(({ id, ref, provider }) => ({ contract_id: id, contract_ref: ref, provider }));
  return { released, restored, empty };
}
