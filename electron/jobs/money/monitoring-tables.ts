/** Monitoring as tables for files, with the figures of the screen. */
import type { MoneyView } from '../../../shared/api/views/money.ts';
import { financialYearName } from '../../../shared/calendar/financial-year.ts';
import { withTotal, type Cell, type Column, type Table } from '../../../shared/figures/table.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { SAVING_KIND_WORDS } from '../../../shared/model/budget-words.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import { OUR_DEFINITION } from '../../../shared/money/heads.ts';
import { MATCH_KINDS, MATCH_WORDS } from '../../../shared/money/match-ledger.ts';
import type { MonitorLine } from '../../../shared/money/monitor.ts';

/** What a line's forecast rests on, with who said so where it is typed. */
function basisWords({ basis, chosen }: MonitorLine): string {
  if (basis === 'contracts') return 'contracts';
  if (basis === 'budget') return 'as budgeted, est.';
  if (basis === 'run_rate') return 'run rate, est.';
  return `typed by ${chosen?.by ?? ''}: ${chosen?.reason ?? ''}`;
}

type MonitorColumn = Column & { readonly cell: (line: MonitorLine) => Cell };

const money = (
  key: string,
  label: string,
  cell: (line: MonitorLine) => Cell,
  kind: 'pence' | 'change' = 'pence',
): MonitorColumn =>
  // prettier-ignore
  ({ key, label, kind, total: 'sum', cell });

const COLUMNS: readonly MonitorColumn[] = [
  { key: 'line', label: 'Line', kind: 'text', cell: ({ line }) => shownLineWords(line) },
  money('original_pence', 'Original budget, £', (line) => line.original_pence),
  money('current_pence', 'Current budget, £', (line) => line.current_pence),
  money('actual_pence', 'Actual, £', (line) => line.actual_pence),
  money('accrual_pence', 'Accrual, £', (line) => line.accrual_pence),
  money('commitment_pence', 'Commitment, £', (line) => line.commitment_pence),
  money('forecast_pence', 'Forecast, £', (line) => line.forecast_pence),
  money('variance_pence', 'Variance, £', (line) => line.variance_pence, 'change'),
  money('movement_pence', 'Movement, £', (line) => line.movement?.pence ?? null, 'change'),
  { key: 'movement', label: 'Why it moved', kind: 'note', cell: ({ movement }) => movement?.sentence ?? 'The first period of the year: nothing to compare with.' }, // prettier-ignore
  money('plan_pence', 'Planned, not confirmed, £', (line) => line.plan_pence),
  money('variance_with_plan_pence', 'Variance with the plan, £', (line) => line.variance_with_plan_pence, 'change'), // prettier-ignore
  money('next_year_pence', 'Committed of next year, £', (line) => line.next_year_pence),
  { key: 'basis', label: 'Rests on', kind: 'text', cell: basisWords },
  money('before_pence', 'Last month’s forecast compared with, £', (line) => line.movement?.before_pence ?? null), // prettier-ignore
  { key: 'compared_with', label: 'Compared with', kind: 'text', cell: ({ movement }) => movement === null ? '' : movement.compared_with === 'signed_off' ? 'last month as signed off' : 'last month reckoned anew' }, // prettier-ignore
  money('restated_pence', 'Restated, £', (line) => line.movement?.restated?.pence ?? null, 'change'), // prettier-ignore
];

const plain = ({ key, label, kind, total }: Column): Column =>
  total === undefined ? { key, label, kind } : { key, label, kind, total };

/** The lines with their total. */
export function monitoringTable(view: MoneyView): Table {
  return withTotal(
    {
      key: 'monitoring',
      title: `Monitoring of period ${view.period} of ${financialYearName(view.year)}`,
      columns: COLUMNS.map(plain),
      rows: view.lines.map((line) => COLUMNS.map(({ cell }) => cell(line))),
      note: `Forecast = actual + accrual + commitment; variance = forecast less current budget. Income stands below nothing. As known on ${formatDate(view.known_on)}.`,
    },
    'Total',
  );
}

function reconciliation(view: MoneyView): Table {
  return withTotal(
    {
      key: 'reconciliation',
      title: 'The ledger against contracts and invoices',
      columns: [
        { key: 'line', label: 'Line', kind: 'text' },
        ...MATCH_KINDS.map((kind): Column => ({ key: kind, label: `${MATCH_WORDS[kind]}, £`, kind: 'pence', total: 'sum' })), // prettier-ignore
        { key: 'actual', label: 'Actual, £', kind: 'pence', total: 'sum' },
      ],
      rows: view.reconciled.map((each) => [
        shownLineWords(each.line),
        ...MATCH_KINDS.map((kind) => each.pence[kind]),
        each.actual_pence,
      ]),
      note: '',
    },
    'Total',
  );
}

function unmatched(view: MoneyView): Table {
  return withTotal(
    {
      key: 'unmatched',
      title: 'Ledger lines to look at',
      columns: [
        { key: 'period', label: 'Period', kind: 'count' },
        { key: 'code', label: 'Code', kind: 'text' },
        { key: 'provider', label: 'Provider', kind: 'text' },
        { key: 'contract', label: 'Contract', kind: 'text' },
        { key: 'invoice', label: 'Invoice', kind: 'text' },
        { key: 'amount', label: 'Amount, £', kind: 'pence', total: 'sum' },
        { key: 'kind', label: 'Matched', kind: 'text' },
        { key: 'why', label: 'Why', kind: 'note' },
      ],
      rows: view.unmatched.map(({ line, kind, why }) => [line.period, line.code, line.provider, line.contract_ref, line.invoice_ref, line.amount_pence, MATCH_WORDS[kind], why]), // prettier-ignore
      note: '',
    },
    'Total',
  );
}

function savings(view: MoneyView): Table {
  return withTotal(
    {
      key: 'savings',
      title: 'Savings',
      columns: [
        { key: 'name', label: 'Saving', kind: 'text' },
        { key: 'owner', label: 'Owner', kind: 'text' },
        { key: 'kind', label: 'Kind', kind: 'text' },
        { key: 'baseline', label: 'Baseline', kind: 'note' },
        { key: 'planned', label: 'Planned, £', kind: 'pence', total: 'sum' },
        { key: 'planned_to_date', label: 'Planned to date, £', kind: 'pence', total: 'sum' },
        { key: 'delivered', label: 'Delivered to date, £', kind: 'pence', total: 'sum' },
        { key: 'year', label: 'Delivered by 31 March as priced now, £', kind: 'pence', total: 'sum' }, // prettier-ignore
      ],
      rows: view.savings.map((each) => [each.saving.name, each.saving.owner, SAVING_KIND_WORDS[each.saving.kind], each.saving.baseline, each.planned_pence, each.planned_to_date_pence, each.delivered_pence, each.year_pence]), // prettier-ignore
      note: 'Delivered is what the prices of the contracts named changed by, times the days: nothing is typed in.',
    },
    'Total',
  );
}

function heads(view: MoneyView): Table {
  return {
    key: 'heads',
    title: 'A head, beside what others publish',
    columns: [
      { key: 'name', label: 'Whose', kind: 'text' },
      { key: 'line', label: 'Line', kind: 'text' },
      { key: 'year', label: 'Year', kind: 'text' },
      { key: 'figure', label: 'A head, £', kind: 'pence' },
      { key: 'counts', label: 'What is counted', kind: 'note' },
      { key: 'source', label: 'Source', kind: 'text' },
    ],
    rows: [
      ...view.heads.map((each): readonly Cell[] => ['This county', each.line === 'all' ? 'All' : shownLineWords(each.line), financialYearName(view.year), each.a_head_pence, OUR_DEFINITION, 'This store']), // prettier-ignore
      ...view.benchmarks.map(({ benchmark }): readonly Cell[] => [benchmark.name, benchmark.line === null ? 'All' : shownLineWords(benchmark.line), benchmark.year, benchmark.pence, benchmark.definition, benchmark.source]), // prettier-ignore
    ],
    total: null,
    note: 'Figures that count differently stand side by side and are not compared.',
  };
}

/** The period as it was signed off beside what is known of it now. */
function signedOff({ signed_off, period }: MoneyView): readonly (readonly [string, Table])[] {
  if (signed_off === null) return [];
  const table: Table = {
    key: 'signed_off',
    title: `Period ${period} as ${signed_off.closed_by} signed it off on ${formatDate(signed_off.closed_on)}`,
    columns: [
      { key: 'line', label: 'Line', kind: 'text' },
      { key: 'signed', label: 'Forecast signed off, £', kind: 'pence', total: 'sum' },
      { key: 'aboard', label: 'Other children aboard, £', kind: 'change', total: 'sum' },
      { key: 'restated', label: 'Restated, £', kind: 'change', total: 'sum' },
      { key: 'now', label: 'Forecast now, £', kind: 'pence', total: 'sum' },
      { key: 'why', label: 'What came since', kind: 'note' },
    ],
    rows: signed_off.lines.map((each) => [shownLineWords(each.line), each.signed_pence, each.aboard_pence, each.restated_pence, each.now_pence, each.sentence]), // prettier-ignore
    total: null,
    note: signed_off.reason,
  };
  return [['As signed off', withTotal(table, 'Total')]];
}

/** The sheets of the workbook, by name. */
export function monitoringSheets(view: MoneyView): readonly (readonly [string, Table])[] {
  return [
    ['Monitoring', monitoringTable(view)],
    ...signedOff(view),
    ['Reconciliation', reconciliation(view)],
    ['To look at', unmatched(view)],
    ['Savings', savings(view)],
    ['A head', heads(view)],
  ];
}
