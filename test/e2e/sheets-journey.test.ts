/** A ride over the guide explained by a named officer, then a provider's sheet given out, and what is known to have changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { DIRECTORY_LIMITS, openArchive } from '../../electron/files/open-archive.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { goTo, save } from '../helpers/journey.ts';

describe.skipIf(CHROMIUM === null)('from a plan to a provider’s sheet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-sheets-journey-'));
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(500);
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

  const part = async (name: string, group = 'Papers'): Promise<void> => {
    const parts = page.getByRole('navigation', { name: 'Parts of routes' });
    await parts.getByRole('link', { name: group, exact: true }).click();
    await parts.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };

  it('goes from Today to the rides that want a reason, and records one for the first', async () => {
    const line = page.getByRole('link', { name: /Over guide, reason wanted/ });
    const before = Number((await line.innerText()).split(/\s/)[0]);
    expect(before).toBeGreaterThan(0);
    await line.click();
    const grid = page.getByRole('grid', { name: 'Rides that want a reason' });
    await grid.getByRole('checkbox').nth(1).click();
    await page.getByRole('button', { name: 'Record a reason for 1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/direct \d+ min, planned \d+ min/).waitFor();
    await dialog.getByText('Write why the ride goes over the guide.').waitFor();
    await dialog.getByLabel('Reason').fill('No nearer school has a place.');
    await dialog.getByLabel('Recorded by').fill('S Clarke');
    await dialog.getByRole('button', { name: 'Record the reason' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /waiver recorded\s*1$/ }).click();
    await page.getByText('S Clarke: No nearer school has a place.').waitFor();
    await expect
      .poll(() => page.getByRole('tab', { name: /Over guide/ }).innerText())
      .toContain(String(before - 1));
  });

  it('gives out one sheet: the paper looked at, the files saved, the version on record', async () => {
    await part('Providers’ sheets');
    const grid = page.getByRole('grid', { name: 'Sheets by route' });
    await grid.getByText('Not given out').first().click();
    const panel = page.getByRole('complementary', { name: /^Sheet of route/ });
    const paper = panel.frameLocator('iframe');
    await paper.getByText('Draft plan: do not run').waitFor();
    const name = await paper.locator('.name').first().innerText();
    expect(name).toMatch(/^\S.* ?\p{L}\./u);
    const button = panel.getByRole('button', { name: 'Give out version 1' });
    const saved = await save(page, () => button.click(), folder);
    expect(saved.name).toMatch(/^route-.+-version-1\.zip$/);
    const source = { bytes: saved.bytes };
    const archive = await openArchive({ name: saved.name, source }, DIRECTORY_LIMITS);
    const names = archive.ok ? archive.value.entries.map((entry) => entry.name) : [];
    const stem = saved.name.replace('.zip', '');
    expect(names).toEqual([`${stem}.pdf`, `${stem}.xlsx`]);
    await panel.getByText(/^Version 1, 10 Aug 2026, to /).waitFor();
    await panel.getByText('As given out').waitFor();
    const store = openStore(demo.path);
    if (!store.ok) throw new Error(store.error.cause);
    expect(store.value.sheets.all()).toMatchObject([{ version: 1, withdrawn: null }]);
    store.value.close();
  }, 60_000);

  it('says of whom families can be told, and that nothing changed since the plan', async () => {
    await part('Families');
    await page.getByText(/families can be told route, provider/).waitFor();
    const merge = page.getByRole('button', { name: 'Mail merge, .csv and .xlsx' });
    const saved = await save(page, () => merge.click(), folder);
    expect(saved.name).toBe('transport-details-2026-08-10.zip');
    await part('Since a day', 'Changes');
    await page.getByText('How children were carried is known from 10 Aug 2026 on').waitFor();
    await page.getByRole('heading', { name: 'Nothing changed' }).waitFor();
  });

  it('shows the reason on the case, where it can be withdrawn', async () => {
    await goTo(page, 'Routes');
    await part('Over the limit', 'Plan');
    await page.getByRole('tab', { name: /recorded/ }).click();
    await page.getByRole('grid').getByRole('row').nth(1).dblclick();
    const transport = page.getByRole('region', { name: 'Transport' });
    await transport.getByText(/Over guide, reason recorded/).waitFor();
    await transport.getByRole('button', { name: 'Withdraw' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why it is mistaken').fill('Another child.');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await transport.getByText(/Over guide, reason wanted/).waitFor();
    await transport.getByText('Withdrawn 10 Aug 2026: Another child.').waitFor();
    expect(watched.problems).toEqual([]);
  });
});
