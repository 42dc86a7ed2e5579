import type { SideOption } from '../../../shared/api/views/pressure.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf } from '../../../shared/format/number.ts';
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
    <Dialog title={`${label}: who stands behind it`} isOpen onClose={onClose} width={920}>
      {answer.error === null ? null : (
        <FailureNotice failure={answer.error} onRetry={answer.refetch} />
      )}
      {answer.data === null ? (
        <Spinner label="Finding the clients" />
      ) : (
        <>
          <p className="costs-text">
            {WHOLE.has(bar)
              ? 'Their shares add up to the bar.'
              : 'The bar is reckoned from all clients of a school together. These are the clients whose own value moved; their whole cost is beside it, with everything else that changed.'}
          </p>
          {answer.data.rows.length < answer.data.count ? (
            <p className="costs-text">
              {formatCountOf(answer.data.rows.length, answer.data.count)}, the largest changes.
            </p>
          ) : (
            <p className="costs-text">{formatCount(answer.data.count)} clients.</p>
          )}
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
        </>
      )}
    </Dialog>
  );
}

function pounds(pence: number): string {
  return formatPence(pence).replace('£', '');
}
