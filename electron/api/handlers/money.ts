/** The council's money: monitoring, and what a person says of codes, budgets, savings and the ledger. */
import { periodOf, spanOf } from '../../../shared/calendar/financial-year.ts';
import type { MoneyView } from '../../../shared/api/views/money.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { moneyBehind } from '../../jobs/money/money-behind.ts';
import { moneyView } from '../../jobs/money/money-view.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers } from '../handler.ts';
import { moneyClosingHandlers } from './money-closing.ts';

type Channels =
  | 'money/monitor'
  | 'money/behind'
  | 'money/set-code-line'
  | 'money/vire'
  | 'money/save-saving'
  | 'money/remove-saving'
  | 'money/take-out-ledger'
  | 'money/remove-benchmark'
  | 'money/export';

export const moneyHandlers: Handlers<Channels | keyof typeof moneyClosingHandlers> = {
  ...moneyClosingHandlers,
  'money/monitor': async ({ at }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    // What every period rests on is gone through in a thread: half of what a period takes.
    const made = await host.page(at === null ? 'money_last' : 'invoice_lines');
    if (!made.ok) return made;
    return ok(at === null ? (JSON.parse(made.value) as MoneyView) : moneyView(store.value, at, host.today())); // prettier-ignore
  },

  'money/behind': async (asked, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const made = await host.page('invoice_lines');
    return made.ok ? ok(moneyBehind(store.value, asked, host.today())) : made;
  },

  'money/set-code-line': ({ code, line }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const { money } = open.value;
    if (!money.codes().some((each) => each.code === code))
      return fail('no_such_record', `There is no cost code ${code}.`, 'Look at the codes again.', { code }); // prettier-ignore
    const outcome = open.value.write(host.byHand(), () => money.setCodeLine(code, line));
    host.changed('data');
    return ok({ changed: outcome === 'changed' });
  },

  'money/vire': ({ year, from_code, to_code, pence, on, reason, by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const { money } = open.value;
    const known = new Set(money.codes().map(({ code }) => code));
    const unknown = [from_code, to_code].filter((code) => code !== '' && !known.has(code));
    const of = periodOf(on).year;
    const problems = [
      ...(from_code === '' && to_code === '' ? ['Say which code the budget goes to or comes from.'] : []), // prettier-ignore
      ...(from_code === to_code && from_code !== '' ? ['From and to are the same code.'] : []),
      ...unknown.map((code) => `There is no cost code ${code}.`),
      ...(pence <= 0 ? ['Give an amount above nothing.'] : []),
      ...(of === year ? [] : [`The day is not in the year: it runs from ${spanOf({ year, period: 1 }).from} to ${spanOf({ year, period: 12 }).to}.`]), // prettier-ignore
      ...(reason.trim() === '' ? ['Write why.'] : []),
      ...(by.trim() === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const sides = [
      ...(from_code === '' ? [] : [{ code: from_code, pence: -pence }]),
      ...(to_code === '' ? [] : [{ code: to_code, pence }]),
    ];
    open.value.write({ who: by.trim(), why: 'hand' }, () => {
      for (const side of sides) money.addVirement({ year, ...side, on, reason: reason.trim(), by: by.trim() }); // prettier-ignore
    });
    host.changed('data');
    return ok({ recorded: sides.length });
  },

  'money/save-saving': (given, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const refs = new Map(store.contracts.all().map(({ ref }) => [ref.toUpperCase(), ref]));
    const asked = [...new Set(given.contracts.map((ref) => ref.trim().toUpperCase()))].filter(Boolean); // prettier-ignore
    const unknown = asked.filter((ref) => !refs.has(ref));
    const problems = [
      ...(given.name.trim() === '' ? ['Give the saving a name.'] : []),
      ...(given.owner.trim() === '' ? ['Say who owns it.'] : []),
      ...(given.baseline_pence < 0 ? ['The baseline cannot be below nothing.'] : []),
      ...(periodOf(given.from_on).year > given.year ? ['It begins after its financial year has ended.'] : []), // prettier-ignore
      ...(asked.length === 0 ? ['Name the contracts whose prices it changes: what is delivered comes from them alone.'] : []), // prettier-ignore
      ...(unknown.length === 0 ? [] : [`Not in the register: ${unknown.slice(0, 10).join(', ')}.`]),
    ];
    if (problems.length > 0) return notComplete(problems);
    const contracts = asked.map((ref) => refs.get(ref) ?? ref);
    const saved = store.write(
      host.byHand(),
      () =>
      store.money.saveSaving({ ...given, name: given.name.trim(), owner: given.owner.trim(), contracts }), // prettier-ignore
    );
    host.changed('data');
    return ok({ id: saved.id });
  },

  'money/remove-saving': ({ id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const removed = store.value.write(host.byHand(), () => store.value.money.removeSaving(id));
    host.changed('data');
    return ok({ removed });
  },

  'money/take-out-ledger': ({ ids, reason }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    if (reason.trim() === '') return notComplete(['Write why.']);
    const removed = store.value.write(host.byHand(), () => store.value.money.removeLedgerLines(ids, reason.trim())); // prettier-ignore
    host.changed('data');
    return ok({ removed });
  },

  'money/remove-benchmark': ({ id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const removed = store.value.write(host.byHand(), () => store.value.money.removeBenchmark(id));
    host.changed('data');
    return ok({ removed });
  },

  'money/export': ({ year, period, format }, host) =>
    host.startJob({ kind: 'export', label: `Monitoring, ${format === 'csv' ? '.csv' : 'workbook'}`, report: 'monitoring', format, period: { year, period } }), // prettier-ignore
};
