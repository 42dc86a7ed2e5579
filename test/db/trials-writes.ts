/** Each way to write plans side by side, for the test of what is kept of a change. */
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { madePlan, madeRoute } from './made-store.ts';

type Work = (store: Store) => unknown;

const NAMED = { name: 'Fewer taxis', note: '' };
const plan: Work = (store) => store.plans.save(madePlan([madeRoute('R1', [1])]));
const trial: Work = (store) => {
  plan(store);
  store.trials.makeCopy(1, NAMED);
};
const approved: Work = (store) => {
  plan(store);
  store.plans.approve(1, 'S Clarke');
};

export const TRIALS_WRITES: Readonly<Record<string, { readonly run: Work; readonly first: Work }>> =
  {
    'trials.makeCopy': { first: plan, run: (store) => store.trials.makeCopy(1, NAMED) },
    'trials.changeName': {
      first: trial,
      run: (store) => {
        store.trials.changeName(2, { name: 'Fewer vehicles', note: 'Draft.' });
      },
    },
    'trials.removeTrial': {
      first: trial,
      run: (store) => {
        store.trials.removeTrial(2);
      },
    },
    'trials.putInUse': {
      first: trial,
      run: (store) => {
        store.trials.putInUse(2, 'Before');
      },
    },
    'trials.applyEdit': {
      first: plan,
      run: (store) => {
        const before = defined(store.trials.plan(1), 'the plan');
        const [route] = before.routes;
        const after = { ...before, routes: [{ ...defined(route, 'a route'), locked: true }] };
        store.trials.applyEdit({ before, after, sentence: 'R1 locked', client_id: null });
      },
    },
    'trials.keepAudit': {
      first: plan,
      run: (store) => {
        const { audit } = defined(store.trials.plan(1), 'the plan');
        store.trials.keepAudit(1, { ...audit, passed: false });
      },
    },
    'trials.markFrozen': {
      first: approved,
      run: (store) => {
        store.trials.markFrozen(1, 'S Clarke');
      },
    },
    'trials.withdrawApproval': {
      first: approved,
      run: (store) => {
        store.trials.withdrawApproval(1, 'S Clarke', 'A child was forgotten.');
      },
    },
  };
