import { House } from 'lucide-react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { select } from '../../state/selection.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { callsHome } from './school-calls.ts';
import { RideMark } from './ride-mark.tsx';
import { RideStrip } from './ride-strip.tsx';
import { StopDays } from './stop-days.tsx';

/** The afternoon: when the route leaves the school and when each client is home, in the order in which they are let off. */
export function RouteWayHome({ detail }: { readonly detail: RouteDetail }) {
  const { route } = detail;
  const homeward = route.stops
    .map((stop, at) => ({ stop, who: detail.stops[at] }))
    .toSorted((a, b) => a.stop.drop_off_order - b.stop.drop_off_order);
  const longest = Math.max(
    1,
    ...route.stops.map((stop) => Math.max(stop.home_ride_s, stop.limit_s)),
  );
  const isTurned = homeward.every(({ stop }, at) => stop === route.stops.at(-1 - at));
  return (
    <section aria-label="Way home">
      <h3>
        Way home{' '}
        <Estimated why="Ride times are those of the morning’s roads. A contract’s register gives no order for the afternoon: it is the morning’s turned round, unless a ride home would then take too long." />
      </h3>
      {isTurned ? null : (
        <p className="soft">
          Not simply the morning turned round: one ride home would then take too long.
        </p>
      )}
      <ol className="route-stops">
        {callsHome(detail).map((call) => (
          <li key={call.school}>
            <span className="route-stop-time">{formatTimeOfDay(call.at_s)}</span>
            <div className="route-stop-main">
              <strong>{call.school}</strong>
            </div>
          </li>
        ))}
        {homeward.map(({ stop, who }) => (
          <li key={`${stop.client_id} ${stop.place} ${stop.afternoons}`}>
            <span className="route-stop-time">
              {stop.afternoons === 0 ? '–' : formatTimeOfDay(stop.drop_off_s)}
            </span>
            <div className="route-stop-main">
              <div className="route-stop-who">
                <LinkButton
                  onPress={() => {
                    select({ kind: 'client', id: stop.client_id });
                  }}
                >
                  {who === undefined || who.name === '' ? 'Name not known' : who.name}
                </LinkButton>
              </div>
              <StopDays days={stop.afternoons} words={who?.address_words ?? ''} leg="afternoon" />
              <RideStrip
                ride_s={stop.home_ride_s}
                limit_s={stop.limit_s}
                direct_s={stop.home_direct_s}
                longest_s={longest}
                kind={stop.limit_kind}
              />
              <div className="route-stop-marks">
                <RideMark
                  ride_s={stop.home_ride_s}
                  limit_s={stop.limit_s}
                  limit_kind={stop.limit_kind}
                  direct_s={stop.home_direct_s}
                />
                {who === undefined || who.handover === '' ? null : (
                  <StateMark tone="neutral" icon={House}>
                    {who.handover}
                  </StateMark>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
