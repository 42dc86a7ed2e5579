/** Two records of one child: a request under another reference than the seat. Twins are not that. */
import { afterAll, expect, it } from 'vitest';
import { join } from 'node:path';
import { isoDate } from '../../shared/calendar/dates.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

it('lists children of one name and birthday, counts them on Today, and lets twins and the closed be', () => {
  const store = madeStore(join(folder.path, 'kent.kerbside'));
  addPlaces(store);
  const born = isoDate('2015-03-02');
  const child = { surname: 'Rhodes', forename: 'Max', date_of_birth: born };
  addClients(store, [
    { ref: 'K1', ...child },
    { ref: 'H1', ...child, surname: 'RHODES' },
    { ref: 'TWIN', ...child, forename: 'Ana' },
    { ref: 'OTHER', ...child, date_of_birth: isoDate('2014-03-02') },
    { ref: 'UNKNOWN1', surname: 'Ash', forename: 'Kit' },
    { ref: 'UNKNOWN2', surname: 'Ash', forename: 'Kit' },
  ]);
  const listed = () =>
    store.read
      .query(
        { filter: { gap: 'same_child' }, sort: 'ref', descending: false, offset: 0, limit: 9 },
        ON,
      )
      .rows.map(({ ref }) => ref);
  const counted = () => store.read.today(ON).gaps.find(({ key }) => key === 'same_child')?.count;
  expect(listed()).toEqual(['H1', 'K1']);
  expect(counted()).toMatchObject({ count: 2 });
  store.write(BY_TEST, () => store.applications.update('H1', { status: 'withdrawn' }));
  expect(listed()).toEqual([]);
  expect(counted()).toMatchObject({ count: 0 });
  store.close();
});
