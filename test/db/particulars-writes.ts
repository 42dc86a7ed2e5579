/** How further addresses, settings of education, care and moves are written, tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ON, SCHOOL } from './made-store.ts';

const child = { id: 1, ref: 'A1' };
const span = { from_on: ON, to_on: null, note: '' };
const address = (store: Store) =>
  store.particulars.saveAddress(
    child,
    {
      ...span,
      kind: 'other_parent',
      address: '4 Elm Lane',
      postcode: 'ME14 1AA',
      days: ['Fri'],
      legs: 'both',
      rhythm: 'daily',
      power: 's508B',
      budget: 'education',
      budget_note: '',
      protected: false,
      lat: null,
      lon: null,
    },
    null,
  );
const moves = (store: Store) =>
  store.particulars.move(child, {
    kind: 'school',
    on: ON,
    signed_by: 'S Clarke',
    note: '',
    before: 'Oakley School',
    after: 'Bower Grove School',
    home_address: '',
    postcode: '',
    school_urn: SCHOOL,
    taken_in: false,
  });
const moved = (store: Store) => defined(store.particulars.of(1).moves[0], 'the move');

/** By aggregate and method; `first` is done in a write before. */
export const PARTICULARS_WRITES = {
  'particulars.saveAddress': { run: address },
  'particulars.savePlacement': {
    run: (store: Store) =>
      store.particulars.savePlacement(
        child,
        { ...span, kind: 'pru', school_urn: null, name: 'Rowhill', days: ['Mon'] },
        null,
      ),
  },
  'particulars.saveCare': {
    run: (store: Store) =>
      store.particulars.saveCare(child, { ...span, authority: 'Medway', recharge: true }, null),
  },
  'particulars.takeOut': {
    first: address,
    run: (store: Store) => store.particulars.takeOut(child, 'address', 1),
  },
  'particulars.move': { run: moves },
  'particulars.takeIn': {
    first: moves,
    run: (store: Store) => {
      store.particulars.takeIn(child, moved(store));
    },
  },
  'particulars.lookedAt': {
    first: moves,
    run: (store: Store) => {
      store.particulars.lookedAt(child, moved(store), { what: 'route', on: ON, by: 'S Clarke' });
    },
  },
};
