/** Kinds of record in the history, in words: one, and several. */
const ENTITY_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  client: ['Client', 'Clients'],
  application: ['Application', 'Applications'],
  school: ['School', 'Schools'],
  contract: ['Contract', 'Contracts'],
  stop: ['Seat on contract', 'Seats on contracts'],
  setting: ['Setting', 'Settings'],
  cohort: ['Child of the cohort', 'Children of the cohort'],
  family: ['Family linked by hand', 'Families linked by hand'],
  plan: ['Plan', 'Plans'],
  tender: ['Tender', 'Tenders'],
  sheet: ['Route sheet', 'Route sheets'],
  service: ['Route', 'Routes'],
  seat: ['Seat confirmed on contract', 'Seats confirmed on contracts'],
  paper: ['List', 'Lists'],
  school_sharing: ['Schools', 'Schools that share'],
  route_problem: ['Problem on route', 'Problems on routes'],
  provider: ['Provider', 'Providers'],
  worker: ['Driver or assistant', 'Drivers and assistants'],
  vehicle: ['Vehicle', 'Vehicles'],
  notice: ['Change notice of', 'Change notices'],
  change_event: ['Change', 'Changes'],
  round: ['Retender round', 'Retender rounds'],
  contact: ['Entry of the contact log', 'Contact log'],
  absence: ['Absence', 'Absences'],
  calendar: ['Calendar of', 'Calendars'],
  invoice: ['Invoice', 'Invoices'],
  budget: ['Budget of', 'Budgets'],
  ledger: ['Ledger', 'Ledger lines'],
  period: ['Financial year', 'Periods closed'],
  line_forecast: ['Forecast of', 'Forecasts of lines'],
  saving: ['Saving', 'Savings'],
  benchmark: ['Benchmark', 'Benchmarks'],
  claim: ['Claim', 'Claims'],
  district: ['District', 'Districts'],
  term: ['Term date', 'Term dates'],
  index_clause: ['Index clause', 'Index clauses'],
  price: ['Price of', 'Prices'],
  price_series: ['Price series', 'Price series'],
  fuel: ['Fuel price of the week', 'Fuel prices'],
  cpi: ['Consumer price index of', 'Months of the consumer price index'],
  wage: ['Wage floor', 'Wage floors'],
  view: ['Saved view', 'Saved views'],
  mapping: ['Mapping of columns', 'Mappings of columns'],
  import: ['Import', 'Imports'],
  postcode: ['Postcode', 'Postcodes'],
  walking_route: ['Walking route', 'Walking routes'],
  placement_fee: ['Placement fee of', 'Placement fees'],
  provision: ['New provision', 'New provisions'],
};

/** A kind of record in words; one without words is called by its table. */
export function entityWord(entity: string, many = false): string {
  const words = ENTITY_WORDS[entity];
  if (words !== undefined) return words[many ? 1 : 0];
  const name = entity.replaceAll('_', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Kinds whose fields are understood without the record's name: they stand on the page of their child or under their own label. */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  'client',
  'application',
  'setting',
  'school',
  'cohort',
  'plan',
]);

/** What a field's sentence says of its record: ` on contract C1`, ` of saved view Mine`, or nothing. */
export function ofRecord(entity: string, ref: string): string {
  if (entity === 'contract' || entity === 'stop') return ` on contract ${ref}`;
  if (UNDERSTOOD.has(entity)) return '';
  const word = entityWord(entity);
  return ` of ${word.charAt(0).toLowerCase()}${word.slice(1)} ${ref}`;
}
