/** The plan in use, its routes, and what a planner does with them. */
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { approvePlan } from '../approve-plan.ts';
import { auditNow } from '../audit-now.ts';
import type { Handlers } from '../handler.ts';
import { planShown, routeDetail, routeRows } from '../plan-views.ts';

export const planHandlers: Handlers<
  | 'plan/current'
  | 'plan/start'
  | 'plan/approve'
  | 'routes/query'
  | 'routes/detail'
  | 'routes/release'
> = {
  'plan/current': ({ plan_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { plans, trials } = store.value;
    const summary = plan_id === undefined ? plans.summary() : trials.summary(plan_id);
    if (summary === null) return ok(null);
    return ok({ ...summary, audit: auditNow(store.value, summary.audit, host.today()) });
  },

  'plan/start': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const school = input.school_urn === null ? null : store.value.schools.get(input.school_urn);
    return host.startJob({
      kind: 'plan',
      label: school === null ? 'Planning the county' : `Planning ${school.name}`,
      school_urn: input.school_urn,
      seconds: input.seconds ?? null,
      iterations: input.iterations ?? null,
      settle: input.settle ?? false,
      seed: input.seed,
    });
  },

  'plan/approve': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const approved = approvePlan(store.value, { ...input, on: host.today() });
    if (!approved.ok) return approved;
    host.changed('plan');
    return ok(defined(store.value.plans.summary(), 'the approved plan'));
  },

  'routes/query': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = planShown(store.value, input.plan_id);
    return ok(routeRows(store.value, { plan, urn: input.school_urn }, host.today()));
  },

  'routes/detail': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const detail = routeDetail(store.value, input.route_id, host.today());
    return detail === null
      ? fail(
          'no_route',
          'No plan has such a route any more.',
          'Choose a route of the list: a new plan has routes of its own.',
          { route_id: input.route_id },
        )
      : ok(detail);
  },

  'routes/release': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { client_id, released, reason } = input;
    const done = store.value.write({ who: 'Planner', why: `a planner: ${reason}` }, () =>
      store.value.contracts.release(client_id, released),
    );
    if (!done) {
      return fail(
        'not_on_contract',
        'No running contract carries this client.',
        'Only clients of running contracts can be released or put back.',
        { client_id },
      );
    }
    host.changed('applications', 'plan');
    return ok({ released });
  },
};
