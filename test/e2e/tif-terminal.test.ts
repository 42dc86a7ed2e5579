import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TifReport } from '../../electron/jobs/tif/tif-report.ts';
import { kerbside } from '../helpers/terminal-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-tif-'));
const tif = (...args: readonly string[]) => kerbside(folder, 'tif', '--store', 'demo.kerbside', ...args); // prettier-ignore
const read = (out: string) => JSON.parse(out) as TifReport;

beforeAll(async () => {
  const made = await kerbside(folder, 'demo', '--store', 'demo.kerbside', '--clients', '400');
  expect(made.code, made.err).toBe(0);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('kerbside tif', () => {
  it('counts every open request once, the same way twice, against both lines', async () => {
    const first = await tif('--json');
    expect(first.code).toBe(1);
    const { completion, requests } = read(first.out);
    expect(completion.target.share).toBe(0.95);
    expect(completion.commissioning.share).toBe(0.9);
    expect(requests).toHaveLength(completion.all.asked.count);
    const complete = requests.filter((each) => each.complete);
    expect(complete).toHaveLength(completion.all.complete.count);
    for (const { complete: done, sections } of requests) {
      expect(sections.some((section) => !section.complete)).toBe(!done);
    }
    expect((await tif('--json')).out).toBe(first.out);
  });

  it('names what one form lacks, in words, and what is for the office', async () => {
    const { requests } = read((await tif('--json')).out);
    const open = requests.find(({ sections }) =>
      sections.some(({ for_office }) => for_office.length > 0),
    );
    const one = await tif('--ref', open?.ref ?? '');
    expect(one.code).toBe(1);
    expect(one.out).toContain(`${open?.ref}: not complete`);
    expect(one.out).toContain('(for the office)');
    const done = requests.find((each) => each.complete);
    expect((await tif('--ref', done?.ref ?? '')).code).toBe(0);
  });

  it('says so where there is no such application', async () => {
    const ended = await tif('--ref', 'KT26-99999', '--json');
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ code: 'application_not_found' });
  });
});
