/** Evidence through the handlers: recorded in a name, read by the rules, kept with the signed decision. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { comingUpHandlers } from '../../electron/api/handlers/coming-up.ts';
import { decisionsHandlers } from '../../electron/api/handlers/decisions.ts';
import { evidenceHandlers } from '../../electron/api/handlers/evidence.ts';
import { walkingRoutesHandlers } from '../../electron/api/handlers/walking-routes.ts';
import type { Host } from '../../electron/api/handler.ts';
import { contract, type Input } from '../../shared/api/contract.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { accompanimentGiven, routeOf, versionOf, wayGiven } from '../helpers/evidence-of.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madeStore,
  ON,
  SCHOOL,
} from '../db/made-store.ts';
import { value } from '../helpers/answers.ts';
import { ownPages } from '../helpers/own-pages.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

let store: Store;
let host: Host;
let files: Map<string, Uint8Array>;
const BY = 'R. Officer';
const SPAN = { answered_on: ON, ends_on: null };
const WALK = { measured_on: ON };

beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', surname: 'Rhodes', postcode: 'ME14 1XX' }]);
  store.write(BY_TEST, () => {
    store.schools.upsertMany([{ urn: SCHOOL, status: 'open', type_group: 'special_state' }]);
    // Some 1,100 m from the school, so that the groups beside distance decide.
    store.clients.update(1, {
      date_of_birth: isoDate('2015-02-01'),
      ehcp: true,
      lat: 51.27,
      lon: 0.49,
      position_error_m: 20,
      section_i: 'Bower Grove School',
    });
  });
  files = new Map();
  host = {
    store: () => ({ ok: true, value: store }),
    today: () => ON,
    changed: () => undefined,
    page: ownPages(
      () => store,
      () => ON,
    ),
    files: { put: (name: string, bytes: Uint8Array) => (files.set(name, bytes), 'f1') },
  } as unknown as Host;
});

async function failure(result: Result<unknown> | Promise<Result<unknown>>) {
  const settled = await result;
  if (settled.ok) throw new Error('It was accepted.');
  return settled.error;
}
const record = (given: Input<'evidence/record'>['given'], by = BY) =>
  evidenceHandlers['evidence/record']({ client_id: 1, given, by }, host);
const rule = async (name: string) => {
  const { proposal } = await value(decisionsHandlers['applications/proposal']({ client_id: 1 }, host)); // prettier-ignore
  return proposal.rules.find((each) => each.rule === name);
};
const addRoute = (given = {}, supersedes: number | null = null) =>
  walkingRoutesHandlers['walking-routes/add'](
    { given: { ...strict(routeOf(0, { school_urn: SCHOOL, ...given })) }, supersedes, by: BY },
    host,
  );
/** A route as it is given, without what the store adds. */
function strict(route: ReturnType<typeof routeOf>) {
  const { id: _id, recorded_on: _on, recorded_by: _by, supersedes: _s, superseded_by: _u, withdrawn: _w, ...given } = route; // prettier-ignore
  return given;
}

describe('evidence', () => {
  it('lets the rule answer that could not tell, until it is withdrawn', async () => {
    expect((await rule('sen'))?.outcome).toBe('cannot_tell');
    const page = await value(record(accompanimentGiven({ ...SPAN, walks_accompanied: false })));
    expect(await rule('sen')).toMatchObject({ outcome: 'met' });
    expect(page.counting).toEqual(page.records.map(({ id }) => id));
    const id = page.records[0]?.id ?? 0;
    const withdraw = (reason: string) =>
      evidenceHandlers['evidence/withdraw']({ client_id: 1, id, reason, by: BY }, host);
    expect((await failure(withdraw(' '))).code).toBe('not_complete');
    const after = await value(withdraw('Another child.'));
    expect(after.records[0]?.withdrawn).toMatchObject({ by: BY, reason: 'Another child.' });
    expect((await rule('sen'))?.outcome).toBe('cannot_tell');
    expect((await failure(withdraw('Again.'))).code).toBe('no_such_record');
  });

  it('stands in the history in the name of who recorded it', async () => {
    await value(record(wayGiven({ ...WALK, distance_m: 1500 })));
    expect(store.history.list({ client_id: 1, limit: 1 })[0]?.sentence).toContain(
      'Evidence recorded by R. Officer: Walking route measured: 0.9 miles',
    );
  });

  it('is refused with all that is wrong, and nothing is kept', async () => {
    const wrong = await failure(record(wayGiven({ ...WALK, tool: '', from: '' }), ''));
    expect(wrong.details?.['problems']).toHaveLength(3);
    expect(store.evidence.of('A1')).toEqual([]);
  });

  it('is kept with the decision that was signed on it', async () => {
    await value(record(accompanimentGiven({ ...SPAN, walks_accompanied: false })));
    await value(
      decisionsHandlers['applications/decide'](
        { client_id: 1, outcome: 'withdrawn', award: null, reason: '', signed_by: BY },
        host,
      ),
    );
    const [record1] = store.evidence.of('A1');
    store.write(BY_TEST, () => {
      if (record1) store.evidence.withdraw(record1, { on: ON, by: BY, reason: 'Later.' });
    });
    const { decisions } = await value(decisionsHandlers['applications/proposal']({ client_id: 1 }, host)); // prettier-ignore
    expect(decisions[0]?.facts.evidence).toEqual([record1]);
  });

  it('is checked at the edge: kinds, dates and fields that are none', () => {
    const { input } = contract['evidence/record'];
    const parse = (given: object) => input.safeParse({ client_id: 1, by: BY, given }).success;
    expect(parse(wayGiven({}))).toBe(true);
    expect(parse({ ...wayGiven({}), measured_on: '2026-02-30' })).toBe(false);
    expect(parse({ ...wayGiven({}), kind: 'guess' })).toBe(false);
    expect(parse({ ...wayGiven({}), outcome: 'met' })).toBe(false);
  });
});

describe('section I', () => {
  const given = (change = {}) => {
    const { words, plan_on, urns, condition, named_on, review_on } = versionOf(1, {
      urns: [SCHOOL],
      ...change,
    });
    return { words, plan_on, urns, condition, named_on, review_on };
  };
  const keep = (change = {}) =>
    evidenceHandlers['evidence/record-section-i'](
      { client_id: 1, given: given(change), by: BY },
      host,
    );

  it('is kept by version, and the rules read the one in force', async () => {
    const page = await value(keep());
    expect(page.versions.map(({ source }) => source)).toEqual(['imported', 'officer']);
    expect(page.version_in_force).toBe(page.versions[1]?.id);
    const { proposal } = await value(decisionsHandlers['applications/proposal']({ client_id: 1 }, host)); // prettier-ignore
    expect(proposal.school.section_i_version?.version).toBe(2);
    expect(proposal.school.nearest_suitable).toMatchObject({ outcome: 'met', missing: [] });
  });

  it('names no school that is not there', async () => {
    const wrong = await failure(keep({ urns: [7], named_on: null }));
    expect(wrong.details?.['problems']).toEqual([
      'Give the date on which the school was named.',
      'No school with URN 7 is in the list of schools.',
    ]);
  });
});

describe('the register of walked routes', () => {
  it('finds every home that an assessment covers, and the rule says so', async () => {
    const rows = await value(addRoute({ place: { kind: 'postcode', postcode: 'me141xx' } }));
    expect(rows[0]).toMatchObject({
      school: 'Bower Grove School',
      is_expired: false,
      children: [{ client_id: 1, name: 'Rhodes', outcome: 'met' }],
    });
    expect(rows[0]?.route.place).toEqual({ kind: 'postcode', postcode: 'ME14 1XX' });
    expect((await rule('unsafe_route'))?.reason).toContain('by the register: Mill Lane');
  });

  it('is superseded, not changed, and only while it stands and by a later walk', async () => {
    await value(addRoute());
    const older = await failure(addRoute({ assessed_on: isoDate('2025-01-01') }, 1));
    expect(older.details?.['problems']).toEqual([
      'The walk is older than the one it takes the place of.',
    ]);
    await value(addRoute({ safe: true, assessed_on: ON, review_on: null }, 1));
    expect((await rule('unsafe_route'))?.outcome).toBe('not_met');
    expect((await failure(addRoute({ assessed_on: ON, review_on: null }, 1))).code).toBe('not_complete'); // prettier-ignore
    const rows = await value(
      walkingRoutesHandlers['walking-routes/withdraw'](
        { id: 2, reason: 'Wrong road.', by: BY },
        host,
      ),
    );
    expect(rows.map(({ route }) => route.superseded_by)).toEqual([null, null]);
    expect((await rule('unsafe_route'))?.outcome).toBe('met');
  });

  it('flags a review that has passed', async () => {
    const [row] = await value(addRoute({ review_on: isoDate('2026-08-09') }));
    expect(row?.is_expired).toBe(true);
    expect(row?.children).toMatchObject([{ outcome: 'cannot_tell' }]);
  });

  it('names no child at a protected address', async () => {
    store.write(BY_TEST, () => store.clients.update(1, { protected_address: true }));
    const [row] = await value(addRoute());
    expect(row?.children).toMatchObject([{ client_id: 1, name: '' }]);
  });
});

describe('what is coming up', () => {
  const get = (days: number | null) => value(comingUpHandlers['coming-up/get']({ days }, host));
  beforeEach(() => {
    store.write(BY_TEST, () => store.clients.update(1, { date_of_birth: isoDate('2015-09-20') }));
  });

  it('lists who, why and what then, as many days ahead as asked; 60 unless told', async () => {
    expect(await get(40)).toMatchObject({ cases: 1, events: [] });
    const page = await get(null);
    expect(page).toMatchObject({ days: 60, until: '2026-10-09' });
    expect(page.events).toMatchObject([
      { kind: 'birthday', on: '2026-09-20', ref: 'A1', name: 'Rhodes', status: 'received' },
    ]);
  });

  it('is worked out anew after a change', async () => {
    await get(null);
    store.write(BY_TEST, () => store.applications.update('A1', { status: 'withdrawn' }));
    expect(await get(null)).toMatchObject({ cases: 0, events: [] });
  });

  it('goes out as .csv, filtered as on the screen', async () => {
    const give = (kinds: Input<'coming-up/export'>['kinds'], altering = false) =>
      value(
        comingUpHandlers['coming-up/export']({ days: null, list: 'events', kinds, altering }, host),
      );
    const lines = async (kinds: Input<'coming-up/export'>['kinds'], altering = false) => {
      const { name } = await give(kinds, altering);
      return new TextDecoder().decode(files.get(name)).trim().split('\r\n');
    };
    expect(await lines([])).toHaveLength(2);
    expect((await lines(['birthday']))[1]).toContain('2026-09-20,Birthday');
    expect(await lines(['award'])).toHaveLength(1);
    expect(await lines([], true)).toHaveLength(1);
  });
});
