import type { Sql } from './sql.ts';

/**
 * How the changes of one table are kept. `logged`: its store writes the lines that people read; `lines`: they are made from the
 * journal; both are journalled whole. `overwrites`: reference data by the hundred thousand, of which what is overwritten or taken out is
 * journalled, and the import's own line tells what came. `none`: worked out from other tables, or the history itself.
 */
export type TraceKind = 'logged' | 'lines' | 'overwrites' | 'none';

/** What a change of the table bears on, so that an undoing brings into step what is derived from it. */
/** `plan`: the plan in use, so transport and how each child is carried from this day. */
export type RestsOnIt = 'client' | 'transport' | 'plan' | 'everybody' | 'nothing';

export interface TableTrace {
  readonly kind: TraceKind;
  /** The kind of record in the history's lines. */
  readonly entity: string;
  readonly rests: RestsOnIt;
  /** Columns that name a record where its row number does not: the same on every copy of the store. */
  readonly key?: readonly string[];
  /** New records make their line from the journal, though other lines are written by the store. */
  readonly addedByJournal?: boolean;
  /** Why nothing in this table is undone: a sentence with what to do instead. */
  readonly stays?: string;
  /** The fields that `stays` is about ('': rows that come or go); absent: all. */
  readonly staysAt?: readonly string[];
}

const none: TableTrace = { kind: 'none', entity: '', rests: 'nothing' };
const A_PLAN =
  'A plan is not undone: make a new one, delete the trial, or take the approval back on the plan.';
const A_TENDER = 'A tender is cancelled, or a lot withdrawn, with the reason, not undone.';
const A_CLOSING = 'A period that was closed is opened again with a reason, not undone.';
const AN_IMPORT = 'An import is taken back by restoring the back-up that was made before it.';

/** Every table of the store. One that is not here is kept whole too, and a test asks for its line. */
export const TABLE_TRACES: Readonly<Record<string, TableTrace>> = {
  client: {
    kind: 'logged',
    entity: 'client',
    rests: 'client',
    key: ['ref'],
    addedByJournal: true,
  },
  application: { kind: 'logged', entity: 'application', rests: 'client' },
  cohort_member: { kind: 'logged', entity: 'cohort', rests: 'nothing', addedByJournal: true },
  contract: { kind: 'logged', entity: 'contract', rests: 'transport', key: ['ref'] },
  contract_stop: { kind: 'logged', entity: 'stop', rests: 'transport' },
  school: { kind: 'logged', entity: 'school', rests: 'everybody', addedByJournal: true },
  setting: { kind: 'logged', entity: 'setting', rests: 'everybody' },
  family_link: { kind: 'logged', entity: 'family', rests: 'nothing' },
  decision: {
    kind: 'logged',
    entity: 'application',
    rests: 'client',
    stays: 'A signed decision is superseded by signing a new one, not undone.',
  },
  appeal: {
    kind: 'logged',
    entity: 'application',
    rests: 'client',
    stays: 'An appeal and its result stay on the record; give it the result withdrawn.',
  },
  evidence: {
    kind: 'logged',
    entity: 'application',
    rests: 'client',
    stays: 'Evidence is withdrawn on the case, with the reason, not undone.',
  },
  section_i_version: {
    kind: 'logged',
    entity: 'client',
    rests: 'client',
    stays: 'A version of section I is withdrawn on the case, with the reason, not undone.',
  },
  walking_route: {
    kind: 'logged',
    entity: 'walking_route',
    rests: 'nothing',
    stays: 'An assessment of a route is withdrawn in the register, with the reason, not undone.',
  },
  letter: {
    kind: 'logged',
    entity: 'application',
    rests: 'client',
    stays: 'A letter that was issued is withdrawn, not undone.',
  },
  life_step: {
    kind: 'logged',
    entity: 'application',
    rests: 'client',
    stays: 'A signed step is taken back on the case, with the reason, not undone.',
  },
  information_request: { kind: 'logged', entity: 'application', rests: 'client' },
  letter_reason: { kind: 'logged', entity: 'application', rests: 'nothing' },
  client_address: { kind: 'logged', entity: 'client', rests: 'client' },
  client_placement: { kind: 'logged', entity: 'client', rests: 'client' },
  client_care: { kind: 'logged', entity: 'client', rests: 'client' },
  client_move: { kind: 'logged', entity: 'client', rests: 'client' },
  tif_version: {
    kind: 'logged',
    entity: 'client',
    rests: 'client',
    stays: 'A version of a TIF is superseded by the next one, not undone.',
  },
  tif_confirmation: {
    kind: 'logged',
    entity: 'client',
    rests: 'client',
    stays: 'A confirmation of a TIF stays; sign a new version where something did change.',
  },
  tif_draft: { kind: 'logged', entity: 'client', rests: 'nothing' },
  tif_draft_answer: { kind: 'logged', entity: 'client', rests: 'nothing' },
  route_sheet: {
    kind: 'logged',
    entity: 'sheet',
    rests: 'nothing',
    stays: 'A sheet that was issued is withdrawn, with the reason, not undone.',
  },
  paper: {
    kind: 'logged',
    entity: 'paper',
    rests: 'nothing',
    stays: 'A list that was issued is withdrawn, with the reason, not undone.',
  },
  withdrawal_note: {
    kind: 'logged',
    entity: 'sheet',
    rests: 'nothing',
    stays: 'That a provider was asked to destroy a sheet stays on record.',
  },
  clinical_waiver: {
    kind: 'logged',
    entity: 'client',
    rests: 'client',
    stays: 'A waiver is withdrawn on the case, with the reason, not undone.',
  },
  guide_reason: {
    kind: 'logged',
    entity: 'client',
    rests: 'client',
    stays: 'A reason for going over the guide is withdrawn on the case, not undone.',
  },
  plan: {
    kind: 'logged',
    entity: 'plan',
    rests: 'plan',
    stays: A_PLAN,
    staysAt: ['', 'approved_by', 'frozen_by'],
  },
  trial_plan: { kind: 'logged', entity: 'plan', rests: 'nothing' },
  plan_route: { kind: 'logged', entity: 'plan', rests: 'plan' },
  plan_stop: { kind: 'logged', entity: 'plan', rests: 'plan' },
  plan_cost: { kind: 'logged', entity: 'plan', rests: 'nothing' },
  plan_unallocated: { kind: 'logged', entity: 'plan', rests: 'plan' },
  plan_violation: { kind: 'logged', entity: 'plan', rests: 'nothing' },
  service_step: { kind: 'logged', entity: 'service', rests: 'transport' },
  confirmed_seat: { kind: 'logged', entity: 'seat', rests: 'transport' },
  hand_back: { kind: 'logged', entity: 'contract', rests: 'nothing' },
  school_sharing: { kind: 'logged', entity: 'school_sharing', rests: 'nothing' },
  stays_apart: { kind: 'logged', entity: 'client', rests: 'nothing' },
  provider: { kind: 'logged', entity: 'provider', rests: 'nothing', key: ['key'] },
  provider_fleet: { kind: 'logged', entity: 'provider', rests: 'nothing' },
  worker: { kind: 'logged', entity: 'worker', rests: 'transport' },
  worker_competence: { kind: 'logged', entity: 'worker', rests: 'transport' },
  vehicle: { kind: 'logged', entity: 'vehicle', rests: 'transport', key: ['mark'] },
  assignment: { kind: 'logged', entity: 'contract', rests: 'transport' },
  // A child whose family or school was not told has no transport by the change: telling bears on who has.
  notice_told: { kind: 'logged', entity: 'notice', rests: 'transport' },
  notice_acknowledged: { kind: 'logged', entity: 'notice', rests: 'nothing' },
  change_taken_back: { kind: 'logged', entity: 'change_event', rests: 'transport' },
  change_overridden: { kind: 'logged', entity: 'change_event', rests: 'transport' },
  retender_round: { kind: 'logged', entity: 'round', rests: 'nothing' },
  round_school: { kind: 'logged', entity: 'round', rests: 'nothing' },
  round_contract: { kind: 'logged', entity: 'round', rests: 'nothing' },
  round_signature: { kind: 'logged', entity: 'round', rests: 'nothing' },
  contact: {
    kind: 'logged',
    entity: 'contact',
    rests: 'nothing',
    stays:
      'An entry of the contact log is closed, opened again or withdrawn on the log, not undone.',
    // All but the provider, who may be renamed and named back.
    staysAt: ['', 'kind', 'client_id', 'route_ref', 'urn', 'happened_on', 'what', 'told_by', 'recorded_on', 'recorded_by', 'follow_up_on', 'closed_on', 'closed_by', 'outcome', 'withdrawn', 'restricted'], // prettier-ignore
  },
  contact_step: {
    kind: 'logged',
    entity: 'contact',
    rests: 'nothing',
    stays: 'What was done about an entry of the contact log stays; add what is right now.',
  },
  // The only place of what is written of safeguarding: no journal, so that no history, undoing or file ever has it.
  contact_restricted: none,
  school_day: { kind: 'logged', entity: 'calendar', rests: 'everybody' },
  absence: { kind: 'logged', entity: 'absence', rests: 'nothing' },
  contract_rule: { kind: 'logged', entity: 'contract', rests: 'nothing' },
  invoice: { kind: 'logged', entity: 'invoice', rests: 'nothing', stays: AN_IMPORT },
  invoice_line: { kind: 'logged', entity: 'invoice', rests: 'nothing', stays: AN_IMPORT },
  invoice_step: {
    kind: 'logged',
    entity: 'invoice',
    rests: 'nothing',
    stays: 'An answer to a line of an invoice stays on the record; answer the line again.',
  },
  tender: { kind: 'logged', entity: 'tender', rests: 'nothing', stays: A_TENDER },
  lot: { kind: 'logged', entity: 'tender', rests: 'nothing', stays: A_TENDER },
  tender_invitation: {
    kind: 'logged',
    entity: 'tender',
    rests: 'nothing',
    stays: A_TENDER,
    staysAt: ['', 'invited_on', 'invited_by', 'written_at', 'written_by', 'handed_on', 'handed_by', 'handed_how'], // prettier-ignore
  },
  bid: {
    kind: 'logged',
    entity: 'tender',
    rests: 'nothing',
    stays: 'A bid is replaced by a later one of its provider, not undone.',
  },
  bid_answer: { kind: 'logged', entity: 'tender', rests: 'nothing', stays: AN_IMPORT },
  bid_score: {
    kind: 'logged',
    entity: 'tender',
    rests: 'nothing',
    stays: 'A mark is replaced by giving another, not undone.',
  },
  award: {
    kind: 'logged',
    entity: 'tender',
    rests: 'nothing',
    stays: 'An award is withdrawn on the tender, with the reason, not undone.',
  },
  contract_event: {
    kind: 'logged',
    entity: 'contract',
    rests: 'nothing',
    stays: 'What happened to a contract stays; record what happened next.',
  },
  cost_code: { kind: 'logged', entity: 'budget', rests: 'nothing', key: ['code'] },
  budget_entry: { kind: 'logged', entity: 'budget', rests: 'nothing' },
  virement: {
    kind: 'logged',
    entity: 'budget',
    rests: 'nothing',
    stays: 'A virement stays on the record; record another that takes it back.',
  },
  ledger_line: { kind: 'logged', entity: 'ledger', rests: 'nothing', stays: AN_IMPORT },
  period_closing: { kind: 'logged', entity: 'period', rests: 'nothing', stays: A_CLOSING },
  period_closing_line: { kind: 'logged', entity: 'period', rests: 'nothing', stays: A_CLOSING },
  line_forecast: {
    kind: 'logged',
    entity: 'line_forecast',
    rests: 'nothing',
    stays: 'How a line is forecast stays on the record; choose another way, with its reason.',
  },
  saving: { kind: 'logged', entity: 'saving', rests: 'nothing' },
  benchmark: { kind: 'logged', entity: 'benchmark', rests: 'nothing' },
  district: { kind: 'lines', entity: 'district', rests: 'everybody' },
  term_span: { kind: 'lines', entity: 'term', rests: 'everybody' },
  fuel_price: { kind: 'lines', entity: 'fuel', rests: 'nothing' },
  cpi_month: { kind: 'lines', entity: 'cpi', rests: 'nothing' },
  price_series: { kind: 'lines', entity: 'price_series', rests: 'nothing', key: ['series'] },
  price_correction: { kind: 'logged', entity: 'price', rests: 'nothing' },
  cpi_rebased: { kind: 'lines', entity: 'cpi', rests: 'nothing' },
  cpi_choice: { kind: 'logged', entity: 'price', rests: 'nothing' },
  index_clause: { kind: 'logged', entity: 'index_clause', rests: 'nothing', key: ['ref'] },
  indexed_price: {
    kind: 'logged',
    entity: 'contract',
    rests: 'nothing',
    stays: 'An accepted price is a variation of the contract: record the next one.',
  },
  wage_floor: { kind: 'lines', entity: 'wage', rests: 'nothing' },
  saved_view: { kind: 'lines', entity: 'view', rests: 'nothing', key: ['name'] },
  placement_fee: { kind: 'lines', entity: 'placement_fee', rests: 'nothing' },
  provision: { kind: 'lines', entity: 'provision', rests: 'nothing', key: ['name'] },
  scenario: { kind: 'lines', entity: 'scenario', rests: 'nothing', key: ['name'] },
  claim: { kind: 'logged', entity: 'claim', rests: 'nothing' },
  claim_answer: {
    kind: 'logged',
    entity: 'claim',
    rests: 'nothing',
    stays: 'An answer to a claim stays on the record; answer the claim again.',
  },
  column_mapping: { kind: 'lines', entity: 'mapping', rests: 'nothing' },
  import_report: { kind: 'logged', entity: 'import', rests: 'nothing', stays: AN_IMPORT },
  postcode: { kind: 'overwrites', entity: 'postcode', rests: 'nothing', stays: AN_IMPORT },
  import_row: none,
  carriage: none,
  part_carriage: none,
  part_carriage_since: none,
  // They follow the plan, its undoing included: taken back by exact values they would be lost after somebody was told.
  change_event: none,
  change_notice: none,
  notice_basis: none,
  notice_line: none,
  client_state: none,
  search_word: none,
  transport_day: none,
  derived: none,
  meta: none,
  change: none,
  history: none,
  row_change: none,
  device: none,
};

/** A table as the journal sees it. */
export interface TracedTable extends TableTrace {
  readonly table: string;
  /** Whether it has its line in `TABLE_TRACES`. */
  readonly isDeclared: boolean;
  readonly columns: readonly string[];
  /** Columns that name a row, in the order of the journal's key. */
  readonly key: readonly string[];
}

/** Tables of an open store whose changes are kept. Those with binary columns hold no person's entry and are left out. */
export function tracedTables(sql: Sql): readonly TracedTable[] {
  const names = sql
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_text%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const traced: TracedTable[] = [];
  for (const table of names) {
    const columns = sql.prepare(`SELECT name, type, pk FROM pragma_table_info(?)`).all(table) as {
      readonly name: string;
      readonly type: string;
      readonly pk: number;
    }[];
    const declared = TABLE_TRACES[table];
    const trace = declared ?? ({ kind: 'lines', entity: table, rests: 'everybody' } as const);
    const key =
      trace.key ??
      columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map(({ name }) => name);
    if (trace.kind === 'none' || key.length === 0) continue;
    if (columns.some(({ type }) => type === 'BLOB')) continue;
    traced.push({
      ...trace,
      table,
      isDeclared: declared !== undefined,
      columns: columns.map(({ name }) => name),
      key,
    });
  }
  return traced;
}
