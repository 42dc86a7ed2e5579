/** Puts the host together: the open store, the day, jobs, files and what the screens are told. Knows no transport. */
import { join } from 'node:path';
import type { AppInfo, StoreInfo } from '../shared/api/views/app.ts';
import type { HostEvent, Job } from '../shared/api/views/jobs.ts';
import type { IsoDate } from '../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../shared/kernel/result.ts';
import type { Store } from '../db/store.ts';
import type { Host } from './api/handler.ts';
import { FilesShelf } from './files-shelf.ts';
import type { PdfPrinter } from './files/pdf-printer.ts';
import { quickPage } from './api/quick-pages.ts';
import { pageInThread } from './jobs/page-in-thread.ts';
import { previewInThread } from './jobs/preview-in-thread.ts';
import { createRunner } from './jobs/runner.ts';
import type { StorePlace } from './jobs/messages.ts';
import type { JobRequest } from './jobs/request.ts';
import { keepOfficer, readOfficer } from './officer-name.ts';
import { createTileHolder } from './tile-holder.ts';
import { readRecent, rememberStore } from './recent-stores.ts';

/** What a store tells of itself. */
export type StoreDescription = Omit<StoreInfo, 'missing_since'>;

/** How stores are opened, made and described; the database is behind it. */
export interface StoreDoors {
  readonly open: (path: string, passphrase: string | undefined) => Result<Store>;
  readonly create: (path: string, county: string, passphrase: string) => Result<Store>;
  /** What the frame of every screen shows of a store; `machine` is the machine's date. */
  readonly describe: (store: Store, machine: IsoDate) => StoreDescription;
}

export interface HostOptions {
  readonly shell: 'electron' | 'browser';
  readonly version: string;
  readonly dataFolder: string;
  readonly doors: StoreDoors;
  /** The machine's date, or the day a person asked to count from. */
  readonly date: () => IsoDate;
  /** Prints a page as PDF; absent where a worker finds a Chromium by itself. */
  readonly print?: PdfPrinter;
}

/** A host and the two things only its composition root needs. */
export interface ComposedHost {
  readonly host: Host;
  readonly listen: (hearer: (event: HostEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}

const NO_STORE = fail(
  'no_store',
  'No store is open.',
  'Open a store, make one for your council, or open the demonstration county.',
);

/** Screens to tell of a job's end, by what it wrote. */
const WRITES: Readonly<
  Record<JobRequest['kind'], Extract<HostEvent, { type: 'changed' }>['areas']>
> = {
  import: ['applications', 'plan', 'data', 'settings'],
  plan: ['applications', 'plan'],
  bulk: ['applications', 'plan'],
  export: [],
  'appeal-pack': [],
  letters: ['applications'],
  reprint: [],
  'route-sheets': ['plan'],
  lots: ['plan'],
  lists: ['plan'],
  naming: [],
  provision: [],
  'what-if': ['plan'],
  value: ['plan'],
  demo: ['store', 'applications', 'plan', 'data', 'settings'],
  backup: ['data', 'store'],
  restore: ['store', 'applications', 'plan', 'data', 'settings'],
  map: ['map'],
  'map-print': [],
  roads: ['map', 'plan', 'applications'],
};

/** Composes a host. Nothing is opened yet. */
export function createHost(options: HostOptions): ComposedHost {
  const { doors, dataFolder } = options;
  const hearers = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent): void => {
    for (const hearer of hearers) hearer(event);
  };
  const shelf = new FilesShelf();
  const held = createStoreHolder(options);
  const tiles = createTileHolder(() => held.place()?.path ?? null);
  const runner = createRunner({
    place: held.place,
    today: () => held.today(),
    version: options.version,
    print: options.print ?? null,
    keepFile: (name, bytes) => shelf.put(name, bytes),
    onJob: (job) => {
      emit({ type: 'job', job });
    },
    before: (request) => {
      if (replaces(request, held.place())) held.close();
      if (request.kind === 'map' || request.kind === 'roads') void tiles.close();
    },
    after: (request, job) => {
      reopenAfter(request, job, held);
      const areas = WRITES[request.kind];
      if (areas.length > 0) emit({ type: 'changed', areas });
    },
  });
  const opened = (answer: Result<AppInfo>): Result<AppInfo> => {
    const daily = answer.ok ? dailyBackup(answer.value.store, options.date()) : null;
    if (daily !== null) runner.start(daily);
    return answer;
  };
  const host: Host = {
    store: held.store,
    today: held.today,
    info: held.info,
    byHand: () => ({ who: held.info().officer || 'Officer', why: 'hand' }),
    setOfficer: held.setOfficer,
    startJob: (request) => {
      if (request.kind !== 'demo' && held.place() === null) return NO_STORE;
      return runner.start(request);
    },
    preview: async (request) => {
      const place = held.place();
      return place === null ? NO_STORE : previewInThread({ place, request });
    },
    page: async (page) => {
      const [place, open] = [held.place(), held.store()];
      if (place === null || !open.ok) return NO_STORE;
      const on = held.today();
      const kept = open.value.read.kept(page, on) ?? quickPage(open.value, page, on);
      return kept === null ? pageInThread({ place, on, page }) : ok(kept);
    },
    jobs: runner.jobs,
    cancelJob: runner.cancel,
    files: { get: (id) => shelf.get(id), put: (name, bytes) => shelf.put(name, bytes) },
    tiles,
    changed: (...areas) => {
      emit({ type: 'changed', areas });
    },
    stores: {
      create: (path, county, passphrase) =>
        held.adopt(doors.create(path, county, passphrase), { path, passphrase }),
      open: (path, passphrase) => opened(held.openPath(path, passphrase)),
      suggestPath: (county) => join(dataFolder, 'stores', `${fileName(county)}.kerbside`),
      demoPath: () => demoPath(dataFolder, options.version),
    },
  };
  return {
    host,
    listen: (hearer) => {
      hearers.add(hearer);
      // A page that comes, or comes back, learns of work already going on.
      for (const job of runner.jobs()) if (job.state === 'running') hearer({ type: 'job', job });
      return () => hearers.delete(hearer);
    },
    close: async () => {
      await runner.stop();
      await tiles.close();
      held.close();
    },
  };
}

/** The demonstration county of one version: a newer version makes its own. */
export function demoPath(dataFolder: string, version: string): string {
  return join(dataFolder, 'demo', `kent-demo-${version}.kerbside`);
}

/** 'St Anne’s & Co' becomes 'st-anne-s-co'; a county without letters becomes 'store'. */
function fileName(county: string): string {
  const plain = county
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'store' : plain;
}

function replaces(request: JobRequest, place: StorePlace | null): boolean {
  if (request.kind === 'restore') return true;
  return request.kind === 'demo' && place?.path === request.path;
}

/** A council's store is backed up the first time it is opened on a day; the invented county can be made again. */
function dailyBackup(store: StoreInfo | null, today: IsoDate): JobRequest | null {
  if (store === null || store.demo || store.last_backup === today) return null;
  return { kind: 'backup', label: "Making today's back-up", reason: 'daily' };
}

type StoreHolder = ReturnType<typeof createStoreHolder>;

function reopenAfter(request: JobRequest, job: Job, held: StoreHolder): void {
  if (request.kind === 'restore') held.reopen();
  if (request.kind === 'demo' && job.state === 'done') held.openPath(request.path);
}

/** The moment of the last change seen at this path before, where the file there now does not hold it. */
function lacking(store: Store, dataFolder: string): string | null {
  const last = readRecent(dataFolder).find(({ path }) => path === store.path)?.last;
  return last === undefined || store.holdsWrite(last) ? null : last.at;
}

/** The one open store, the passphrase that opened it, and where it was. */
function createStoreHolder(options: HostOptions) {
  const { doors, dataFolder, date } = options;
  let open: Store | null = null;
  let place: StorePlace | null = null;
  let officer = readOfficer(dataFolder);
  let missing_since: string | null = null;

  /** Puts the store first among the recent ones, with its newest change. */
  const remember = (store: Store): void => {
    const { path, name, encrypted } = doors.describe(store, date());
    const last = store.lastWrite();
    rememberStore(dataFolder, { path, name, encrypted, ...(last === null ? {} : { last }) });
  };
  const close = (): void => {
    if (open !== null) remember(open);
    open?.close();
    open = null;
  };
  const info = (): AppInfo => ({
    version: options.version,
    store: open === null ? null : { ...doors.describe(open, date()), missing_since },
    recent: readRecent(dataFolder).map(({ path, name, encrypted }) => ({ path, name, encrypted })),
    shell: options.shell,
    officer,
  });
  const adopt = (opened: Result<Store>, from: StorePlace): Result<AppInfo> => {
    if (!opened.ok) return opened;
    close();
    open = opened.value;
    place = from;
    missing_since = lacking(open, dataFolder);
    remember(open);
    return ok(info());
  };
  const openPath = (path: string, passphrase?: string): Result<AppInfo> =>
    adopt(doors.open(path, passphrase), { path, passphrase });
  return {
    store: (): Result<Store> => (open === null ? NO_STORE : ok(open)),
    place: () => place,
    today: (): IsoDate => (open === null ? date() : doors.describe(open, date()).today),
    info,
    adopt,
    openPath,
    setOfficer: (name: string): void => {
      keepOfficer(dataFolder, name);
      officer = name.trim();
    },
    close,
    reopen: (): void => {
      close();
      if (place === null) return;
      const again = openPath(place.path, place.passphrase);
      if (!again.ok) place = null;
      // What was put there on purpose may be older.
      missing_since = null;
    },
  };
}
