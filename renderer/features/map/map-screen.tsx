import './map-screen.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { MapData, MapSchool } from '../../../shared/api/views/map.ts';
import type { PlanSummary } from '../../../shared/api/views/plan.ts';
import { tileSource, useTiles } from '../../map/base-layers.tsx';
import { CountyMap, type MapHandle } from '../../map/county-map.tsx';
import type { Hit } from '../../map/hits.ts';
import { prepareScene } from '../../map/scene.ts';
import { useChannel } from '../../state/channel.ts';
import { saveBytes } from '../../state/files.ts';
import { notify } from '../../state/notices.ts';
import { usePlace } from '../../state/place.ts';
import { select, useSelectedId } from '../../state/selection.ts';
import { useSession } from '../../state/session.ts';
import { useTheme } from '../../state/theme.ts';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { countyBounds } from './bounds.ts';
import { useMapCommands } from './map-commands.ts';
import { showRoute, showSchool, useMapState } from './map-state.ts';
import { MapTable } from './map-table.tsx';
import { PlanBar } from './plan-bar.tsx';
import { type SchoolRoutes, useSchoolRoutes } from './school-routes.ts';
import { SidePanel } from './side-panel.tsx';
import { useEmphasis } from './use-emphasis.ts';

/** Homes, schools and routes; the plan and what can be done with it. */
export function MapScreen() {
  const data = useChannel('map/data', {});
  const plan = useChannel('plan/current', {});
  const schoolUrn = useMapState((state) => state.school_urn);
  const asTable = useMapState((state) => state.asTable);
  const school = data.data?.schools.find(({ urn }) => urn === schoolUrn) ?? null;
  const routes = useSchoolRoutes(school?.urn ?? null);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  useFollowing();
  const savePicture = useSavePicture(handle, school);
  useMapCommands(school, savePicture);
  return (
    <div className="map-screen">
      <PlanBar plan={plan.data} school={school} onSavePicture={savePicture} />
      <Notices plan={plan.data} data={data.data} />
      {data.error === null ? null : <FailureNotice failure={data.error} onRetry={data.refetch} />}
      <div className="map-body">
        <SidePanel
          schools={data.data?.schools ?? []}
          school={school}
          routes={routes}
          plan={plan.data}
        />
        {asTable ? (
          <MapTable schools={data.data?.schools ?? []} school={school} routes={routes} />
        ) : (
          <TheMap data={data.data} school={school} routes={routes} onReady={setHandle} />
        )}
      </div>
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
  readonly onReady: (handle: MapHandle | null) => void;
}) {
  const { data, school, routes } = props;
  const base = useChannel('map/base', {});
  const theme = useTheme((state) => state.shown);
  const store = useSession((state) => state.info?.store ?? null);
  const scene = useMemo(() => prepareScene(base.data, data), [base.data, data]);
  const home = useMemo(() => countyBounds(data), [data]);
  const { emphasis, focus } = useEmphasis(data, school, routes);
  const source = [useSource(), hiddenNote(data?.protected_hidden ?? 0)].join(' ');
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
        emphasis={emphasis}
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
    </div>
  );
}

function hiddenNote(hidden: number): string {
  if (hidden === 0) return '';
  return `${formatCount(hidden)} protected ${hidden === 1 ? 'address is' : 'addresses are'} not shown.`;
}

/** Where the map is from, how distances were had, and the day of the data. */
function useSource(): string {
  const base = useChannel('map/base', {}).data;
  const data = useChannel('map/data', {}).data;
  const today = useSession((state) => state.info?.store?.today ?? null);
  const tiles = useTiles();
  const parts = [
    tileSource(tiles),
    base?.sources ?? '',
    ...(data?.sources ?? []),
    today === null ? '' : `Data of ${formatDate(today)}`,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')
    .concat('.');
}

function useSavePicture(handle: MapHandle | null, school: MapSchool | null): () => void {
  const store = useSession((state) => state.info?.store ?? null);
  const source = useSource();
  return useCallback(() => {
    if (handle === null || store === null) return;
    const subject = school?.name ?? store.county;
    const words = {
      title: `Home-to-school transport: ${subject}`,
      subtitle: `Academic year ${store.year}, as of ${formatDate(store.today)}`,
      source,
      invented: store.demo,
    };
    void savePicture(handle, words, `kerbside-map-${slug(subject)}-${store.today}.png`);
  }, [handle, school, store, source]);
}

async function savePicture(
  handle: MapHandle,
  words: Parameters<MapHandle['toPng']>[0],
  name: string,
): Promise<void> {
  try {
    const blob = await handle.toPng(words);
    saveBytes(name, new Uint8Array(await blob.arrayBuffer()), 'image/png');
    notify({ tone: 'good', text: `${name} saved.` });
  } catch (error) {
    notify({
      tone: 'warning',
      text: 'The picture could not be made.',
      detail: error instanceof Error ? error.message : 'Make the window smaller and try again.',
    });
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
