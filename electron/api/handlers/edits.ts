/** Plans edited by hand, and plans side by side. */
import type { Store } from '../../../db/store.ts';
import { auditPlan } from '../../../shared/audit/audit-plan.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { editablePlan, factsForEdits, keepingFacts, keptPlan } from '../edit-desk.ts';
import { applyEdit, joinableRoutes, targetsFor, tryEdit } from '../edit-plan.ts';
import type { Handlers, Host } from '../handler.ts';
import { closedRoundOf } from '../../jobs/notices/round-facts.ts';
import { throughGate, type GatedChange } from '../notices-gate.ts';
import { comparisonRows, comparisonView } from '../plan-comparison.ts';
import { differencesView } from '../plan-differences.ts';
import { usePlan, useView } from '../use-plan.ts';

/** Writes to plans alone, tells the screens, and answers what `after` reads then. */
function change<T>(host: Host, store: Store, work: () => void, after: () => T): Result<T> {
  keepingFacts(store, host.today(), () => store.write(host.byHand(), work));
  host.changed('applications', 'plan');
  return ok(after());
}

const summaryOf = (store: Store, plan_id: number) => (): PlanSummary =>
  defined(store.trials.summary(plan_id), 'the plan');

/** A name that no other trial has: where it is taken a number follows it. */
function freeName(store: Store, wanted: string): string {
  const taken = new Set(store.trials.list().flatMap((head) => head.trial?.name ?? []));
  let name = wanted;
  for (let turn = 2; taken.has(name); turn++) name = `${wanted} (${turn})`;
  return name;
}

function isNameTaken(store: Store, name: string, plan_id: number): boolean {
  return store.trials.list().some((head) => head.id !== plan_id && head.trial?.name === name);
}

function nameTaken(name: string): Result<never> {
  return fail('name_taken', `There is a trial named “${name}” already.`, 'Choose another name.');
}

export const editsHandlers: Handlers<
  | 'edits/plans'
  | 'edits/try'
  | 'edits/apply'
  | 'edits/targets'
  | 'edits/joinable'
  | 'edits/copy'
  | 'edits/rename'
  | 'edits/delete'
  | 'edits/use'
  | 'edits/use-preview'
  | 'edits/differences'
  | 'edits/check'
  | 'edits/freeze'
  | 'edits/withdraw'
  | 'edits/compare'
  | 'edits/export'
> = {
  'edits/plans': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(store.value.trials.list()) : store;
  },
  'edits/try': (input, host) => {
    const store = host.store();
    return store.ok ? tryEdit(store.value, input, host.today()) : store;
  },
  'edits/apply': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const on = host.today();
    const gated: GatedChange = { kind: 'plan_edit', change: host.byHand(), given: input.notices };
    const done = throughGate(store.value, gated, (change) =>
      applyEdit(store.value, { ...input, on, change }),
    );
    if (done.ok) host.changed('applications', 'plan');
    return done;
  },
  'edits/targets': (input, host) => {
    const store = host.store();
    return store.ok ? targetsFor(store.value, input, host.today()) : store;
  },
  'edits/joinable': (input, host) => {
    const store = host.store();
    return store.ok ? joinableRoutes(store.value, input, host.today()) : store;
  },
  'edits/copy': ({ plan_id, name, note }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = keptPlan(store.value, plan_id);
    if (!plan.ok) return plan;
    if (isNameTaken(store.value, name, 0)) return nameTaken(name);
    let copy_id = 0;
    return change(
      host,
      store.value,
      () => {
        copy_id = store.value.trials.makeCopy(plan_id, { name, note }).id;
      },
      () => ({ plan_id: copy_id }),
    );
  },
  'edits/rename': ({ plan_id, name, note }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const trial = trialOf(store.value, plan_id);
    if (!trial.ok) return trial;
    if (isNameTaken(store.value, name, plan_id)) return nameTaken(name);
    const work = (): void => {
      store.value.trials.changeName(plan_id, { name, note });
    };
    return change(host, store.value, work, summaryOf(store.value, plan_id));
  },
  'edits/delete': ({ plan_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const trial = trialOf(store.value, plan_id);
    if (!trial.ok) return trial;
    const work = (): void => {
      store.value.trials.removeTrial(plan_id);
    };
    return change(host, store.value, work, () => ({ deleted: true }));
  },
  'edits/use': ({ plan_id, release, notices: given }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = keptPlan(store.value, plan_id);
    if (!plan.ok) return plan;
    if (plan.value.status !== 'superseded')
      return fail('in_use', 'This plan is in use already.', 'Choose a trial or an earlier plan.');
    const gate = closedRoundOf(store.value, plan_id, host.today());
    if (!gate.ok) return gate;
    const name = freeName(store.value, `In use until ${formatDate(host.today())}`);
    const gated: GatedChange = { kind: 'plan_in_use', change: host.byHand(), given, subject: { plan_id } }; // prettier-ignore
    const used = throughGate(store.value, gated, (by) => {
      usePlan(store.value, plan.value, {
        name,
        release: release === true,
        on: host.today(),
        change: by,
      });
      return ok(null);
    });
    if (!used.ok) return used;
    host.changed('applications', 'plan');
    return ok(summaryOf(store.value, plan_id)());
  },
  'edits/use-preview': ({ plan_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = keptPlan(store.value, plan_id);
    return plan.ok ? ok(useView(store.value, plan.value, host.today())) : plan;
  },
  'edits/differences': (input, host) => {
    const store = host.store();
    return store.ok ? differencesView(store.value, input, host.today()) : store;
  },
  'edits/check': ({ plan_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = editablePlan(store.value, plan_id);
    if (!plan.ok) return plan;
    const audit = auditPlan(plan.value, factsForEdits(store.value, host.today()));
    const work = (): void => {
      store.value.trials.keepAudit(plan_id, audit);
    };
    return change(host, store.value, work, summaryOf(store.value, plan_id));
  },
  'edits/freeze': ({ plan_id, by }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = keptPlan(store.value, plan_id);
    if (!plan.ok) return plan;
    const head = summaryOf(store.value, plan_id)();
    if (head.approved_by === '' || head.status !== 'approved')
      return fail('not_approved', 'Only the approved plan in use is frozen.', 'Approve it first.');
    if (head.frozen !== null)
      return fail('frozen_already', 'This plan is frozen already.', 'Nothing needs to be done.');
    const work = (): void => {
      store.value.trials.markFrozen(plan_id, by);
    };
    return change(host, store.value, work, summaryOf(store.value, plan_id));
  },
  'edits/withdraw': ({ plan_id, by, reason }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const plan = keptPlan(store.value, plan_id);
    if (!plan.ok) return plan;
    const head = summaryOf(store.value, plan_id)();
    if (head.frozen !== null)
      return fail(
        'plan_frozen',
        `This plan was frozen by ${head.frozen.by}: nothing changes it.`,
        'Copy it, and put the copy in use.',
      );
    if (head.approved_by === '')
      return fail('not_approved', 'This plan is not approved.', 'Nothing needs to be done.');
    const work = (): void => {
      store.value.trials.withdrawApproval(plan_id, by, reason);
    };
    return change(host, store.value, work, summaryOf(store.value, plan_id));
  },
  'edits/compare': (input, host) => {
    const store = host.store();
    return store.ok ? comparisonView(store.value, input, host.today()) : store;
  },
  'edits/export': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const view = comparisonView(store.value, input, host.today());
    if (!view.ok) return view;
    const { headings, rows } = comparisonRows(view.value);
    const name = 'Two plans compared.csv';
    return ok({ file_id: host.files.put(name, writeCsv(headings, rows)), name });
  },
};

function trialOf(store: Store, plan_id: number): Result<PlanSummary> {
  const head = store.trials.summary(plan_id);
  return head === null || head.trial === null
    ? fail('no_trial', 'There is no such trial.', 'Choose a trial of the list.', { plan_id })
    : ok(head);
}
