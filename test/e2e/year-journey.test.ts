import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** From Today to an over-claim asked back, a complaint acknowledged, and a day closed by the keyboard and opened again by undoing. */
describe.skipIf(CHROMIUM === null)('the year through', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(300);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('opens the lines behind Today’s over-claims, and asks one back', async () => {
    const link = page.getByRole('link', { name: /asks? for more than is due/ });
    const number = Number((await link.locator('.number').innerText()).replace(',', ''));
    await link.click();
    const grid = page.getByRole('grid', { name: 'Lines of invoices' });
    await grid.waitFor();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(number + 1);
    await grid.getByRole('row').nth(1).click();
    await page.getByRole('button', { name: 'Asked back…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'By' }).fill('S Clarke');
    await dialog.getByRole('button', { name: 'Record the query' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // The list is asked again once the answer is kept.
    await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBe(number);
  });

  it('acknowledges a complaint, and the next day is that of stage 1', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/routes/contacts?show=complaints';
    });
    const grid = page.getByRole('grid', { name: 'Entries of the contact log' });
    await grid
      .getByText(/Acknowledge by/)
      .first()
      .dblclick();
    await page.getByRole('button', { name: 'Acknowledged…' }).click();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page
      .getByText(/Answer stage 1 by 24 Aug 2026/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('closes a day by the keyboard, says why, and opens it again by undoing', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/data/calendars/0';
    });
    const day = page.locator('[data-on="2026-10-21"]');
    await day.click();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Close…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Polling station');
    await dialog.getByRole('button', { name: 'Say so' }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const closed = page.getByRole('button', { name: /22 Oct 2026: closed, Polling station/ });
    await closed.waitFor();
    await page.getByText('189 open days').waitFor();
    await closed.focus();
    await page.keyboard.press('Control+Z');
    await page.getByRole('button', { name: /22 Oct 2026: open/ }).waitFor();
  });
});
