import type { EditAnswer } from '../../../shared/api/views/edits.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { HOME } from '../../../shared/model/stop-place.ts';
import { StateMark } from '../../ui/mark.tsx';
import { moneyWords, rideWords, vehicleWords } from './effect-words.ts';

/** At most so many children are listed; the longest changes come first. */
const SHOWN = 12;

/** What an edit does, whole: money, rules, and each child's journey. */
export function EffectView({ answer }: { readonly answer: EditAnswer }) {
  const { effect } = answer;
  const year = effect.cost_year_pence;
  return (
    <div className="effect">
      <p>
        <strong>{moneyWords(effect.cost_day_pence)}</strong>
        {year === 0 ? null : ` (${formatPounds(Math.abs(year))} a year)`}
      </p>
      {vehicleWords(answer).map((each) => (
        <p key={each}>{each}</p>
      ))}
      {effect.came.length + effect.went.length === 0 ? (
        <p>
          <StateMark tone="good">No rule is broken by it</StateMark>
        </p>
      ) : null}
      <ul className="effect-rules">
        {effect.came.map((each) => (
          <li key={`${each.code} ${each.route_ref} ${each.client_id ?? ''}`}>
            <StateMark tone={each.severity === 'broken' ? 'danger' : 'warning'}>
              {each.severity === 'broken' ? 'Breaks' : 'Notice'}
            </StateMark>{' '}
            {each.text}
          </li>
        ))}
        {effect.went.map((each) => (
          <li key={`went ${each.code} ${each.route_ref} ${each.client_id ?? ''}`}>
            <StateMark tone="good">Mends</StateMark> {each.text}
          </li>
        ))}
      </ul>
      {effect.rides.length === 0 ? null : (
        <table className="effect-rides">
          <caption className="visually-hidden">Children whose journey changes</caption>
          <thead>
            <tr>
              <th scope="col">Child</th>
              <th scope="col">Pick-up</th>
              <th scope="col">Ride</th>
            </tr>
          </thead>
          <tbody>
            {effect.rides.slice(0, SHOWN).map((ride) => (
              <tr key={`${ride.client_id} ${ride.place}`}>
                <th scope="row">
                  {ride.name === '' ? ride.ref : ride.name}
                  <small>
                    {ride.after?.route_ref ?? 'no route'}
                    {ride.place === HOME ? '' : ', on some days'}
                  </small>
                </th>
                <td>
                  {ride.after === null ? '' : formatTimeOfDay(ride.after.pick_up_s)}
                  <small>
                    {ride.before === null ? '' : `was ${formatTimeOfDay(ride.before.pick_up_s)}`}
                  </small>
                </td>
                <td>{rideWords(ride)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {effect.rides.length > SHOWN ? (
        <p className="soft">And {effect.rides.length - SHOWN} more.</p>
      ) : null}
    </div>
  );
}
