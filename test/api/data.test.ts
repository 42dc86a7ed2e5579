/** Imports through the contract's handlers: what is previewed, started, shown and given out. */
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { Host } from '../../electron/api/handler.ts';
import { dataHandlers } from '../../electron/api/handlers/data.ts';
import type { InputFile } from '../../electron/files/input-file.ts';
import type { PreviewRequest } from '../../electron/jobs/import/preview-import.ts';
import { previewInThread } from '../../electron/jobs/preview-in-thread.ts';
import type { JobRequest } from '../../electron/jobs/request.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { IMPORT_KINDS, type ImportKind } from '../../shared/model/import.ts';
import { csvFile, fixture, importInto, SUMMER } from '../helpers/imports.ts';
import { madeFolder, madeStore } from '../db/made-store.ts';
import { value } from '../helpers/answers.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  folder.cleanUp();
});

let store: Store;
let files: Map<string, InputFile>;
let started: JobRequest[];
let host: Host;
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}`, 'kent.kerbside'));
  open.push(store);
  files = new Map();
  started = [];
  host = {
    store: () => ok(store),
    today: () => SUMMER,
    startJob: (request: JobRequest) => {
      started.push(request);
      return ok({ id: 'j1' });
    },
    preview: (request: PreviewRequest) =>
      previewInThread({ place: { path: store.path, passphrase: undefined }, request }),
    files: {
      get: (id: string) => {
        const file = files.get(id);
        return file ? ok(file) : fail('file_gone', 'Gone.', 'Choose it again.');
      },
      put: (name: string, bytes: Uint8Array) => {
        files.set(name, { name, source: { bytes } });
        return name;
      },
    },
  } as unknown as Host;
});

function preview(
  file: InputFile,
  kind: ImportKind | null = null,
  mapping?: Record<string, string>,
) {
  files.set('f', file);
  const input = { kind, file_ids: ['f'], ...(mapping ? { mapping } : {}) };
  return dataHandlers['import/preview'](input, host);
}

describe('a preview', () => {
  test.each<[ImportKind, string, number]>([
    ['applications', 'summer-2026-flawed.csv', 121],
    ['applications', 'summer-2026-sample.xlsx', 120],
    ['contracts', 'contracts-2025-26-sample.csv', 179],
    ['schools', 'schools.csv', 63],
    ['postcodes', 'postcodes.csv', 301],
  ])('knows %s by %s', async (kind, name, rows) => {
    const seen = await value(preview(fixture(name)));
    expect(seen).toMatchObject({ kind, missing: [], remembered: false });
    expect(Math.abs(seen.rows - rows)).toBeLessThanOrEqual(1);
    expect(seen.sample.length).toBeGreaterThan(0);
    expect(seen.headings.some((each) => each.field !== '' && each.samples.length > 0)).toBe(true);
  });
  it('says how it read the file', async () => {
    const seen = await value(preview(fixture('summer-2026-flawed.csv')));
    expect(seen.understood).toBe(
      'CSV, Windows-1252, semicolons; headings on line 3; 120 rows, 3 lines that are no records.',
    );
    expect(seen.headings.find((each) => each.heading === 'NC Year Sept 26')?.field).toBe(
      'year_group',
    );
  });
  it('lets columns be mapped by hand', async () => {
    const file = csvFile('odd.csv', 'Key,Who,Hue', 'A1,Kay,ASD');
    const before = await value(preview(file, 'applications'));
    expect(before.missing).toEqual(['Reference']);
    expect(before.headings.map((each) => each.heading)).toEqual(['Key', 'Who', 'Hue']);
    const mapped = await value(preview(file, 'applications', { Key: 'ref', Who: 'surname' }));
    expect(mapped.missing).toEqual([]);
  });
  it('does not guess what it does not know', async () => {
    const seen = await preview(csvFile('x.csv', 'Colour,Taste', 'red,sour'));
    expect(seen.ok ? '' : seen.error.code).toBe('kind_not_known');
  });
});

describe('an import', () => {
  it('is started as a job with its files', async () => {
    files.set('f', fixture('schools.csv'));
    await value(dataHandlers['import/start']({ kind: 'schools', file_ids: ['f'] }, host));
    expect(started).toMatchObject([
      { kind: 'import', import_kind: 'schools', mapping: null, label: 'Importing schools.csv' },
    ]);
    const gone = await dataHandlers['import/start']({ kind: 'schools', file_ids: ['x'] }, host);
    expect(gone.ok).toBe(false);
  });
});

describe('what was imported', () => {
  it('lists every kind with its last report, and the held rows', async () => {
    await importInto(store, 'postcodes', [fixture('postcodes.csv')]);
    await importInto(store, 'applications', [fixture('summer-2026-flawed.csv')]);
    const seen = await value(dataHandlers['data/overview']({}, host));
    expect(new Set(seen.kinds.map((each) => each.kind))).toEqual(new Set(IMPORT_KINDS));
    const applications = seen.kinds.find((each) => each.kind === 'applications');
    expect(applications?.rows).toBe(117);
    expect(applications?.last?.held).toBe(3);
    expect(seen.held.map((row) => row.ref)).toEqual(['KT26-00034', 'KT26-00089', 'KT26-00098']);
    expect(seen.reports).toHaveLength(2);
    expect(seen.backups).toHaveLength(1);
    const id = seen.reports[0]?.id ?? 0;
    const report = await value(dataHandlers['data/report']({ id }, host));
    expect(report.rows).toHaveLength(17);
    const out = await value(dataHandlers['import/export-report']({ id }, host));
    const written = files.get(out.file_id)?.source;
    const text = written && 'bytes' in written ? Buffer.from(written.bytes).toString() : '';
    expect(text).toContain("'=HYPERLINK");
    expect(text).not.toContain(',"=HYPERLINK');
    expect((await dataHandlers['data/report']({ id: 99 }, host)).ok).toBe(false);
  });
});
