/** What a hand-back comes to on the plan in use; nothing is written. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Contract } from '../../shared/model/contract.ts';
import { repairHandback, type Repair } from '../../shared/planning/repair.ts';
import type { JobContext } from './context.ts';
import { planDesk, type PlanDesk } from './plan-desk.ts';

/** Steps of the search for each school: a contract has sixteen children at most, and the rest is pinned. */
const ITERATIONS = 3000;

/** The repair with the desk it was made on. */
export interface RepairOnDesk {
  readonly repair: Repair;
  readonly desk: PlanDesk;
}

/** Repairs the plan in use as if a contract were handed back. The same plan, records and seed give the same repair. */
export function repairPlan(
  store: Store,
  request: { readonly contract_id: number; readonly on: IsoDate },
  ctx: JobContext,
): Result<RepairOnDesk> {
  ctx.stage('Reading the plan', null);
  const desk = planDesk(store, request.on);
  if (!desk.ok) return desk;
  ctx.stage('Placing the children of the contract', null);
  const repair = repairHandback(desk.value.county, request.contract_id, {
    seed: 1,
    iterations: ITERATIONS,
    shouldStop: () => ctx.cancelled(),
  });
  return repair.ok ? ok({ repair: repair.value, desk: desk.value }) : repair;
}

/** A contract by its own number, or by its route's where one contract alone has it. */
export function contractOfRef(store: Store, ref: string): Result<Contract> {
  const own = store.contracts.byRef(ref);
  if (own !== null) return ok(own);
  const [one, another] = store.contracts.all().filter((each) => each.route_ref === ref);
  if (one === undefined)
    return fail(
      'no_contract',
      `The register has no contract ${ref}, and no route of that name.`,
      'Give the contract number as the register has it.',
      { ref },
    );
  return another === undefined
    ? ok(one)
    : fail(
        'which_contract',
        `Contracts ${one.ref} and ${another.ref} both run a route ${ref}.`,
        'Give the contract number.',
        { ref },
      );
}
