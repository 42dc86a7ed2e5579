import { Fragment, useMemo, useState } from 'react';
import { AMOUNT_PARTS, type BehindPart, type BehindRow, type BehindView, type BehindWhat } from '../../../shared/api/views/money.ts'; // prettier-ignore
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import { useChannel } from '../../state/channel.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { exact } from './budget-words.ts';

/** Rows shown at first, and as many more at a time. */
const STEP = 300;

const PART_WORDS: Readonly<Record<BehindPart, string>> = {
  original: 'Original budget',
  virement: 'Virement',
  actual: 'Actual',
  accrual: 'Accrual',
  commitment: 'Commitment',
  plan: 'Planned, not confirmed',
  movement: 'Movement',
};
const NAME_WORDS: Readonly<Record<BehindPart, string>> = {
  original: 'Code',
  virement: 'Code',
  actual: 'Contract or document',
  accrual: 'Contract',
  commitment: 'Contract',
  plan: 'Route',
  movement: 'Cause',
};

/** Which number is opened. */
export interface OpenedAmount {
  readonly line: ShownLine | 'all';
  readonly what: BehindWhat;
  readonly label: string;
  /** Of this cost code alone. */
  readonly code?: string;
}

/** What a number is made of, the largest first; the rows add up to it. */
export function BehindMoneyDialog(props: {
  readonly opened: OpenedAmount;
  readonly year: number;
  readonly period: number;
  readonly onClose: () => void;
}) {
  const { opened, year, period, onClose } = props;
  const { line, what, label, code } = opened;
  const { data, error, refetch } = useChannel('money/behind', {
    year,
    period,
    line,
    what,
    ...(code === undefined ? {} : { code }),
  });
  const of = code ?? (line === 'all' ? 'All lines' : shownLineWords(line));
  return (
    <Dialog title={`${of}: ${label.toLowerCase()}`} isOpen onClose={onClose} width={1040}>
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Spinner label="Finding what is behind it" />
        ) : null
      ) : (
        <Behind data={data} caption={`Behind ${label.toLowerCase()} of ${of}`} />
      )}
    </Dialog>
  );
}

function Behind({ data, caption }: { readonly data: BehindView; readonly caption: string }) {
  const [part, setPart] = useState<BehindPart | 'all'>('all');
  const [find, setFind] = useState('');
  const [most, setMost] = useState(STEP);
  const fitting = useMemo(
    () => data.rows.filter((row) => (part === 'all' || row.part === part) && fits(row, find)),
    [data, part, find],
  );
  const sum = fitting.reduce((total, { pence }) => total + pence, 0);
  const rows = fitting.slice(0, most);
  const parts = data.parts.filter((each) => each.rows > 0);
  const isMixed = parts.length > 1;
  const hasLines = data.line === 'all';
  const isWhole = fitting.length === data.rows.length;
  const nameOf = part === 'all' ? (parts.length === 1 ? parts[0]?.part : undefined) : part;
  return (
    <>
      <p>
        {formatPence(data.pence)}
        {isMixed ? ' = ' : ` in ${formatQuantity(data.rows.length, 'row')}.`}
        {isMixed
          ? parts.map((each, at) => (
              <Fragment key={each.part}>
                <span className="budget-whole">{partWords(each, data.what, at === 0)}</span>
                {at === parts.length - 1 ? '.' : ' '}
              </Fragment>
            ))
          : null}
      </p>
      {data.rows.length <= 12 ? null : (
        <div className="budget-find">
          <TextField label="Find" type="search" value={find} onChange={setFind} />
          {isMixed ? (
            <Select
              label="Part"
              value={part}
              options={[
                { id: 'all' as const, label: 'All parts' },
                ...parts.map((each) => ({
                  id: each.part,
                  label: PART_WORDS[each.part],
                  detail: formatQuantity(each.rows, 'row'),
                })),
              ]}
              onChange={setPart}
            />
          ) : null}
          <p className="soft" aria-live="polite">
            {rows.length < fitting.length
              ? `${formatCountOf(rows.length, fitting.length)} rows, the largest`
              : formatQuantity(fitting.length, 'row')}
          </p>
        </div>
      )}
      {data.rows.length === 0 ? (
        <p className="soft">No record is behind it: nothing was booked, committed or budgeted.</p>
      ) : (
        <div className="budget-behind">
          <Table
            caption={caption}
            head={
              <>
                {hasLines ? <Th>Line</Th> : null}
                {isMixed ? <Th>Part</Th> : null}
                <Th>{nameOf === undefined ? 'Record' : NAME_WORDS[nameOf]}</Th>
                <Th>{nameOf === undefined ? 'Who' : nameOf === 'virement' ? 'By' : 'Provider'}</Th>
                <Th align="end">£</Th>
                <Th>Why</Th>
              </>
            }
            foot={
              <tr>
                <Td colSpan={2 + Number(hasLines) + Number(isMixed)}>
                  {isWhole
                    ? 'Total of all rows'
                    : `Total of the ${formatCount(fitting.length)} that fit`}
                </Td>
                <Td align="end">{exact(sum)}</Td>
                <Td />
              </tr>
            }
          >
            {rows.map((row) => (
              <tr key={row.key}>
                {hasLines ? <Td>{shownLineWords(row.line)}</Td> : null}
                {isMixed ? <Td>{PART_WORDS[row.part]}</Td> : null}
                <Td>{row.name}</Td>
                <Td>{row.who}</Td>
                <Td align="end">{exact(row.pence)}</Td>
                <Td soft>{row.sentence}</Td>
              </tr>
            ))}
          </Table>
          {rows.length < fitting.length ? (
            <Button
              size="small"
              onPress={() => {
                setMost(most + STEP);
              }}
            >
              Show {formatCount(Math.min(STEP, fitting.length - rows.length))} more
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

function partWords(
  { part, pence, rows }: BehindView['parts'][number],
  what: BehindWhat,
  isFirst: boolean,
): string {
  const off = AMOUNT_PARTS[what].some((each) => each.part === part && each.taken_off);
  const sign = off ? '− ' : isFirst ? '' : '+ ';
  return `${sign}${PART_WORDS[part].toLowerCase()} ${formatPence(off ? -pence : pence)} (${formatQuantity(rows, 'row')})`;
}

function fits({ name, who, sentence, line }: BehindRow, find: string): boolean {
  const wanted = find.trim().toLowerCase();
  return (
    wanted === '' ||
    `${name} ${who} ${sentence} ${shownLineWords(line)}`.toLowerCase().includes(wanted)
  );
}
