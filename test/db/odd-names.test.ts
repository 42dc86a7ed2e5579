/** Names of one letter, of a hundred, and of other scripts: from the file to the list, the case, the letter and the search, whole. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { draftLetters } from '../../electron/jobs/letters.ts';
import { lettersPaper } from '../../electron/jobs/letters-paper.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import { csvFile, importInto } from '../helpers/imports.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const NAMES = [
  ['A1', 'X', 'Y'],
  ['A2', 'Å'.repeat(100), 'Siân'],
  ['A3', 'חיים', 'שרה'],
  ['A4', 'علي', 'محمد'],
  ['A5', 'O’Neill-Żak (d’Arc)', 'Łucja'],
] as const;

const folder = madeFolder();
let store: Store;
beforeAll(async () => {
  store = madeStore(join(folder.path, 'names.kerbside'));
  addPlaces(store);
  store.write(BY_TEST, () => store.settings.upsertMany([demoSender()]));
  const rows = NAMES.map(
    ([ref, surname, forename], at) =>
      `${ref},${surname},${forename},0${at + 1}/02/2015,Parent ${surname},${at + 1} Mill Road,ME14 1CV,Bower Grove School,01/05/2026`,
  );
  const head = 'Ref,Surname,Forename,DOB,Parent or carer,Home address,Home postcode,School,Date received'; // prettier-ignore
  const report = await importInto(store, 'applications', [csvFile('odd.csv', head, ...rows)], { on: ON }); // prettier-ignore
  expect(report).toMatchObject({ read: 5, added: 5, refused: 0 });
});
afterAll(() => {
  store.close();
  folder.cleanUp();
});

describe('an odd name', () => {
  it.each(NAMES)('%s is whole in list, case and search', (ref, surname, forename) => {
    const { rows } = store.read.query(
      { filter: { text: ref }, sort: 'name', descending: false, offset: 0, limit: 5 },
      ON,
    );
    expect(rows.map(({ name }) => name)).toEqual([`${surname}, ${forename}`]);
    const id = rows[0]?.client_id ?? 0;
    expect(store.read.casePage(id, ON)?.client).toMatchObject({ surname, forename });
    const hits = store.read.search(`${forename} ${surname}`, 5, ON);
    expect(JSON.stringify(hits[0])).toContain(ref);
  });

  it('keeps its direction inside the sentences of a letter', async () => {
    const request = { kind: 'tif', refs: null, on: ON, reason: '', preview: true, leave_out: false } as const; // prettier-ignore
    const drafted = draftLetters(store, request);
    if (!drafted.ok) throw new Error(drafted.error.cause);
    const { letters } = drafted.value;
    expect(letters).toHaveLength(5);
    const html = await lettersPaper(letters.map(({ content }) => content), { title: 'Letters', warning: '' }); // prettier-ignore
    for (const name of ['שרה חיים', 'محمد علي']) expect(html).toContain(`\u2068${name}\u2069`);
    expect(html).not.toContain('\u2068Siân');
    expect(html).toContain('Å'.repeat(100));
    expect(html).toContain('<bdi>Parent חיים</bdi>');
    // What is merged by another program holds no marks of ours.
    expect(letters.every(({ facts }) => !facts.child.includes('\u2068'))).toBe(true);
  });
});
