/** The history and undoing as the screens ask for them, and the files made of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../../electron/files/read-tables.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { addClients, addPlaces } from '../db/made-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let served: ServedStore;
const ended: Job[] = [];
beforeAll(async () => {
  served = await serveStore();
  served.composed.listen((event) => {
    if (event.type === 'job' && event.job.state !== 'running') ended.push(event.job);
  });
  const open = served.composed.host.store();
  if (!open.ok) throw new Error(open.error.cause);
  addPlaces(open.value);
  addClients(open.value, [{ ref: 'A1', forename: 'Zoë', surname: '=Rhodes' }, { ref: 'A2' }]);
});
afterAll(async () => {
  await served.close();
  expect(served.bugs).toEqual([]);
});

function value<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.cause}`);
  return answer.value;
}
const edit = async (notes: string) =>
  value(await served.call('applications/update', { client_id: 1, changes: { notes } }));
const list = async () => value(await served.call('undo/list', { limit: 20 }));
const notes = async () =>
  value(await served.call('applications/case', { client_id: 1 })).client.notes;

describe('the history over the contract', () => {
  it('undoes, redoes and goes back to a change, and says where it stopped', async () => {
    for (const words of ['one', 'two', 'three']) await edit(words);
    const before = (await list()).items;
    const newest = before[0]?.change_id ?? 0;
    expect(value(await served.call('undo/toggle', { change_id: newest })).sentence).toBe(
      'Undid: Notes changed from two to three',
    );
    expect(await notes()).toBe('two');
    value(await served.call('undo/toggle', { change_id: newest }));
    expect(await notes()).toBe('three');
    const first = before[2]?.change_id ?? 0;
    expect(value(await served.call('undo/back-to', { change_id: first }))).toEqual({
      undone: 3,
      stopped: '',
    });
    expect(await notes()).toBe('');
    const { items } = await list();
    expect(items.slice(0, 3).map(({ isUndone }) => isUndone)).toEqual([true, true, true]);
    expect(await served.call('undo/toggle', { change_id: 999_999 })).toMatchObject({
      ok: false,
      error: { code: 'no_change' },
    });
  });

  it('shows a window, and what it can be narrowed by', async () => {
    const facets = value(await served.call('history/facets', {}));
    expect(facets.reasons.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['hand', 'undoing', 'redoing']),
    );
    const filter = { ref: 'A1', field: 'notes' };
    const page = value(await served.call('history/page', { filter, offset: 0, limit: 2 }));
    expect(page.rows.map(({ sentence }) => sentence)).toEqual([
      'Notes cleared (was one) by undoing',
      'Notes changed from two to one by undoing',
    ]);
    expect(page.total).toBe(8);
  });

  it.each(['csv', 'xlsx'] as const)('writes what fits as .%s, line for line', async (format) => {
    const filter = { ref: 'A1', field: 'notes' };
    const job = value(await served.call('history/export', { filter, format }));
    await expect
      .poll(() => ended.find(({ id }) => id === job.id)?.state, { timeout: 20_000 })
      .toBe('done');
    const result = ended.find(({ id }) => id === job.id)?.result;
    if (result?.kind !== 'export') throw new Error('No file was made');
    const file = value(served.composed.host.files.get(result.file_id));
    const cells = JSON.stringify(value(await readTables(file)));
    expect(cells).toContain('Notes changed from two to three');
    // A name that a spreadsheet would run as a formula is not one.
    expect(cells).not.toContain('"=Rhodes');
    const page = value(await served.call('history/page', { filter, offset: 0, limit: 1 }));
    expect(cells.split('Zoë').length - 1).toBe(page.total);
  });
});
