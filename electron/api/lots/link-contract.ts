/** Puts a contract under a route of the plan in use, or takes it away, so that times and bill are those of the contract. */
import type { Store } from '../../../db/store.ts';
import { auditEdited, touchedBy } from '../../../shared/edits/audit-edited.ts';
import { factsOfPlan } from '../../../shared/edits/plan-facts.ts';
import { reckonRoute } from '../../../shared/planning/reckon/reckon-route.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { readPlanFacts } from '../../jobs/plan-facts.ts';

/** Which route goes over to which contract; null: to none, it is to be let anew. */
export interface Link {
  readonly route_ref: string;
  readonly contract_id: number | null;
  readonly provider: string;
  readonly sentence: string;
}

class Refused extends Error {
  readonly failure: Result<never>;
  constructor(failure: Result<never>) {
    super('The plan cannot be reckoned');
    this.failure = failure;
  }
}

/**
 * Does the link within the write under way, by the records as they are then: seats must have been written before. Who rides, when and in what
 * stays; provider, price and confirmation are the contract's. An approval stays: nothing that was approved is another.
 */
export function linkContract(store: Store, link: Link, on: IsoDate): void {
  const plan = store.plans.current();
  const route = plan?.routes.find((each) => each.ref === link.route_ref);
  if (plan === null || route === undefined) return;
  const read = factsOfPlan(plan, readPlanFacts(store, on));
  if (!read.ok) throw new Refused(read);
  const { contract_id, provider } = link;
  const base = { ...route, contract_id, provider };
  const linked = reckonRoute(base, route.stops, read.value);
  const routes = plan.routes.map((each) => (each.id === route.id ? linked : each));
  const changed: Plan = { ...plan, routes };
  const audit = auditEdited(plan, changed, touchedBy(plan, changed), read.value);
  store.trials.applyEdit({
    before: plan,
    after: { ...changed, audit },
    sentence: link.sentence,
    client_id: null,
  });
}

/** Runs a write that links, and answers why not where the plan's own measure is gone; nothing is written then. */
export function withLinks<T>(work: () => T): T | Result<never> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.failure;
    throw error;
  }
}
