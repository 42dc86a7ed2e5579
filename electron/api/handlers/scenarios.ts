import { fail, ok } from '../../../shared/kernel/result.ts';
import { readScenario } from '../../../shared/pressure/forecast/assumptions.ts';
import type { NextYear } from '../../../shared/pressure/forecast/next-year.ts';
import { clientGroups } from '../../../shared/pressure/forecast/groups.ts';
import { keptNextYear } from '../../jobs/next-year-kept.ts';
import type { Handlers } from '../handler.ts';
import { recordedBudget } from '../../jobs/money/recorded-budget.ts';
import { costsOf } from '../kept-costs.ts';

export const scenariosHandlers: Handlers<
  | 'costs/forecast-base'
  | 'costs/next-year'
  | 'scenarios/list'
  | 'scenarios/save'
  | 'scenarios/delete'
> = {
  'costs/forecast-base': (_input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const costs = costsOf(store.value, host.today());
    if (!costs.ok) return costs;
    const { facts, ledger } = costs.value;
    const empty = ledger.this_year.filter(({ client_id }) => client_id === null);
    return ok({
      year: facts.year,
      groups: clientGroups(facts, ledger),
      budget: recordedBudget(store.value, facts),
      left_out_pence: empty.reduce((sum, { year_pence }) => sum + year_pence, 0),
    });
  },
  // It needs the whole bill: the screen is there before it.
  'costs/next-year': async (_input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    if (store.value.plans.summary() === null) return ok(null);
    const kept = keptNextYear(store.value, host.today());
    if (kept !== null) return ok(JSON.parse(kept) as NextYear | null);
    const made = await host.page('next_year');
    return made.ok ? ok(JSON.parse(made.value) as NextYear | null) : made;
  },
  'scenarios/list': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(store.value.scenarios.list()) : store;
  },
  'scenarios/save': ({ scenario: given }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { scenario, problems } = readScenario(given);
    if (problems.length > 0)
      return fail('bad_assumptions', problems.join(' '), 'Mend every field named.', { problems });
    return ok(
      store.value.write(host.byHand(), () => store.value.scenarios.save(scenario, host.today())),
    );
  },
  'scenarios/delete': ({ id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    return ok({
      deleted: store.value.write(host.byHand(), () => store.value.scenarios.delete(id)),
    });
  },
};
