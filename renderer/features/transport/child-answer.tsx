import { useState } from 'react';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { MENDED_BY, reasonWords } from '../../../shared/service/reasons.ts';
import type { Ride } from '../../../shared/service/status.ts';
import { STATE_WORDS } from '../../../shared/service/states.ts';
import { useChannel } from '../../state/channel.ts';
import { DateField } from '../../ui/date-field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice } from '../../ui/states.tsx';
import { confirmedWords, rideDays, STATE_TONES } from './answer-words.ts';
import { StepsList } from './steps-list.tsx';
import './transport.css';

/** Who collects this child, when, and is it confirmed: on the day that counts, or on another. */
export function ChildAnswer({ clientId }: { readonly clientId: number }) {
  const [day, setDay] = useState('');
  const { data, error, refetch } = useChannel('service/child', { client_id: clientId, on: parseIsoDate(day) }); // prettier-ignore
  if (data === null)
    return error === null ? null : <FailureNotice failure={error} onRetry={refetch} />;
  const { status, routes } = data;
  if (status === null) return null;
  return (
    <section className="answer" aria-label="Who collects this child, when, and is it confirmed">
      <div className="answer-head">
        <StateMark tone={status.in_place ? 'good' : 'danger'}>
          {status.in_place
            ? `Has transport on ${formatDate(status.on)}. ${confirmedWords(status)}`
            : `No transport on ${formatDate(status.on)}`}
        </StateMark>
        <DateField label="On another day" value={day} onChange={setDay} />
      </div>
      {status.reasons.length === 0 ? null : (
        <ul className="answer-reasons">
          {status.reasons.map((reason) => (
            <li key={`${reason.code} ${reason.route_ref} ${reason.item}`}>
              {reasonWords(reason)}. <span className="soft">{MENDED_BY[reason.code]}</span>
            </li>
          ))}
        </ul>
      )}
      {status.rides.map((ride) => (
        <RideLine
          key={`${ride.route_ref} ${ride.place} ${ride.mornings} ${ride.contract_id ?? ''}`}
          ride={ride}
        />
      ))}
      {routes.map(({ route_ref, steps }) => (
        <details key={route_ref} className="answer-steps">
          <summary>Steps of route {route_ref}</summary>
          <StepsList steps={steps} />
        </details>
      ))}
    </section>
  );
}

function RideLine({ ride }: { readonly ride: Ride }) {
  const days = rideDays(ride);
  const there =
    ride.pick_up_s === null || ride.mornings === 0
      ? ''
      : `, picked up ${formatTimeOfDay(ride.pick_up_s)}${ride.arrive_s === null ? '' : `, at school ${formatTimeOfDay(ride.arrive_s)}`}`;
  const home = ride.drop_off_s === null || ride.afternoons === 0 ? '' : `, home ${formatTimeOfDay(ride.drop_off_s)}`; // prettier-ignore
  return (
    <p className="answer-ride">
      <StateMark tone={STATE_TONES[ride.state]}>{STATE_WORDS[ride.state]}</StateMark>
      <span>
        Route {ride.route_ref}, {ride.provider === '' ? 'not let yet' : ride.provider}
        {days === '' ? '' : `, ${days}`}
        {there}
        {home}
      </span>
    </p>
  );
}
