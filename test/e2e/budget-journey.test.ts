import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** A period of the budget: a number opened to what is behind it, a code put on a line, another period chosen. */
describe.skipIf(CHROMIUM === null)('the budget of a period', () => {
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
      location.hash = '#/costs/budget';
    });
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('opens a number to its contracts, puts a code on a line and compares with last month', async () => {
    const lines = page.getByRole('table', { name: /^Monitoring by line/ });
    await lines
      .getByText(/than in period 3: /)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Pre-16 SEN, accrual: / }).click();
    const dialog = page.getByRole('dialog', { name: 'Pre-16 SEN: accrual' });
    await dialog
      .getByText(/run since April/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    // By keys from number to number, to the forecast of all lines: its parts add up to it.
    await page.getByRole('button', { name: /^Pre-16 SEN, accrual: / }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'Home', 'ArrowDown']) await page.keyboard.press(key); // prettier-ignore
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Post-16 SEN, 16 to 18, original: /); // prettier-ignore
    await page.getByRole('button', { name: /^All lines, forecast: / }).focus();
    await page.keyboard.press('Enter');
    const all = page.getByRole('dialog', { name: 'All lines: forecast' });
    await all.getByText(/ = actual £.* \+ accrual £.* \+ commitment £/).waitFor();
    await all.getByLabel('Find').fill('journal');
    await all.getByText('Total of the 1 that fit').waitFor();
    await page.keyboard.press('Escape');
    await lines.getByText('On no line yet').waitFor();
    await page.getByRole('link', { name: 'Codes and virements' }).click();
    await page.getByRole('button', { name: /Line of X9140/ }).click();
    await page.getByRole('option', { name: 'Pre-16 SEN' }).click();
    await page.getByText('X9140 is counted on Pre-16 SEN.').waitFor();
    await page.getByRole('link', { name: 'Lines', exact: true }).click();
    await expect.poll(() => lines.getByText('On no line yet').count()).toBe(0);
    // June is closed: July is then compared with what was signed.
    await page.getByRole('link', { name: 'Periods', exact: true }).click();
    await page.getByRole('button', { name: 'Close Period 3, June 2026' }).click();
    await page.getByLabel(/^What it rests on/).fill('Report of July');
    await page.getByLabel('By').fill('P Nair');
    await page.getByRole('button', { name: 'Close the period' }).click();
    await page.getByText(/^Closed 10 Aug 2026$/).waitFor();
    await page.getByRole('link', { name: 'Lines', exact: true }).click();
    await lines.getByText(/than in period 3 as signed off: /).first().waitFor(); // prettier-ignore
    await page.getByRole('button', { name: /^Mileage is forecast: As budgeted/ }).click();
    await page.getByRole('button', { name: /How it is forecast/ }).click();
    await page.getByRole('option', { name: /^Run rate/ }).click();
    await page.getByLabel('Why').fill('Fewer families asked');
    await page.getByRole('button', { name: 'Forecast it so' }).click();
    await lines.getByText(/another way of forecasting/).waitFor();
    await page.getByRole('button', { name: /^4, July/ }).click();
    await page.getByRole('option', { name: '1, April' }).click();
    await lines
      .getByText('The first period of the year: nothing to compare with.')
      .first()
      .waitFor();
  });
});
