import { FilePlus, Route, Undo2 } from 'lucide-react';
import { useRef } from 'react';
import type { TileInfo } from '../../../shared/api/views/map.ts';
import type { RoadsNow } from '../../../shared/api/views/roads.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { leftOutBy } from '../../../shared/geo/coverage.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, NoticeBar, Spinner } from '../../ui/states.tsx';
import { Facts } from '../applications/facts.tsx';
import { giveMapFile, useMapTaking } from './map-taking.ts';
import './map-part.css';
import { MapTakingPart } from './map-taking-part.tsx';
import { cutOf, daysOf, megabytes, missingWords } from './roads-words.ts';

/** Roads and the map under everything: from one extract, from an archive that the council has, or built in. */
export function MapPart() {
  const tiles = useChannel('map/tiles', {});
  const roads = useChannel('map/roads', {});
  return (
    <section className="data-map-part">
      <TakeMap />
      <MapTakingPart hasBoundaries={roads.data?.has_boundaries ?? false} />
      {roads.data?.lost.map(({ kind, words }) => (
        <NoticeBar key={kind} tone="warning" title={words} />
      ))}
      <div className="data-map-now">
        <section>
          <h2>Road network</h2>
          {roads.error === null ? null : (
            <FailureNotice failure={roads.error} onRetry={roads.refetch} />
          )}
          {roads.loading ? <Spinner label="Looking at the roads" /> : null}
          {roads.data === null ? null : <RoadsInUse roads={roads.data} />}
        </section>
        <section>
          <h2>Base map</h2>
          {tiles.error === null ? null : (
            <FailureNotice failure={tiles.error} onRetry={tiles.refetch} />
          )}
          {tiles.loading ? <Spinner label="Looking at the map" /> : <MapNow tiles={tiles.data} />}
        </section>
      </div>
    </section>
  );
}

function RoadsInUse({ roads: { network, problem, missing } }: { readonly roads: RoadsNow }) {
  if (problem !== null) return <FailureNotice failure={problem} />;
  if (network === null)
    return (
      <p>
        None is loaded. Distances and times are estimated from straight lines, and say so; lines of
        routes are straight between stops.
      </p>
    );
  const { meta, bytes } = network;
  const left = missingWords(missing);
  return (
    <>
      {left === null ? null : <NoticeBar tone="warning" title={left} />}
      <Facts
        facts={[
          ['Source', `${meta.source}, © OpenStreetMap contributors, ODbL`],
          ['Date', daysOf(meta)],
          ['Size', megabytes(bytes)],
          ['Area', cutOf(meta)],
          ['By car', `${formatQuantity(meta.car.roads, 'road')} in one piece`],
          [
            'On foot',
            `${formatQuantity(meta.foot.roads, 'road or path', 'roads and paths')} in one piece`,
          ],
        ]}
      />
      <DropButton
        channel="map/drop-roads"
        label="Do without this network"
        said="Distances are estimated again."
      />
    </>
  );
}

function MapNow(props: { readonly tiles: TileInfo | null }) {
  const { tiles } = props;
  const districts = useChannel('map/data', {}).data?.districts ?? [];
  if (tiles === null) {
    return (
      <p>
        The built-in map is drawn: coast, towns and districts. It is true to about a kilometre and
        has no roads.
      </p>
    );
  }
  const { west, south, east, north } = tiles.bounds;
  const at = (value: number): string => value.toFixed(2);
  const left = missingWords(leftOutBy(tiles.bounds, districts));
  return (
    <>
      {left === null ? null : <NoticeBar tone="warning" title={left} />}
      <Facts
        facts={[
          ['Name', tiles.name],
          ['Kind', tiles.format === 'vector' ? 'Vector tiles, light and dark' : 'Picture tiles'],
          ['Made', tiles.made_here ? 'By Kerbside, from the extract' : 'Elsewhere'],
          ['Zoom levels', `${tiles.minzoom} to ${tiles.maxzoom}`],
          [
            'Covers',
            `${at(south)} to ${at(north)} north, ${at(west)} to ${at(east)} east (degrees)`,
          ],
          ['Whose map', tiles.attribution],
        ]}
      />
      <DropButton
        channel="map/drop"
        label="Use the built-in map"
        said="The built-in map is drawn again."
      />
    </>
  );
}

function DropButton(props: {
  readonly channel: 'map/drop' | 'map/drop-roads';
  readonly label: string;
  readonly said: string;
}) {
  const drop = async (): Promise<void> => {
    const answer = await call(props.channel, {});
    if (!answer.ok) {
      notifyFailure(answer.error);
      return;
    }
    forgetAnswers();
    notify({ tone: 'good', text: props.said });
  };
  return (
    <p>
      <Button size="small" icon={Undo2} onPress={() => void drop()}>
        {props.label}
      </Button>
    </p>
  );
}

function TakeMap() {
  // One primary button a screen: once an extract is given, its import is the next step.
  const asking = useMapTaking(({ step }) => step === 'asking');
  return (
    <div className="data-map-take">
      <div>
        <h2>Roads and map from OpenStreetMap</h2>
        <p className="soft">
          One extract of the county, such as Geofabrik’s kent-latest.osm.pbf (about 45 MB), gives
          the road network and the base map. Both are kept beside the store and need no internet.
        </p>
        <ChooseOne
          label="Choose an extract"
          accept=".pbf"
          icon={Route}
          name="Extract"
          primary={!asking}
        />
      </div>
      <div>
        <h2>A map that the council has</h2>
        <p className="soft">
          An archive of map tiles, .pmtiles or .mbtiles, is copied beside the store and drawn under
          everything. An extract leaves it in place.
        </p>
        <ChooseOne
          label="Choose a map archive"
          accept=".pmtiles,.mbtiles"
          icon={FilePlus}
          name="Map archive"
        />
      </div>
    </div>
  );
}

function ChooseOne(props: {
  readonly label: string;
  readonly name: string;
  readonly accept: string;
  readonly icon: typeof FilePlus;
  readonly primary?: boolean;
}) {
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        aria-label={props.name}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) giveMapFile(file);
        }}
      />
      <Button
        icon={props.icon}
        variant={props.primary === true ? 'primary' : 'secondary'}
        onPress={() => input.current?.click()}
      >
        {props.label}
      </Button>
    </>
  );
}
