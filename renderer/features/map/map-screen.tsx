import './map-screen.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { MapData, MapSchool } from '../../../shared/api/views/map.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { tileSource, useTiles } from '../../map/base-layers.tsx';
import { CountyMap, type Focused, type MapHandle } from '../../map/county-map.tsx';
import type { Hit } from '../../map/hits.ts';
import { homeMarks } from '../../map/home-index.ts';
import type { Layers } from '../../map/layers.ts';
import { prepareScene } from '../../map/scene.ts';
import { useChannel } from '../../state/channel.ts';
import { usePlace } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { useSession } from '../../state/session.ts';
import { useTheme } from '../../state/theme.ts';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { countyBounds } from './bounds.ts';
import { queryOf } from '../applications/list-query.ts';
import { PlacePanel } from '../offers/place-panel.tsx';
import { usePreview } from '../offers/use-preview.ts';
import { EditorPanel } from '../plan-editor/editor-panel.tsx';
import { usePlanAsked } from '../plan-editor/shown-plan.ts';
import { TrialNotice } from '../plan-editor/trial-notice.tsx';
import { useEditCommands } from '../plan-editor/use-edit-commands.ts';
import { useClearOfEditor, useMapDrag } from '../plan-editor/use-map-drag.ts';
import { useMakeSheet } from './make-sheet.ts';
import { useMapCommands } from './map-commands.ts';
import { showRoute, showSchool, useMapState } from './map-state.ts';
import { endLasso, selectByFilter, selectWithin, useMapSelection } from './map-selection.ts';
import { measurePoint, useMeasured, useMeasuring } from './map-measure.ts';
import { MapTable } from './map-table.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { PlanBar } from './plan-bar.tsx';
import { type SchoolRoutes, useSchoolRoutes } from './school-routes.ts';
import { SidePanel } from './side-panel.tsx';
import { useEmphasis } from './use-emphasis.ts';
import { useLayers } from './use-layers.ts';

/** Homes, schools and routes; the plan and what can be done with it. */
export function MapScreen() {
  const asked = usePlanAsked();
  const data = useChannel('map/data', asked);
  const plan = useChannel('plan/current', asked);
  const schoolUrn = useMapState((state) => state.school_urn);
  const asTable = useMapState((state) => state.asTable);
  const school = data.data?.schools.find(({ urn }) => urn === schoolUrn) ?? null;
  const routes = useSchoolRoutes(school?.urn ?? null);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [isPicturing, setPicturing] = useState(false);
  useFollowing();
  const shown = useLayers(school);
  const askPicture = useCallback(() => {
    setPicturing(true);
  }, []);
  const selectView = useCallback(() => {
    if (handle !== null && data.data !== null)
      selectWithin(homeMarks(data.data), handle.inSight(), { by: 'view', school_urn: schoolUrn });
  }, [handle, data.data, schoolUrn]);
  const makeSheet = useMakeSheet({
    handle,
    school,
    shown,
    source: useSource(school, routes, shown.layers),
    unallocated: school?.unallocated ?? plan.data?.unallocated ?? null,
  });
  useMapCommands(school, { askPicture, selectView });
  useEditCommands(plan.data !== null);
  return (
    <div className="map-screen">
      <PlanBar plan={plan.data} school={school} onPicture={askPicture} onSelectView={selectView} />
      <TrialNotice plan={plan.data} />
      <Notices plan={plan.data} data={data.data} />
      {data.error === null ? null : <FailureNotice failure={data.error} onRetry={data.refetch} />}
      <div className="map-body">
        <SidePanel
          schools={data.data?.schools ?? []}
          school={school}
          routes={routes}
          plan={plan.data}
          data={data.data}
        />
        {asTable ? (
          <MapTable data={data.data} school={school} routes={routes} layers={shown.layers} />
        ) : (
          <TheMap
            data={data.data}
            school={school}
            routes={routes}
            layers={shown.layers}
            planId={plan.data?.id ?? null}
            onReady={setHandle}
          />
        )}
      </div>
      <PictureDialog
        isOpen={isPicturing}
        onClose={() => {
          setPicturing(false);
        }}
        onMake={makeSheet}
      />
    </div>
  );
}

/** A school chosen elsewhere, or named in the address, is shown here. */
function useFollowing(): void {
  const chosen = useSelectedId('school');
  const params = usePlace((place) => place.params);
  useEffect(() => {
    if (chosen !== null) useMapState.setState({ school_urn: chosen });
  }, [chosen]);
  useEffect(() => {
    const urn = Number(params['school']);
    if (Number.isInteger(urn) && urn > 0) showSchool(urn);
    const route = Number(params['route']);
    if (Number.isInteger(route) && route > 0) select({ kind: 'route', id: route });
    const filter = params['filter'];
    if (filter !== undefined) void selectByFilter(queryOf({ filter }).filter);
  }, [params]);
}

function Notices(props: { readonly plan: PlanSummary | null; readonly data: MapData | null }) {
  const stale = props.plan?.stale ?? [];
  if (stale.length === 0) return null;
  const more = stale.length > 2 ? ` And ${stale.length - 2} more.` : '';
  return (
    <NoticeBar
      tone="warning"
      title={`This plan is out of date. ${stale.slice(0, 2).join(' ')}${more} Plan again to take it in.`}
    />
  );
}

function TheMap(props: {
  readonly data: MapData | null;
  readonly school: MapSchool | null;
  readonly routes: SchoolRoutes;
  readonly layers: Layers;
  readonly planId: number | null;
  readonly onReady: (handle: MapHandle | null) => void;
}) {
  const { data, school, routes, layers } = props;
  const stopDrag = useMapDrag(data);
  const drawing = useMapSelection((state) => state.drawing);
  const measuring = useMeasuring((state) => state.on);
  const base = useChannel('map/base', {});
  const theme = useTheme((state) => state.shown);
  const store = useSession((state) => state.info?.store ?? null);
  const scene = useMemo(() => prepareScene(base.data, data), [base.data, data]);
  const home = useMemo(() => countyBounds(data), [data]);
  const { emphasis, focus: chosen } = useEmphasis(data, school, routes);
  const preview = usePreview();
  const focus = useClearOfEditor(useMeasuredFocus() ?? preview?.focus ?? chosen);
  const source = useSource(school, routes, layers);
  const lasso = useCallback(
    (line: readonly number[] | null) => {
      if (line === null) endLasso();
      else selectWithin(scene.homes.all, line, { by: 'lasso', school_urn: school?.urn ?? null });
    },
    [scene, school],
  );
  const pick = useCallback(
    (hit: Exclude<Hit, { kind: 'cluster' }> | null) => {
      if (hit?.kind === 'school') showSchool(hit.urn);
      else if (hit?.kind === 'route' && school !== null) showRoute(hit.id, school.urn);
      else if (hit?.kind === 'home') select({ kind: 'client', id: hit.client_id });
    },
    [school],
  );
  if (base.loading || (data === null && base.error === null))
    return (
      <div className="map-wait">
        <Spinner label="Drawing the map" />
      </div>
    );
  return (
    <div className="map-stage">
      <CountyMap
        scene={scene}
        emphasis={preview?.emphasis ?? emphasis}
        layers={layers}
        lasso={drawing}
        onLasso={lasso}
        measuring={measuring}
        onMeasure={measurePoint}
        stopDrag={stopDrag}
        home={home}
        focus={focus}
        source={source}
        invented={store?.demo ?? false}
        theme={theme}
        label={
          school === null ? `Map of ${store?.county ?? 'the county'}` : `Map of ${school.name}`
        }
        onPick={pick}
        onReady={props.onReady}
      />
      <MeasurePanel />
      <EditorPanel planId={props.planId} />
      <PlacePanel />
    </div>
  );
}

/** A child's way to school is brought in sight once; between points of the map nothing moves. */
function useMeasuredFocus(): Focused | null {
  const client = useMeasuring((state) => state.client_id);
  const { data } = useMeasured();
  return useMemo(() => {
    if (client === null || data === null) return null;
    const line = [...data.car.line, ...data.foot.line];
    const [lats, lons] = [0, 1].map((odd) => line.filter((_, i) => i % 2 === odd));
    return {
      key: `measured ${client}`,
      // The panel's width and its place.
      covered: 328,
      bounds: {
        south: Math.min(...(lats ?? [])),
        north: Math.max(...(lats ?? [])),
        west: Math.min(...(lons ?? [])),
        east: Math.max(...(lons ?? [])),
      },
    };
  }, [client, data]);
}

function hiddenNote(hidden: number): string {
  if (hidden === 0) return '';
  return `${formatCount(hidden)} protected ${hidden === 1 ? 'address is' : 'addresses are'} not shown.`;
}

/** How the lines of routes run. */
function linesNote(school: MapSchool | null, { lines }: SchoolRoutes): string {
  if (school === null || lines.length === 0) return '';
  if (lines.every(({ basis }) => basis === 'road')) return 'Routes follow the roads';
  if (lines.every(({ basis }) => basis === 'straight'))
    return 'Routes are straight lines between stops: no road network is loaded there';
  return 'Routes follow the roads, straight where a stop lies beyond the network';
}

/** Where the map is from, how lines and distances were had, and the day of the data. */
function useSource(school: MapSchool | null, routes: SchoolRoutes, layers: Layers): string {
  const base = useChannel('map/base', {}).data;
  const data = useChannel('map/data', usePlanAsked()).data;
  const today = useSession((state) => state.info?.store?.today ?? null);
  const tiles = useTiles();
  const parts = [
    tileSource(tiles),
    base?.sources ?? '',
    ...(data?.sources ?? []),
    linesNote(school, routes),
    layers.reach === null ? '' : `Reach: ${layers.reach.words}`,
    today === null ? '' : `Data of ${formatDate(today)}`,
    hiddenNote(data?.protected_hidden ?? 0),
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}
