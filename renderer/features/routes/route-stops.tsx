import { Accessibility, Luggage, School, Signpost, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { STREET_WORDS } from '../../../shared/casework/street-access.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Badge, StateMark } from '../../ui/mark.tsx';
import { callsThere } from './school-calls.ts';
import type { Loads } from './loads.ts';
import { putBack, ReleaseDialog, type Releasing } from './release-dialog.tsx';
import { RideMark } from './ride-mark.tsx';
import { RideStrip } from './ride-strip.tsx';
import { StopDays } from './stop-days.tsx';

/** The stops in pick-up order, each with time, load and the ride against its limit. */
export function RouteStops(props: { readonly detail: RouteDetail; readonly loads: Loads }) {
  const { detail, loads } = props;
  const [releasing, setReleasing] = useState<Releasing | null>(null);
  const longest = Math.max(
    ...detail.route.stops.map((stop) => Math.max(stop.ride_s, stop.limit_s)),
    1,
  );
  return (
    <section aria-label="Stops">
      <h3>Stops, in pick-up order</h3>
      <ol className="route-stops">
        {detail.route.stops.map((stop, i) => {
          const who = detail.stops[i];
          const load = loads.after[i];
          if (who === undefined || load === undefined) return null;
          return (
            <li key={`${stop.client_id} ${stop.place} ${stop.mornings}`}>
              <span className="route-stop-time">
                {stop.mornings === 0 ? '–' : formatTimeOfDay(stop.pick_up_s)}
              </span>
              <div className="route-stop-main">
                <div className="route-stop-who">
                  <LinkButton
                    onPress={() => {
                      select({ kind: 'client', id: stop.client_id });
                    }}
                  >
                    {who.name === '' ? 'Name not known' : who.name}
                  </LinkButton>
                  <span className="soft">
                    {who.ref}, {who.protected_address ? 'protected address' : who.postcode}
                  </span>
                </div>
                <StopDays days={stop.mornings} words={who.address_words} leg="morning" />
                <RideStrip
                  ride_s={stop.ride_s}
                  limit_s={stop.limit_s}
                  direct_s={stop.direct_s}
                  longest_s={longest}
                  kind={stop.limit_kind}
                />
                <div className="route-stop-marks">
                  <RideMark {...stop} />
                  {who.school === '' ? null : (
                    <StateMark tone="neutral" icon={School}>
                      To {who.school}
                    </StateMark>
                  )}
                  {who.wheelchair ? (
                    <StateMark tone="neutral" icon={Accessibility}>
                      Wheelchair{who.weight_kg === null ? '' : `, ${who.weight_kg} kg`}
                    </StateMark>
                  ) : null}
                  {who.street === null ? null : (
                    <StateMark tone="neutral" icon={Signpost}>
                      {STREET_WORDS[who.street]}
                    </StateMark>
                  )}
                  {who.needs_assistant ? (
                    <StateMark tone="neutral" icon={UserRound}>
                      Needs assistant
                    </StateMark>
                  ) : null}
                  {who.equipment_seats === 0 ? null : (
                    <StateMark tone="neutral" icon={Luggage}>
                      Equipment takes {formatQuantity(who.equipment_seats, 'seat')} (est.)
                    </StateMark>
                  )}
                  {who.released ? <Badge tone="info">Released</Badge> : null}
                  {stop.provisional ? <Badge tone="warning">Provisional</Badge> : null}
                </div>
                <div className="route-stop-foot">
                  <span className="soft">
                    On board {load.seats}/{detail.route.seats} seats
                    {detail.route.wheelchairs > 0
                      ? `, ${load.wheelchairs}/${detail.route.wheelchairs} wheelchairs`
                      : ''}
                    {' · '}
                    {formatPence(who.cost_day_pence)} a day
                  </span>
                  {who.released ? (
                    <Button
                      size="small"
                      variant="quiet"
                      onPress={() => {
                        void putBack({
                          client_id: stop.client_id,
                          name: who.name,
                          route_ref: detail.route.ref,
                        });
                      }}
                    >
                      Put back
                    </Button>
                  ) : null}
                  {stop.fixed && !who.released ? (
                    <Button
                      size="small"
                      variant="quiet"
                      onPress={() => {
                        setReleasing({
                          client_id: stop.client_id,
                          name: who.name,
                          route_ref: detail.route.ref,
                        });
                      }}
                    >
                      Release
                    </Button>
                  ) : null}
                </div>
              </div>
            </li>
          );
        })}
        {callsThere(detail).map((call) => (
          <li key={call.school}>
            <span className="route-stop-time">{formatTimeOfDay(call.at_s)}</span>
            <div className="route-stop-main">
              <strong>{call.school}</strong>
            </div>
          </li>
        ))}
      </ol>
      <ReleaseDialog
        releasing={releasing}
        onClose={() => {
          setReleasing(null);
        }}
      />
    </section>
  );
}
