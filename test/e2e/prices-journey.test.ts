import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** A clause is added, its price is explained on a route and accepted there; a corrected week keeps its published value. */
describe.skipIf(CHROMIUM === null)('prices over time and what contracts follow', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(200);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.evaluate(() => {
      location.hash = '#/costs/prices';
    });
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('corrects a week and keeps what was published beside it', async () => {
    await page.getByRole('button', { name: 'Correct 18 May 2026' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Value/).fill('180');
    await dialog.getByLabel(/^Why/).fill('Misprint, see the table of 25 May.');
    await dialog.getByLabel('Signed by').fill('S Clarke');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('table', { name: /^Diesel at the pump/ }).getByRole('row').nth(1);
    await expect.poll(() => row.innerText()).toMatch(/180\.00\s+186\.56\s+Misprint/);
  });

  it('opens a clause to its contracts, and one of them is paid by it once somebody signs', async () => {
    await page.getByRole('link', { name: 'Index clauses', exact: true }).click();
    await page.getByRole('button', { name: /while petrol is at least 150.0p/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/£100\.00 a day becomes £101\.82: 14% on a 13% share/).first().waitFor();
    await dialog.getByRole('table').getByRole('button').first().click();
    const inspector = page.getByRole('complementary', { name: 'Selected route' });
    const part = inspector.getByRole('region', { name: 'Index clauses of the contract' });
    await part.getByText(/less than its clauses give/).waitFor();
    await part.getByRole('button', { name: 'Accept an indexed price…' }).click();
    const accept = page.getByRole('dialog');
    await accept.getByLabel(/^Why, and who agreed/).fill('Asked for in writing.');
    await accept.getByRole('button', { name: /^Pay £/ }).click();
    await accept.waitFor({ state: 'detached' });
    await part.getByText('The vehicle is paid exactly that.').waitFor();
    await inspector.getByText(/Asked for in writing\. £/).waitFor();
  });
}); // prettier-ignore
