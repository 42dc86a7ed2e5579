/** One import from the files given to its report; it goes on while a person looks at other screens. */
import { create } from 'zustand';
import type {
  ColumnMapping,
  ImportKind,
  ImportPreview,
  ImportReport,
} from '../../../shared/model/import.ts';
import { fail, type Failure } from '../../../shared/kernel/result.ts';
import { momentOf } from '../../../shared/service/lots/moment.ts';
import { call, putFile } from '../../bridge/bridge.ts';
import { takeJob, whenEnded } from '../../state/jobs.ts';
import type { GivenFile } from './read-files.ts';

/** Files of one import at most: Code-Point Open has 120. The contract allows no more. */
const MOST = 300;

interface ImportState {
  readonly step: 'none' | 'sending' | 'reading' | 'preview' | 'running' | 'done' | 'cancelled';
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
  /** Files sent of those given. */
  readonly sent: number;
  readonly total: number;
  /** null: to be guessed. */
  readonly kind: ImportKind | null;
  readonly preview: ImportPreview | null;
  /** What the person changed of the mapping, by heading. */
  readonly mapping: ColumnMapping;
  /** Of bids, when they came, as typed: late or in time hangs on it. */
  readonly came: { readonly day: string; readonly time: string };
  readonly jobId: string | null;
  readonly report: ImportReport | null;
  readonly failure: Failure | null;
}

const NONE: ImportState = {
  step: 'none',
  files: [],
  sent: 0,
  total: 0,
  kind: null,
  preview: null,
  mapping: {},
  came: { day: '', time: '' },
  jobId: null,
  report: null,
  failure: null,
};

/** The import under way. */
export const useImport = create<ImportState>(() => NONE);

/** Puts everything away; a running import goes on in the status line. */
export function resetImport(): void {
  useImport.setState(NONE);
}

/** Counts the questions, so that the answer to an older one is not taken. */
let turn = 0;

async function readPreview(): Promise<void> {
  const { files, kind, mapping } = useImport.getState();
  turn += 1;
  const mine = turn;
  useImport.setState({ step: 'reading', failure: null });
  const answer = await call('import/preview', {
    kind,
    file_ids: files.map(({ id }) => id),
    ...(Object.keys(mapping).length === 0 ? {} : { mapping: { ...mapping } }),
  });
  if (mine !== turn) return;
  if (answer.ok)
    useImport.setState({ step: 'preview', preview: answer.value, kind: answer.value.kind });
  else useImport.setState({ step: 'preview', preview: null, failure: answer.error });
}

/** Sends files to the host and asks what it understands of them. */
export async function beginImport(
  given: readonly GivenFile[],
  kind: ImportKind | null = null,
): Promise<void> {
  useImport.setState({ ...NONE, step: 'sending', total: given.length, kind });
  if (given.length === 0 || given.length > MOST) {
    const failure =
      given.length === 0
        ? fail(
            'no_file',
            'No file that Kerbside reads was found.',
            'Give .xlsx, .csv, .zip or .geojson files.',
          )
        : fail(
            'too_many_files',
            `${given.length} files were given; one import takes ${MOST}.`,
            'Give the folder with the data files only, or its .zip.',
          );
    useImport.setState({ step: 'preview', failure: failure.error });
    return;
  }
  try {
    for (const { name, file } of given) {
      const id = await putFile(name, new Uint8Array(await file.arrayBuffer()));
      useImport.setState((state) => ({
        files: [...state.files, { id, name, bytes: file.size }],
        sent: state.sent + 1,
      }));
    }
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const failure = fail(
      'file_not_sent',
      `A file could not be read: ${cause}`,
      'Close it elsewhere and give it again.',
    );
    useImport.setState({ step: 'preview', failure: failure.error });
    return;
  }
  await readPreview();
}

/** Reads the same files as another kind. */
export function setImportKind(kind: ImportKind): void {
  useImport.setState({ kind, mapping: {} });
  void readPreview();
}

/** Says when bids came. */
export function setCame(came: ImportState['came']): void {
  useImport.setState({ came });
}

/** Says what a column means; '' leaves it out. A field meant by another column moves here. */
export function mapColumn(heading: string, field: string): void {
  const { preview } = useImport.getState();
  if (preview === null) return;
  const mapping = Object.fromEntries(preview.headings.map((one) => [one.heading, one.field]));
  for (const [other, meant] of Object.entries(mapping)) {
    if (field !== '' && meant === field) mapping[other] = '';
  }
  mapping[heading] = field;
  useImport.setState({ mapping });
  void readPreview();
}

/** Takes the files into the store, as a job. */
export async function startImport(): Promise<void> {
  const { preview, files, mapping, came } = useImport.getState();
  if (preview === null) return;
  const received_at = preview.kind === 'bids' ? momentOf(came.day, came.time) : null;
  const answer = await call('import/start', {
    kind: preview.kind,
    ...(received_at === null ? {} : { received_at }),
    file_ids: files.map(({ id }) => id),
    ...(Object.keys(mapping).length === 0 ? {} : { mapping: { ...mapping } }),
  });
  if (!answer.ok) {
    useImport.setState({ failure: answer.error });
    return;
  }
  takeJob(answer.value);
  const jobId = answer.value.id;
  useImport.setState({ step: 'running', jobId, failure: null });
  const job = await whenEnded(jobId);
  if (useImport.getState().jobId !== jobId) return;
  if (job.result?.kind === 'import')
    useImport.setState({ step: 'done', report: job.result.report });
  else if (job.state === 'cancelled') useImport.setState({ step: 'cancelled' });
  else useImport.setState({ step: 'preview', failure: job.error });
}
