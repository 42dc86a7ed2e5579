/** How the writes of change notices and retender rounds are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { EventGiven } from '../../shared/model/change-notice.ts';
import type { RoundGiven } from '../../shared/model/retender-round.ts';
import { ON, SCHOOL } from './made-store.ts';

type Work = (store: Store) => unknown;

/** An event about nothing in particular. */
export function eventOf(given: Partial<EventGiven> = {}): EventGiven {
  return {
    kind: 'crew',
    effective_on: isoDate('2026-09-14'),
    what: 'Another driver',
    override_reason: '',
    contract_id: null,
    route_ref: 'R1',
    client_id: null,
    school_urn: null,
    plan_id: null,
    round_id: null,
    ...given,
  };
}

/** A round of one school. */
export const ROUND: RoundGiven = {
  name: 'Autumn',
  note: '',
  starts_on: isoDate('2026-11-02'),
  schools: [{ urn: SCHOOL, moves_on: null }],
  contract_ids: [],
  plan_id: null,
  made_on: ON,
  made_by: 'S Clarke',
};

const announce: Work = (store) => {
  const event = store.notices.announce(eventOf());
  const changes = [{ field: 'driver', old: 'A Hill', now: 'B Wood' }];
  store.notices.tellBesides(event, [
    { client_id: 1, who: 'family', name: '', changes, route_ref: 'R1' },
  ]);
};
const tell: Work = (store) => {
  announce(store);
  const texts = new Map([[1, 'Another driver']]);
  store.notices.markTold(store.notices.noticesOf([1]), { on: ON, how: 'telephone', by: 'S Clarke', texts }); // prettier-ignore
};
const event = (store: Store) => defined(store.notices.event(1), 'the event');
const save: Work = (store) => store.notices.saveRound(null, ROUND);
const signature = {
  seat: 1,
  officer: 'S Clarke',
  signed_on: ON,
  stood: [],
  override_reason: '',
} as const;

/** Each way to write: what it does, and what must be there first. */
export const NOTICES_WRITES: Readonly<
  Record<string, { readonly run: Work; readonly first?: Work }>
> =
  // prettier-ignore
  {
    'notices.markTold': {
      first: announce,
      run: (store) => {
        const texts = new Map([[1, 'Another driver']]);
        store.notices.markTold(store.notices.standing(), { on: ON, how: 'email', by: 'S Clarke', texts }); // prettier-ignore
      },
    },
    'notices.markAcknowledged': {
      first: tell,
      run: (store) => {
        const given = { on: ON, by: 'Mrs Hill', recorded_by: 'S Clarke' };
        store.notices.markAcknowledged(store.notices.noticesOf([1]), given);
      },
    },
    'notices.removeTold': {
      first: tell,
      run: (store) => {
        store.notices.removeTold(store.notices.noticesOf([1]));
      },
    },
    'notices.withdrawEvent': {
      first: announce,
      run: (store) => {
        store.notices.withdrawEvent(event(store), { on: ON, by: 'S Clarke', reason: 'Typed twice.' }); // prettier-ignore
      },
    },
    'notices.override': {
      first: announce,
      run: (store) => {
        store.notices.override(event(store), { on: ON, by: 'S Clarke', reason: 'Rung today.' });
      },
    },
    'notices.saveRound': { run: save },
    'notices.deleteRound': {
      first: save,
      run: (store) => {
        store.notices.deleteRound(1);
      },
    },
    'notices.signRound': {
      first: save,
      run: (store) => {
        store.notices.signRound(1, signature);
      },
    },
    'notices.removeSignatures': {
      first: (store) => {
        save(store);
        store.notices.signRound(1, signature);
      },
      run: (store) => {
        store.notices.removeSignatures(1);
      },
    },
    'notices.closeRound': {
      first: save,
      run: (store) => {
        store.notices.closeRound(1, ON);
      },
    },
  };
