import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../helpers/served-store.ts';
import { filesIn, sourceFiles } from '../helpers/source-files.ts';

const PRODUCT = ['shared', 'db', 'electron', 'renderer'];
const product = () => PRODUCT.flatMap((folder) => filesIn(folder));

/** Who imports a package at run time or for its types, tests apart. */
function importersOf(matches: (specifier: string) => boolean): readonly string[] {
  return product()
    .filter(({ imports }) => imports.some(({ specifier }) => matches(specifier)))
    .map(({ path }) => path)
    .sort();
}

describe('each dangerous module has one importer', () => {
  it('the database driver', () => {
    expect(importersOf((name) => name === 'better-sqlite3')).toEqual(['db/open.ts']);
  });

  it('Electron', () => {
    expect(importersOf((name) => name === 'electron')).toEqual([
      'electron/main.ts',
      'electron/preload.ts',
      'electron/window.ts',
    ]);
  });

  it('webPreferences', () => {
    const setters = product().filter(({ text }) => /webPreferences:/.test(text));
    expect(setters.map(({ path }) => path)).toEqual(['electron/window.ts']);
  });

  it('the spreadsheet library stays in its folder', () => {
    const importers = importersOf((name) => name.startsWith('@cj-tech-master/'));
    // Workbooks written, workbooks read, archives written: one file each.
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.length).toBeLessThanOrEqual(3);
    expect(importers.filter((path) => !path.startsWith('electron/files/'))).toEqual([]);
  });

  it('Leaflet stays in the map, and its pairs in one file', () => {
    const importers = importersOf((name) => /^(react-)?leaflet$/.test(name));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((path) => !path.startsWith('renderer/map/'))).toEqual([]);
    const pairs = product().filter(({ text }) => /LatLngTuple/.test(text));
    expect(pairs.map(({ path }) => path)).toEqual(['renderer/map/lat-lng.ts']);
  });

  it('the clock of the machine', () => {
    const clocks = filesIn('electron').filter(({ text }) => /getFullYear\(/.test(text));
    expect(clocks.map(({ path }) => path)).toEqual(['electron/machine-date.ts']);
  });
});

describe('shared is pure', () => {
  it('has no clock, chance, Node or page in it', () => {
    const impure =
      /Math\.random|Date\.now|new Date\(\)|performance\.now|process\.|\bdocument\.|\bwindow\.|setTimeout|setInterval|crypto\./;
    const wrong = filesIn('shared').filter(
      ({ text, imports }) =>
        impure.test(withoutComments(text)) || imports.some(({ specifier }) => isBuiltin(specifier)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('gives the page no Node either', () => {
    const wrong = filesIn('renderer').filter(({ imports }) =>
      imports.some(({ specifier }) => isBuiltin(specifier)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('nothing leaves the machine', () => {
  it('no address of a network is in the code', () => {
    const wrong = product().flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\b(?:https?|wss?):\/\/[^\s'"`)]*/g)]
        .map(([address]) => `${path}: ${address}`)
        .filter((line) => !/http:\/\/(127\.0\.0\.1|\$\{|www\.w3\.org\/)/.test(line)),
    );
    expect(wrong).toEqual([]);
  });

  it('the page loads everything from itself', () => {
    const pages = readdirSync(join(ROOT, 'renderer'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(html|css)$/.test(name),
    );
    expect(pages.length).toBeGreaterThan(3);
    const wrong = pages.filter((name) =>
      /(https?:)?\/\/[a-z0-9-]+\.[a-z]/i.test(
        withoutComments(readFileSync(join(ROOT, 'renderer', name), 'utf8')),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('the lock file names no machine that served a package', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    expect(lock).toContain('"lockfileVersion"');
    expect(lock).not.toContain('"resolved"');
  });
});

describe('the lock file', () => {
  it('has every part that a package may have on another system, or npm ci refuses it', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<
        Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
      >;
    };
    const named = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ at, name })),
    );
    expect(named.length).toBeGreaterThan(10);
    const missing = named.filter(
      ({ at, name }) =>
        lock.packages[`node_modules/${name}`] === undefined &&
        lock.packages[`${at}/node_modules/${name}`] === undefined,
    );
    expect(missing).toEqual([]);
  });
});

describe('files', () => {
  it('stop at 400 lines', () => {
    const long = sourceFiles()
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long).toEqual([]);
  });

  it('are named in kebab-case, and not for a drawer of odds and ends', () => {
    const names = sourceFiles().map(({ path }) => path);
    const wrong = names.filter(
      (path) =>
        !/^([a-z0-9-]+\/)+[a-z0-9.-]+\.tsx?$/.test(path) ||
        /\/(utils?|helpers?|common|manager|misc)\.tsx?$/.test(path),
    );
    expect(wrong).toEqual([]);
  });

  it('re-export nothing and leave nothing to do later', () => {
    const wrong = product().filter(
      ({ text }) =>
        /\bexport\s+(\*|\{[^}]*\})\s+from\b/.test(text) || /\b(TODO|FIXME|XXX)\b/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('of tests neither skip others nor assert nothing', () => {
    const tests = filesIn('test').filter(({ path }) => path.endsWith('.test.ts'));
    expect(tests.length).toBeGreaterThan(10);
    const own = 'test/architecture/manners.test.ts';
    const wrong = tests.filter(
      ({ path, text }) =>
        path !== own && (/\.only\(/.test(text) || !/\bexpect|\bassert/.test(text)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});

describe('each room says what it is', () => {
  const rooms = [
    ...readdirSync(join(ROOT, 'shared'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .filter(({ name }) => filesIn(`shared/${name}`).length > 0)
      .map(({ name }) => `shared/${name}`),
    'db',
    'electron',
    'renderer',
    'renderer/map',
    'renderer/ui',
    'test',
  ];

  it.each(rooms)('%s, in at most 60 lines', (room) => {
    const path = join(ROOT, room, 'README.md');
    expect(existsSync(path), 'README.md').toBe(true);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines.length).toBeGreaterThan(4);
  });
});

/** Block and line comments out; a line comment must not be part of an address. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:])\/\/.*$/gm, '$1');
}
