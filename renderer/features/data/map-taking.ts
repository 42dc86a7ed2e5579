/** One map file from being given to its report; it goes on while a person looks at other screens. */
import { create } from 'zustand';
import type { Input } from '../../../shared/api/contract.ts';
import type { TileInfo } from '../../../shared/api/views/map.ts';
import type { RoadsTaken } from '../../../shared/api/views/roads.ts';
import { METRES_PER_MILE } from '../../../shared/kernel/units.ts';
import { fail, type Failure, type Result } from '../../../shared/kernel/result.ts';
import type { Job } from '../../../shared/api/views/jobs.ts';
import { call, putFile } from '../../bridge/bridge.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';

/** What of an extract is kept. */
export type CutKind = Input<'map/take-roads'>['cut']['kind'];

interface MapTaking {
  readonly step: 'none' | 'asking' | 'sending' | 'running' | 'done' | 'cancelled';
  /** The file given: an extract waits for its cut to be chosen. */
  readonly file: File | null;
  readonly boundary: File | null;
  readonly jobId: string | null;
  readonly roads: RoadsTaken | null;
  readonly map: TileInfo | null;
  readonly failure: Failure | null;
}

const NONE: MapTaking = {
  step: 'none',
  file: null,
  boundary: null,
  jobId: null,
  roads: null,
  map: null,
  failure: null,
};

/** The map file under way. */
export const useMapTaking = create<MapTaking>(() => NONE);

const EXTRACT = /\.pbf$/iu;
const ARCHIVE = /\.(?:pmtiles|mbtiles)$/iu;

/** The host takes no larger file; a county's extract is a tenth of it. */
const LARGEST = 512 * 1024 ** 2;

/** The first extract or map archive of some files; null where there is none. */
export function mapFileAmong(files: Iterable<File>): File | null {
  for (const file of files) if (EXTRACT.test(file.name) || ARCHIVE.test(file.name)) return file;
  return null;
}

/** Takes a file that was dropped or chosen: an archive at once, an extract after its cut is chosen. */
export function giveMapFile(file: File): void {
  useMapTaking.setState({ ...NONE, step: 'asking', file });
  if (file.size > LARGEST) {
    const failure = fail(
      'too_large',
      `${file.name} is larger than 512 MB.`,
      'Choose the file of your county: Geofabrik’s extract of Kent is about 45 MB.',
    );
    useMapTaking.setState({ step: 'none', failure: failure.error });
  } else if (!EXTRACT.test(file.name)) void takeArchive(file);
}

/** The boundary that an extract is to be cut to. */
export function giveBoundary(file: File): void {
  useMapTaking.setState({ boundary: file });
}

/** Puts the file or its report away. */
export function forgetMapFile(): void {
  useMapTaking.setState(NONE);
}

async function takeArchive(file: File): Promise<void> {
  const job = await run(async () => call('map/take', { file_id: await send(file) }));
  if (job?.result?.kind === 'map') useMapTaking.setState({ step: 'done', map: job.result.info });
}

/** Starts the import of the extract given. */
export async function startRoads(kind: CutKind, margin_miles: number): Promise<void> {
  const { file, boundary } = useMapTaking.getState();
  if (file === null || (kind === 'boundary' && boundary === null)) return;
  const margin_m = Math.round(margin_miles * METRES_PER_MILE);
  const job = await run(async () => {
    const file_id = await send(file);
    if (kind === 'boundary' && boundary !== null)
      return call('map/take-roads', {
        file_id,
        cut: { kind, file_id: await send(boundary), margin_m },
      });
    return call('map/take-roads', {
      file_id,
      cut: kind === 'county' ? { kind, margin_m } : { kind: 'all' },
    });
  });
  if (job?.result?.kind === 'roads') {
    const { kind: _kind, ...roads } = job.result;
    useMapTaking.setState({ step: 'done', roads });
  }
}

async function send(file: File): Promise<string> {
  return putFile(file.name, new Uint8Array(await file.arrayBuffer()));
}

/** Sends, starts and follows a job; null where it did not come to its end. */
async function run(start: () => Promise<Result<Job>>): Promise<Job | null> {
  useMapTaking.setState({ step: 'sending', failure: null, roads: null, map: null });
  const answer = await start().catch((error: unknown) =>
    fail(
      'file_not_sent',
      `The file could not be read: ${error instanceof Error ? error.message : String(error)}`,
      'Close it elsewhere and give it again.',
    ),
  );
  if (!answer.ok) {
    useMapTaking.setState({ step: 'asking', failure: answer.error });
    return null;
  }
  takeJob(answer.value);
  const jobId = answer.value.id;
  useMapTaking.setState({ step: 'running', jobId });
  const job = await whenEnded(jobId);
  if (useMapTaking.getState().jobId !== jobId) return null;
  if (job.state === 'done') return job;
  if (job.state === 'cancelled') useMapTaking.setState({ step: 'cancelled' });
  else useMapTaking.setState({ step: 'asking', failure: job.error });
  return null;
}
