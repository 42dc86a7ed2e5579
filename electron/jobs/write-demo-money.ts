/** Writes the invented county's books. To be called within a write. */
import type { Store } from '../../db/store.ts';
import type { DemoMoney } from '../../shared/demo/money.ts';
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
