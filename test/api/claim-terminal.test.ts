/** `kerbside claim` and `kerbside placements` on bad input: a sentence with its code, and what mends it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimCommand } from '../../electron/cli/claim.ts';
import type { Answer, Command } from '../../electron/cli/command.ts';
import { isUseFailure } from '../../electron/cli/common-flags.ts';
import { placementsCommand } from '../../electron/cli/placements.ts';
import { silent } from '../../electron/jobs/context.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Gap } from '../../shared/kernel/gap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore, SCHOOL } from '../db/made-store.ts';

const folder = madeFolder();
const path = join(folder.path, 'made.kerbside');
afterAll(folder.cleanUp);

beforeAll(() => {
  const store = madeStore(path);
  addPlaces(store);
  store.write(BY_TEST, () => {
    store.contracts.upsertMany([
      { ...CONTRACT, ref: 'C1', price_day_pence: 10_000, starts_on: isoDate('2025-09-01') },
      // As the register leaves a contract that it gives no day of.
      { ref: 'C2', provider: 'Beult Private Hire', price_day_pence: 10_000 },
      { ...CONTRACT, ref: 'C4', price_day_pence: 10_000, starts_on: isoDate('1990-09-03') },
      { ...CONTRACT, ref: 'C3', price_day_pence: 0, starts_on: isoDate('2025-09-01') },
    ]);
    store.clients.upsertMany([{ ref: 'A1', need: 'ASD' }]);
  });
  store.close();
});

const run = (command: Command, flags: Readonly<Record<string, string>>): Promise<Result<Answer>> =>
  command.run({
    flags: { store: path, on: '2026-08-10', ...flags },
    paths: [],
    resolve: (each) => each,
    ctx: silent,
  });

/** The failure's code, that its sentences are sentences, and whether it ends with 2. */
async function refused(command: Command, flags: Readonly<Record<string, string>>) {
  const answer = await run(command, flags);
  if (answer.ok) return 'answered';
  expect(answer.error.cause).toMatch(/^[^ ].*\.$/u);
  expect(answer.error.action).toMatch(/^[^ ].*\.$/u);
  return `${answer.error.code} ${isUseFailure(answer.error.code) ? 2 : 1}`;
}

async function gapsOf(command: Command, flags: Readonly<Record<string, string>>) {
  const answer = await run(command, flags);
  if (!answer.ok) throw new Error(answer.error.cause);
  const problems = answer.value.json['problems'] as readonly Gap[];
  for (const { sentence } of problems) expect(answer.value.lines).toContain(sentence);
  return problems.map(({ code }) => code);
}

describe('kerbside claim', () => {
  it.each(['much', '', '%', '12,5', '12 of 100', '0x10', '1e2', 'Infinity', '501', '-91'])(
    'refuses %j as a rise',
    async (asked) => {
      expect(await refused(claimCommand, { contract: 'C1', asked })).toBe('usage 2');
    },
  );

  it.each([['12', 0.12], ['12.5%', 0.125], [' 12 % ', 0.12], ['-3', -0.03], ['−3', -0.03], ['+4', 0.04]])('reads %j', async (asked, rise) => {
    expect(await run(claimCommand, { contract: 'C1', asked })).toMatchObject({ ok: true, value: { exit: 0, json: { asked: rise } } });
  }); // prettier-ignore

  it('says which contract is not there, and finds one however it is written', async () => {
    expect(await refused(claimCommand, { contract: 'C9', asked: '12' })).toBe('no_contract 1');
    expect(await refused(claimCommand, { contract: 'C9', asked: '12', store: `${path}.not` })).toBe('file_missing 2'); // prettier-ignore
    expect(await run(claimCommand, { contract: ' c1', asked: '12' })).toMatchObject({ ok: true });
  });

  it('says that a contract has no price, no dates, and that no price series is there', async () => {
    expect(await refused(claimCommand, { contract: 'C3', asked: '12' })).toBe('no_price 1');
    expect(await gapsOf(claimCommand, { contract: 'C2', asked: '12' })).toEqual(['no_dates']);
    // Pump prices and wage floors are built in, consumer prices have to be imported.
    expect(await gapsOf(claimCommand, { contract: 'C1', asked: '12' })).toEqual([
      'no_price_other_prices',
      'start_taken',
      'start_usual',
      'share_taken',
    ]);
    expect(await gapsOf(claimCommand, { contract: 'C4', asked: '12' })).toEqual([
      'no_price_fuel',
      'no_price_labour',
      'no_price_other_prices',
      'start_taken',
      'share_taken',
    ]);
    const dated = await run(claimCommand, { contract: 'C2', asked: '12' });
    expect(dated.ok ? dated.value.lines[0] : '').toContain('the contract has no dates');
  });
});

describe('kerbside placements', () => {
  it('says which child, which school and which list it cannot make out', async () => {
    expect(await refused(placementsCommand, { client: 'A9' })).toBe('no_client 1');
    expect(await refused(placementsCommand, { client: 'A1', also: 'Bower' })).toBe('usage 2');
    expect(await refused(placementsCommand, { client: 'A1', also: `${SCHOOL},-1` })).toBe('usage 2'); // prettier-ignore
    expect(await refused(placementsCommand, { client: 'A1', also: `${SCHOOL},999999` })).toBe('no_school 1'); // prettier-ignore
  });

  it('names all that is missing of a bare record, with what was not told', async () => {
    expect(await gapsOf(placementsCommand, { client: 'A1' })).toEqual([
      'no_home',
      'no_age',
      'none_suitable',
      'no_plan',
    ]);
    const answer = await run(placementsCommand, { client: 'A1' });
    expect(answer).toMatchObject({ ok: true, value: { exit: 1 } });
  });
});
