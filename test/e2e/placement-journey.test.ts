import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** From a school's row to one child's schools side by side, then a new school at a point of the map. */
describe.skipIf(CHROMIUM === null)('placement', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(300);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.evaluate(() => {
      location.hash = '#/costs/placement';
    });
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('opens a school to its clients, and one of them to the schools that could meet the need', async () => {
    const all = page.getByRole('table', { name: /^Transport at the school attended/ });
    await all.getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('link').first().click();
    const schools = page.getByRole('table', { name: 'Schools side by side' });
    await schools
      .getByText(/a new route|joins /)
      .first()
      .waitFor();
    const heads = await schools.locator('.placement-budgets th').allInnerTexts();
    expect(heads).toContain('Transport: council’s general fund');
    expect(heads).toContain('Placement: Dedicated Schools Grant');
    await page.getByText('Children and Families Act 2014 s39(4)').waitFor();
    await page.getByRole('note').filter({ hasText: /weigh/ }).waitFor();
  });

  it('opens a school at a point of the map by the keyboard, and keeps it under its name', async () => {
    await page.getByRole('link', { name: 'New provision' }).click();
    const map = page.getByRole('application');
    await map.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Latitude').inputValue()).toMatch(/^51\./);
    await page.getByText('Autistic spectrum disorder').click();
    await page.getByRole('button', { name: 'Try it' }).click();
    const found = page.getByRole('region', { name: 'What New school would change' });
    await found.getByText(/of 120 places taken|Nobody would have a nearer/).waitFor();
    const years = found.getByRole('table', { name: 'Only new starters a year' }).getByRole('row');
    expect(await years.count()).toBe(8);
    await page.getByRole('button', { name: 'Keep under its name' }).click();
    const kept = page.getByRole('table', { name: 'Kept provisions' });
    await kept.getByRole('button', { name: 'New school', exact: true }).waitFor();
  });
});
