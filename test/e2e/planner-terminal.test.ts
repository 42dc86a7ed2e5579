/** `kerbside offers`, `repair`, `what-if` and `notices`: what scripts may rely on, how wrong use ends, and that nothing is changed by asking. */
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { kerbside, type Ended } from '../helpers/terminal-command.ts';

let demo: DemoStore;
let child = '';
let contract = '';
let school = 0;
let revision = '';

function read<T>(look: (store: Store) => T): T {
  const opened = openStore(demo.path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const seen = look(opened.value);
  opened.value.close();
  return seen;
}

beforeAll(() => {
  demo = makeDemoStore(300);
  read((store) => {
    const plan = defined(store.plans.current(), 'a plan');
    // Children of two homes are placed with their school, and so is a school that has any.
    const weekly = plan.routes.flatMap((route) => route.stops.some(({ place }) => place !== HOME) ? [route.school_urn] : []); // prettier-ignore
    const daily = plan.routes.filter((route) => !weekly.includes(route.school_urn));
    const fresh = daily.find((each) => each.contract_id === null && each.stops.length > 1);
    const run = daily.find((each) => each.contract_id !== null && each.stops.length > 2);
    child = defined(store.clients.get(fresh?.stops[0]?.client_id ?? 0), 'a child').ref;
    contract = defined(store.contracts.get(run?.contract_id ?? 0), 'a contract').ref;
    school = defined(run?.school_urn ?? null, 'its school');
    revision = store.read.revision();
  });
}, 60_000);
afterAll(() => {
  demo.remove();
});

const run = (command: string, ...args: readonly string[]): Promise<Ended> =>
  kerbside(dirname(demo.path), command, '--store', demo.path, ...args);

/** The keys of an answer: scripts rely on them. */
const keys = (of: unknown) => Object.keys(of as object);

function expectNothingChanged(): void {
  expect(read((store) => store.read.revision())).toBe(revision);
}

describe('places on the terminal', () => {
  it('gives the three best as JSON and as sentences', { timeout: 60_000 }, async () => {
    const asked = await run('offers', '--ref', child, '--json');
    expect(asked.code, asked.err).toBe(0);
    expect(keys(asked.json())).toEqual([
      'ref',
      'school_urn',
      'school',
      'on_ref',
      'routes_looked_at',
      'offers',
      'new_route',
      'not_offered',
    ]);
    const offers = asked.json()['offers'] as readonly Record<string, unknown>[];
    expect(asked.json()['ref']).toBe(child);
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.length).toBeLessThanOrEqual(3);
    expect(offers.map((each) => each['rank'])).toEqual(offers.map((_, at) => at + 1));
    for (const key of [
      'kind',
      'ref',
      'added_day_pence',
      'added_year_pence',
      'ride_s',
      'affected',
      'disruption',
      'passes',
    ])
      // prettier-ignore
      expect(offers[0]).toHaveProperty(key);
    const plain = await run('offers', '--ref', child);
    expect(plain.out).toContain('1. ');
    expect(plain.out).toMatch(/£[\d.,]+ a day, £[\d,]+ a year/);
    expectNothingChanged();
  });
});

describe('a hand-back on the terminal', () => {
  it('tells of every child and of everyone else', { timeout: 60_000 }, async () => {
    const asked = await run('repair', '--handback', contract, '--json');
    const answer = asked.json();
    expect(keys(answer)).toEqual([
      'contract_ref',
      'provider',
      'children',
      'others',
      'unaffected',
      'routes',
      'added_day_pence',
      'added_year_pence',
      'disruption_pence',
      'violations',
    ]);
    const children = answer['children'] as readonly Record<string, unknown>[];
    expect(children.length).toBeGreaterThan(2);
    for (const each of children) expect(each).toHaveProperty('days_left');
    // 1 says that somebody is left without a vehicle on some day or that a rule would be broken; a script need not read further.
    const left = children.some((each) => each['kind'] === 'unallocated' || (each['days_left'] as readonly string[]).length > 0); // prettier-ignore
    const isBroken = (answer['violations'] as readonly unknown[]).length > 0;
    expect(asked.code).toBe(left || isBroken ? 1 : 0);
    expect(asked.err).not.toContain('    at ');
    const plain = await run('repair', '--handback', contract);
    expect(plain.out).toContain('stays exactly as they are.');
    expectNothingChanged();
  });
});

describe('what-ifs on the terminal', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['retender', ['--retender'], ['what', 'school', 'trial']],
    ['bell', ['--minutes', '20', '--bell'], ['what', 'school', 'trial', 'chains']],
    ['merge', ['--merge-lone', '--school'], ['what', 'lone', 'groups', 'stay', 'saved_day_pence']],
  ])('%s', { timeout: 60_000 }, async (what, flags, wanted) => {
    const asked = await run('what-if', ...flags, String(school), '--json');
    expect(asked.code, asked.err).toBe(0);
    expect(asked.json()).toMatchObject({ what, kept_as: '' });
    for (const key of wanted) expect(asked.json()).toHaveProperty(key);
    expectNothingChanged();
  });
});

describe('what cannot be answered', () => {
  it.each<[string, number, readonly string[], string]>([
    ['a child nobody knows', 1, ['offers', '--ref', 'NOBODY-1'], 'NOBODY-1'],
    ['a contract nobody knows', 1, ['repair', '--handback', 'NONE-1'], 'NONE-1'],
    ['a school nobody knows', 1, ['what-if', '--bell', '9999998'], '9999998'],
    ['no child', 2, ['offers'], '--ref'],
    ['no contract', 2, ['repair'], '--handback'],
    ['no question', 2, ['what-if'], 'Nothing was asked'],
    ['two questions', 2, ['what-if', '--bell', '1', '--merge-lone'], 'Two questions'],
    ['minutes that are none', 2, ['what-if', '--bell', '1', '--minutes', 'soon'], 'minutes'],
  ])('%s: a sentence', { timeout: 60_000 }, async (_what, code, [command = '', ...args], said) => {
    const plain = await run(command, ...args);
    expect(plain.code).toBe(code);
    expect(plain.out).toBe('');
    expect(plain.err).toContain(said);
    expect(plain.err).not.toContain('    at ');
    const asked = await run(command, ...args, '--json');
    expect(asked.code).toBe(code);
    expect(keys(asked.json())).toEqual(['code', 'cause', 'action', 'details']);
    expectNothingChanged();
  });
});

describe('change notices on the terminal', () => {
  it(
    'are listed as JSON with what is open, and end with 1 while one is overdue',
    { timeout: 60_000 },
    async () => {
      const asked = await run('notices', '--json');
      const { open, overdue } = asked.json() as { readonly open: number; readonly overdue: number };
      const counted = read((store) => store.notices.countOpen(isoDate('2026-08-10')));
      expect({ open, overdue }).toEqual(counted);
      expect(open).toBeGreaterThan(0);
      expect(asked.code, asked.err).toBe(overdue > 0 ? 1 : 0);
      const wrong = await run('notices', '--to', 'grandmother');
      expect(wrong.code).toBe(2);
      expectNothingChanged();
    },
  );
});
