/** `kerbside claim` and `kerbside forecast`: what they say, what they refuse, the same twice. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { makeDemoStore } from '../helpers/demo-store.ts';
import { kerbside } from '../helpers/terminal-command.ts';

const demo = makeDemoStore(300);
afterAll(demo.remove);
const folder = dirname(demo.path);
const run = (command: string, ...args: readonly string[]) =>
  kerbside(folder, command, '--store', demo.path, ...args);

describe('kerbside claim', () => {
  let contract = '';
  beforeAll(() => {
    const opened = openStore(demo.path);
    if (!opened.ok) throw new Error(opened.error.cause);
    const { routes } = opened.value.plans.current() ?? { routes: [] };
    const carried = routes.find(({ contract_id }) => contract_id !== null)?.contract_id ?? 0;
    contract = opened.value.contracts.get(carried)?.ref ?? '';
    opened.value.close();
  });

  it('weighs a rise beside prices and routes alike', { timeout: 60_000 }, async () => {
    const weighed = await run('claim', '--contract', contract, '--asked', '12', '--json');
    expect(weighed.code, weighed.err).toBe(0);
    expect(JSON.parse(weighed.out)).toMatchObject({ contract_ref: contract, asked: 0.12 });
    const said = await run('claim', '--contract', contract, '--asked', '12%');
    expect(said.out).toMatch(/asks for 12.0%: fuel since the price was set on .* explains/);
    expect((await run('claim', '--contract', 'none', '--asked', '12')).code).toBe(1);
    expect((await run('claim', '--contract', contract, '--asked', 'much')).code).toBe(2);
  });
});

describe('kerbside forecast', () => {
  const asked = ['--years', '3', '--draws', '500', '--seed', '4', '--json'];
  it(
    'says the same to the same seed, and what breaks the budget',
    { timeout: 60_000 },
    async () => {
      const path = join(folder, 'dear.json');
      writeFileSync(path, '{"name":"Dear","fuel":{"mean_percent":9,"sd_percent":15},"budget":{"first_year_pence":1,"mean_percent":0}}'); // prettier-ignore
      const first = await run('forecast', '--assumptions', path, ...asked);
      expect(first.code, first.err).toBe(0);
      expect((await run('forecast', '--assumptions', path, ...asked)).out).toBe(first.out);
      expect(JSON.parse(first.out)).toMatchObject({
        scenario: { name: 'Dear' },
        years: [{ name: '2027/28', over_budget: 1 }, { name: '2028/29' }, { name: '2029/30' }],
        budget: { source: 'typed' },
      });
      const recorded = JSON.parse((await run('forecast', ...asked)).out);
      expect(recorded.budget).toMatchObject({ source: 'recorded', financial_years: [{ year: 2026 }], sentence: expect.stringContaining('carried forward, the same in cash') }); // prettier-ignore
      expect(recorded.years[0].budget_pence).toBe(recorded.budget.years[0].pence);
      expect(recorded.years[0].over_budget).toBeGreaterThanOrEqual(0);
    },
  );

  it('names everything that is wrong with a file', { timeout: 60_000 }, async () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, '{"petrol":1,"fuel":{"mean_percent":"dear"}}');
    const refused = await run('forecast', '--assumptions', path);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/petrol is no assumption.*fuel.mean_percent is a number/s);
  });
});
