/** `kerbside monitor`: the lines of a period, in pence that add up, what it refuses, and the files it writes. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { kerbside } from '../helpers/terminal-command.ts';

let demo: DemoStore;
beforeAll(() => {
  demo = makeDemoStore(120);
});
afterAll(() => {
  demo.remove();
});
const run = (...args: readonly string[]) => kerbside(dirname(demo.path), 'monitor', '--store', demo.path, ...args); // prettier-ignore

it('gives the lines of a period as one object whose pence add up, and a file with the same', { timeout: 60_000 }, async () => {
  const out = join(dirname(demo.path), 'july.csv');
  const ended = await run('--period', '2026-04', '--json', '--out', out);
  expect(ended.code, ended.err).toBe(0);
  const made = ended.json() as unknown as {
    readonly lines: readonly Record<string, number>[];
    readonly total: Record<string, number>;
  };
  expect(made).toMatchObject({ period: '2026-04', financial_year: '2026/27', compared_with: { with: 'reckoned' }, signed_off: null }); // prettier-ignore
  for (const key of ['current_pence', 'actual_pence', 'accrual_pence', 'commitment_pence', 'forecast_pence', 'movement_pence']) // prettier-ignore
    expect(made.lines.reduce((sum, line) => sum + (line[key] ?? 0), 0), key).toBe(made.total[key]);
  for (const line of made.lines)
    expect((line['actual_pence'] ?? 0) + (line['accrual_pence'] ?? 0) + (line['commitment_pence'] ?? 0)).toBe(line['forecast_pence']); // prettier-ignore
  const [head = '', ...rows] = readFileSync(out, 'utf8').trim().split('\n');
  const at = head.split(',').indexOf('actual_pence');
  expect(Number(rows.at(-1)?.split(',')[at])).toBe(made.total['actual_pence']);
}); // prettier-ignore

it('says it in sentences, and names what it cannot read', { timeout: 60_000 }, async () => {
  const said = await run('--period', '2026-04');
  expect(said.out).toMatch(/^Period 4, July 2026, financial year 2026\/27, as known on 2026-08-10\./u); // prettier-ignore
  expect(said.out).toMatch(/Mileage: budget .*\. Forecast as budgeted \(est\.\)\. .* than in period 3: /u); // prettier-ignore
  const wrong = await run('--period', '2026-13');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('2026-13 is not a period')]);
});
