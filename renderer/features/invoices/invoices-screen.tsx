import { Download, FolderInput, ReceiptText } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { InvoiceRow, InvoiceView } from '../../../shared/api/views/invoices.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { FINDING_WORDS } from '../../../shared/service/year/finding-words.ts';
import { LINE_STATE_WORDS, type LineState } from '../../../shared/service/year/invoice-standing.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf } from '../../state/place.ts';
import type { Tone } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { saveJobFile } from '../sheets/give-out.ts';
import '../sheets/sheets.css';
import { LinePanel } from './line-panel.tsx';
import { monthWords, periodWords, shortPeriod } from './invoice-words.ts';
import './invoices.css';

const NO_ROWS: readonly InvoiceRow[] = [];
const SHOWN = ['to_query', 'queried', 'answered', 'under', 'found', 'all'] as const;
type Shown = (typeof SHOWN)[number];
const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  to_query: 'To ask back',
  queried: 'Queried',
  answered: 'Accepted or credited',
  under: 'Below the contract’s price',
  found: 'All with something found',
  all: 'Every line',
};
const FITS: Readonly<Record<Shown, (row: InvoiceRow) => boolean>> = {
  to_query: (row) => row.state === 'to_query' || (row.line.held !== '' && row.steps.length === 0),
  queried: (row) => row.state === 'queried',
  answered: (row) => row.state === 'accepted' || row.state === 'credited',
  under: (row) => row.under_pence > 0,
  found: (row) => row.findings.length > 0 || row.steps.length > 0,
  all: () => true,
};

const TONES: Readonly<Record<LineState, Tone>> = {
  clear: 'good',
  to_query: 'warning',
  queried: 'info',
  accepted: 'good',
  credited: 'good',
};

const COLUMNS: readonly DataColumn<InvoiceRow>[] = [
  {
    id: 'state',
    header: 'State',
    width: '128px',
    cell: (row) => <StateMark tone={TONES[row.state]}>{LINE_STATE_WORDS[row.state]}</StateMark>,
  },
  {
    id: 'provider',
    header: 'Provider',
    width: 'minmax(130px, 1.2fr)',
    from: 820,
    cell: (row) => row.provider,
  },
  {
    id: 'invoice',
    header: 'Invoice',
    width: 'minmax(124px, 0.8fr)',
    cell: (row) => `${row.invoice_ref}, ${row.line.line}`,
  },
  {
    id: 'contract',
    header: 'Contract',
    width: '88px',
    cell: (row) => <strong>{row.line.contract_ref}</strong>,
  },
  {
    id: 'period',
    header: 'Days',
    width: 'minmax(190px, 1fr)',
    from: 900,
    cell: (row) => <span title={periodWords(row.line)}>{shortPeriod(row.line)}</span>,
  },
  {
    id: 'why',
    header: 'What was found',
    width: 'minmax(180px, 3fr)',
    from: 700,
    cell: ({ findings }) => {
      const text = findings.map(({ sentence }) => sentence).join(' ');
      const [first] = findings;
      return (
        <span title={text}>
          {first === undefined ? <span className="soft">Nothing</span> : FINDING_WORDS[first.code]}
          {first === undefined ? null : <span className="soft"> {text}</span>}
        </span>
      );
    },
  },
  {
    id: 'amount',
    header: 'Invoiced, £',
    width: '104px',
    align: 'end',
    cell: (row) => pounds(row.line.amount_pence),
  },
  {
    id: 'queried',
    header: 'In query, £',
    width: '104px',
    align: 'end',
    cell: (row) => (row.queried_pence === 0 ? '' : pounds(row.queried_pence)),
  },
];

/** The heading says that it is pounds. */
function pounds(pence: number): string {
  return formatPence(pence).replace('£', '');
}

/** Days run against days invoiced: what to ask back and why, and how each line was answered. */
export function InvoicesScreen() {
  const [chosenMonth, setMonth] = useState<string | null>(null);
  const [show, setShow] = useState<Shown>('to_query');
  const [provider, setProvider] = useState('');
  const [openId, setOpenId] = useState<number | null>(null);
  const lines = show === 'all' ? 'all' : 'found';
  const { data, error, refetch } = useChannel('invoices/list', {
    month: chosenMonth ?? '',
    provider: '',
    lines,
  });
  const rows = data?.rows ?? NO_ROWS;
  const shown = useMemo(
    () => rows.filter((row) => FITS[show](row) && (provider === '' || row.provider === provider)),
    [rows, show, provider],
  );
  const chosen = shown.find(({ line }) => line.id === openId) ?? null;
  const isEmpty = data !== null && data.totals.lines === 0 && data.months.length === 0;
  return (
    <div className="sheets">
      <header className="sheets-head">
        <h1>Invoices</h1>
        <output className="soft">
          {data === null || isEmpty
            ? ''
            : `${formatCount(data.totals.lines)} lines set against the days that ran; without VAT`}
        </output>
        {data === null || isEmpty ? null : (
          <>
            <Totals view={data} />
            <div className="sheets-filters">
              <Select
                label="Month"
                value={chosenMonth ?? ''}
                options={[
                  { id: '', label: 'All months' },
                  ...data.months.map((id) => ({ id, label: monthWords(id) })),
                ]}
                onChange={setMonth}
              />
              <Select
                label="Show"
                value={show}
                options={SHOWN.map((id) => ({
                  id,
                  label: SHOWN_WORDS[id],
                  ...(id === 'all' ? {} : { detail: formatCount(rows.filter(FITS[id]).length) }),
                }))}
                onChange={setShow}
              />
              <Select
                label="Provider"
                value={provider}
                options={[
                  { id: '', label: 'All providers' },
                  ...data.providers.map((each) => ({
                    id: each.provider,
                    label: each.provider === '' ? 'Not named' : each.provider,
                    detail: each.queried_pence === 0 ? '' : formatPence(each.queried_pence),
                  })),
                ]}
                onChange={setProvider}
              />
              <span className="sheets-space" />
              <Button
                size="small"
                icon={Download}
                onPress={() => {
                  void call('invoices/export', { month: chosenMonth ?? '' }).then(saveJobFile);
                }}
              >
                .xlsx
              </Button>
            </div>
          </>
        )}
        {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      </header>
      {data === null && error === null ? (
        <Spinner label="Setting invoices against the days that ran" />
      ) : null}
      {isEmpty ? (
        <EmptyState
          icon={ReceiptText}
          title="No invoices yet"
          action={
            <Button
              variant="primary"
              icon={FolderInput}
              onPress={() => {
                go(hrefOf('data'));
              }}
            >
              Import invoices
            </Button>
          }
        >
          Import the lines of your providers’ invoices (.xlsx or .csv): each is set against the
          school’s calendar, stand-downs and the contract’s price of the day.
        </EmptyState>
      ) : null}
      {data === null || isEmpty ? null : (
        <div className="sheets-body invoice-body">
          {shown.length === 0 ? (
            <EmptyState icon={ReceiptText} title="No line fits">
              {show === 'to_query'
                ? 'Nothing is left to ask back. Every line is due as it stands, or was answered.'
                : 'Show other lines, or another month.'}
            </EmptyState>
          ) : (
            <DataList
              label="Lines of invoices"
              columns={COLUMNS}
              count={shown.length}
              rowAt={(at) => shown[at]}
              keyOf={(row) => row.line.id}
              selectedKey={openId}
              onSelect={(row) => {
                setOpenId(row.line.id);
              }}
              resetKey={`${chosenMonth ?? ''} ${show} ${provider}`}
            />
          )}
          {chosen === null ? null : <LinePanel key={chosen.line.id} row={chosen} />}
        </div>
      )}
      {data === null || isEmpty ? null : <Yet view={data} />}
    </div>
  );
}

function Totals({ view }: { readonly view: InvoiceView }) {
  const { totals } = view;
  const parts: readonly (readonly [string, number])[] = [
    ['Invoiced', totals.invoiced_pence],
    ['Accepted', totals.accepted_pence],
    ['In query', totals.queried_pence],
    ['Credited', totals.credited_pence],
  ];
  return (
    <dl className="invoice-totals">
      {parts.map(([label, pence]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatPence(pence)}</dd>
        </div>
      ))}
      <div>
        <dt>Of it to ask back</dt>
        <dd>
          {formatPence(totals.to_query_pence)}{' '}
          <small>in {formatCount(totals.to_query)} lines</small>
        </dd>
      </div>
    </dl>
  );
}

/** What ran and was not invoiced: the council will be asked for it yet. */
function Yet({ view }: { readonly view: InvoiceView }) {
  const { not_invoiced } = view;
  if (not_invoiced.length === 0) return null;
  const pence = not_invoiced.reduce((sum, each) => sum + each.pence, 0);
  return (
    <details className="invoice-yet">
      <summary>
        {formatPence(pence)} of days that ran is not invoiced yet, of {not_invoiced.length}{' '}
        contracts and months
      </summary>
      <ul>
        {not_invoiced.slice(0, 100).map((each) => (
          <li key={`${each.contract_ref} ${each.month}`}>
            <span className="number">{formatPence(each.pence)}</span> {each.provider}.{' '}
            {each.sentence}
          </li>
        ))}
      </ul>
    </details>
  );
}
