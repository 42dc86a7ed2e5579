import type { BehindWhat } from '../../../shared/api/views/money.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf } from '../../../shared/format/number.ts';
import { shownLineWords } from '../../../shared/money/budget-lines.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import { useChannel } from '../../state/channel.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { exact } from './budget-words.ts';

/** Rows shown; the export has every contract's own figures in the register, and the sum is of all. */
const MOST = 300;

/** What a number is made of, the largest first; the rows add up to it. */
export function BehindMoneyDialog(props: {
  readonly line: ShownLine;
  readonly what: BehindWhat;
  readonly label: string;
  readonly year: number;
  readonly period: number;
  readonly onClose: () => void;
}) {
  const { line, what, label, year, period, onClose } = props;
  const { data, error, refetch } = useChannel('money/behind', { year, period, line, what });
  const rows = data?.rows.slice(0, MOST) ?? [];
  return (
    <Dialog
      title={`${shownLineWords(line)}: ${label.toLowerCase()}`}
      isOpen
      onClose={onClose}
      width={960}
    >
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {data === null ? (
        error === null ? (
          <Spinner label="Finding what is behind it" />
        ) : null
      ) : (
        <>
          <p>
            {formatPence(data.pence)}
            {rows.length < data.rows.length
              ? `: ${formatCountOf(rows.length, data.rows.length)} rows, the largest; all of them add up to it.`
              : ` in ${formatCount(data.rows.length)} ${data.rows.length === 1 ? 'row' : 'rows'}.`}
          </p>
          <div className="budget-behind">
            <Table
              caption={`Behind ${label.toLowerCase()} of ${shownLineWords(line)}`}
              head={
                <>
                  <Th>
                    {what === 'movement'
                      ? 'Cause'
                      : what === 'budget'
                        ? 'Code'
                        : what === 'actual'
                          ? 'Contract or document'
                          : what === 'plan'
                            ? 'Route'
                            : 'Contract'}
                  </Th>
                  <Th>{what === 'budget' ? 'By' : 'Provider'}</Th>
                  <Th align="end">£</Th>
                  <Th>Why</Th>
                </>
              }
              foot={
                <tr>
                  <Td>Total</Td>
                  <Td />
                  <Td align="end">{exact(data.pence)}</Td>
                  <Td />
                </tr>
              }
            >
              {rows.map((row) => (
                <tr key={row.key}>
                  <Td>{row.name}</Td>
                  <Td>{row.who}</Td>
                  <Td align="end">{exact(row.pence)}</Td>
                  <Td soft>{row.sentence}</Td>
                </tr>
              ))}
            </Table>
          </div>
        </>
      )}
    </Dialog>
  );
}
