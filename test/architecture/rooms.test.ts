import { describe, expect, it } from 'vitest';
import { filesIn, sourceFiles, type SourceFile } from '../helpers/source-files.ts';

/** Inside shared a room imports only rooms before it in this list. */
const SHARED = [
  'kernel',
  'search',
  'calendar',
  'format',
  'geo',
  'model',
  'intake',
  'history',
  'roads',
  'costing',
  'eligibility',
  'casework',
  'planning',
  'audit',
  'edits',
  'service',
  'money',
  'pressure',
  'figures',
  'demo',
  'api',
];

/** The rooms at the top and what each may import besides itself. */
const TOP: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  db: ['shared'],
  electron: ['db', 'shared'],
  renderer: ['shared'],
  test: ['shared', 'db', 'electron', 'renderer'],
};

const top = (path: string): string => path.split('/')[0] ?? '';
const room = (path: string): string => path.split('/')[1] ?? '';

function offences(
  files: readonly SourceFile[],
  isWrong: (file: SourceFile, target: string) => boolean,
): readonly string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ path }) => path !== null && isWrong(file, path))
      .map(({ path }) => `${file.path} imports ${path}`),
  );
}

describe('the rooms at the top', () => {
  it('were seen, with their imports', () => {
    for (const folder of Object.keys(TOP)) {
      const files = filesIn(folder);
      expect(files.length, folder).toBeGreaterThan(10);
      expect(files.flatMap(({ imports }) => imports).length, folder).toBeGreaterThan(20);
    }
  });

  it('import one way', () => {
    const wrong = offences(sourceFiles(), (file, target) => {
      const from = top(file.path);
      return top(target) !== from && TOP[from]?.includes(top(target)) !== true;
    });
    expect(wrong).toEqual([]);
  });

  it('import files that are there, by their own names', () => {
    const known = new Set(sourceFiles().map(({ path }) => path));
    const wrong = offences(
      sourceFiles(),
      (_file, target) => /\.tsx?$/.test(target) && !known.has(target),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the rooms inside shared', () => {
  it('are all in the list', () => {
    const rooms = new Set(filesIn('shared').map(({ path }) => room(path)));
    expect([...rooms].filter((name) => !SHARED.includes(name))).toEqual([]);
    expect(rooms.size).toBeGreaterThan(10);
  });

  it('import only rooms before them', () => {
    const wrong = offences(filesIn('shared'), (file, target) => {
      const from = SHARED.indexOf(room(file.path));
      const to = SHARED.indexOf(room(target));
      // The model's records carry dates and positions, and both lie before it.
      return to > from;
    });
    expect(wrong).toEqual([]);
  });

  it('keep the planner and its auditor apart, by whatever way round', () => {
    expect(reach('shared/audit').filter((path) => path.startsWith('shared/planning/'))).toEqual([]);
    expect(reach('shared/planning').filter((path) => path.startsWith('shared/audit/'))).toEqual([]);
  });
});

describe('the page', () => {
  it('knows the host only through its bridge', () => {
    const wrong = filesIn('renderer')
      .filter(({ path }) => !path.startsWith('renderer/bridge/'))
      .filter(({ text }) =>
        /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|window\.kerbside/.test(text),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  it('takes only types from the contract, whose schemas need code made at run time', () => {
    const wrong = filesIn('renderer').flatMap((file) =>
      file.imports
        .filter(
          ({ specifier, typeOnly }) => !typeOnly && /(^zod|\/api\/contract\.ts$)/.test(specifier),
        )
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches no schema by a longer way', () => {
    const reached = reach('renderer');
    expect(reached.length).toBeGreaterThan(50);
    const files = new Map(sourceFiles().map((file) => [file.path, file]));
    const wrong = reached.filter((path) =>
      files.get(path)?.imports.some(({ specifier, typeOnly }) => specifier === 'zod' && !typeOnly),
    );
    expect(wrong).toEqual([]);
  });
});

/** Every file that a folder's files load at run time, itself included. */
function reach(folder: string): readonly string[] {
  const files = new Map(sourceFiles().map((file) => [file.path, file]));
  const seen = new Set(filesIn(folder).map(({ path }) => path));
  for (const path of seen) {
    for (const imported of files.get(path)?.imports ?? []) {
      if (imported.path !== null && !imported.typeOnly && files.has(imported.path)) {
        seen.add(imported.path);
      }
    }
  }
  return [...seen];
}
