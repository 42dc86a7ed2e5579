import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** From the routes to a pair of runs, its day, both routes, and a file of all of them. */
describe.skipIf(CHROMIUM === null)('runs that one vehicle could do', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(700);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('are a part of the routes, and lead to a chain by the clock', async () => {
    await page.keyboard.press('Control+4');
    await page.getByRole('link', { name: 'Runs that one vehicle could do' }).click();
    await page.getByText(/vehicles? fewer/).waitFor();
    await page.getByRole('row').nth(1).click();
    const card = page.getByRole('region', { name: 'The runs chosen' });
    await card.getByRole('heading', { name: /Morning/ }).waitFor();
    const times = await card.locator('.chains-steps').nth(0).locator('time').allTextContents();
    // Two steps a run, and one for each way between.
    const runs = await card.getByRole('button', { name: /on the map/ }).count();
    expect(times).toHaveLength(3 * runs - 1);
    expect(times).toEqual(times.toSorted());
  });

  it('open a route beside the list, and save what is shown', async () => {
    const card = page.getByRole('region', { name: 'The runs chosen' });
    await card.getByRole('button').first().click();
    await page.getByText('Seats used').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export .csv' }).click();
    const rows: Record<string, string>[] = parse(readFileSync(await (await saving).path()), {
      columns: true,
      bom: true,
    });
    const shown = await page.getByRole('tab', { name: /At once/ }).locator('.k-tab-count').innerText(); // prettier-ignore
    expect(new Set(rows.map((row) => row['chain'])).size).toBe(Number(shown));
    await card.getByRole('button', { name: /on the map/ }).first().click(); // prettier-ignore
    await page.waitForURL(/#\/map\?route=\d+/);
  });

  it('are fewer as planned', async () => {
    await page.goBack();
    const figure = page.locator('.chains-figure');
    const before = Number.parseInt(await figure.innerText(), 10);
    await page.getByRole('button', { name: /A run may arrive/ }).click();
    await page.getByRole('option', { name: 'as planned' }).click();
    await figure.filter({ hasNotText: new RegExp(`^${before} `) }).waitFor();
    expect(Number.parseInt(await figure.innerText(), 10)).toBeLessThan(before);
  });
});
