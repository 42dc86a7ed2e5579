import { Archive, Download, Printer, Search, Undo2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { BatchRow, IssuedRow } from '../../../shared/api/views/letters.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { isChase, type LetterKind } from '../../../shared/model/letter.ts';
import { letterName } from '../../../shared/model/words.ts';
import { useChannel } from '../../state/channel.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataList, type DataColumn } from '../../ui/data-list.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { exportList } from './export-list.ts';
import { IssuedLetterView, printIssued } from './issued-letter-view.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const COLUMNS: readonly DataColumn<IssuedRow>[] = [
  {
    id: 'name',
    header: 'Child',
    width: 'minmax(130px, 1.2fr)',
    cell: (row) => <strong>{row.name === '' ? 'Name not known' : row.name}</strong>,
  },
  {
    id: 'ref',
    header: 'Reference',
    width: '112px',
    from: 660,
    cell: (row) => <span className="soft">{row.ref}</span>,
  },
  {
    id: 'letter',
    header: 'Letter',
    width: 'minmax(150px, 1.6fr)',
    cell: (row) =>
      row.withdrawn === null ? (
        letterName(row.kind, row.number)
      ) : (
        <StateMark tone="warning">{letterName(row.kind, row.number)}: withdrawn</StateMark>
      ),
  },
  {
    id: 'batch',
    header: 'Batch',
    width: '64px',
    align: 'end',
    cell: (row) => formatCount(row.batch),
  },
  {
    id: 'on',
    header: 'Issued',
    width: '108px',
    align: 'end',
    cell: (row) => formatDate(row.issued_on),
  },
];

/** What was issued, by batch and by child: shown and printed again as it was, withdrawn where it was never posted. */
export function IssuedPart() {
  const [text, setText] = useState('');
  const [batch, setBatch] = useState<number | null>(null);
  const [selectedId, setSelectedId] = useState<number | null>(null);
  const [withdrawing, setWithdrawing] = useState<readonly IssuedRow[]>([]);
  const { data, error, refetch } = useChannel('letters/issued', { text, batch });
  const rows = data?.rows;
  const rowAt = useCallback((index: number) => rows?.[index], [rows]);
  if (error !== null) return <FailureNotice failure={error} onRetry={refetch} />;
  if (data === null) return <Spinner label="Reading what was issued" />;
  if (data.batches.length === 0) {
    return (
      <EmptyState icon={Archive} title="No letter has been issued yet">
        Letters that are issued under Due today stand here, with their text as it was.
      </EmptyState>
    );
  }
  const selected = data.rows.find(({ id }) => id === selectedId) ?? null;
  const standing = data.rows.filter((row) => row.withdrawn === null);
  return (
    <div className="letters-due">
      <Batches batches={data.batches} chosen={batch} onChoose={setBatch} />
      <div className="letters-list">
        <div className="letters-bar">
          <TextField
            label="Search issued letters"
            hideLabel
            icon={Search}
            placeholder="Name, reference or addressee"
            value={text}
            onChange={setText}
          />
          <span className="letters-space" />
          <IconButton
            label="Export these letters as .csv"
            icon={Download}
            onPress={() => void exportList({ list: 'issued', text, batch })}
          />
          {batch === null ? null : (
            <>
              <Button
                size="small"
                icon={Undo2}
                disabledReason={standing.length === 0 ? 'All of them are withdrawn.' : null}
                onPress={() => {
                  setWithdrawing(standing);
                }}
              >
                Never posted
              </Button>
              <Button
                size="small"
                icon={Printer}
                disabledReason={
                  standing.some((row) => row.has_text) ? null : 'The text of these was not kept.'
                }
                onPress={() => void printIssued(standing)}
              >
                Print the batch again
              </Button>
            </>
          )}
        </div>
        <p className="letters-count soft" aria-live="polite">
          {formatQuantity(data.total, 'letter')}
          {data.total > data.rows.length
            ? `; the newest ${formatCount(data.rows.length)} are shown, the .csv holds all`
            : ''}
        </p>
        <DataList
          label="Letters issued"
          columns={COLUMNS}
          count={data.rows.length}
          rowAt={rowAt}
          keyOf={(row) => row.id}
          selectedKey={selectedId}
          onSelect={(row) => {
            setSelectedId(row.id);
          }}
          resetKey={`${batch ?? ''} ${text}`}
          empty={<EmptyState icon={Search} title="No issued letter fits the search" />}
        />
      </div>
      {selected === null ? null : (
        // Scrolls, so the keyboard must be able to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="letters-preview" aria-label="The letter as it was issued" tabIndex={0}>
          <IssuedLetterView
            row={selected}
            onWithdraw={() => {
              setWithdrawing([selected]);
            }}
          />
        </section>
      )}
      {withdrawing.length === 0 ? null : (
        <WithdrawDialog
          ids={withdrawing.map(({ id }) => id)}
          what={
            withdrawing.length === 1
              ? (withdrawing[0]?.name ?? '')
              : `batch ${withdrawing[0]?.batch ?? ''}, ${formatQuantity(withdrawing.length, 'letter')}`
          }
          onClose={() => {
            setWithdrawing([]);
          }}
        />
      )}
    </div>
  );
}

function kindWords(kind: LetterKind): string {
  if (!isChase(kind)) return letterName(kind, 0);
  return kind === 'apply' ? 'Reminders to apply' : 'Reminders for the TIF';
}

function Batches(props: {
  readonly batches: readonly BatchRow[];
  readonly chosen: number | null;
  readonly onChoose: (batch: number | null) => void;
}) {
  return (
    <nav className="letters-kinds" aria-label="Batches">
      <h2>Batches, newest first</h2>
      <ul>
        <li>
          <button
            type="button"
            className="letters-kind"
            {...(props.chosen === null ? { 'aria-current': 'true' as const } : {})}
            onClick={() => {
              props.onChoose(null);
            }}
          >
            <span>All batches</span>
            <span className="number">
              {formatCount(props.batches.reduce((sum, { letters }) => sum + letters, 0))}
            </span>
          </button>
        </li>
        {props.batches.map(({ batch, kind, issued_on, issued_by, letters, withdrawn }) => (
          <li key={batch}>
            <button
              type="button"
              className="letters-kind"
              {...(props.chosen === batch ? { 'aria-current': 'true' as const } : {})}
              onClick={() => {
                props.onChoose(batch);
              }}
            >
              <span>
                {batch}. {kindWords(kind)}
              </span>
              <span className="number">{formatCount(letters)}</span>
              <span className="letters-kind-note">
                {formatDate(issued_on)}, {issued_by}
                {withdrawn === 0 ? '' : `; ${formatCount(withdrawn)} withdrawn`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
