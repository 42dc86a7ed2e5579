import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { EVENT_WORDS } from '../../../shared/service/lots/contract-events.ts';
import { useChannel } from '../../state/channel.ts';
import { hrefOf } from '../../state/place.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { hrefOfClaim } from '../value/value-address.ts';
import { ContractEventDialog } from './contract-event-dialog.tsx';
import './lots.css';

/** What is known of a contract besides its row: where it was won, notice, and what happened to it, the latest first. */
export function ContractPart({ contractId }: { readonly contractId: number }) {
  const { data } = useChannel('contracts/get', { contract_id: contractId });
  const on = useSession((state) => state.info?.store?.today ?? null);
  const [recording, setRecording] = useState(false);
  if (data === null || on === null) return null;
  const { contract, award, tender, events } = data;
  return (
    <section aria-label="What happened to the contract">
      {award === null ? null : (
        <p className="soft">
          {tender === null ? (
            `Awarded directly by ${award.signed.by}, ${formatDate(award.signed.on)}: ${award.signed.reason}`
          ) : (
            <>
              Won in tender <a href={hrefOf('providers', ['tenders', tender.id])}>{tender.ref}</a>,{' '}
              {formatDate(award.signed.on)}.
            </>
          )}{' '}
          Notice {formatQuantity(award.notice_days, 'day')}.
        </p>
      )}
      {data.today_day_pence === contract.price_day_pence + contract.assistant_day_pence ? null : (
        <p>
          Today it costs {formatPence(data.today_day_pence)} a day: the price above begins later.
        </p>
      )}
      {events.length === 0 ? null : (
        <ul className="lots-list">
          {events.map((event) => (
            <li key={event.id}>
              <strong>{EVENT_WORDS[event.kind]}</strong> {event.sentence}{' '}
              <span className="soft">
                {event.signed.reason} {event.signed.by}, {formatDate(event.signed.on)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={hrefOfClaim({ contract: contract.ref })}>Weigh a claim on this contract</a>
      </p>
      <Button
        size="small"
        onPress={() => {
          setRecording(true);
        }}
      >
        Notice, variation, default…
      </Button>
      {recording ? (
        <ContractEventDialog
          page={data}
          on={on}
          onClose={() => {
            setRecording(false);
          }}
        />
      ) : null}
    </section>
  );
}
