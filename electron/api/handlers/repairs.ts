/** Hand-backs, and problems of routes that bed in. */
import { fail, ok } from '../../../shared/kernel/result.ts';
import { silent } from '../../jobs/context.ts';
import { repairPlan } from '../../jobs/repair.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers } from '../handler.ts';
import { takeRepair } from '../take-repair.ts';
import { repairView } from '../../jobs/trial-views.ts';

export const repairsHandlers: Handlers<
  | 'repairs/preview'
  | 'repairs/take'
  | 'route-problems/list'
  | 'route-problems/report'
  | 'route-problems/close'
> = {
  'repairs/preview': ({ contract_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const made = repairPlan(store.value, { contract_id, on: host.today() }, silent);
    return made.ok ? ok(repairView(store.value, made.value)) : made;
  },

  'repairs/take': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const taken = takeRepair(store.value, input, host.today());
    if (taken.ok) host.changed('applications', 'plan');
    return taken;
  },

  'route-problems/list': ({ route_ref }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { beddingIn } = store.value;
    return ok(route_ref === null ? beddingIn.problems() : beddingIn.problemsOf(route_ref));
  },

  'route-problems/report': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const what = input.what.trim();
    const recorded_by = input.recorded_by.trim();
    const problems = [
      ...(what === '' ? ['Write what happened.'] : []),
      ...(recorded_by === '' ? ['Sign with your name.'] : []),
      ...(input.happened_on > host.today() ? ['The day it happened lies ahead.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const given = { ...input, what, recorded_by, recorded_on: host.today() };
    const made = store.value.write({ who: recorded_by, why: 'hand' }, () =>
      store.value.beddingIn.reportProblem(given),
    );
    host.changed('plan');
    return ok(made);
  },

  'route-problems/close': ({ id, outcome, by }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { beddingIn } = store.value;
    const signer = by.trim();
    const known = beddingIn.problem(id);
    if (known === null)
      return fail('no_such_record', 'There is no such problem.', 'Look at the route again.', {
        id,
      });
    const problems = [
      ...(outcome?.trim() === '' ? ['Write what came of it.'] : []),
      ...(signer === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    store.value.write({ who: signer, why: 'hand' }, () => {
      const closed =
        outcome === null ? null : { on: host.today(), by: signer, outcome: outcome.trim() };
      beddingIn.closeProblem(id, closed);
    });
    host.changed('plan');
    return ok(beddingIn.problem(id) ?? known);
  },
};
