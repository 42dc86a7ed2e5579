/** Every way in which the store keeps something of a form, for the test of what the history keeps. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { defined } from '../../shared/kernel/assert.ts';

const ON = isoDate('2026-08-10');

const someone = (store: Store) => defined(store.clients.get(1), 'the first client');
const signTif = (store: Store) =>
  store.tif.sign({
    client_id: 1,
    answers: { own_view: 'Likes the window' },
    signature: {
      signed_by: 'Jo Rhodes',
      signer: 'parent_or_carer',
      relationship: 'Mother',
      signed_on: ON,
      received_on: ON,
      entered_by: 'S Clarke',
    },
    complete: false,
    year: academicYearFrom(2026),
  });

interface Write {
  readonly run: (store: Store) => unknown;
  readonly first?: (store: Store) => unknown;
}

export const TIF_WRITES: Readonly<Record<string, Write>> = {
  'tif.answer': {
    run: (store) => {
      store.tif.answer(someone(store), { key: 'own_view', answer: 'Likes the window' });
    },
  },
  'tif.keepImported': { run: (store) => store.tif.keepImported(someone(store)) },
  'tif.sign': { run: signTif },
  'tif.confirm': {
    first: signTif,
    run: (store) => {
      store.tif.confirm({
        client_id: 1,
        version: 1,
        year: academicYearFrom(2027),
        confirmed_by: 'Jo Rhodes',
        relationship: 'Mother',
        confirmed_on: ON,
        entered_by: 'S Clarke',
      });
    },
  },
};
