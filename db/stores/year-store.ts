import type { Session } from '../session.ts';
import type { YearStore } from '../year-aggregate.ts';
import { absencesPart } from './absences-store.ts';
import { contactsPart } from './contacts-store.ts';
import { dayRulesPart } from './day-rules-store.ts';
import { invoicesPart } from './invoices-store.ts';

/** The year through, put together of its parts. */
export function yearStore(session: Session): YearStore {
  return {
    ...dayRulesPart(session),
    ...absencesPart(session),
    ...contactsPart(session),
    ...invoicesPart(session),
  };
}
