/** Writes the invented county's books. To be called within a write. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { DemoMoney } from '../../shared/demo/money.ts';
import { closingGiven } from './money/close-period.ts';
import { monitorAt } from './money/money-view.ts';
import type { DemoIds } from './write-demo-year.ts';

/** Codes, budget, virements, ledger, the prices that savings changed, savings and benchmarks. */
export function writeDemoMoney(store: Store, books: DemoMoney, ids: DemoIds): void {
  const { money } = store;
  for (const { code, line, label } of books.codes) {
    money.knowCode(code, label);
    if (line !== null) money.setCodeLine(code, line);
  }
  for (const entry of books.budgets) money.setBudget(entry);
  for (const virement of books.virements) money.addVirement(virement);
  for (const line of books.ledger) money.addLedgerLine(line);
  for (const event of books.events)
    store.lots.recordEvent({ ...event, contract_id: ids.contract(event.contract_id) });
  for (const saving of books.savings) money.saveSaving({ ...saving, id: null });
  for (const benchmark of books.benchmarks) money.setBenchmark(benchmark);
}

/** A county as large as a council’s has June signed off; smaller ones are made by the dozen, and the period takes a fifth of their making. */
const CLOSED_FROM = 2000;
const CLOSED_ON = isoDate('2026-07-14');
const JUNE = { year: 2026, period: 3 };

/** Signs June off as it was known in July, then posts what came late. Each is a write of its own. */
export function closeDemoJune(store: Store, books: Pick<DemoMoney, 'late'>, clients: number): void {
  const signed = { on: CLOSED_ON, by: 'Priya Nair', reason: 'Monitoring report of June, cabinet of 14 July' }; // prettier-ignore
  if (clients >= CLOSED_FROM) {
    const given = closingGiven(monitorAt(store, JUNE, CLOSED_ON), signed);
    store.write({ who: signed.by, why: 'hand' }, () => store.money.closePeriod(given));
  }
  store.write({ who: 'Kerbside', why: 'the making of the invented county' }, () => {
    for (const line of books.late) store.money.addLedgerLine(line);
  });
}
