import { useState } from 'react';
import type { ContractIndexing as Indexing } from '../../../shared/api/views/prices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { call } from '../../bridge/bridge.ts';
import { useChannel } from '../../state/channel.ts';
import { officerName } from '../../state/officer.ts';
import { hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SigningDialog } from '../applications/signing-dialog.tsx';
import './prices.css';

/** What a contract's clauses make of its price, why, and the way to accept it; nothing where it has none. */
export function ContractIndexing({ contractId }: { readonly contractId: number }) {
  const { data } = useChannel('clauses/of-contract', { contract_id: contractId });
  const [accepting, setAccepting] = useState(false);
  if (data === null) return null;
  const { today, register_pence, clauses, accepted } = data;
  const apart = today.price_pence - register_pence;
  return (
    <section aria-label="Index clauses of the contract">
      <h4>Index clauses</h4>
      {clauses.length === 0 ? <p className="soft">No clause holds any more.</p> : null}
      {today.clauses.map((price) => (
        <div key={price.clause.id} className="prices-clause">
          <p>{price.sentence}</p>
          <details>
            <summary>How it is reckoned</summary>
            <p className="soft">{clauses.find(({ ref }) => ref === price.clause.ref)?.says}</p>
            <dl className="prices-steps">
              {price.steps.map(({ label, working }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{working}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      ))}
      {today.clauses.length < 2 ? null : <p>{today.sentence}</p>}
      {data.gaps.map((gap) => (
        <p key={gap} className="soft">
          {gap}
        </p>
      ))}
      {clauses.length === 0 ? null : (
        <p>
          {apart === 0
            ? 'The vehicle is paid exactly that.'
            : `The vehicle is paid ${formatPence(register_pence)} a day: ${formatPence(Math.abs(apart))} ${apart > 0 ? 'less' : 'more'} than its clauses give.`}{' '}
          From {formatDate(data.next_on)} they give {formatPence(data.next.price_pence)}.
        </p>
      )}
      {accepted.map((each) => (
        <p key={`${each.effective_on} ${each.price_pence}`} className="soft">
          From {formatDate(each.effective_on)} {formatPence(each.price_pence)}, before clauses {formatPence(each.base_pence)}: {each.clauses.join(', ')}. {each.signed_by}, {formatDate(each.signed_on)}
        </p>
      ))}
      <div className="route-does">
        {clauses.length === 0 ? null : (
          <Button
            size="small"
            disabledReason={apart === 0 && data.next.price_pence === register_pence ? 'The price paid is what the clauses give.' : null}
            onPress={() => {
              setAccepting(true);
            }}
          >
            Accept an indexed price…
          </Button>
        )}{' '}
        <a href={hrefOf('costs', ['prices', 'clauses'])}>All clauses</a>
      </div>
      {accepting ? (
        <AcceptDialog
          indexing={data}
          onClose={() => {
            setAccepting(false);
          }}
        />
      ) : null}
    </section>
  );
} // prettier-ignore

type Day = 'today' | 'next';

/** The price that the clauses give from a day becomes the contract's, signed. */
function AcceptDialog(props: {
  readonly indexing: Indexing;
  readonly onClose: () => void;
}) {
  const { indexing } = props;
  const [day, setDay] = useState<Day>(indexing.today.price_pence === indexing.register_pence ? 'next' : 'today');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(officerName);
  const price = day === 'today' ? indexing.today : indexing.next;
  const effective_on = day === 'today' ? indexing.today_on : indexing.next_on;
  return (
    <SigningDialog
      title={`An indexed price of contract ${indexing.contract_ref}`}
      verb={`Pay ${formatPence(price.price_pence)} a day`}
      done="It is the contract’s price from that day, as a variation."
      problems={[
        ...(price.price_pence === indexing.register_pence ? ['The price is the same.'] : []),
        ...(reason.trim() === '' ? ['Write who asked for it, and who agreed.'] : []),
        ...(by.trim() === '' ? ['Sign with your name.'] : []),
      ]}
      signedBy={by}
      sign={() => call('clauses/accept', { contract_id: indexing.contract_id, effective_on, price_pence: price.price_pence, reason, by })}
      onClose={props.onClose}
    >
      <Select
        label="From"
        options={[
          { id: 'today', label: formatDate(indexing.today_on), detail: formatPence(indexing.today.price_pence) },
          { id: 'next', label: formatDate(indexing.next_on), detail: formatPence(indexing.next.price_pence) },
        ]}
        value={day}
        onChange={setDay}
      />
      <p>{price.sentence}</p>
      {price.gaps.map((gap) => (
        <p key={gap} className="costs-text">
          {gap}
        </p>
      ))}
      <TextField label="Why, and who agreed" value={reason} onChange={setReason} lines={2} isRequired />
      <TextField label="Signed by" value={by} onChange={setBy} isRequired />
    </SigningDialog>
  );
} // prettier-ignore
