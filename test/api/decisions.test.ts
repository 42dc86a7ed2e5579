/** Deciding through the handlers: proposed by the host, signed by a person, appealed in time. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { decisionsHandlers } from '../../electron/api/handlers/decisions.ts';
import type { Host } from '../../electron/api/handler.ts';
import { contract, type Input } from '../../shared/api/contract.ts';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madeStore,
  ON,
  SCHOOL,
} from '../db/made-store.ts';
import { code, value } from '../helpers/answers.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

let store: Store;
let today: IsoDate;
let changed: string[];
let host: Host;
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', surname: 'Rhodes' }]);
  store.write(BY_TEST, () => {
    store.schools.upsertMany([{ urn: SCHOOL, status: 'open', type_group: 'special_state' }]);
    store.clients.update(1, {
      date_of_birth: isoDate('2015-02-01'),
      ehcp: true,
      section_i: 'Bower Grove School',
      position_error_m: 20,
    });
    store.applications.update('A1', { received_on: isoDate('2026-07-01') });
  });
  today = ON;
  changed = [];
  host = {
    store: () => ({ ok: true, value: store }),
    today: () => today,
    changed: (...areas: string[]) => changed.push(...areas),
  } as unknown as Host;
});

const page = () => value(decisionsHandlers['applications/proposal']({ client_id: 1 }, host));
type Given = Input<'applications/decide'>;
const SEAT: Given['award'] = {
  power: 's508B',
  mode: 'seat',
  legs: 'both',
  days: ['Mon', 'Tue'],
  starts_on: isoDate('2026-09-03'),
  ends_on: null,
  review_on: isoDate('2027-07-01'),
  consent_on: null,
  consent_by: '',
};
const decide = (given: Partial<Given> = {}) =>
  decisionsHandlers['applications/decide'](
    {
      client_id: 1,
      outcome: 'awarded',
      award: SEAT,
      reason: '',
      signed_by: ' R. Officer ',
      ...given,
    },
    host,
  );
const appeal = (step: Input<'applications/appeal'>['step']) =>
  decisionsHandlers['applications/appeal']({ client_id: 1, step }, host);
const lodge = (change: { lodged_on?: IsoDate; stage?: 1 | 2; note?: string } = {}) =>
  appeal({
    kind: 'lodge',
    stage: 1,
    grounds: ['eligibility'],
    lodged_on: today,
    transport_goes_on: true,
    note: '',
    signed_by: 'R. Officer',
    ...change,
  });
const REFUSAL: Partial<Given> = {
  outcome: 'refused',
  award: null,
  reason: 'A parent drives past.',
};

describe('a proposal', () => {
  it('gives every rule for one application today, and its life', async () => {
    const { proposal, life, decisions, on, first_day } = await page();
    expect(proposal).toMatchObject({ ref: 'A1', proposal: 'met', power: { name: 's508B' } });
    expect(proposal.rules.map(({ rule }) => rule)).toContain('distance');
    expect([on, decisions, life.age_days, life.moves]).toEqual([
      ON,
      [],
      40,
      ['checking', 'more_information'],
    ]);
    expect(first_day > ON).toBe(true);
  });

  it('is of an application only', async () => {
    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'C1' }]));
    expect(await code(decisionsHandlers['applications/proposal']({ client_id: 2 }, host))).toBe(
      'no_application',
    );
  });
});

describe('a decision', () => {
  it('is signed with the facts that the host found, not those of a page', async () => {
    const before = await page();
    const after = await value(decide());
    expect(after.decisions).toHaveLength(1);
    expect(after.decisions[0]).toMatchObject({
      outcome: 'awarded',
      award: SEAT,
      departs: false,
      signed_by: 'R. Officer',
      decided_on: ON,
    });
    expect(after.decisions[0]?.facts.rules).toEqual(before.proposal.rules);
    expect(store.applications.get('A1')?.status).toBe('awarded');
    expect(changed).toContain('applications');
    expect(after.life.steps.map(({ kind }) => kind)).toEqual(['received', 'decided']);
  });

  it('keeps its facts when the case changes, and a later one stands beside it', async () => {
    await value(decide());
    store.write(BY_TEST, () =>
      store.clients.update(1, {
        section_i: 'Named by parental preference, a nearer school is suitable',
      }),
    );
    const now = await value(decide({ ...REFUSAL }));
    expect(now.decisions.map(({ facts }) => facts.school.section_i)).toEqual([
      'Bower Grove School',
      'Named by parental preference, a nearer school is suitable',
    ]);
    expect(now.decisions[1]?.supersedes).toBe(now.decisions[0]?.id);
    expect(store.applications.get('A1')?.status).toBe('refused');
  });

  it('that departs without a reason is not signed, and nothing changes', async () => {
    const refused = await decide({ ...REFUSAL, reason: '  ', signed_by: '' });
    if (refused.ok) throw new Error('signed');
    expect(refused.error.code).toBe('not_complete');
    expect(refused.error.details?.['problems']).toHaveLength(2);
    expect(store.applications.get('A1')?.status).toBe('received');
    expect((await page()).decisions).toEqual([]);
    expect((await value(decide(REFUSAL))).decisions[0]?.departs).toBe(true);
  });

  it('waits where the application is held', async () => {
    store.write(BY_TEST, () => store.applications.update('A1', { held_reason: 'Born twice.' }));
    expect(await code(decide())).toBe('held');
  });

  it('takes no date that is none', () => {
    const input = { client_id: 1, outcome: 'awarded', reason: '', signed_by: 'x' };
    const parse = (starts_on: string) =>
      contract['applications/decide'].input.safeParse({ ...input, award: { ...SEAT, starts_on } });
    expect(parse('2026-09-03').success).toBe(true);
    expect(parse('2026-02-30').success).toBe(false);
  });
});

describe('an appeal', () => {
  it('needs a decision', async () => {
    expect(await code(lodge())).toBe('no_decision');
  });

  it('runs from stage 1 to stage 2, each due in working days', async () => {
    await value(decide(REFUSAL));
    // 20 working days after Monday 10 August 2026, the summer bank holiday of 31 August left out.
    expect((await page()).life.appeal).toEqual({ stage: 1, lodge_by: '2026-09-08' });
    today = isoDate('2026-09-01');
    const lodged = await value(lodge());
    expect(lodged.life.due).toEqual([
      { what: 'appeal', stage: 1, on: '2026-09-29', overdue: false },
    ]);
    expect(await code(lodge())).toBe('not_complete');
    const appeal_id = lodged.life.open_appeal_id ?? 0;
    const end = (result: 'refused' | 'upheld', id = appeal_id) =>
      appeal({
        kind: 'end',
        appeal_id: id,
        result,
        on: today,
        note: 'Reviewed.',
        signed_by: 'S. Reviewer',
      });
    expect(await code(end('refused', 99))).toBe('no_appeal');
    const heard = await value(end('refused'));
    expect(heard.appeals[0]?.end).toMatchObject({ result: 'refused', signed_by: 'S. Reviewer' });
    expect(heard.life.appeal?.stage).toBe(2);
    expect(await code(end('upheld'))).toBe('not_complete');
    const second = await value(lodge({ stage: 2 }));
    const won = await value(end('upheld', second.life.open_appeal_id ?? 0));
    expect(won.life.due.map(({ what }) => what)).toEqual(['new_decision']);
    const again = await value(decide());
    expect(again.life.due.map(({ what }) => what)).toEqual(['review']);
  });

  it('that comes after 20 working days says why it is heard', async () => {
    await value(decide(REFUSAL));
    today = isoDate('2026-09-09');
    expect(await code(lodge())).toBe('not_complete');
    expect(await code(lodge({ note: 'The letter went to the old address.' }))).toBe('ok');
  });
});
