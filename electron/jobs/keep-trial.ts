/** Keeps a plan that was tried as a trial beside the one in use. */
import type { Change, Store } from '../../db/store.ts';
import { auditEdited, touchedBy } from '../../shared/edits/audit-edited.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan, PlannedRoute, Unallocated } from '../../shared/model/plan.ts';
import type { PlanDesk } from './plan-desk.ts';

/** The plan tried, and what the trial is called. */
export interface TrialToKeep {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  readonly name: string;
  /** What was tried, for the history and the trial's note. */
  readonly sentence: string;
}

/** A copy of the plan in use with what differs; audited by the records of today, so that seats still to be released are found there. */
export function keepTrial(
  store: Store,
  { plan, facts }: PlanDesk,
  trial: TrialToKeep,
  change: Change,
): Result<Plan> {
  const name = trial.name.trim();
  if (name === '')
    return fail('name_missing', 'The trial has no name.', 'Give it a name to be found by.');
  if (store.trials.list().some((each) => each.trial?.name === name))
    return fail('name_taken', `There is a trial “${name}” already.`, 'Give another name.', {
      name,
    });
  return ok(
    store.write(change, () => {
      const copy = store.trials.makeCopy(plan.id, { name, note: trial.sentence });
      const before = store.trials.plan(copy.id) ?? copy;
      const old = new Map(plan.routes.map((route, at) => [route.id, { route, at }]));
      let fresh = 0;
      const routes = trial.routes.flatMap((route): PlannedRoute[] => {
        const known = old.get(route.id);
        if (known === undefined) return [{ ...route, id: (fresh -= 1) }];
        const own = before.routes[known.at];
        if (own === undefined) return [];
        return [known.route === route ? own : { ...route, id: own.id }];
      });
      const listed = new Map(before.unallocated.map((each) => [each.client_id, each]));
      const unallocated = trial.unallocated.map((each) => listed.get(each.client_id) ?? each);
      const changed: Plan = { ...before, routes, unallocated };
      const audit = auditEdited(before, changed, touchedBy(before, changed), facts);
      const { sentence } = trial;
      return store.trials.applyEdit({ before, after: { ...changed, audit }, sentence, client_id: null }); // prettier-ignore
    }),
  );
}
