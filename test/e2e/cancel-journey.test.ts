import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { chooseFiles, FIXTURES, goTo, lookAt } from '../helpers/journey.ts';

/** Rows that take some seconds to read, so that there is time to think better of it. */
const MANY = 150_000;

/** What a person takes back, and what Kerbside turns away, leaves the store as it was. */
describe.skipIf(CHROMIUM === null)('cancelled and refused work', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-cancel-'));
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(200);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the store says of everything that an import or a plan could change. */
  async function facts(): Promise<unknown> {
    const channels = ['today/get', 'plan/current', 'map/data', 'costs/overview'] as const;
    const answers = await Promise.all(channels.map((name) => watched.served.call(name, {})));
    const data = await watched.served.call('data/overview', {});
    if (!data.ok) throw new Error(data.error.cause);
    const { kinds, held, reports } = data.value;
    return { answers, kinds, held, reports };
  }

  it('leaves the plan as it was when planning is cancelled', async () => {
    const before = await facts();
    await goTo(page, 'Map');
    const started = await watched.served.call('plan/start', {
      school_urn: null,
      seconds: 120,
      seed: 7,
    });
    expect(started.ok).toBe(true);
    const line = page.getByRole('contentinfo', { name: 'Work in progress' });
    await line.getByText(/of \d+ schools|schools/).waitFor();
    await lookAt(watched, 'cancel-01-planning');
    await line.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Planning the county: cancelled.').waitFor();
    await line.waitFor({ state: 'detached' });
    expect(await facts()).toEqual(before);
  });

  it('leaves the store as it was when an import is cancelled', async () => {
    const before = await facts();
    const path = join(folder, 'many.csv');
    writeFileSync(path, codePoint(MANY));
    await goTo(page, 'Data');
    await chooseFiles(page, [path]);
    await page.getByRole('button', { name: /^Import about [\d,]+ rows$/ }).click();
    await page.getByRole('button', { name: 'Cancel import' }).click();
    await page.getByText('The import was cancelled').waitFor();
    await page.getByText('The store is as it was before.').waitFor();
    await lookAt(watched, 'cancel-02-import');
    expect(await facts()).toEqual(before);
  });

  it.each([
    ['an empty file', 'empty.csv', ''],
    ['a paper', 'paper.csv', '%PDF-1.7 not a table'],
    ['headings without a row', 'headings.csv', 'Our Ref,Surname,Forename,DOB\n'],
    ['a broken workbook', 'broken.xlsx', 'PK\u0003\u0004 broken'],
  ])('turns away %s in a sentence, and takes nothing', async (_what, name, content) => {
    const before = await facts();
    writeFileSync(join(folder, name), content);
    await page.evaluate(() => {
      location.hash = '#/today';
    });
    await goTo(page, 'Data');
    await chooseFiles(page, [join(folder, name)]);
    const words = page.locator('.data-preview .k-notice, .data-preview [role=note]').first();
    await words.waitFor();
    expect(await words.innerText()).toMatch(/[a-z ]{12,}\./);
    await lookAt(watched, `cancel-03-${name.replace(/\..*/, '')}`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await facts()).toEqual(before);
  });

  it('still takes a good file afterwards', async () => {
    await chooseFiles(page, [join(FIXTURES, 'postcodes.csv')]);
    await page.getByRole('button', { name: 'Import 301 rows' }).click();
    await page.getByRole('region', { name: 'Import report' }).waitFor();
  });
});

/** Invented postcodes in Code-Point Open's layout; the inward letters are none that real ones end with. */
function codePoint(rows: number): string {
  const letters = ['C', 'I', 'K', 'M', 'O', 'V'];
  const lines = Array.from({ length: rows }, (_, at) => {
    const digit = at % 10;
    const first = letters[Math.floor(at / 10) % 6] ?? '';
    const second = letters[Math.floor(at / 60) % 6] ?? '';
    const district = Math.floor(at / 360);
    const code = `${['ME', 'CT', 'TN', 'DA'][district % 4] ?? ''}${(Math.floor(district / 4) % 99) + 1}`;
    return `"${code} ${digit}${first}${second}",10,${540_000 + (at % 90_000)},${140_000 + (at % 30_000)},"E92000001","","","","",""`;
  });
  return lines.join('\n');
}
