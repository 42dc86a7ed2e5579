import './school-inspector.css';
import { Map as MapIcon } from 'lucide-react';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatMinutes } from '../../../shared/format/time.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { usePlanAsked } from '../plan-editor/shown-plan.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, hrefOfList, usePlace } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Estimated } from '../../ui/tooltip.tsx';
import { pointsAtRoute, showRoute } from './map-state.ts';
import { RouteSwatch } from './route-swatch.tsx';
import { useSchoolRoutes } from './school-routes.ts';

/** What is known of one school: who goes there, by how many routes, at what cost. */
export function SchoolInspector({ urn }: { readonly urn: number }) {
  const asked = usePlanAsked();
  const data = useChannel('map/data', asked);
  const plan = useChannel('plan/current', asked);
  const routes = useSchoolRoutes(urn);
  const place = usePlace((now) => now.name);
  const school = data.data?.schools.find((found) => found.urn === urn);
  if (data.error !== null) return <FailureNotice failure={data.error} onRetry={data.refetch} />;
  if (data.loading) return <Spinner label="Reading the school" />;
  if (school === undefined)
    return (
      <p className="school-sheet">
        This school has no position, so it is not on the map. Import schools with postcodes or
        positions.
      </p>
    );
  const year = routes.rows.reduce((sum, row) => sum + row.cost_year_pence, 0);
  const longest = Math.max(0, ...routes.rows.map((row) => row.longest_ride_s));
  const overGuide = routes.rows.reduce((sum, row) => sum + row.over_guide, 0);
  const places = new Map(routes.lines.map(({ id }, index) => [id, index]));
  const estimated = routes.rows.some((row) => !row.fixed);
  return (
    <div className="school-sheet">
      <div>
        <h3 className="school-sheet-name">{school.name}</h3>
        <p className="soft">
          URN {school.urn}
          {school.type_group === '' ? '' : `, ${typeWords(school.type_group)}`}
        </p>
      </div>
      <div className="school-sheet-actions">
        {place === 'map' ? null : (
          <Button
            size="small"
            icon={MapIcon}
            onPress={() => {
              go(hrefOf('map', [], { school: String(urn) }));
            }}
          >
            Show on map
          </Button>
        )}
        <Button
          size="small"
          onPress={() => {
            go(hrefOfList({ school_urn: urn }));
          }}
        >
          Open its clients
        </Button>
      </div>
      <dl className="facts">
        <dt>Clients</dt>
        <dd>{formatCount(school.clients)}</dd>
        <dt>Without a route</dt>
        <dd>
          {plan.data === null ? (
            <span className="soft">No plan made yet</span>
          ) : school.unallocated === 0 ? (
            <StateMark tone="good">None</StateMark>
          ) : (
            <a href={hrefOfList({ school_urn: urn, transport: ['unallocated'] })}>
              <StateMark tone="danger">{formatCount(school.unallocated)}</StateMark>
            </a>
          )}
        </dd>
        <dt>Routes</dt>
        <dd>{formatCount(school.routes)}</dd>
        <dt>Cost a day</dt>
        <dd>
          {formatPounds(school.cost_day_pence)}
          {estimated ? <Estimated why="New routes are priced by the rate card." /> : null}
        </dd>
        <dt>Cost a year</dt>
        <dd>{formatPounds(year)}</dd>
        <dt>Longest ride</dt>
        <dd>{routes.rows.length === 0 ? '–' : formatMinutes(longest)}</dd>
        <dt>Rides over guide</dt>
        <dd>{formatCount(overGuide)}</dd>
      </dl>
      {routes.rows.length === 0 ? null : (
        <section>
          <h3>Routes</h3>
          <ul className="school-sheet-routes">
            {routes.rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  {...pointsAtRoute(row.id)}
                  onClick={() => {
                    showRoute(row.id, urn);
                  }}
                >
                  <RouteSwatch index={places.get(row.id) ?? 0} />
                  <span>{row.ref}</span>
                  <span className="number soft">{row.clients} on board</span>
                  <span className="number">{formatPounds(row.cost_day_pence)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function typeWords(type: string): string {
  return TYPES[type] ?? type.replaceAll('_', ' ');
}

const TYPES: Readonly<Record<string, string>> = {
  special_state: 'state special school',
  special_independent: 'independent special school',
  special_non_maintained: 'non-maintained special school',
  pru_or_ap: 'pupil referral unit or alternative provision',
  fe_college: 'college',
  primary: 'primary school',
  secondary: 'secondary school',
  nursery: 'nursery school',
  independent: 'independent school',
};
