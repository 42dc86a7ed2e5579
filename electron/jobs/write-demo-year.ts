/** Writes what the invented county's year brought: contacts, absences, invoices. To be called within a write. */
import type { Store } from '../../db/store.ts';
import type { DemoRunningYear } from '../../shared/demo/running-year.ts';
import { defined } from '../../shared/kernel/assert.ts';

/** The generator counts clients and contracts from 1; the store gives its own numbers. */
export interface DemoIds {
  readonly client: (id: number) => number;
  readonly contract: (id: number) => number;
}

/** Contacts with what was done about them, absences, and invoices line by line. */
export function writeDemoYear(store: Store, year: DemoRunningYear, ids: DemoIds): void {
  const { inYear } = store;
  for (const { given, steps } of year.contacts) {
    const client_id = given.client_id === null ? null : ids.client(given.client_id);
    const { id } = inYear.addContact({ ...given, client_id });
    for (const { kind, on, words } of steps)
      inYear.addContactStep(id, { kind, on, words, by: given.recorded_by });
  }
  for (const each of year.absences)
    inYear.recordAbsence({
      ...each,
      client_id: each.client_id === null ? null : ids.client(each.client_id),
      contract_id: each.contract_id === null ? null : ids.contract(each.contract_id),
    });
  for (const { invoice, lines } of year.invoices) {
    const { id } = inYear.addInvoice(invoice);
    for (const line of lines)
      defined(inYear.setInvoiceLine(id, line), `line ${line.line} of ${invoice.ref}`);
  }
}
