import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import type { Table } from '../../shared/figures/table.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatPoundsChange, formatShortPounds } from '../../shared/format/money.ts';
import {
  writeWorkbook,
  type Block,
  type SheetSpec,
  type TextLine,
} from '../files/workbook-writer.ts';

/** The cost pressure summary as an .xlsx file. */
export function reportWorkbook(summary: CostPressureSummary): Promise<Uint8Array> {
  const { tables } = summary;
  const sheet = (name: string, tables: readonly Table[], frozen: boolean): SheetSpec => ({
    name,
    frozen,
    blocks: [mark(summary), ...tables.map((table): Block => ({ kind: 'table', table }))],
  });
  return writeWorkbook({
    title: `${summary.title} ${summary.overview.year}`,
    author: `Kerbside ${summary.marks.version}`,
    foot: `${summary.title}, ${summary.marks.county}, ${formatDate(summary.marks.on)}, plan ${summary.plan_id}`,
    warning: summary.warning,
    made_on: summary.marks.on,
    sheets: [
      summarySheet(summary),
      sheet('By school', [tables.schools], true),
      sheet('By district', [tables.districts, tables.needs], false),
      sheet('Routes', [tables.routes], true),
      sheet('Placement and fuel', [tables.placement, tables.fuel], false),
      sheet(
        'Assumptions and sources',
        [tables.assumptions, methods(tables.why), tables.checks],
        false,
      ),
    ],
  });
}

function mark(summary: CostPressureSummary): Block {
  const lines: TextLine[] = [{ text: summary.subtitle, style: 'subtitle' }];
  if (summary.warning !== '') lines.unshift({ text: summary.warning, style: 'warning' });
  return { kind: 'lines', lines };
}

function summarySheet(summary: CostPressureSummary): SheetSpec {
  const { why, bill } = summary.tables;
  const lines: TextLine[] = [
    { text: summary.title, style: 'title' },
    { text: summary.subtitle, style: 'subtitle' },
    ...(summary.warning === '' ? [] : [{ text: summary.warning, style: 'warning' as const }]),
    { text: summary.headline, style: 'headline' },
  ];
  return {
    name: 'Summary',
    frozen: false,
    blocks: [
      { kind: 'lines', lines },
      { kind: 'numbers', numbers: summary.numbers },
      {
        kind: 'table',
        table: withoutColumn(why, 'note'),
        chart: { steps: summary.overview.waterfall.map(labelled) },
      },
      { kind: 'table', table: bill },
      {
        kind: 'lines',
        lines: summary.cautions.map((text) => ({ text, style: 'body' as const })),
      },
    ],
  };
}

/** A bar's name with its amount, since amounts inside narrow bars cannot be read. */
function labelled(bar: CostPressureSummary['overview']['waterfall'][number]) {
  const { kind, pence } = bar;
  const amount = kind === 'total' ? formatShortPounds(pence) : formatPoundsChange(pence);
  // No line break between the name's last word, the sign and the amount.
  return { kind, pence, label: `${bar.label}\u00a0${amount.replace('\u2212', '\u2212\u2060')}` };
}

/** How each bar was reckoned, in the columns of the assumptions above it on the sheet. */
function methods(why: Table): Table {
  const [bar, pence, share, estimated, note] = why.columns;
  if (!bar || !pence || !share || !estimated || !note) return why;
  return {
    ...why,
    key: 'methods',
    title: 'How each change was reckoned',
    columns: [bar, pence, share, { key: 'kind', label: 'Kind', kind: 'mark' }, estimated, note],
    rows: why.rows.map((row, at) => [
      ...row.slice(0, 3),
      why.strong?.includes(at) === true ? 'year' : 'change',
      ...row.slice(3),
    ]),
  };
}

function withoutColumn(table: Table, key: string): Table {
  const at = table.columns.findIndex((column) => column.key === key);
  return {
    ...table,
    columns: table.columns.filter((_, index) => index !== at),
    rows: table.rows.map((row) => row.filter((_, index) => index !== at)),
    total: table.total === null ? null : table.total.filter((_, index) => index !== at),
  };
}
