import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { ROOT } from '../helpers/served-store.ts';

/** Marks where Electron's program keeps its fuses: sentinel, version 1, nine of them, all off. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('000000000'),
]);

/** By Electron's own numbers: the cookie, integrity, asar and wasm fuses are on, the rest off. */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Packs the app for Linux around a stand-in for Electron's program, which no test machine can be sure to have. */
describe('the packed app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-pack-'));
  const packed = join(folder, 'out', 'linux-unpacked');
  let files: readonly string[] = [];

  beforeAll(async () => {
    await buildStale(['page', 'preload', 'host'], () => undefined);
    const dist = join(folder, 'dist');
    mkdirSync(join(dist, 'resources'), { recursive: true });
    writeFileSync(join(dist, 'electron'), FUSE_WIRE, { mode: 0o755 });
    writeFileSync(join(dist, 'version'), '45.4.1');
    await build({
      projectDir: ROOT,
      targets: Platform.LINUX.createTarget('dir'),
      config: {
        extends: join(ROOT, 'electron-builder.yml'),
        electronDist: dist,
        directories: { output: join(folder, 'out') },
      },
    });
    files = asarFiles(join(packed, 'resources', 'app.asar'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the host, the preload and the page', () => {
    for (const path of [
      'package.json',
      'build/js/electron/main.js',
      'build/js/electron/jobs/worker.js',
      'build/js/db/open.js',
      'build/preload/preload.cjs',
      'build/renderer/index.html',
      'node_modules/better-sqlite3/package.json',
      'node_modules/zod/package.json',
    ]) {
      expect(files, path).toContain(path);
    }
  });

  it('holds no source, test, store or tool', () => {
    const wrong = files.filter(
      (path) =>
        !path.startsWith('node_modules/') &&
        (/\.tsx?$|\.map$|\.kerbside/.test(path) || path.startsWith('test/')),
    );
    expect(wrong).toEqual([]);
    for (const tool of ['vite', 'vitest', 'electron', 'typescript', 'playwright-core']) {
      expect(
        files.some((path) => path.startsWith(`node_modules/${tool}/`)),
        tool,
      ).toBe(false);
    }
  });

  it('keeps the native driver where it can be loaded from', () => {
    const driver = `better-sqlite3/prebuilds/linux-${process.arch}.node`;
    const unpacked = join(packed, 'resources/app.asar.unpacked/node_modules', driver);
    expect(readFileSync(unpacked).byteLength).toBeGreaterThan(100_000);
  });

  it('has every fuse set as written', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'kerbside'));
    const set = Object.fromEntries(
      Object.entries(FUSES).map(([name, on]) => [name, on ? FuseState.ENABLE : FuseState.DISABLE]),
    );
    const { version, ...states } = wire;
    expect(version).toBe('1');
    expect(states).toEqual(set);
  });
});

interface AsarFolder {
  readonly files: Readonly<Record<string, Partial<AsarFolder>>>;
}

/** Names in an asar archive: a pickled JSON header stands before the files. */
function asarFiles(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as AsarFolder;
  const list = (folder: AsarFolder, prefix: string): string[] =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      entry.files === undefined
        ? [prefix + name]
        : list({ files: entry.files }, `${prefix}${name}/`),
    );
  return list(header, '');
}
