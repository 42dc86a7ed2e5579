import { FilePlus, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { TileInfo } from '../../../shared/api/views/map.ts';
import { call, putFile } from '../../bridge/bridge.ts';
import { forgetAnswers, useChannel } from '../../state/channel.ts';
import { takeJob, useJob } from '../../state/jobs.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Spinner } from '../../ui/states.tsx';
import { Facts } from '../applications/facts.tsx';

/** The map under everything: the built-in one, or an archive that the council has. */
export function MapPart() {
  const { data, error, loading, refetch } = useChannel('map/tiles', {});
  return (
    <section className="data-map">
      <h2>Base map</h2>
      {error === null ? null : <FailureNotice failure={error} onRetry={refetch} />}
      {loading ? <Spinner label="Looking at the map" /> : <MapNow tiles={data} />}
      <TakeMap />
    </section>
  );
}

function MapNow(props: { readonly tiles: TileInfo | null }) {
  const { tiles } = props;
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
  return (
    <>
      <Facts
        facts={[
          ['Name', tiles.name],
          ['Kind', tiles.format === 'vector' ? 'Vector tiles, light and dark' : 'Picture tiles'],
          ['Zoom levels', `${tiles.minzoom} to ${tiles.maxzoom}`],
          [
            'Covers',
            `${at(south)} to ${at(north)} north, ${at(west)} to ${at(east)} east (degrees)`,
          ],
          ['Whose map', tiles.attribution],
        ]}
      />
      <DropMap />
    </>
  );
}

function DropMap() {
  const drop = async (): Promise<void> => {
    const answer = await call('map/drop', {});
    if (!answer.ok) {
      notifyFailure(answer.error);
      return;
    }
    forgetAnswers();
    notify({ tone: 'good', text: 'The built-in map is drawn again.' });
  };
  return (
    <p>
      <Button size="small" icon={Undo2} onPress={() => void drop()}>
        Use the built-in map
      </Button>
    </p>
  );
}

function TakeMap() {
  const input = useRef<HTMLInputElement | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const running = useJob(jobId)?.state === 'running';
  const take = async (file: File): Promise<void> => {
    const file_id = await putFile(file.name, new Uint8Array(await file.arrayBuffer()));
    const answer = await call('map/take', { file_id });
    if (!answer.ok) {
      notifyFailure(answer.error);
      return;
    }
    takeJob(answer.value);
    setJobId(answer.value.id);
  };
  return (
    <>
      <p className="soft">
        An archive of map tiles that the council has, .pmtiles or .mbtiles, is copied beside the
        store and drawn offline.
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pmtiles,.mbtiles"
        aria-label="Map archive"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      <Button icon={FilePlus} isPending={running} onPress={() => input.current?.click()}>
        Choose a map archive
      </Button>
    </>
  );
}
