import './hand-back.css';
import type { TrialView } from '../../../shared/api/views/repairs.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatQuantity } from '../../../shared/format/number.ts';
import { StateMark } from '../../ui/mark.tsx';

/** A plan that is tried, in figures: money a day and a year, children affected, disruption. */
export function TrialFigures({ trial }: { readonly trial: TrialView }) {
  const less = trial.added_day_pence < 0;
  return (
    <dl className="trial-figures">
      <div>
        <dt>{less ? 'Less a day' : 'More a day'}</dt>
        <dd>{formatPence(Math.abs(trial.added_day_pence))}</dd>
      </div>
      <div>
        <dt>{less ? 'Less a year' : 'More a year'}</dt>
        <dd>{formatPounds(Math.abs(trial.added_year_pence))}</dd>
      </div>
      <div>
        <dt>Children affected</dt>
        <dd>
          {formatCount(trial.settled - trial.unaffected)} of {formatCount(trial.settled)}
        </dd>
      </div>
      <div>
        <dt>Disruption, weighed a day</dt>
        <dd>{formatPence(trial.disruption_pence)}</dd>
      </div>
    </dl>
  );
}

/** The routes that differ, and the children for whom something changes. */
export function TrialLists({ trial, who }: { readonly trial: TrialView; readonly who: string }) {
  return (
    <>
      {trial.violations.map((each) => (
        <StateMark tone="danger" key={`${each.code} ${each.text}`}>
          {each.text}
        </StateMark>
      ))}
      {trial.routes.length === 0 ? null : (
        <details className="trial-details">
          <summary>{formatQuantity(trial.routes.length, 'route differs', 'routes differ')}</summary>
          <ul className="trial-list">
            {trial.routes.map((route) => (
              <li key={`${route.ref} ${route.change}`}>
                <span className="trial-who">
                  {route.ref}
                  <small>{route.provider === '' ? 'Not let yet' : route.provider}</small>
                </span>
                <span>
                  {CHANGE_WORDS[route.change]}, {route.clients_before} to {route.clients_after}{' '}
                  children
                  <small>
                    {formatPence(route.day_before_pence)} to {formatPence(route.day_after_pence)} a
                    day, {route.vehicle.toLowerCase()}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {trial.children.length === 0 ? null : (
        <details className="trial-details">
          <summary>
            What changes for {formatCount(trial.children.length)} {who}
          </summary>
          <ul className="trial-list">
            {trial.children.map((each) => (
              <li key={each.client_id}>
                <span className="trial-who">
                  <bdi>{each.name === '' ? each.ref : each.name}</bdi>
                  <small>{each.ref}</small>
                </span>
                <span>{each.sentence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const CHANGE_WORDS = { new: 'New', ends: 'Ends', changed: 'Changed' } as const;
