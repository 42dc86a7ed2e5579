/** Keys that go to a row before it is loaded: the long list of applications by End and Enter alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { goTo } from '../helpers/journey.ts';

describe.skipIf(CHROMIUM === null)('a long list', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(700);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it(
    'opens its last row by End and Enter, though it is not loaded yet',
    { timeout: 60_000 },
    async () => {
      await goTo(page, 'Applications');
      const grid = page.getByRole('grid').first();
      await grid.getByRole('row').nth(1).waitFor();
      const count = Number(await grid.getAttribute('aria-rowcount'));
      expect(count).toBeGreaterThan(300);
      await grid.focus();
      // Both before the host has answered for the rows at the end.
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#\/applications\/case\/\d+/);
      await page.goBack();
      // Once more with time between: the row is there by now.
      await grid.focus();
      await page.keyboard.press('End');
      await grid.locator(`[aria-rowindex="${count}"][aria-selected=true]`).waitFor();
      expect(watched.problems).toEqual([]);
    },
  );
});
