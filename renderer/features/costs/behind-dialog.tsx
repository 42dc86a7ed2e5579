import type { BehindPage, SideOption } from '../../../shared/api/views/pressure.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import type { SplitBarName } from '../../../shared/pressure/split/split-sides.ts';
import { useChannel } from '../../state/channel.ts';
import { select } from '../../state/selection.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

const WHOLE: ReadonlySet<SplitBarName> = new Set(['joiners', 'leavers', 'unplaced']);

/** The clients behind one bar, the largest change first; choosing one opens the case. */
export function BehindDialog(props: {
  readonly bar: SplitBarName;
  readonly label: string;
  readonly from: SideOption;
  readonly to: SideOption;
  readonly onClose: () => void;
}) {
  const { bar, label, from, to, onClose } = props;
  const answer = useChannel('costs/behind', { from: from.key, to: to.key, bar, school_urn: null });
  return (
    <Dialog title={`${label}: what stands behind it`} isOpen onClose={onClose} width={920}>
      {answer.error === null ? null : (
        <FailureNotice failure={answer.error} onRetry={answer.refetch} />
      )}
      {answer.data === null ? (
        <Spinner label="Finding what stands behind it" />
      ) : (
        <>
          <Parts label={label} page={answer.data} />
          {answer.data.count === 0 ? null : (
            <p className="costs-text">
              {wordsOn(bar, answer.data)}{' '}
              {answer.data.rows.length < answer.data.count
                ? `${formatCountOf(answer.data.rows.length, answer.data.count)}, the largest changes.`
                : `${formatQuantity(answer.data.count, 'client')}.`}
            </p>
          )}
          {answer.data.count === 0 ? null : (
            <div className="costs-behind">
              <Table
                caption={`Clients behind ${label}`}
                head={
                  <>
                    <Th>Client</Th>
                    <Th>School</Th>
                    <Th>{from.label}</Th>
                    <Th>{to.label}</Th>
                    <Th align="end">£ before</Th>
                    <Th align="end">£ after</Th>
                    <Th align="end">Change</Th>
                  </>
                }
              >
                {answer.data.rows.map((row) => (
                  <tr key={row.client_id}>
                    <Td>
                      <LinkButton
                        onPress={() => {
                          select({ kind: 'client', id: row.client_id });
                          onClose();
                        }}
                      >
                        {row.name === '' ? row.ref : row.name}
                      </LinkButton>
                    </Td>
                    <Td>{row.school}</Td>
                    <Td>{row.before}</Td>
                    <Td>{row.after}</Td>
                    <Td align="end">{pounds(row.from_pence)}</Td>
                    <Td align="end">{pounds(row.to_pence)}</Td>
                    <Td align="end">
                      {row.to_pence > row.from_pence ? '+' : ''}
                      {pounds(row.to_pence - row.from_pence)}
                    </Td>
                  </tr>
                ))}
              </Table>
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

/** What the list of clients is to the bar. */
function wordsOn(bar: SplitBarName, { parts }: BehindPage): string {
  if (WHOLE.has(bar)) return parts.length === 0 ? 'Their shares add up to the bar.' : 'Their shares are the rest of the bar.'; // prettier-ignore
  if (bar === 'savings') return 'Who rides on these contracts; their whole cost is beside it, with everything else that changed.'; // prettier-ignore
  return 'The bar is reckoned from all clients of a school together. These are the clients whose own value moved; their whole cost is beside it, with everything else that changed.';
}

/** What stands behind a bar beside clients, adding up to what it says. */
function Parts({ label, page }: { readonly label: string; readonly page: BehindPage }) {
  const { parts } = page;
  if (parts.length === 0) return null;
  const sum = parts.reduce((total, { pence }) => total + pence, 0);
  return (
    <>
      <p className="costs-text">
        {formatQuantity(parts.length, 'item')}, {sum > 0 ? '+' : ''}
        {formatPence(sum)} in all.
      </p>
      <div className="costs-behind">
        <Table
          caption={`What makes up ${label}`}
          head={
            <>
              <Th>What it is</Th>
              <Th>How it was reckoned</Th>
              <Th align="end">£</Th>
            </>
          }
        >
          {parts.map((part) => (
            <tr key={`${part.label} ${part.note}`}>
              <Td>{part.label}</Td>
              <Td soft>{part.note}</Td>
              <Td align="end">{signed(part.pence)}</Td>
            </tr>
          ))}
        </Table>
      </div>
    </>
  );
}

function signed(pence: number): string {
  return `${pence > 0 ? '+' : ''}${pounds(pence)}`;
}

function pounds(pence: number): string {
  return formatPence(pence).replace('£', '');
}
