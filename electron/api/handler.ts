import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import type { AppInfo } from '../../shared/api/views/app.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { InputFile } from '../files/input-file.ts';
import type { ImportPreview } from '../../shared/model/import.ts';
import type { PreviewRequest } from '../jobs/import/preview-import.ts';
import type { KeptPage } from '../jobs/page-in-thread.ts';
import type { JobRequest } from '../jobs/request.ts';
import type { TileHolder } from '../tile-holder.ts';
import type { Change, Store } from '../../db/store.ts';

/** What every handler may use of the host. */
export interface Host {
  /** The open store, or the failure `no_store` that says how to open one. */
  readonly store: () => Result<Store>;
  /** The day to count from: the invented county's own day, else the machine's date. */
  readonly today: () => IsoDate;
  readonly info: () => AppInfo;
  /** Whoever works at this machine, as the history names what is done by hand. */
  readonly byHand: () => Change;
  /** Keeps the name of whoever works at this machine. */
  readonly setOfficer: (name: string) => void;
  /** Starts long work in a worker thread. The open store's path and passphrase go with it. */
  readonly startJob: (request: JobRequest) => Result<Job>;
  /** Reads files in a thread of its own and says what an import would understand of them. */
  readonly preview: (request: PreviewRequest) => Promise<Result<ImportPreview>>;
  /** A page that is dear to work out: as it is kept in the store, else worked out in a thread of its own. */
  readonly page: (page: KeptPage) => Promise<Result<string>>;
  readonly jobs: () => readonly Job[];
  readonly cancelJob: (id: string) => boolean;
  /** Files sent by the screens, and files made for them. Kept in memory only. */
  readonly files: {
    readonly get: (id: string) => Result<InputFile>;
    readonly put: (name: string, bytes: Uint8Array) => string;
  };
  /** Tells the screens that something they show has changed. */
  readonly changed: (
    ...areas: ('store' | 'applications' | 'plan' | 'data' | 'settings' | 'map')[]
  ) => void;
  /** The map beside the store. */
  readonly tiles: TileHolder;
  /** Makes, opens and closes stores; only for the handlers of `app/` and `store/`. */
  readonly stores: {
    readonly create: (path: string, county: string, passphrase: string) => Result<AppInfo>;
    readonly open: (path: string, passphrase: string | undefined) => Result<AppInfo>;
    readonly suggestPath: (county: string) => string;
    readonly demoPath: () => string;
  };
}

export type Handler<C extends ChannelName> = (
  input: Input<C>,
  host: Host,
) => Result<Output<C>> | Promise<Result<Output<C>>>;

/** The handlers of some channels: exhaustive by type. */
export type Handlers<C extends ChannelName> = { readonly [K in C]: Handler<K> };
