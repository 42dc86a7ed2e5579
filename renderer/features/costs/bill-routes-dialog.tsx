import type { BillLine } from '../../../shared/pressure/overview.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { select } from '../../state/selection.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** The routes behind a line of the bill, the dearest first; each line with its working, by contract or estimated. */
export function BillRoutesDialog({ line, onClose }: { readonly line: BillLine; readonly onClose: () => void }) {
  const answer = useChannel('costs/bill-routes', { kind: line.key });
  return (
    <Dialog title={`${line.label}: the routes`} isOpen onClose={onClose} width={980}>
      {answer.error === null ? null : <FailureNotice failure={answer.error} onRetry={answer.refetch} />}
      {answer.data === null ? (
        <Spinner label="Finding the routes" />
      ) : (
        <>
          <p className="costs-text">
            {answer.data.rows.length < answer.data.count ? `${formatCountOf(answer.data.rows.length, answer.data.count)}, the dearest.` : `${formatCount(answer.data.count)} lines.`}
          </p>
          <div className="costs-behind">
            <Table
              caption={`Routes behind ${line.label}`}
              head={
                <>
                  <Th>Route</Th>
                  <Th>School</Th>
                  <Th>Working</Th>
                  <Th>Known from</Th>
                  <Th align="end">£ a day</Th>
                  <Th align="end">£ a year</Th>
                </>
              }
            >
              {answer.data.rows.map((row) => (
                <tr key={`${row.route_id} ${row.label}`}>
                  <Td>
                    <LinkButton
                      onPress={() => {
                        select({ kind: 'route', id: row.route_id });
                        onClose();
                      }}
                    >
                      {row.route_ref}
                    </LinkButton>
                  </Td>
                  <Td>{row.school}</Td>
                  <Td>{row.working}</Td>
                  <Td>{row.estimated ? 'estimated' : 'contract'}</Td>
                  <Td align="end">{formatPence(row.day_pence).replace('£', '')}</Td>
                  <Td align="end">{formatPounds(row.year_pence).replace('£', '')}</Td>
                </tr>
              ))}
            </Table>
          </div>
        </>
      )}
    </Dialog>
  );
} // prettier-ignore
