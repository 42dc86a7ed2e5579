import './routes-screen.css';
import { Route as RouteIcon, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { RouteRow } from '../../../shared/api/views/plan.ts';
import { formatMilesNumber } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount, formatCountOf, formatQuantity } from '../../../shared/format/number.ts';
import { useChannel } from '../../state/channel.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { DataList } from '../../ui/data-list.tsx';
import { NoPlanYet } from '../../ui/no-plan-yet.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState, FailureNotice, Spinner } from '../../ui/states.tsx';
import { ROUTE_STATES, type RouteState } from '../../../shared/model/service.ts';
import { STATE_WORDS } from '../../../shared/service/states.ts';
import { routesDistancesWord } from '../../../shared/model/plan-distances.ts';
import { PutOutButton } from '../lots/put-out-button.tsx';
import { useRouteMarks } from '../lots/use-route-marks.ts';
import { MILES_HEAD, routeColumns } from './route-columns.tsx';
import {
  ROUTE_MARKS,
  ROUTE_SORTS,
  type RouteMark,
  type RouteSort,
  type RouteTotals,
  siftRoutes,
  totalRoutes,
} from './route-filter.ts';

const NO_ROWS: readonly RouteRow[] = [];

/** Every route of the plan, sifted and sorted here: the host sends them once. */
export function RoutesScreen() {
  const answer = useChannel('routes/query', { school_urn: null });
  const rows = answer.data ?? NO_ROWS;
  const params = usePlace((place) => place.params);
  const [text, setText] = useState(params['find'] ?? '');
  const [school, setSchool] = useState(params['school'] ?? ALL);
  const [state, setState] = useState(params['state'] ?? ALL);
  const [marks, setMarks] = useState<readonly RouteMark[]>(() => marksOf(params['show']));
  const [sort, setSort] = useState<{ by: RouteSort; descending: boolean }>({
    by: 'school',
    descending: false,
  });
  const selected = useSelectedId('route');
  const sought = useDeferredValue(text);
  const urn = school === ALL ? null : Number(school);
  const shown = useMemo(
    () => siftRoutes(rows, { text: sought, school_urn: urn, state: stateOf(state), marks }, sort),
    [rows, sought, urn, state, marks, sort],
  );
  const putting = useRouteMarks(shown);
  const totals = useMemo(() => totalRoutes(shown), [shown]);
  const schools = useMemo(() => schoolOptions(rows), [rows]);
  const distances = useMemo(() => routesDistancesWord(rows), [rows]);
  const columns = useMemo(() => routeColumns(distances), [distances]);
  if (answer.data === null && answer.error !== null)
    return <FailureNotice failure={answer.error} onRetry={answer.refetch} />;
  if (answer.loading) return <Loading />;
  if (rows.length === 0)
    return (
      <NoPlanYet icon={RouteIcon} title="No routes yet">
        Routes are there once a plan is made from the contracts that run and the applications.
      </NoPlanYet>
    );
  return (
    <div className="routes-screen">
      <header className="routes-head">
        <h1>Routes</h1>
        <output className="soft">
          {shown.length === rows.length
            ? formatQuantity(rows.length, 'route')
            : `${formatCountOf(shown.length, rows.length)} routes`}
        </output>
        <div className="routes-filters">
          <TextField
            label="Search routes"
            hideLabel
            type="search"
            icon={Search}
            placeholder="Route, school, provider"
            value={text}
            onChange={setText}
          />
          <Select
            label="School"
            hideLabel
            options={schools}
            value={school}
            onChange={setSchool}
            isActive={school !== ALL}
          />
          <Select
            label="State"
            hideLabel
            options={stateOptions(rows)}
            value={state}
            onChange={setState}
            isActive={state !== ALL}
          />
          <MarkToggles rows={rows} marks={marks} onChange={setMarks} />
          <PutOutButton refs={putting.marked} onDone={putting.clear} />
        </div>
      </header>
      <DataList
        label="Routes"
        columns={columns}
        count={shown.length}
        rowAt={(index) => shown[index]}
        keyOf={(row) => row.id}
        marks={putting.marks}
        selectedKey={selected}
        onSelect={(row) => {
          select({ kind: 'route', id: row.id });
        }}
        onOpen={(row) => {
          go(hrefOf('map', [], { route: String(row.id) }));
        }}
        sort={{ id: sort.by, descending: sort.descending }}
        onSort={(id) => {
          const by = ROUTE_SORTS.find((name) => name === id);
          if (by !== undefined)
            setSort((now) => ({ by, descending: now.by === by && !now.descending }));
        }}
        resetKey={`${sought} ${school} ${state} ${marks.join()} ${sort.by} ${sort.descending}`}
        empty={
          <EmptyState icon={RouteIcon} title="No route is like that">
            Take a filter away or search for something else.
          </EmptyState>
        }
      />
      <Totals totals={totals} />
    </div>
  );
}

const ALL = 'all';

function marksOf(show: string | undefined): readonly RouteMark[] {
  return ROUTE_MARKS.filter((mark) => (show ?? '').split(',').includes(mark));
}

function stateOf(id: string): RouteState | null {
  return ROUTE_STATES.find((state) => state === id) ?? null;
}

function stateOptions(rows: readonly RouteRow[]) {
  const counts = new Map<RouteState, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [
    { id: ALL, label: 'All states' },
    ...ROUTE_STATES.filter((state) => counts.has(state)).map((state) => ({
      id: state as string,
      label: STATE_WORDS[state],
      detail: formatCount(counts.get(state) ?? 0),
    })),
  ];
}

function schoolOptions(rows: readonly RouteRow[]) {
  const names = new Map<number, { name: string; count: number }>();
  for (const row of rows) {
    // A school that no list has cannot be chosen; its routes stand under all schools.
    if (row.school_urn === null) continue;
    const found = names.get(row.school_urn);
    names.set(row.school_urn, { name: row.school, count: (found?.count ?? 0) + 1 });
  }
  const sorted = [...names].sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en-GB'));
  return [
    { id: ALL, label: 'All schools', detail: formatCount(rows.length) },
    ...sorted.map(([urn, { name, count }]) => ({
      id: String(urn),
      label: name,
      detail: formatCount(count),
    })),
  ];
}

const MARK_LABELS: Readonly<Record<RouteMark, string>> = {
  over_guide: 'Over guide',
  violations: 'Broken rules',
  new: 'New',
  unconfirmed: 'Unconfirmed',
  provisional: 'Provisional',
  problems: 'Open problems',
};

function MarkToggles(props: {
  readonly rows: readonly RouteRow[];
  readonly marks: readonly RouteMark[];
  readonly onChange: (marks: readonly RouteMark[]) => void;
}) {
  const counts = useMemo(
    () =>
      new Map(
        ROUTE_MARKS.map((mark) => [
          mark,
          siftRoutes(
            props.rows,
            { text: '', school_urn: null, state: null, marks: [mark] },
            { by: 'ref', descending: false },
          ).length,
        ]),
      ),
    [props.rows],
  );
  return (
    <fieldset className="routes-marks" aria-label="Show only routes that are">
      {ROUTE_MARKS.map((mark) => {
        const on = props.marks.includes(mark);
        return (
          <button
            key={mark}
            type="button"
            className="routes-mark"
            aria-pressed={on}
            onClick={() => {
              props.onChange(
                on ? props.marks.filter((other) => other !== mark) : [...props.marks, mark],
              );
            }}
          >
            {MARK_LABELS[mark]} <span>{formatCount(counts.get(mark) ?? 0)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function Totals({ totals }: { readonly totals: RouteTotals }) {
  return (
    <dl className="routes-totals" aria-label="Totals of the routes shown">
      <div>
        <dt>Routes</dt>
        <dd>{formatCount(totals.routes)}</dd>
      </div>
      <div>
        <dt>Clients</dt>
        <dd>{formatCount(totals.clients)}</dd>
      </div>
      <div>
        <dt>{MILES_HEAD[totals.distances]}</dt>
        <dd>{formatMilesNumber(totals.distance_m)}</dd>
      </div>
      <div>
        <dt>Rides over guide</dt>
        <dd>{formatCount(totals.over_guide)}</dd>
      </div>
      <div>
        <dt>Broken rules</dt>
        <dd>{formatCount(totals.violations)}</dd>
      </div>
      <div>
        <dt>A day</dt>
        <dd>{formatPounds(totals.cost_day_pence)}</dd>
      </div>
      <div>
        <dt>A year</dt>
        <dd>{formatPounds(totals.cost_year_pence)}</dd>
      </div>
    </dl>
  );
}

function Loading() {
  return (
    <div className="routes-wait">
      <Spinner label="Reading the routes" />
    </div>
  );
}
