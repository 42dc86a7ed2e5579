import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decisions } from '../../electron/jobs/decide.ts';
import { kerbside } from '../helpers/terminal-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-decide-'));
const decide = (...args: readonly string[]) =>
  kerbside(folder, 'decide', '--store', 'demo.kerbside', ...args);
const read = (out: string) => JSON.parse(out) as Decisions;

beforeAll(async () => {
  const made = await kerbside(folder, 'demo', '--store', 'demo.kerbside', '--clients', '400');
  expect(made.code, made.err).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('kerbside decide', () => {
  it('tries every rule on every application, the same way twice, and signs nothing', async () => {
    const first = await decide('--on', '2026-08-10', '--json');
    expect(first.code).toBe(1);
    const { on, counts, applications } = read(first.out);
    expect(on).toBe('2026-08-10');
    expect(applications.length).toBeGreaterThan(50);
    expect(counts.met + counts.not_met + counts.cannot_tell).toBe(applications.length);
    expect(counts.met).toBeGreaterThan(10);
    expect(counts.cannot_tell).toBeGreaterThan(10);
    for (const { rules, school, power } of applications) {
      expect(rules.slice(0, 4).map(({ rule }) => rule)).toEqual([
        'distance',
        'sen',
        'unsafe_route',
        'extended_rights',
      ]);
      expect(school.qualifying.citation).not.toBe('');
      expect(power.citation).toContain('Education Act 1996');
    }
    const again = await decide('--on', '2026-08-10', '--json');
    expect(again.out).toBe(first.out);
  });

  it('lists a dated change of policy that lies ahead', async () => {
    const { policy_changes } = read((await decide('--on', '2026-08-10', '--json')).out);
    expect(policy_changes.map(({ on }) => on)).toEqual(['2026-09-01']);
    expect(read((await decide('--on', '2026-09-01', '--json')).out).policy_changes).toEqual([]);
  });

  it('explains one application to a person', async () => {
    const { applications } = read((await decide('--on', '2026-08-10', '--json')).out);
    const [met] = applications.filter(({ proposal }) => proposal === 'met');
    const ref = met?.ref ?? '';
    const one = await decide('--ref', ref, '--on', '2026-08-10');
    expect(one.code).toBe(0);
    expect(one.out).toContain(`${ref}: met.`);
    for (const word of ['power: s508', 'distance: met', 'sen: not needed', 's444(5)']) {
      expect(one.out).toContain(word);
    }
    const asJson = read((await decide('--ref', ref, '--on', '2026-08-10', '--json')).out);
    expect(asJson.applications).toEqual([met]);
  });

  it('says so where there is no such application', async () => {
    const ended = await decide('--ref', 'KT26-99999', '--json');
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({
      code: 'application_not_found',
      details: { ref: 'KT26-99999' },
    });
  });

  it('takes nothing but a day for a day', async () => {
    expect((await decide('--on', '10/08/2026')).code).toBe(2);
  });
});
