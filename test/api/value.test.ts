/** Claims and value through the contract: weighed, kept, answered; compared; worked out in a worker and then on the page. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { silent } from '../../electron/jobs/context.ts';
import { claimNoteHtml } from '../../electron/jobs/value/claim-note.ts';
import { reckonValue } from '../../electron/jobs/value/reckon-value.ts';
import type { ChannelName, Input, Output } from '../../shared/api/contract.ts';
import { SEAT_LISTS, type SeatList, type VALUE_EXPORTS } from '../../shared/api/views/value.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

let demo: DemoStore;
let served: ServedStore;

beforeAll(async () => {
  demo = makeDemoStore(300);
  served = await serveStore({ store: demo.path });
}, 60_000);
afterAll(async () => {
  await served.close();
  demo.remove();
});

async function ask<C extends ChannelName>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = (await served.call(channel, input)) as Result<Output<C>>;
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

const failing = async <C extends ChannelName>(channel: C, input: Input<C>) =>
  (await served.call(channel, input)) as Result<unknown>;

type Row = Readonly<Record<string, string>>;

async function exported(what: (typeof VALUE_EXPORTS)[number], list: SeatList = 'saves'): Promise<readonly Row[]> {
  const { file_id, name } = await ask('value/export', { what, list });
  expect(name).toMatch(/^value-.*-2026-08-10\.csv$/);
  const file = served.composed.host.files.get(file_id);
  if (!file.ok || !('bytes' in file.value.source)) throw new Error('no file');
  return parse<Record<string, string>>(new TextDecoder().decode(file.value.source.bytes), { columns: true, bom: true });
} // prettier-ignore

/** Every list as a file: as many lines as the page counts, its sums, its marks, no name and nothing of a protected address. */
async function exportsAsShown(): Promise<void> {
  const opened = openStore(demo.path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const clients = new Map(opened.value.clients.all().map((client) => [client.ref, client]));
  opened.value.close();
  const lone = await ask('value/lone', {});
  const loneRows = await exported('lone');
  expect(loneRows).toHaveLength(lone.shares.length + lone.stay.length);
  expect(sumPence(loneRows.map((row) => Number(row['saved_year_pence_est'])))).toBe(lone.saved_year_pence); // prettier-ignore
  for (const list of ['saves', 'mileage', 'cliffs'] as const) {
    const page = await ask('value/seats', { list, offset: 0 });
    const rows = await exported('seats', list);
    expect(rows.length, list).toBe(page.counts[list]);
    for (const row of rows) {
      const client = defined(clients.get(row['client_ref'] ?? ''), 'the child');
      if (client.protected_address) expect([row['straight_line_m'], row['driven_m'], row['mileage_year_pence']]).toEqual(['protected', 'protected', 'protected']); // prettier-ignore
      expect(Object.values(row).join(' ')).not.toContain(client.surname);
    }
  }
  const page = await ask('value/seats', { list: 'training', offset: 0 });
  expect((await exported('candidates')).length).toBe(page.counts.training);
  const training = await exported('training');
  expect(training[0]).toMatchObject({ grouped_by: 'all', handling: '' });
  for (const { clients: many = '' } of training) expect(many).toMatch(/^(s|0|[5-9]|\d\d+)$/);
  const [first] = await exported('seats', 'share');
  expect(first).toMatchObject({ handling: 'OFFICIAL-SENSITIVE', data: 'invented', made_on: '2026-08-10', plan_seed: expect.stringMatching(/^\d+$/), store_version: expect.stringMatching(/^\d+$/) }); // prettier-ignore
}

describe('a claim', () => {
  it('is weighed on a contract and on a provider, kept as it was weighed, answered more than once', async () => {
    const page = await ask('value/claims', {});
    const contract = defined(page.contracts[0], 'a contract');
    const asked = { contract: contract.ref, provider: '', percent: 12, priced_on: null };
    const view = await ask('value/weigh', asked);
    expect(view.weighed.sentences[0]).toContain('The provider asks for 12.0%');
    expect(view.contracts).toHaveLength(1);
    expect(view.alike?.sentences).toHaveLength(1);
    const whole = await ask('value/weigh', { ...asked, contract: '', provider: contract.provider });
    expect(whole.weighed.asked_year_pence).toBe(sumPence(whole.contracts.map(({ asked_year_pence }) => asked_year_pence))); // prettier-ignore
    expect(whole.contracts).toHaveLength(whole.weighed.contracts);

    const given = { received_on: isoDate('2026-08-03'), said: 'Fuel is dearer.', by: 'S Clarke' };
    const { id } = await ask('value/record-claim', { ...asked, ...given });
    expect(await failing('value/record-claim', { ...asked, ...given, by: ' ' })).toMatchObject({ ok: false, error: { code: 'unsigned' } }); // prettier-ignore
    const answer = { claim_id: id, outcome: 'part', percent: 4, on: TEST_DAY, why: 'What fuel explains.', by: 'S Clarke' } as const; // prettier-ignore
    for (const percent of [null, 0, 12, 40])
      expect(await failing('value/answer-claim', { ...answer, percent })).toMatchObject({ ok: false, error: { code: 'bad_answer' } }); // prettier-ignore
    expect(await failing('value/answer-claim', { ...answer, on: isoDate('2026-08-01') })).toMatchObject({ ok: false }); // prettier-ignore
    await ask('value/answer-claim', answer);
    await ask('value/answer-claim', { ...answer, outcome: 'refused', percent: null, why: 'Withdrawn by the provider.' }); // prettier-ignore
    const kept = defined((await ask('value/weigh', asked)).before.find((each) => each.id === id), 'the claim kept'); // prettier-ignore
    expect(kept).toMatchObject({ id, asked: 0.12, contract_ref: contract.ref, provider: contract.provider, said: 'Fuel is dearer.' }); // prettier-ignore
    expect(kept.weighed).toEqual(view.weighed);
    expect(kept.answers.map(({ outcome, agreed }) => [outcome, agreed])).toEqual([['part', 0.04], ['refused', 0]]); // prettier-ignore
  });

  it('says what is missing: no contract, no provider, a day ahead', async () => {
    const none = { contract: '', provider: '', percent: 12, priced_on: null };
    expect(await failing('value/weigh', none)).toMatchObject({ ok: false, error: { code: 'no_contracts' } }); // prettier-ignore
    expect(await failing('value/weigh', { ...none, contract: 'C0' })).toMatchObject({ ok: false, error: { code: 'no_contract' } }); // prettier-ignore
    expect(await failing('value/weigh', { ...none, percent: 501 })).toMatchObject({ ok: false });
  });

  it('goes to the provider on one page without any other provider', async () => {
    const { claims, providers } = await ask('value/claims', {});
    const claim = defined(claims.find(({ said }) => said === 'Fuel is dearer.'), 'the claim'); // prettier-ignore
    const opened = openStore(demo.path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const html = await claimNoteHtml(opened.value, claim, TEST_DAY);
    opened.value.close();
    expect(html).toContain('Your claim of +12.0%');
    expect(html).toContain('Refused');
    const others = providers.filter(({ name }) => name !== claim.provider);
    expect(others.length).toBeGreaterThan(3);
    for (const { name } of others) expect(html).not.toContain(name);
    expect(html).not.toContain('a mile');
  });
});

describe('value', () => {
  it('sets prices beside routes alike, each opening its group', async () => {
    const page = await ask('value/prices', {});
    expect(page.compared + page.apart.length).toBe(page.running);
    for (const row of page.rows) {
      const peers = await ask('value/peers', { group: row.group });
      expect(peers.routes.map(({ contract_ref }) => contract_ref)).toContain(row.contract_ref);
      expect(peers.routes).toHaveLength(row.peers + 1);
    }
    const rows = await exported('prices');
    expect(rows.map((row) => row['contract'])).toEqual(page.rows.map(({ contract_ref }) => contract_ref)); // prettier-ignore
    expect(sumPence(rows.map((row) => Number(row['above_year_pence'])))).toBe(page.above_year_pence); // prettier-ignore
    for (const row of rows) expect(row['clients']).toMatch(/^(s|[5-9]|\d\d+)$/);
    expect(await failing('value/peers', { group: 'no such' })).toMatchObject({ ok: false, error: { code: 'no_group' } }); // prettier-ignore
  });

  it('has seats and lone taxis once they were worked out, and has not after a change of the plan’s records', async () => {
    expect(await ask('value/lone', {})).toMatchObject({ ready: false });
    for (const what of ['lone', 'seats', 'training', 'candidates'] as const)
      expect(await failing('value/export', { what, list: 'saves' })).toMatchObject({ ok: false, error: { code: 'not_worked_out' } }); // prettier-ignore
    expect(await ask('value/seats', { list: 'saves', offset: 0 })).toMatchObject({
      ready: false,
      rows: [],
    });
    const opened = openStore(demo.path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const store = opened.value;
    for (const what of ['lone', 'seats'] as const)
      expect(reckonValue(store, { what, on: TEST_DAY }, silent)).toEqual({ ok: true, value: what });
    expect(reckonValue(store, { what: 'lone', on: TEST_DAY }, { ...silent, cancelled: () => true })).toMatchObject({ ok: false, error: { code: 'cancelled' } }); // prettier-ignore

    const lone = await ask('value/lone', {});
    expect(lone.ready).toBe(true);
    expect(lone.saved_year_pence).toBe(sumPence(lone.shares.map(({ saved_year_pence }) => saved_year_pence))); // prettier-ignore
    for (const list of SEAT_LISTS) {
      const page = await ask('value/seats', { list, offset: 0 });
      expect(page.rows.length, list).toBe(Math.min(100, page.counts[list]));
      if (list === 'saves')
        expect(page.rows.every(({ ptb, saves_pence }) => ptb.year_pence < saves_pence)).toBe(true);
      if (list === 'cliffs')
        for (const { cliffs } of page.rows) expect(cliffs.every(({ margin_m }) => Math.abs(margin_m) <= 400)).toBe(true); // prettier-ignore
    }
    await exportsAsShown();
    // A claim does not disturb what is kept; a child's record does.
    const [contract] = (await ask('value/claims', {})).contracts;
    await ask('value/record-claim', { contract: defined(contract, 'a contract').ref, provider: '', percent: 3, priced_on: null, received_on: TEST_DAY, said: '', by: 'S Clarke' }); // prettier-ignore
    expect((await ask('value/seats', { list: 'share', offset: 0 })).ready).toBe(true);
    const client = defined(store.clients.all()[0], 'a child');
    store.write({ who: 'Test', why: 'a change' }, () => store.clients.update(client.id, { notes: 'Moved' })); // prettier-ignore
    store.close();
    expect((await ask('value/seats', { list: 'share', offset: 0 })).ready).toBe(false);
  });
});
