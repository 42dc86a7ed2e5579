import type { ImportKind } from '../../model/import.ts';
import type { Field } from '../field.ts';
import { APPLICATION_FIELDS } from './application-fields.ts';
import { BID_FIELDS } from './bid-fields.ts';
import { CLAUSE_FIELDS } from './clause-fields.ts';
import { CONTRACT_FIELDS } from './contract-fields.ts';
import { INVOICE_FIELDS } from './invoice-fields.ts';
import { FEE_FIELDS } from './fee-fields.ts';
import {
  COHORT_FIELDS,
  CPI_FIELDS,
  FUEL_FIELDS,
  TERM_FIELDS,
  WAGE_FIELDS,
} from './other-fields.ts';
import { BENCHMARK_FIELDS, BUDGET_FIELDS, LEDGER_FIELDS } from './money-fields.ts';
import { REGISTER_FIELDS, REGISTER_LISTS } from './register-fields.ts';
import { BOUNDARY_FIELDS, POSTCODE_FIELDS, SCHOOL_FIELDS } from './place-fields.ts';

/** The fields of every kind of import. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly Field[]>> = {
  applications: APPLICATION_FIELDS,
  contracts: CONTRACT_FIELDS,
  // All lists together, for whoever maps columns by hand; a table is read by those of its own list.
  register: [
    ...new Map(
      REGISTER_LISTS.flatMap((list) => REGISTER_FIELDS[list]).map((each) => [each.field, each]),
    ).values(),
  ],
  invoices: INVOICE_FIELDS,
  cohort: COHORT_FIELDS,
  'term-dates': TERM_FIELDS,
  schools: SCHOOL_FIELDS,
  postcodes: POSTCODE_FIELDS,
  fuel: FUEL_FIELDS,
  cpi: CPI_FIELDS,
  wages: WAGE_FIELDS,
  clauses: CLAUSE_FIELDS,
  boundaries: BOUNDARY_FIELDS,
  bids: BID_FIELDS,
  ledger: LEDGER_FIELDS,
  budget: BUDGET_FIELDS,
  benchmarks: BENCHMARK_FIELDS,
  fees: FEE_FIELDS,
};
