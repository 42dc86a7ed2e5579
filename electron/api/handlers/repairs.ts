/** Hand-backs. */
import { ok } from '../../../shared/kernel/result.ts';
import { silent } from '../../jobs/context.ts';
import { repairPlan } from '../../jobs/repair.ts';
import type { Handlers } from '../handler.ts';
import { takeRepair } from '../take-repair.ts';
import { repairView } from '../../jobs/trial-views.ts';

export const repairsHandlers: Handlers<'repairs/preview' | 'repairs/take'> = {
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
};
