import { ChevronLeft, Lock, Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { MapData, MapSchool } from '../../../shared/api/views/map.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { useSelectedId } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { StateMark } from '../../ui/mark.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EditRoutes } from '../plan-editor/edit-routes.tsx';
import { AuditList } from './audit-list.tsx';
import { pointsAtRoute, showRoute, showSchool, showTab, useMapState } from './map-state.ts';
import { useMapSelection } from './map-selection.ts';
import { SelectionList } from './selection-list.tsx';
import { RowList } from './row-list.tsx';
import { PlanSchool } from './plan-school.tsx';
import { RouteSwatch } from './route-swatch.tsx';
import type { SchoolRoutes } from './school-routes.ts';
import { UnallocatedList } from './unallocated-list.tsx';

/** The lists beside the map: what can be chosen on the map can be chosen here with the keyboard. */
export function SidePanel(props: {
  readonly schools: readonly MapSchool[];
  readonly school: MapSchool | null;
  readonly routes: SchoolRoutes;
  readonly plan: PlanSummary | null;
  readonly data: MapData | null;
}) {
  const selecting = useMapSelection((state) => state.ids !== null);
  const tab = useMapState((state) => state.tab);
  const { plan } = props;
  const findings = plan?.audit.violations.length ?? 0;
  return (
    <aside className="map-side" aria-label="Schools and findings">
      <Tabs
        label="Lists beside the map"
        selected={tab}
        onSelect={showTab}
        tabs={[
          { id: 'schools', label: props.school === null ? 'Schools' : 'Routes' },
          {
            id: 'unallocated',
            label: 'Unallocated',
            ...(plan === null || selecting ? {} : { count: formatCount(plan.unallocated) }),
          },
          {
            id: 'audit',
            label: 'Audit',
            ...(plan === null || selecting ? {} : { count: formatCount(findings) }),
          },
          ...(selecting ? [{ id: 'selected' as const, label: 'Selected' }] : []),
        ]}
      >
        {tab === 'schools' && props.school === null ? <SchoolList schools={props.schools} /> : null}
        {tab === 'schools' && props.school !== null ? (
          <RouteList school={props.school} routes={props.routes} />
        ) : null}
        {tab === 'unallocated' ? <UnallocatedList school={props.school} plan={plan} /> : null}
        {tab === 'audit' ? <AuditList plan={plan} /> : null}
        {tab === 'selected' ? <SelectionList data={props.data} /> : null}
      </Tabs>
    </aside>
  );
}

/** At most so many rows are drawn; the search narrows them. */
const SHOWN = 200;

function SchoolList({ schools }: { readonly schools: readonly MapSchool[] }) {
  const [text, setText] = useState('');
  const sought = useDeferredValue(text.trim().toLowerCase());
  const found = useMemo(
    () =>
      [...schools]
        .sort((a, b) => b.clients - a.clients || a.name.localeCompare(b.name, 'en-GB'))
        .filter(({ name, urn }) => name.toLowerCase().includes(sought) || String(urn) === sought),
    [schools, sought],
  );
  return (
    <>
      <div className="map-side-head" ref={takeLostFocus}>
        <TextField
          label="Find a school by name or URN"
          hideLabel
          type="search"
          icon={Search}
          placeholder="Find a school"
          value={text}
          onChange={setText}
        />
      </div>
      <RowList label="Schools, most clients first">
        {found.slice(0, SHOWN).map((school) => (
          <li key={school.urn}>
            <button
              type="button"
              className="map-row"
              onClick={() => {
                chooseHere(school.urn);
              }}
            >
              <span className="map-row-title">{school.name}</span>
              <span className="map-row-number number">{formatCount(school.clients)}</span>
              <span className="map-row-detail">
                {formatCount(school.routes)} {school.routes === 1 ? 'route' : 'routes'}
                {school.unallocated > 0 ? (
                  <StateMark tone="danger">{school.unallocated} unallocated</StateMark>
                ) : null}
              </span>
            </button>
          </li>
        ))}
      </RowList>
      {found.length === 0 ? (
        <p className="map-side-note">
          {schools.length === 0
            ? 'No schools yet. Import schools, then contracts or applications that name them.'
            : 'No school is called that.'}
        </p>
      ) : null}
      {found.length > SHOWN ? (
        <p className="map-side-note">
          {SHOWN} of {formatCount(found.length)} shown. Type a name to narrow them.
        </p>
      ) : null}
    </>
  );
}

function RouteList(props: { readonly school: MapSchool; readonly routes: SchoolRoutes }) {
  const selected = useSelectedId('route');
  const { school, routes } = props;
  const places = new Map(routes.lines.map(({ id }, index) => [id, index]));
  return (
    <>
      <div className="map-side-head map-side-school" ref={takeLostFocus}>
        <Button
          size="small"
          variant="quiet"
          icon={ChevronLeft}
          onPress={() => {
            chooseHere(null);
          }}
        >
          All schools
        </Button>
        <button
          type="button"
          className="map-side-name"
          onClick={() => {
            showSchool(school.urn);
          }}
        >
          {school.name}
        </button>
        <div className="map-side-does">
          <PlanSchool school={school} />
          <EditRoutes school={school} />
        </div>
      </div>
      <RowList label={`Routes to ${school.name}`}>
        {routes.rows.map((route) => (
          <li key={route.id}>
            <button
              type="button"
              className="map-row"
              aria-pressed={selected === route.id}
              data-route-id={route.id}
              {...pointsAtRoute(route.id)}
              onClick={() => {
                showRoute(route.id, school.urn);
              }}
            >
              <span className="map-row-title">
                <RouteSwatch index={places.get(route.id) ?? 0} />
                {route.ref}
                {route.locked ? (
                  <>
                    <Lock size={12} aria-hidden="true" />
                    <span className="visually-hidden">locked</span>
                  </>
                ) : null}
              </span>
              <span className="map-row-number number">
                {route.clients}/{route.seats + route.wheelchairs}
              </span>
              <span className="map-row-detail">
                {route.vehicle}, longest {Math.round(route.longest_ride_s / 60)} min
                {route.over_guide > 0 ? <StateMark tone="warning">over guide</StateMark> : null}
                {route.violations > 0 ? <StateMark tone="danger">broken rule</StateMark> : null}
              </span>
            </button>
          </li>
        ))}
      </RowList>
      {routes.rows.length === 0 && !routes.loading ? (
        <p className="map-side-note">No route goes to this school. Plan it to place its clients.</p>
      ) : null}
    </>
  );
}

let focusAwaited = false;

/** Chooses a school, or the county with null, from a list that the choice will replace. */
function chooseHere(urn: number | null): void {
  focusAwaited = true;
  showSchool(urn);
}

/** The focus the replaced list held goes to the first control of what comes instead. */
function takeLostFocus(element: HTMLDivElement | null): void {
  if (element === null || !focusAwaited) return;
  focusAwaited = false;
  if (document.activeElement !== document.body) return;
  element.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
}
