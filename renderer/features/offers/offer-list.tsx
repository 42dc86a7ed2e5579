import './offers.css';
import { useState } from 'react';
import type { OffersView, OfferView } from '../../../shared/api/views/offers.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { Select } from '../../ui/select.tsx';
import { NoticeBar } from '../../ui/states.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { affectedWords, routeWords, shiftWords } from './offer-words.ts';
import { shownOffers, takePlace } from './place-state.ts';

/** The places for one child: three best, a route of their own, and why the other routes are none. */
export function OfferList(props: {
  readonly view: OffersView;
  readonly chosen: OfferView | null;
  readonly onChoose: (offer: OfferView) => void;
  /** Another journey of the child's week. */
  readonly onJourney: (place: string) => void;
  /** Shows the chosen place on the map; absent where it is shown there already. */
  readonly onMap?: (offer: OfferView) => void;
}) {
  const { view, chosen } = props;
  return (
    <div className="offers">
      <Journeys view={view} onJourney={props.onJourney} />
      <p className="soft">
        {view.on_ref === null ? '' : `On ${view.on_ref} now; reckoned without it. `}
        Best places of {formatQuantity(view.routes, 'route')} to {view.school} and a new one, by
        price and by what they change for children already settled.
      </p>
      {view.stale.length === 0 ? null : (
        <NoticeBar tone="warning" title="The plan is out of date.">
          {view.stale[0]} Places are reckoned by the records of today.
        </NoticeBar>
      )}
      <ol className="offer-list">
        {shownOffers(view).map((offer) => (
          <li key={offer.ref}>
            <button
              type="button"
              className="offer"
              aria-pressed={offer === chosen}
              onClick={() => {
                props.onChoose(offer);
              }}
            >
              <span className="offer-title">{routeWords(offer)}</span>
              <span className="offer-price number">
                {formatPence(offer.added_day_pence)}
                <small> a day</small>
              </span>
              <span className="offer-line">
                Picked up {formatTimeOfDay(offer.pick_up_s)}, home{' '}
                {formatTimeOfDay(offer.drop_off_s)}; rides{' '}
                {formatMinutes(Math.max(offer.ride_s, offer.home_ride_s))} of{' '}
                {formatMinutes(offer.limit_s)}
              </span>
              <span className="offer-line">{affectedWords(offer)}</span>
              <Marks offer={offer} />
            </button>
            {offer === chosen ? <Chosen {...props} offer={offer} /> : null}
          </li>
        ))}
      </ol>
      <NotOffered view={view} />
    </div>
  );
}

/** The journeys of a child who travels from two addresses or to two schools: each has a place of its own. */
function Journeys(props: {
  readonly view: OffersView;
  readonly onJourney: (place: string) => void;
}) {
  const { journeys, place } = props.view;
  if (journeys.length < 2) return null;
  return (
    <Select
      label={`Which journey of ${journeys.length} in the week`}
      options={journeys.map((each) => ({
        id: each.place,
        label: each.words,
        detail: each.on_ref === null ? 'no route' : `on ${each.on_ref}`,
      }))}
      value={place}
      onChange={props.onJourney}
    />
  );
}

function Marks({ offer }: { readonly offer: OfferView }) {
  if (offer.passes && !offer.is_current && offer.vehicle_was === null) return null;
  return (
    <span className="offer-marks">
      {offer.passes ? null : <StateMark tone="danger">Breaks a rule</StateMark>}
      {offer.is_current ? <Badge tone="info">Here now</Badge> : null}
      {offer.vehicle_was === null ? null : (
        <Badge tone="warning">
          {offer.vehicle} instead of {offer.vehicle_was.toLowerCase()}
        </Badge>
      )}
    </span>
  );
}

function Chosen(props: {
  readonly view: OffersView;
  readonly offer: OfferView;
  readonly onMap?: (offer: OfferView) => void;
}) {
  const { view, offer, onMap } = props;
  const [waiting, setWaiting] = useState(false);
  const take = async (): Promise<void> => {
    if (waiting) return;
    setWaiting(true);
    await takePlace(view, offer);
    setWaiting(false);
  };
  return (
    <div className="offer-more">
      <dl className="offer-facts">
        <dt>A year</dt>
        <dd>
          {formatPounds(offer.added_year_pence)} <Estimated why={priceWords(offer)} />
          {offer.added_days_a_year === 0 ? null : (
            <small>
              {' '}
              as the route then runs {formatQuantity(offer.added_days_a_year, 'day')} a year more
            </small>
          )}
        </dd>
        {offer.kind === 'new' ? null : (
          <>
            <dt>Stop</dt>
            <dd>
              {offer.stop_order} of {offer.stops}
            </dd>
          </>
        )}
        <dt>Direct</dt>
        <dd>
          {formatMinutes(offer.direct_s)}
          {offer.distance_basis === 'road' ? ' by road' : ', estimated'}
        </dd>
        <dt>Disruption</dt>
        <dd>
          {offer.disruption_pence === 0
            ? 'none'
            : `weighed at ${formatPence(offer.disruption_pence)} a day, not paid`}
        </dd>
      </dl>
      {offer.violations.map((each) => (
        <StateMark tone="danger" key={`${each.code} ${each.text}`}>
          {each.text}
        </StateMark>
      ))}
      <Affected offer={offer} />
      {view.releases && !offer.is_current ? (
        <p className="soft">
          Taking it releases {view.ref} from the contract of {view.on_ref}.
        </p>
      ) : null}
      {view.approved ? (
        <p className="soft">The plan is approved. Taking a place makes it a draft again.</p>
      ) : null}
      <div className="offer-does">
        <Button
          variant="primary"
          size="small"
          isPending={waiting}
          disabledReason={whyNotTaken(offer)}
          onPress={() => void take()}
        >
          Take this place
        </Button>
        {onMap === undefined ? null : (
          <Button
            size="small"
            onPress={() => {
              onMap(offer);
            }}
          >
            See it on the map
          </Button>
        )}
      </div>
    </div>
  );
}

function whyNotTaken(offer: OfferView): string | null {
  if (offer.is_current) return 'They are on it already.';
  return offer.passes ? null : (offer.violations[0]?.text ?? 'It breaks a rule.');
}

function priceWords(offer: OfferView): string {
  const lines = offer.cost
    .filter((line) => line.estimated)
    .map((line) => `${line.label}: ${line.working}`);
  return `By the rate card: the route with this child less the route without. ${lines.join('. ')}`;
}

/** Everybody else aboard whose times change, and what else changes for them. */
function Affected({ offer }: { readonly offer: OfferView }) {
  if (offer.affected.length === 0 && offer.disruption.length === 0) return null;
  return (
    <>
      {offer.affected.length === 0 ? null : (
        <table className="offer-affected">
          <caption className="visually-hidden">Whose times change</caption>
          <thead>
            <tr>
              <th scope="col">Child</th>
              <th scope="col">Picked up</th>
              <th scope="col">Home</th>
              <th scope="col">Rides</th>
            </tr>
          </thead>
          <tbody>
            {offer.affected.map((each) => (
              <tr key={each.client_id}>
                <td>
                  <bdi>{each.name === '' ? each.ref : each.name}</bdi>
                  <small>{each.ref}</small>
                </td>
                <td>{shiftWords(each.pick_up_change_s)}</td>
                <td>{shiftWords(each.drop_off_change_s)}</td>
                <td className="number">
                  {formatMinutes(Math.max(each.ride_s, each.home_ride_s))} of{' '}
                  {formatMinutes(each.limit_s)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {offer.disruption.length === 0 ? null : (
        <details className="offer-details">
          <summary>
            What changes for {formatQuantity(offer.disruption.length, 'child', 'children')} settled
            already
          </summary>
          <ul>
            {offer.disruption.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function NotOffered({ view }: { readonly view: OffersView }) {
  const { not_offered } = view;
  if (not_offered.length === 0) return null;
  return (
    <details className="offer-details">
      <summary>Why not {formatQuantity(not_offered.length, 'other route')}</summary>
      <ul>
        {not_offered.map((each) => (
          <li key={each.ref}>
            <strong>{each.ref}</strong>: {each.because}
          </li>
        ))}
      </ul>
    </details>
  );
}
