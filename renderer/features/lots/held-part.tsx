import { useState } from 'react';
import type { HeldBid, TenderPage } from '../../../shared/api/views/lots.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatMoment } from '../../../shared/service/lots/moment.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Inbox } from 'lucide-react';
import { ReasonForm } from './reason-form.tsx';

/** Bids that do not count until somebody accepts them: what is wrong with each, and what to do. */
export function HeldPart({ page }: { readonly page: TenderPage }) {
  const [accepting, setAccepting] = useState<HeldBid | null>(null);
  const rows = page.lots.flatMap(({ lot, held }) => held.map((each) => ({ lot, each })));
  if (rows.length === 0)
    return (
      <EmptyState icon={Inbox} title="No bid is held">
        A bid that comes late, or whose price cannot be read, is kept here and does not count.
      </EmptyState>
    );
  return (
    <div className="lots-scroll">
      <ul className="lots-held">
        {rows.map(({ lot, each }) => {
          const { bid } = each;
          const price = bid.price_day_pence === null ? `“${bid.given.price}”` : `${formatPence(bid.price_day_pence + bid.assistant_day_pence)} a day`; // prettier-ignore
          return (
            <li key={bid.id} className="lots-card">
              <header>
                <strong>
                  {lot.ref}, {bid.provider}
                </strong>
                <span className="soft">
                  {price}, received {formatMoment(bid.received_at)}, {bid.file}
                </span>
              </header>
              <ul className="lots-list">
                {each.reasons.map(({ reason, remedy }) => (
                  <li key={reason}>
                    {reason} <span className="soft">{remedy}</span>
                  </li>
                ))}
              </ul>
              <Button
                size="small"
                disabledReason={each.final === '' ? null : each.final}
                onPress={() => {
                  setAccepting(each);
                }}
              >
                Let it count…
              </Button>
            </li>
          );
        })}
      </ul>
      {accepting === null ? null : (
        <ReasonForm
          title={`Let the bid of ${accepting.bid.provider} count`}
          verb="Let it count"
          done="The bid counts from now on."
          label="Why it counts all the same"
          sign={(signed) => call('lots/accept-bid', { tender_id: page.tender.id, bid_id: accepting.bid.id, ...signed })} // prettier-ignore
          onClose={() => {
            setAccepting(null);
          }}
        >
          <p>{accepting.reasons.map(({ reason }) => reason).join(' ')}</p>
        </ReasonForm>
      )}
    </div>
  );
}
