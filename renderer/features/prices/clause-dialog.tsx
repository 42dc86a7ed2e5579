import { useState } from 'react';
import type { ClauseRow, ClausesPage } from '../../../shared/api/views/prices.ts';
import type { ClausePrice } from '../../../shared/costing/clauses/clause-price.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify } from '../../state/notices.ts';
import { officerName } from '../../state/officer.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

/** A clause reckoned step by step on £100.00, and the contracts that follow it. */
export function ClauseDialog(props: {
  readonly row: ClauseRow;
  readonly page: ClausesPage;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const { row, page, onClose } = props;
  const [failure, setFailure] = useState<Failure | null>(null);
  const withdraw = async (): Promise<void> => {
    const answer = await call('clauses/withdraw', { id: row.clause.id, withdrawn: true, by: officerName() });
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    notify({ tone: 'good', text: `${row.clause.ref} counts for nothing any more.`, detail: 'It stays in the history.' });
    forgetAnswers();
    onClose();
  };
  return (
    <Dialog title={row.clause.ref} isOpen onClose={onClose} width={920}>
      <p>{row.says}</p>
      {row.clause.source === '' ? null : <p className="costs-text">Source: {row.clause.source}</p>}
      <div className="prices-pair">
        <Steps price={row.today} title={`Today, ${formatDate(page.on)}`} />
        <Steps price={row.next} title={`From ${formatDate(page.next_on)}`} />
      </div>
      {row.overridden === 0 ? null : <p className="costs-text">{formatQuantity(row.overridden, 'contract')} of the provider {row.overridden === 1 ? 'has' : 'have'} a clause of {row.overridden === 1 ? 'its' : 'their'} own, which goes first.</p>}
      <Contracts id={row.clause.id} onClose={onClose} />
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="k-form-foot">
        <Button
          disabledReason={officerName() === '' ? 'Say who works here first: the name is in the bar above.' : null}
          onPress={() => {
            void withdraw();
          }}
        >
          Entered by mistake
        </Button>
        <Button onPress={props.onEdit}>Change it…</Button>
      </div>
    </Dialog>
  );
} // prettier-ignore

/** How a price comes about, line by line. */
export function Steps({ price, title }: { readonly price: ClausePrice; readonly title: string }) {
  return (
    <section className="costs-card" aria-label={title}>
      <h3>{title}</h3>
      <p>{price.sentence}</p>
      {price.steps.length === 0 ? null : (
        <dl className="prices-steps">
          {price.steps.map(({ label, working }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{working}</dd>
            </div>
          ))}
        </dl>
      )}
      {price.gaps.map((gap) => (
        <p key={gap} className="costs-note">
          {gap}
        </p>
      ))}
    </section>
  );
}

function Contracts({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { data, error, refetch } = useChannel('clauses/contracts', { clause_id: id });
  if (data === null)
    return error === null ? (
      <Spinner label="Finding the contracts" />
    ) : (
      <FailureNotice failure={error} onRetry={refetch} />
    );
  if (data.length === 0) return <p className="costs-text">No contract that runs follows it.</p>;
  return (
    <div className="costs-behind">
      <Table
        caption="Contracts that follow the clause"
        head={
          <>
            <Th>Route</Th>
            <Th>Contract</Th>
            <Th align="end">Before clauses, £ a day</Th>
            <Th align="end">Paid</Th>
            <Th align="end">By clauses today</Th>
            <Th align="end">Next month</Th>
          </>
        }
      >
        {data.map((each) => (
          <tr key={each.contract_id}>
            <Td>
              {each.route_id === null ? (
                each.route_ref
              ) : (
                <LinkButton
                  onPress={() => {
                    select({ kind: 'route', id: each.route_id ?? 0 });
                    onClose();
                  }}
                >
                  {each.route_ref}
                </LinkButton>
              )}
            </Td>
            <Td>{each.contract_ref}</Td>
            <Td align="end">{plain(each.today.base_pence)}</Td>
            <Td align="end">{plain(each.register_pence)}</Td>
            <Td align="end">{plain(each.today.price_pence)}</Td>
            <Td align="end">{plain(each.next.price_pence)}</Td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function plain(pence: number): string {
  return formatPence(pence).replace('£', '');
}
