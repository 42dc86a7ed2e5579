/** `kerbside pressure`: bars that add up, turned round and told in words; years that are not there. */
import { dirname } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDemoStore } from '../helpers/demo-store.ts';
import { kerbside } from '../helpers/terminal-command.ts';

const demo = makeDemoStore(300);
afterAll(demo.remove);
const run = (...args: readonly string[]) =>
  kerbside(dirname(demo.path), 'pressure', '--store', demo.path, ...args);
interface Told {
  readonly from: string;
  readonly to: string;
  readonly total_pence: number;
  readonly bars: readonly { readonly name: string; readonly pence: number; readonly clients: number }[]; // prettier-ignore
}

describe('kerbside pressure', () => {
  it('adds up to the penny, and turns every sign with the years', { timeout: 60_000 }, async () => {
    const there = await run('--from', '2025-26', '--to', '2026-27', '--json');
    expect(there.code, there.err).toBe(0);
    const told = JSON.parse(there.out) as Told;
    expect(told).toMatchObject({ from: '2025-26', to: '2026-27' });
    expect(told.bars.reduce((sum, { pence }) => sum + pence, 0)).toBe(told.total_pence);
    expect(told.bars.find(({ name }) => name === 'joiners')?.clients).toBeGreaterThan(0);
    const back = await run('--from', '2026-27', '--to', '2025-26', '--json');
    const turned = JSON.parse(back.out) as Told;
    expect(turned.total_pence).toBe(-told.total_pence);
    for (const { name, pence } of told.bars) {
      const other = name === 'joiners' ? 'leavers' : name === 'leavers' ? 'joiners' : name;
      expect(turned.bars.find((bar) => bar.name === other)?.pence).toBe(-pence);
    }
  });

  it('says which years there are, in a sentence', { timeout: 60_000 }, async () => {
    const none = await run('--from', '2019-20', '--to', '2026-27');
    expect(none.code).toBe(1);
    expect(none.err).toContain(
      'There is neither a register nor a plan for 2019-20. Give 2025-26 or 2026-27',
    );
    expect((await run('--from', '2025-26')).code).toBe(2);
  });
});
