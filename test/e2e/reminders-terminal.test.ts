/** From a terminal: who is due which reminder, the letters made of it, and what is due afterwards. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { findChromium } from '../../electron/files/pdf-printer.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import { kerbside as typed } from '../helpers/terminal-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-letters-'));
const kerbside = (...args: readonly string[]) => typed(folder, ...args);
const inFolder = (...names: readonly string[]) => join(folder, ...names);
const chromium = await findChromium();

const DEMO = ['--store', 'demo.kerbside'];
const OWN = ['--store', 'own.kerbside', '--passphrase-file', 'pass.txt', '--on', '2026-08-10'];
const APPLICATIONS = [
  'Ref,Surname,Forename,DOB,Parent or carer,Home address,Home postcode,School,Date received,Reminder 1',
  'A1,Rhodes,Siân,01/02/2015,Zara Rhodes,12 Mill Road,ME14 1CV,Oakley School,01/05/2026,',
  'A2,Rhodes,Alfie,01/02/2012,Zara Rhodes,"12, MILL RD",ME14 1CV,Oakley School,01/05/2026,',
  'A3,Okafor,Bo,03/04/2014,,7 Elm Lane,ME14 2CV,Oakley School,01/05/2026,20/05/2026',
  '',
].join('\n');

beforeAll(async () => {
  writeFileSync(inFolder('pass.txt'), 'four quiet words here\n');
  writeFileSync(inFolder('a.csv'), APPLICATIONS);
  const demo = await kerbside('demo', ...DEMO, '--clients', '400', '--json');
  expect(demo.code, demo.err).toBe(0);
  const own = await kerbside('import', ...OWN, '--kind', 'applications', 'a.csv', '--json');
  expect(own.json(), own.err).toMatchObject({ read: 3, added: 3 });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Due {
  readonly ref: string;
  readonly number: number;
}

describe('remind', () => {
  it('says of everyone in the invented county whether they are due, and why not', async () => {
    const ended = await kerbside('remind', ...DEMO, '--json');
    const { due, not_due, counts, on } = ended.json() as {
      readonly on: string;
      readonly due: readonly Due[];
      readonly not_due: readonly { readonly code: string; readonly reason: string }[];
      readonly counts: {
        readonly not_due: Readonly<Record<string, number>>;
        readonly lacking: number;
      };
    };
    expect(on).toBe('2026-08-10');
    expect(due.length).toBeGreaterThan(5);
    expect(new Set(due.map(({ number }) => number)).size).toBeGreaterThan(1);
    for (const code of ['applied', 'tif_complete', 'closed', 'all_sent', 'not_yet']) {
      expect(counts.not_due[code], code).toBeGreaterThan(0);
    }
    expect(not_due.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    expect(ended.out).not.toContain('home_address');
    const plain = await kerbside('remind', ...DEMO);
    expect(plain.code).toBe(ended.code);
    expect(plain.out).toContain(`${due.length} reminders are due`);
  });

  it('links a family by hand first', async () => {
    const before = await kerbside('remind', ...OWN, '--json');
    // The two at 12 Mill Road are one family; the third was reminded once.
    expect(before.json()['due']).toMatchObject([
      { ref: 'A1', number: 1 },
      { ref: 'A3', number: 2 },
    ]);
    const linked = await kerbside('remind', ...OWN, '--link', 'A1,A3', '--json');
    expect(linked.json()['due']).toHaveLength(1);
    const apart = await kerbside('remind', ...OWN, '--unlink', 'A1,A3', '--json');
    expect(apart.json()).toEqual(before.json());
    const unknown = await kerbside('remind', ...OWN, '--link', 'A1,A9', '--json');
    expect(unknown.code).toBe(1);
    expect(unknown.json()).toMatchObject({ code: 'child_not_found' });
  });
});

describe('letters', () => {
  it.each<[string, readonly string[]]>([
    ['an unknown kind', ['letters', ...DEMO, '--kind', 'thanks', '--out', 'x']],
    [
      'a reason for nobody',
      ['letters', ...DEMO, '--kind', 'refused', '--reason', 'Far', '--out', 'x'],
    ],
    ['no folder', ['letters', ...DEMO, '--kind', 'tif']],
  ])('%s is wrong use', async (_what, args) => {
    const ended = await kerbside(...args, '--json');
    expect(ended.code).toBe(2);
    expect(existsSync(inFolder('x'))).toBe(false);
  });

  it('are not made without a way to reach the team', async () => {
    const ended = await kerbside('letters', ...OWN, '--kind', 'tif', '--out', 'none', '--json');
    expect(ended.code).toBe(1);
    expect(ended.json()).toMatchObject({ code: 'letters_incomplete' });
    expect(existsSync(inFolder('none'))).toBe(false);
  });
});

describe.skipIf(chromium === null)('letters on paper', () => {
  beforeAll(() => {
    const opened = openStore(inFolder('own.kerbside'), { passphrase: 'four quiet words here' });
    if (!opened.ok) throw new Error(opened.error.cause);
    const store = opened.value;
    store.write({ who: 'Tester', why: 'a test' }, () => store.settings.upsertMany([demoSender()]));
    store.close();
  });

  it('are looked at without being recorded, then issued once, each on a page of its own', async () => {
    const args = ['letters', ...OWN, '--kind', 'tif', '--out', 'out', '--json'];
    const preview = await kerbside(...args, '--preview');
    expect(preview.json(), preview.err).toMatchObject({ batch: null, preview: true });
    const issued = await kerbside(...args);
    expect(issued.code, issued.out).toBe(0);
    expect(issued.json()).toMatchObject({
      batch: 1,
      letters: [
        { ref: 'A1', letter: 'First reminder to complete the TIF', addressee: 'Zara Rhodes' },
        {
          ref: 'A3',
          letter: 'Second reminder to complete the TIF',
          addressee: 'Parent or carer of Bo Okafor',
        },
      ],
      left_out: [],
    });
    const stem = 'letters-tif-2026-08-10-batch-1';
    const files = readdirSync(inFolder('out')).filter((name) => name.includes('batch-1'));
    expect(files.toSorted()).toEqual([`${stem}.csv`, `${stem}.pdf`, `${stem}.xlsx`]);
    expect(readFileSync(inFolder('out', `${stem}.csv`), 'utf8')).toContain('Siân Rhodes');
    const again = await kerbside(...args);
    expect(again.json()).toMatchObject({ batch: null, letters: [], files: [] });
    expect(readdirSync(inFolder('out')).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('read back as text, marked where they are a preview', (context) => {
    if (!existsSync('/usr/bin/pdftotext')) context.skip('pdftotext is not installed');
    const pagesOf = (name: string): readonly string[] =>
      execFileSync('/usr/bin/pdftotext', ['-layout', inFolder('out', name), '-'])
        .toString()
        .split('\f')
        .filter((page) => page.trim() !== '');
    const issued = pagesOf('letters-tif-2026-08-10-batch-1.pdf');
    expect(issued).toHaveLength(2);
    expect(issued[0]).toContain('Transport Information Form for Siân Rhodes, A1');
    expect(issued[0]).toMatch(/12 Mill Road\s+ME14 1CV/);
    expect(issued[1]).toContain('Dear Parent or carer of Bo Okafor');
    expect(issued.join('')).not.toContain('Preview');
    expect(pagesOf('letters-tif-2026-08-10-preview.pdf')[0]).toContain('Preview, not issued');
  });

  it('leave no file and no record where the folder cannot be written', async () => {
    const args = ['letters', ...DEMO, '--kind', 'apply', '--leave-out', '--json'];
    const refused = await kerbside(...args, '--out', 'pass.txt/x');
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ code: 'not_writable' });
    const made = await kerbside(...args, '--out', 'apply');
    // After the batches that the invented county has on record.
    expect(made.json()['batch']).toBeGreaterThan(1);
  });
});
