import { Footprints, Plus, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { WalkingRouteRow } from '../../../shared/api/views/evidence.ts';
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { useCommands } from '../../state/commands.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { EmptyState, FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { RouteDialog, type RouteStart } from './route-dialog.tsx';
import { RouteCard } from './route-card.tsx';
import './walking-routes.css';

const NEW: RouteStart = { place: null, school: null, before: null };

/** The register of walked routes: what stands, whom it decides, what has to be walked again. */
export function WalkingRoutesScreen() {
  const { data, error, refetch } = useChannel('walking-routes/list', {});
  const on = parseIsoDate(useSession((session) => session.info?.store?.today ?? ''));
  const [text, setText] = useState('');
  const [start, setStart] = useState<RouteStart | null>(null);
  useCommands(
    'walking-routes',
    useMemo(
      () => [
        {
          id: 'add-walking-route',
          label: 'Add a walked assessment',
          isEnabled: () => true,
          run: () => {
            setStart(NEW);
          },
        },
      ],
      [],
    ),
  );
  const found = (data ?? []).filter((row) => isFound(row, text));
  const standing = found
    .filter(isStanding)
    .sort((a, b) => Number(b.is_expired) - Number(a.is_expired));
  const past = found.filter((row) => !isStanding(row));
  const expired = standing.filter((row) => row.is_expired);
  const children = new Set(
    standing.flatMap((row) => row.children.map(({ client_id }) => client_id)),
  );
  return (
    <div className="walks">
      <header className="apps-head walks-head">
        <h1>Walking routes</h1>
        <span className="apps-count">
          {data === null
            ? ''
            : `${formatQuantity(standing.length, 'assessment')} in force, covering ${formatQuantity(children.size, 'child', 'children')}`}
        </span>
        <span className="walks-space" />
        <TextField
          label="Find a route"
          hideLabel
          icon={Search}
          placeholder="Route, school or postcode"
          type="search"
          value={text}
          onChange={setText}
        />
        <Button
          variant="primary"
          icon={Plus}
          onPress={() => {
            setStart(NEW);
          }}
        >
          Add a walked assessment
        </Button>
      </header>
      <div className="walks-body">
        {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
        {data === null && error === null ? <Spinner label="Reading the register" /> : null}
        {expired.length === 0 ? null : (
          <NoticeBar
            tone="warning"
            title={`${formatQuantity(expired.length, 'assessment')} past review`}
          >
            The rule cannot tell by one until the route is walked again.
          </NoticeBar>
        )}
        {data !== null && data.length === 0 ? (
          <EmptyState icon={Footprints} title="No route has been walked yet">
            An assessment is walked once and used again for every home that it covers: by postcode,
            or round a position. Add one here, or from the unsafe route rule of a case.
          </EmptyState>
        ) : null}
        {data !== null && data.length > 0 && found.length === 0 ? (
          <EmptyState icon={Footprints} title="No route has these words">
            Names, schools, postcodes, assessors and findings are searched.
          </EmptyState>
        ) : null}
        <RouteList rows={standing} onWalkAgain={setStart} />
        {past.length === 0 ? null : (
          <details className="walks-past">
            <summary>{formatQuantity(past.length, 'superseded or withdrawn assessment')}</summary>
            <RouteList rows={past} onWalkAgain={setStart} />
          </details>
        )}
      </div>
      {start === null || on === null ? null : (
        <RouteDialog
          start={start}
          on={on}
          onClose={() => {
            setStart(null);
          }}
        />
      )}
    </div>
  );
}

/** Whether every word of a search stands somewhere in an assessment. */
function isFound({ route, school }: WalkingRouteRow, text: string): boolean {
  const place = route.place.kind === 'postcode' ? route.place.postcode : '';
  const words = `${route.name} ${school} ${place} ${route.assessor} ${route.finding}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

function isStanding({ route }: WalkingRouteRow): boolean {
  return route.superseded_by === null && route.withdrawn === null;
}

function RouteList(props: {
  readonly rows: readonly WalkingRouteRow[];
  readonly onWalkAgain: (start: RouteStart) => void;
}) {
  return (
    <ul className="walks-list">
      {props.rows.map((row) => (
        <li key={row.route.id}>
          <RouteCard row={row} onWalkAgain={props.onWalkAgain} />
        </li>
      ))}
    </ul>
  );
}
