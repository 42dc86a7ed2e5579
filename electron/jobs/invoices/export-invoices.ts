/** Days run against days invoiced as a workbook: what to ask back, every line, sums by provider, days not invoiced yet. */
import type { Store } from '../../../db/store.ts';
import type { InvoiceRow, InvoiceTotals } from '../../../shared/api/views/invoices.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { withTotal, type Cell, type Column, type Table } from '../../../shared/figures/table.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { INVOICE_ANSWER_WORDS, INVOICE_ITEM_WORDS } from '../../../shared/model/year-words.ts';
import { FINDING_WORDS } from '../../../shared/service/year/finding-words.ts';
import { LINE_STATE_WORDS } from '../../../shared/service/year/invoice-standing.ts';
import type { NotInvoiced } from '../../../shared/service/year/reconcile-invoices.ts';
import { writeWorkbook } from '../../files/workbook-writer.ts';
import type { ExportedFile } from '../export-report.ts';
import { invoiceView } from './invoice-view.ts';

type LineColumn = Column & { readonly cell: (row: InvoiceRow) => Cell };

const HEAD: readonly LineColumn[] = [
  { key: 'provider', label: 'Provider', kind: 'text', cell: (row) => row.provider },
  { key: 'invoice', label: 'Invoice', kind: 'text', cell: (row) => row.invoice_ref },
  { key: 'line', label: 'Line', kind: 'text', cell: (row) => String(row.line.line) },
  { key: 'contract', label: 'Contract', kind: 'text', cell: (row) => row.line.contract_ref },
  { key: 'from', label: 'From', kind: 'text', cell: (row) => formatDate(row.line.from_on) },
  { key: 'to', label: 'To', kind: 'text', cell: (row) => formatDate(row.line.to_on) },
];

const AMOUNTS: readonly LineColumn[] = [
  { key: 'item', label: 'Item', kind: 'text', cell: (row) => INVOICE_ITEM_WORDS[row.line.item] },
  {
    key: 'days',
    label: 'Days',
    kind: 'text',
    cell: (row) => (row.line.half_days === null ? '' : String(row.line.half_days / 2)),
  },
  {
    key: 'unit',
    label: 'Price a day',
    kind: 'pence',
    cell: (row) => row.line.unit_pence,
  },
  {
    key: 'amount',
    label: 'Invoiced',
    kind: 'pence',
    total: 'sum',
    cell: (row) => row.line.amount_pence,
  },
  {
    key: 'accepted',
    label: 'Accepted',
    kind: 'pence',
    total: 'sum',
    cell: (row) => row.accepted_pence,
  },
  {
    key: 'queried',
    label: 'In query',
    kind: 'pence',
    total: 'sum',
    cell: (row) => row.queried_pence,
  },
  {
    key: 'credited',
    label: 'Credited',
    kind: 'pence',
    total: 'sum',
    cell: (row) => row.credited_pence,
  },
  { key: 'state', label: 'State', kind: 'text', cell: (row) => LINE_STATE_WORDS[row.state] },
  {
    key: 'answers',
    label: 'Answers',
    kind: 'note',
    cell: (row) =>
      row.steps
        .map(
          (step) =>
            `${INVOICE_ANSWER_WORDS[step.kind]} ${formatDate(step.on)}, ${step.by}: ${step.why}`,
        ) // prettier-ignore
        .join('; '),
  },
];

const plain = ({ key, label, kind, total }: Column): Column =>
  total === undefined ? { key, label, kind } : { key, label, kind, total };

function claims(rows: readonly InvoiceRow[]): Table {
  const columns: readonly Column[] = [
    ...HEAD,
    { key: 'finding', label: 'What', kind: 'text' },
    { key: 'pence', label: 'Over', kind: 'pence', total: 'sum' },
    { key: 'sentence', label: 'Why', kind: 'note' },
    { key: 'state', label: 'State', kind: 'text' },
  ];
  const found = rows.flatMap((row) =>
    row.findings.map((finding): readonly Cell[] => [
      ...HEAD.map(({ cell }) => cell(row)),
      FINDING_WORDS[finding.code],
      finding.pence,
      finding.sentence,
      LINE_STATE_WORDS[row.state],
    ]),
  );
  return withTotal(
    {
      key: 'claims',
      title: 'What is asked for beyond what is due',
      columns: columns.map(plain),
      rows: found,
      note: '',
    },
    'Total',
  );
}

function lines(rows: readonly InvoiceRow[]): Table {
  const columns = [...HEAD, ...AMOUNTS];
  return withTotal(
    {
      key: 'lines',
      title: 'Every line',
      columns: columns.map(plain),
      rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
      note: 'Accepted, in query and credited add up to what was invoiced. Without VAT.',
    },
    'Total',
  );
}

function sums(all: readonly (InvoiceTotals & { readonly provider: string })[]): Table {
  return withTotal(
    {
      key: 'totals',
      title: 'By provider',
      columns: [
        { key: 'provider', label: 'Provider', kind: 'text' },
        { key: 'lines', label: 'Lines', kind: 'count', total: 'sum' },
        { key: 'invoiced', label: 'Invoiced', kind: 'pence', total: 'sum' },
        { key: 'accepted', label: 'Accepted', kind: 'pence', total: 'sum' },
        { key: 'queried', label: 'In query', kind: 'pence', total: 'sum' },
        { key: 'credited', label: 'Credited', kind: 'pence', total: 'sum' },
      ],
      rows: all.map((each) => [
        each.provider,
        each.lines,
        each.invoiced_pence,
        each.accepted_pence,
        each.queried_pence,
        each.credited_pence,
      ]),
      note: '',
    },
    'All',
  );
}

function notInvoiced(all: readonly NotInvoiced[]): Table {
  return withTotal(
    {
      key: 'not-invoiced',
      title: 'Days that ran and that no line asks for',
      columns: [
        { key: 'provider', label: 'Provider', kind: 'text' },
        { key: 'contract', label: 'Contract', kind: 'text' },
        { key: 'month', label: 'Month', kind: 'text' },
        { key: 'pence', label: 'Due', kind: 'pence', total: 'sum' },
        { key: 'sentence', label: 'Why', kind: 'note' },
      ],
      rows: all.map((each) => [
        each.provider,
        each.contract_ref,
        each.month,
        each.pence,
        each.sentence,
      ]),
      note: 'The vehicle alone; of contracts that were invoiced for some day of the month.',
    },
    'Total',
  );
}

const sheet = (name: string, table: Table) => ({
  name,
  frozen: true,
  blocks: [{ kind: 'table' as const, table }],
});

/** The workbook of a month, or with '' of every month. Its sums are the screen's and the store's to the penny. */
export async function exportInvoices(
  store: Store,
  { month, on }: { readonly month: string; readonly on: IsoDate },
): Promise<ExportedFile> {
  const view = invoiceView(store, { month, provider: '' }, on);
  const { county, demo } = store.meta.get();
  const bytes = await writeWorkbook({
    title: `Days run against days invoiced${month === '' ? '' : `, ${month}`}`,
    author: 'Kerbside',
    foot: `${county}, ${on}`,
    warning: demo ? 'Invented data' : '',
    made_on: on,
    sheets: [
      sheet('To ask back', claims(view.rows)),
      sheet('Lines', lines(view.rows)),
      sheet('Totals', sums(view.providers)),
      sheet('Not invoiced yet', notInvoiced(view.not_invoiced)),
    ],
  });
  return { name: `invoices ${month === '' ? on : month}.xlsx`, bytes };
}
