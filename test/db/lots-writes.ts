/** How the writes of lots, bids and awards are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { awardOf, bidOf, lotOf, tenderOf } from '../helpers/tender-of.ts';
import { ON } from './made-store.ts';

const signed = { on: ON, by: 'S Clarke', reason: 'No longer wanted.' };

/** A tender with one lot and one provider asked. */
export function putTender(store: Store) {
  const { id: _id, cancelled: _cancelled, ...tender } = tenderOf();
  const { id: _lot, tender_id: _tender, withdrawn: _withdrawn, ...lot } = lotOf();
  return store.lots.put(tender, [lot], ['Beult Private Hire']);
}

/** A bid for the first lot. */
export function putBid(store: Store, given: Parameters<typeof bidOf>[0] = {}) {
  const { id: _id, accepted: _accepted, replaced_by: _replaced, ...bid } = bidOf(given);
  return store.lots.saveBid(bid, []);
}

/** An award of the first bid, on the contract that the store of the test has. */
export function putAward(store: Store, given: Parameters<typeof awardOf>[0] = {}) {
  const { id: _id, withdrawn: _withdrawn, ...award } = awardOf(given);
  return store.lots.recordAward(award);
}

const tenderIn = (store: Store) => defined(store.lots.tender(1), 'the tender');
const bid = (store: Store): void => {
  putTender(store);
  putBid(store);
};
const award = (store: Store): void => {
  bid(store);
  putAward(store);
};

/** By aggregate and method; `first` is done in a write before. */
export const LOTS_WRITES = {
  'lots.put': { run: putTender },
  'lots.cancelTender': {
    first: putTender,
    run: (store: Store) => {
      store.lots.cancelTender(tenderIn(store), signed);
    },
  },
  'lots.withdrawLot': {
    first: putTender,
    run: (store: Store) => {
      store.lots.withdrawLot(defined(store.lots.lot(1), 'the lot'), signed);
    },
  },
  'lots.addInvited': {
    first: putTender,
    run: (store: Store) => {
      store.lots.addInvited(tenderIn(store), ['Medway Cars'], signed);
    },
  },
  'lots.recordWritten': {
    first: putTender,
    run: (store: Store) => {
      const written = { at: '2026-08-01T09:00', by: 'S Clarke' };
      store.lots.recordWritten(tenderIn(store), ['Beult Private Hire'], written);
    },
  },
  'lots.recordHanded': {
    first: putTender,
    run: (store: Store) => {
      const [asked] = store.lots.invitationsOf(1);
      const handed = { on: ON, by: 'S Clarke', how: 'by the portal' };
      store.lots.recordHanded(defined(asked, 'the invitation'), handed);
    },
  },
  'lots.saveBid': { first: putTender, run: putBid },
  'lots.recordAccepted': {
    first: (store: Store) => {
      putTender(store);
      putBid(store, { problems: ['late'] });
    },
    run: (store: Store) => {
      store.lots.recordAccepted(defined(store.lots.bid(1), 'the bid'), signed, []);
    },
  },
  'lots.saveAnswers': {
    first: putTender,
    run: (store: Store) => {
      const answer = { tender_id: 1, provider: 'Beult Private Hire', question_id: 'crew', answer: 'A pool.' }; // prettier-ignore
      store.lots.saveAnswers([answer]);
    },
  },
  'lots.recordScore': {
    first: putTender,
    run: (store: Store) => {
      const score = { tender_id: 1, provider: 'Beult Private Hire', question_id: 'crew', score: 3 };
      store.lots.recordScore({ ...score, reason: 'A pool is named.', by: 'S Clarke', on: ON });
    },
  },
  'lots.recordAward': { first: bid, run: putAward },
  'lots.withdrawAward': {
    first: award,
    run: (store: Store) => {
      store.lots.withdrawAward(defined(store.lots.award(1), 'the award'), signed);
    },
  },
  'lots.recordEvent': {
    run: (store: Store) =>
      store.lots.recordEvent({
        contract_id: 1,
        kind: 'default',
        effective_on: ON,
        price_before_pence: 1,
        price_after_pence: 1,
        assistant_before_pence: 0,
        assistant_after_pence: 0,
        ends_before: isoDate('2027-07-31'),
        ends_after: isoDate('2027-07-31'),
        signed,
      }),
  },
} as const;
