import { useState } from 'react';
import type { BidView, LotView, TenderPage } from '../../../shared/api/views/lots.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { daysWords, layoutWords } from '../../../shared/service/lots/specification.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notifyFailure } from '../../state/notices.ts';
import { go, hrefOf } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { AwardDialog } from './award-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { dayPrice, modelWords } from './lot-words.ts';
import { WithdrawAwardDialog } from './withdraw-award-dialog.tsx';

/** One lot: what is asked for, each bid with its points and measures, the award. */
export function LotPanel(props: { readonly page: TenderPage; readonly view: LotView }) {
  const { page, view } = props;
  const { lot, award } = view;
  const [awarding, setAwarding] = useState<BidView | null>(null);
  const [ending, setEnding] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const closed = page.state === 'closed' || page.state === 'awarded';
  const stands = lot.withdrawn === null && award === null && page.tender.cancelled === null;
  return (
    // Scrolls, so the keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="lots-panel" aria-label={`Lot ${lot.ref}`} tabIndex={0}>
      <div>
        <h2>Lot {lot.ref}</h2>
        <p className="soft">
          Route {lot.route_ref} to {lot.specification.school}
        </p>
      </div>
      <div className="lots-does">
        {view.route_id === null ? null : (
          <Button size="small" onPress={() => { go(hrefOf('map', [], { route: String(view.route_id) })); }}>
            Show the route
          </Button>
        )}
        {stands ? <Button size="small" onPress={() => { setEnding(true); }}>Withdraw the lot…</Button> : null}
      </div>
      {view.changes.length === 0 ? null : (
        <NoticeBar tone="warning" title="The route has changed since the lot was put out">
          <ul className="lots-list">{view.changes.map((each) => <li key={each}>{each}</li>)}</ul>
        </NoticeBar>
      )}
      {lot.withdrawn === null ? null : <NoticeBar tone="info" title={`Withdrawn ${formatDate(lot.withdrawn.on)} by ${lot.withdrawn.by}: ${lot.withdrawn.reason}`} />}
      {award === null ? null : <Awarded view={view} onWithdraw={() => { setWithdrawing(true); }} />}
      {stands && view.bids.length === 0 ? <NoticeBar tone="warning" title="No bid counts">Put the route out again, ask more providers, or award it directly from the route.</NoticeBar> : null}
      {stands && view.bids.length === 1 ? <NoticeBar tone="info" title="Only one bid: look at what stands beside its price" /> : null}
      {view.bids.map((bid) => (
        <BidCard key={bid.bid.id} view={view} bid={bid} canAward={stands && closed} why={closed ? null : 'Bids are still open.'} onAward={() => { setAwarding(bid); }} />
      ))}
      {view.replaced.length === 0 ? null : (
        <p className="soft">
          Replaced by a later one: {view.replaced.map((bid) => `${bid.provider} ${bid.price_day_pence === null ? 'without a price' : formatPence(bid.price_day_pence + bid.assistant_day_pence)}`).join('; ')}.
        </p>
      )}
      <Specification view={view} />
      {awarding === null ? null : <AwardDialog page={page} view={view} bid={awarding} onClose={() => { setAwarding(null); }} />}
      {ending ? <EndDialog page={page} lot={lot} onClose={() => { setEnding(false); }} /> : null}
      {withdrawing && award !== null ? <WithdrawAwardDialog awardId={award.id} title={`Take back the award of lot ${lot.ref}`} onClose={() => { setWithdrawing(false); }} /> : null}
    </aside>
  ); // prettier-ignore
}

function Awarded(props: { readonly view: LotView; readonly onWithdraw: () => void }) {
  const { award, route_id } = props.view;
  if (award === null) return null;
  const link = async (): Promise<void> => {
    const answer = await call('lots/link', { award_id: award.id });
    if (answer.ok) forgetAnswers();
    else notifyFailure(answer.error);
  };
  return (
    <NoticeBar
      tone={award.confirmed ? 'good' : 'info'}
      title={`Awarded to ${award.provider}, contract ${award.contract_ref}`}
    >
      <p>
        {formatPence(award.price_day_pence + award.assistant_day_pence)} a day,{' '}
        {formatDate(award.starts_on)} to {formatDate(award.ends_on)}. Signed by {award.signed.by},{' '}
        {formatDate(award.signed.on)}: {award.signed.reason}
      </p>
      {award.standstill_until === null ? null : (
        <p>Standstill until the end of {formatDate(award.standstill_until)}.</p>
      )}
      {award.confirmed ? null : (
        <p>Not confirmed by the provider: no child has transport by this award.</p>
      )}
      <div className="lots-does">
        {award.linked || route_id === null ? null : (
          <Button size="small" onPress={() => void link()}>
            Put the contract in the plan
          </Button>
        )}
        {award.confirmed ? null : (
          <Button size="small" onPress={props.onWithdraw}>
            Take the award back…
          </Button>
        )}
      </div>
    </NoticeBar>
  );
}

function BidCard(props: {
  readonly view: LotView;
  readonly bid: BidView;
  readonly canAward: boolean;
  readonly why: string | null;
  readonly onAward: () => void;
}) {
  const { bid, view } = props;
  const { benchmarks: by } = bid;
  return (
    <section className="lots-card" aria-label={`Bid of ${bid.bid.provider}`}>
      <header>
        <strong>
          {bid.rank}. {bid.bid.provider}
        </strong>
        <span className="lots-points">{bid.points.toFixed(2)} points</span>
      </header>
      <dl className="lots-facts">
        <dt>Price a day</dt>
        <dd>
          {formatPence(bid.whole_day_pence)}
          {bid.bid.assistant_day_pence > 0
            ? ` (assistant ${formatPence(bid.bid.assistant_day_pence)})`
            : ''}
        </dd>
        <dt>Points</dt>
        <dd>
          price {bid.price_points.toFixed(2)}, quality {bid.quality_points.toFixed(2)}
          {bid.unmarked > 0 ? `, ${formatQuantity(bid.unmarked, 'answer')} not marked` : ''}
        </dd>
        <dt>A mile, a child</dt>
        <dd>
          {by.per_mile_pence === null ? '–' : formatPence(by.per_mile_pence)},{' '}
          {by.per_head_pence === null ? '–' : formatPence(by.per_head_pence)}
        </dd>
        <dt>Beside the model</dt>
        <dd>{modelWords(bid)}</dd>
        <dt>Beside routes alike</dt>
        <dd>
          {view.alike.count === 0
            ? 'none runs'
            : `${by.cheaper_alike} of ${view.alike.count} cost less a mile; median ${formatPence(view.alike.per_mile_pence ?? 0)} a mile`}
        </dd>
        {bid.bid.given.remarks === '' ? null : (
          <>
            <dt>Remarks</dt>
            <dd>{bid.bid.given.remarks}</dd>
          </>
        )}
        {bid.bid.accepted === null ? null : (
          <>
            <dt>Accepted though held</dt>
            <dd>
              {bid.bid.accepted.by}: {bid.bid.accepted.reason}
            </dd>
          </>
        )}
      </dl>
      {view.award === null ? (
        <Button
          size="small"
          variant={bid.rank === 1 ? 'primary' : 'secondary'}
          disabledReason={props.canAward ? null : (props.why ?? 'The lot is gone.')}
          onPress={props.onAward}
        >
          Award to {bid.bid.provider}…
        </Button>
      ) : null}
    </section>
  );
}

function Specification({ view }: { readonly view: LotView }) {
  const { specification: spec, model_day_pence } = view.lot;
  const facts: readonly (readonly [string, string])[] = [
    ['Vehicle', `${spec.vehicle}, ${layoutWords(spec)}`],
    ['Children', formatQuantity(spec.children, 'child', 'children')],
    ['Passenger assistants', String(spec.assistants)],
    ['Crew trained in', spec.competences.length === 0 ? 'nothing special' : spec.competences.join(', ')],
    ['Heaviest wheelchair', spec.heaviest_kg === null ? 'none' : `${spec.heaviest_kg} kg with the child`],
    ['At school', `by ${formatTimeOfDay(spec.arrive_s)}, leaves ${formatTimeOfDay(spec.depart_s)}`],
    ['Way', `${formatMiles(spec.distance_m)} there, ${formatMiles(spec.home_m)} home${spec.distance_basis === 'estimated' ? ' (est.)' : ''}`],
    ['Days', `${daysWords(spec.days)}, ${spec.days_a_year} a year`],
    ['Model’s price', `${dayPrice(model_day_pence)} a day by the rate card`],
    ['Stops', spec.stops.map(({ area }) => area).join(', ')],
  ]; // prettier-ignore
  return (
    <section aria-label="What is asked for">
      <h3>What bidders are told</h3>
      <dl className="lots-facts">
        {facts.map(([term, words]) => (
          <div key={term} className="lots-fact">
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
