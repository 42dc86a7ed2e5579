/** Browser mode on a store of its own in a temporary folder, for tests that speak to it over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createStore } from '../../db/open.ts';
import type { ComposedHost } from '../../electron/create-host.ts';
import { composeHost, serve } from '../../electron/serve.ts';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import type { Result } from '../../shared/kernel/result.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
/** The day tests count from unless they say otherwise: the invented county's own. */
export const TEST_DAY = isoDate('2026-08-10');

/** What to serve. */
export interface ServedStoreOptions {
  /** A store to open; without it an empty one in clear is made. */
  readonly store?: string;
  readonly passphrase?: string;
  readonly renderer?: string;
  readonly on?: IsoDate;
  /** Leaves no store open. */
  readonly bare?: boolean;
  /** The app's data folder, kept afterwards; without it a new one that goes when it is closed. */
  readonly folder?: string;
}

/** A running browser mode and how to speak to it as its own page would. */
export interface ServedStore {
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  readonly folder: string;
  readonly composed: ComposedHost;
  /** Bugs the dispatcher caught, by channel. */
  readonly bugs: string[];
  readonly post: (
    path: string,
    body: string,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  readonly call: <C extends ChannelName>(channel: C, input: Input<C>) => Promise<Result<Output<C>>>;
  readonly close: () => Promise<void>;
}

/** Starts browser mode; what it made goes when it is closed, a folder that was given stays. */
export async function serveStore(options: ServedStoreOptions = {}): Promise<ServedStore> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'kerbside-test-'));
  const composed = composeHost({
    shell: 'browser',
    version: '0.0.0-test',
    dataFolder: folder,
    on: options.on ?? TEST_DAY,
  });
  if (options.bare !== true) openOrMake(composed, options, join(folder, 'test.kerbside'));
  const bugs: string[] = [];
  const mode = await serve(composed, {
    renderer: options.renderer ?? join(ROOT, 'build/renderer'),
    report: (channel, bug) => {
      bugs.push(`${channel}: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`);
    },
  });
  const { url, origin, token } = mode;
  const post: ServedStore['post'] = (path, body, headers = {}) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, origin, ...headers },
      body,
    });
  return {
    url,
    origin,
    token,
    folder,
    composed,
    bugs,
    post,
    call: async <C extends ChannelName>(channel: C, input: Input<C>) =>
      (await (await post(`/api/${channel}`, JSON.stringify(input))).json()) as Result<Output<C>>,
    close: async () => {
      await mode.close();
      await composed.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openOrMake(composed: ComposedHost, options: ServedStoreOptions, empty: string): void {
  if (options.store === undefined) {
    const made = createStore(empty, { county: 'Testshire', demo: true, own_day: TEST_DAY });
    if (!made.ok) throw new Error(made.error.cause);
    made.value.close();
  }
  const opened = composed.host.stores.open(options.store ?? empty, options.passphrase);
  if (!opened.ok) throw new Error(opened.error.cause);
}
