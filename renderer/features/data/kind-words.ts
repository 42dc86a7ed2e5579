import type { ImportKind } from '../../../shared/model/import.ts';

/** What each kind of file holds, in the order a county usually brings them. */
export const KIND_LIST: readonly {
  readonly kind: ImportKind;
  readonly label: string;
  readonly explains: string;
}[] = [
  {
    kind: 'applications',
    label: 'Applications',
    explains: 'This summer’s requests, .xlsx or .csv',
  },
  {
    kind: 'contracts',
    label: 'Contract register',
    explains: 'The routes and clients already running',
  },
  {
    kind: 'register',
    label: 'People and vehicles',
    explains: 'Providers, drivers, assistants, competences, vehicles',
  },
  {
    kind: 'invoices',
    label: 'Providers’ invoices',
    explains: 'What providers charge, by day or period',
  },
  { kind: 'bids', label: 'Bids', explains: 'The workbook of a tender as a provider filled it in' },
  { kind: 'budget', label: 'Budget', explains: 'The year’s budget by cost code' },
  { kind: 'ledger', label: 'Ledger', explains: 'What was posted on transport’s cost codes' },
  { kind: 'benchmarks', label: 'Benchmarks', explains: 'Published figures a head' },
  { kind: 'fees', label: 'Placement fees', explains: 'What schools ask a year, by need and phase' },
  { kind: 'cohort', label: 'Cohort', explains: 'Children expected to apply' },
  { kind: 'term-dates', label: 'Term dates', explains: 'Open days and days off, by school' },
  {
    kind: 'schools',
    label: 'Schools',
    explains: 'The GIAS files as published, or any .csv of schools',
  },
  {
    kind: 'postcodes',
    label: 'Postcodes',
    explains: 'Code-Point Open’s folder or zip, or the ONS directory',
  },
  { kind: 'fuel', label: 'Road fuel prices', explains: 'DESNZ weekly prices as published' },
  { kind: 'cpi', label: 'Consumer prices', explains: 'The ONS index as published' },
  { kind: 'wages', label: 'Wage floors', explains: 'Minimum and living wage by date and age' },
  {
    kind: 'clauses',
    label: 'Index clauses',
    explains: 'How contract prices follow diesel, wages or prices',
  },
  { kind: 'boundaries', label: 'Boundaries', explains: 'Districts as GeoJSON' },
];

/** A kind's word. */
export function kindWord(kind: ImportKind): string {
  return KIND_LIST.find((one) => one.kind === kind)?.label ?? kind;
}
