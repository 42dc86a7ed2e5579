import type { ImportKind } from '../../../shared/model/import.ts';

/** What the screen of imports says of each kind, in the order a new store is best filled. */
export const KIND_FACTS: readonly {
  readonly kind: ImportKind;
  readonly label: string;
  readonly explains: string;
  readonly source: string;
  /** The store's table whose rows are counted. */
  readonly table: string;
}[] = [
  {
    kind: 'applications',
    label: 'Applications',
    explains:
      'This summer’s requests for transport, one line a child. Recognised by your own reference.',
    source: 'Your case system, as .xlsx or .csv',
    table: 'application',
  },
  {
    kind: 'contracts',
    label: 'Contract register',
    explains:
      'The county that already runs: contracts with price, provider and vehicle, one line a client in pick-up order.',
    source: 'Your contract register, as .xlsx or .csv',
    table: 'contract',
  },
  {
    kind: 'register',
    label: 'Register of people and vehicles',
    explains:
      'Providers, fleets, drivers and assistants, competences, vehicles and who is assigned: a file or a sheet each.',
    source: 'Your registers, as .xlsx or .csv',
    table: 'worker',
  },
  {
    kind: 'schools',
    label: 'Schools',
    explains: 'Where children are placed: position, type, ages, needs met, places and times.',
    source: 'Get Information about Schools (DfE), or your own list',
    table: 'school',
  },
  {
    kind: 'postcodes',
    label: 'Postcodes',
    explains: 'Positions of homes and schools that come without coordinates.',
    source: 'Code-Point Open (Ordnance Survey) or the ONS Postcode Directory, as downloaded',
    table: 'postcode',
  },
  {
    kind: 'invoices',
    label: 'Providers’ invoices',
    explains:
      'Days that providers charge for, one line a day or a period, set against the days that ran.',
    source: 'Your provider’s or your finance system’s list, as .xlsx or .csv',
    table: 'invoice_line',
  },
  {
    kind: 'bids',
    label: 'Bids',
    explains: 'Prices and answers of providers for the lots of a tender, one workbook a provider.',
    source: 'The workbook that the tender gave out, as the provider filled it in',
    table: 'bid',
  },
  {
    kind: 'budget',
    label: 'Budget',
    explains: 'The year’s budget by cost code, as set and as it stands now, with what changed it.',
    source: 'Your finance system’s budget report, as .xlsx or .csv',
    table: 'budget_entry',
  },
  {
    kind: 'ledger',
    label: 'Ledger',
    explains: 'What was posted on transport’s cost codes, a line each, matched to contracts.',
    source: 'Your finance system’s transaction list, as .xlsx or .csv',
    table: 'ledger_line',
  },
  {
    kind: 'benchmarks',
    label: 'Benchmarks',
    explains: 'Published figures a head, each with its source and what it counts.',
    source: 'Your own list of published figures, as .xlsx or .csv',
    table: 'benchmark',
  },
  {
    kind: 'fees',
    label: 'Placement fees',
    explains:
      'What schools ask a year, one line a school, need or phase, from a day on. Another budget than transport.',
    source: 'Your placements team’s list or the schools’ schedules of fees, as .xlsx or .csv',
    table: 'placement_fee',
  },
  {
    kind: 'cohort',
    label: 'Cohort',
    explains: 'Children who should apply, so that reminders reach those who have not.',
    source: 'Your education system, as .xlsx or .csv',
    table: 'cohort_member',
  },
  {
    kind: 'term-dates',
    label: 'Term dates',
    explains: 'Terms and closed days by school; without a school they are the county’s.',
    source: 'Your own list, as .xlsx or .csv',
    table: 'term_span',
  },
  {
    kind: 'fuel',
    label: 'Fuel prices',
    explains: 'Weekly pump prices: what fuel has done to the cost.',
    source: 'Weekly road fuel prices (DESNZ)',
    table: 'fuel_price',
  },
  {
    kind: 'cpi',
    label: 'Consumer prices',
    explains: 'Monthly index of consumer prices, for contracts with an index clause.',
    source: 'CPI index D7BT (ONS), as downloaded',
    table: 'cpi_month',
  },
  {
    kind: 'wages',
    label: 'Wage rates',
    explains: 'Minimum and living wage by date and age, for the labour in a price.',
    source: 'National minimum wage rates (GOV.UK)',
    table: 'wage_floor',
  },
  {
    kind: 'clauses',
    label: 'Index clauses',
    explains:
      'How contract prices follow diesel, wages or consumer prices, by provider or contract.',
    source: 'The contracts’ own terms, .csv or .xlsx',
    table: 'index_clause',
  },
  {
    kind: 'boundaries',
    label: 'District boundaries',
    explains: 'Districts drawn on the map, and each home’s district.',
    source: 'Local authority districts (ONS Open Geography), as GeoJSON',
    table: 'district',
  },
];
