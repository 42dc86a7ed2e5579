import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { silent } from '../../electron/jobs/context.ts';
import { prepareDemo } from '../../electron/jobs/prepare-demo.ts';
import { CHANNELS } from '../../shared/api/contract.ts';
import { CHROMIUM } from '../helpers/chromium.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Seen {
  readonly heading: string | null;
  readonly inside: {
    readonly exposed: readonly string[];
    readonly info: {
      readonly value: { readonly shell: string; readonly store: { county: string } };
    };
    readonly badInput: { readonly ok: boolean; readonly error: { readonly code: string } };
    readonly unknown: string;
    readonly bytes: readonly number[] | null;
    readonly node: readonly string[];
    readonly network: string;
  };
  readonly printed: { readonly state: string; readonly error: unknown; readonly head: string };
  readonly outside: {
    readonly stayed: boolean;
    readonly policy: string;
    readonly blocked: readonly boolean[];
    readonly own: boolean;
  };
  readonly log: {
    readonly channels: readonly string[];
    readonly webPreferences: readonly Readonly<Record<string, unknown>>[];
    readonly permissionHandlers: number;
    readonly consoleErrors: readonly string[];
    readonly navigationsStopped: readonly string[];
    readonly blocked: readonly unknown[];
  };
}

describe.skipIf(CHROMIUM === null)('the real main.ts and built preload, on a stand-in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-main-'));
  let seen: Seen;

  beforeAll(async () => {
    await buildStale(['page', 'preload'], () => undefined);
    const store = join(folder, 'county.kerbside');
    const made = prepareDemo({ path: store, clients: 60, seed: 1 }, silent);
    if (!made.ok) throw new Error(made.error.cause);
    const standIn = 'test/helpers/electron-stand-in';
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', `./${standIn}/register.ts`, `${standIn}/drive.ts`, `--store=${store}`],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          KERBSIDE_DATA: folder,
          KERBSIDE_SHOT: join(ROOT, 'build/screens/electron-main.png'),
        },
        timeout: 60_000,
      },
    );
    seen = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Seen;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens the page on the store that was named', () => {
    expect(seen.heading).not.toBeNull();
    expect(seen.inside.info.value.shell).toBe('electron');
    expect(seen.inside.info.value.store.county).toContain('Kent');
  });

  it('answers every channel of the contract and no other', () => {
    const files = ['kerbside:put-file', 'kerbside:get-file', 'kerbside:get-tile'];
    expect(seen.log.channels.toSorted()).toEqual(
      [...CHANNELS.map((name) => `kerbside:call:${name}`), ...files].toSorted(),
    );
    expect(seen.inside.exposed).toEqual(['call', 'getFile', 'getTile', 'onEvent', 'putFile']);
    expect(seen.inside.unknown).toContain('no channel');
    expect(seen.inside.badInput).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  });

  it('carries the bytes of a file there and back', () => {
    expect(seen.inside.bytes).toEqual([0, 1, 254, 255]);
  });

  it('gives the page no Node and keeps it isolated and sandboxed', () => {
    expect(seen.inside.node).toEqual([]);
    expect(seen.log.webPreferences).toHaveLength(2);
    for (const preferences of seen.log.webPreferences) {
      expect(preferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
      });
    }
  });

  it('prints the paper a worker made, in a window without scripts', () => {
    expect(seen.printed).toMatchObject({ state: 'done', error: null, head: '%PDF-' });
    expect(seen.log.webPreferences[1]).toMatchObject({ javascript: false });
    expect(seen.log.webPreferences[1]).not.toHaveProperty('preload');
  });

  it('lets the page reach no network and go nowhere', () => {
    expect(seen.inside.network).toContain('Failed to fetch');
    expect(seen.outside.stayed).toBe(true);
    expect(seen.log.navigationsStopped).toContain('https://example.org/away');
    expect(seen.outside.blocked).toEqual([true, true, true]);
    expect(seen.outside.own).toBe(false);
    expect(seen.log.permissionHandlers).toBe(2);
    expect(seen.outside.policy).toContain("default-src 'none'");
    expect(seen.outside.policy).not.toContain('unsafe-eval');
  });

  it('loads without an error of its own', () => {
    const own = seen.log.consoleErrors.filter(
      (text) => !text.includes('example.org') && !text.includes('Fetch API'),
    );
    expect(own).toEqual([]);
    expect(seen.log.blocked).toEqual([]);
  });
});
