import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { ClauseRow, ClausesPage } from '../../../shared/api/views/prices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { ClauseDialog } from './clause-dialog.tsx';
import { ClauseForm } from './clause-form.tsx';

/** Index clauses by provider: what each makes of £100.00 today and next month, and of its contracts. */
export function ClausesPart() {
  const { data, error, refetch } = useChannel('clauses/list', {});
  const [open, setOpen] = useState<number | null>(null);
  const [editing, setEditing] = useState<ClauseRow | 'new' | null>(null);
  if (data === null)
    return error === null ? (
      <Spinner label="Reading the clauses" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  const row = data.clauses.find(({ clause }) => clause.id === open);
  const add = (
    <Button
      onPress={() => {
        setEditing('new');
      }}
    >
      Add a clause…
    </Button>
  );
  return (
    <div className="costs-stack">
      {data.clauses.length === 0 ? (
        <EmptyState icon={FileText} title="No index clauses yet" action={add}>
          A clause says how a price follows diesel, wages or consumer prices. Add them by hand, or import a list of them on the Data screen.
        </EmptyState>
      ) : (
        <>
          <div className="prices-tools">
            {add}
            <a href={hrefOf('data')}>Import a list</a>
            <span className="soft">
              The price paid stays the register’s until somebody accepts an indexed one on the route.
              {data.withdrawn === 0 ? '' : ` ${formatQuantity(data.withdrawn, 'clause')} entered by mistake ${data.withdrawn === 1 ? 'is' : 'are'} kept and count for nothing.`}
            </span>
          </div>
          <div className="prices-words">
            <ClausesTable page={data} onOpen={setOpen} />
          </div>
        </>
      )}
      {row === undefined ? null : (
        <ClauseDialog
          row={row}
          page={data}
          onEdit={() => {
            setOpen(null);
            setEditing(row);
          }}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {editing === null ? null : (
        <ClauseForm
          row={editing === 'new' ? null : editing}
          providers={data.providers}
          on={data.on}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </div>
  );
} // prettier-ignore

function ClausesTable({ page, onOpen }: { readonly page: ClausesPage; readonly onOpen: (id: number) => void }) {
  return (
    <Table
      caption="Index clauses by provider"
      head={
        <>
          <Th>Provider</Th>
          <Th>Clause</Th>
          <Th align="end">£100.00 today</Th>
          <Th align="end">on {formatDate(page.next_on)}</Th>
          <Th align="end">Contracts</Th>
          <Th align="end">Paid, £ a day</Th>
          <Th align="end">By clauses, £ a day</Th>
        </>
      }
    >
      {page.clauses.map((row) => (
        <tr key={row.clause.id}>
          <Td>
            {row.clause.provider}
            {row.clause.contract_ref === '' ? null : <span className="costs-note">contract {row.clause.contract_ref} alone</span>}
          </Td>
          <Td>
            <LinkButton
              onPress={() => {
                onOpen(row.clause.id);
              }}
            >
              {row.says}
            </LinkButton>
            {[...row.warnings, ...row.today.gaps].map((note) => (
              <span key={note} className="costs-note">
                {note}
              </span>
            ))}
          </Td>
          <Td align="end">{plain(row.today.price_pence)}</Td>
          <Td align="end">{plain(row.next.price_pence)}</Td>
          <Td align="end">{formatCount(row.contracts)}</Td>
          <Td align="end">{row.contracts === 0 ? '–' : plain(row.register_pence)}</Td>
          <Td align="end">{row.contracts === 0 ? '–' : plain(row.today_pence)}</Td>
        </tr>
      ))}
    </Table>
  );
} // prettier-ignore

/** The heading names the unit. */
function plain(pence: number): string {
  return formatPence(pence).replace('£', '');
}
