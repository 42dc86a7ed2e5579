import type { CasePage } from '../../../shared/api/views/case.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { dayWords } from '../../../shared/calendar/day-mask.ts';
import { placeOnRoute } from '../../../shared/model/plan-rides.ts';
import type { PlannedStop } from '../../../shared/model/plan.ts';
import { REASON_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { go, hrefOf, hrefOfCase } from '../../state/place.ts';
import { select } from '../../state/selection.ts';
import { FindPlace } from '../offers/find-place.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { PapersOf } from '../papers/papers-of.tsx';
import { ChildAnswer } from '../transport/child-answer.tsx';
import { OpenNotices, RecordChangeLink } from '../notices/open-notices.tsx';
import { RideRecordsPart } from '../sheets/ride-records-part.tsx';
import {
  distanceWords,
  otherStopDays,
  otherStopWords,
  transportRemedy,
  transportSentence,
  transportWord,
} from './case-words.ts';
import { schoolOf } from './case-facts.tsx';
import { Facts } from './facts.tsx';
import { Part } from './part.tsx';
import { TRANSPORT_TONES } from './words.ts';

/** What carries the child, or why nothing does and what would mend it. */
export function TransportPart(props: { readonly page: CasePage }) {
  const { page } = props;
  const { route, contract, reason } = page;
  const stop = route?.stops[placeOnRoute(route.stops, page.client.id)];
  const remedy = transportRemedy(page);
  return (
    <Part
      title="Transport"
      action={
        route === null ? undefined : (
          <LinkButton
            onPress={() => {
              select({ kind: 'route', id: route.id });
              go(hrefOf('map'));
            }}
          >
            Route {route.ref} on the map
          </LinkButton>
        )
      }
    >
      <p className="case-transport">
        <StateMark tone={TRANSPORT_TONES[page.transport]}>
          {transportWord(page)}
          {route !== null && reason?.days !== undefined && page.transport === 'unallocated'
            ? ` on ${dayWords(reason.days)}`
            : ''}
          {reason !== null && page.transport === 'unallocated'
            ? `: ${withinSentence(REASON_WORDS[reason.reason])}`
            : ''}
        </StateMark>
      </p>
      <p>
        {transportSentence(page)}{' '}
        {remedy === null ? null : (
          <a href={remedy.at === 'map' ? hrefOf('map') : hrefOfCase(page.client.id, remedy.at)}>
            {remedy.label}
          </a>
        )}
      </p>
      {page.transport === 'closed' ? null : <ChildAnswer clientId={page.client.id} />}
      <p>
        <RecordChangeLink
          client={{
            id: page.client.id,
            name: `${page.client.forename} ${page.client.surname}`.trim(),
          }}
        />
      </p>
      <OpenNotices of={{ client_id: page.client.id }} text={page.client.ref} />
      <Facts
        facts={[
          ['School', schoolOf(page)],
          ['Provider', route?.provider ?? contract?.provider ?? ''],
          [
            'Contract',
            contract === null
              ? ''
              : `${contract.ref}, ${formatDate(contract.starts_on)} to ${formatDate(contract.ends_on)}`,
          ],
          ['Vehicle', contract?.vehicle_given ?? ''],
          ['Ride to school', stop === undefined ? '' : rideWords(stop.ride_s, stop)],
          ['Ride home', stop === undefined ? '' : rideWords(stop.home_ride_s, stop)],
          ...page.other_stops.map((each) => [otherStopDays(each), otherStopWords(each)] as const),
          ['Distance', distanceWords(page)],
          [
            'Share of the cost',
            page.cost_day_pence === null ? '' : `${formatPence(page.cost_day_pence)} a day`,
          ],
        ]}
      />
      <RideRecordsPart clientId={page.client.id} />
      <PapersOf
        of={{ client_id: page.client.id }}
        find={page.application?.ref ?? page.client.ref}
        quiet
      />
      {page.transport === 'closed' ? null : (
        <FindPlace clientId={page.client.id} isPlaced={route !== null} />
      )}
    </Part>
  );
}

/** One ride against its limit. */
function rideWords(ride_s: number, { limit_s, limit_kind }: PlannedStop): string {
  const over = ride_s > limit_s ? ': over' : '';
  return `${formatMinutes(ride_s)}, ${limit_kind} limit ${formatMinutes(limit_s)}${over}`;
}
