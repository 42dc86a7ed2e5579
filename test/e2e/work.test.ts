/** The team's work in Chromium: a queue by keyboard, marks, a preview, and what it said is what is done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

describe.skipIf(CHROMIUM === null)('the team’s work', () => {
  let demo: DemoStore;
  let watched: Watched;
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(300);
    watched = await openInBrowser({ store: demo.path });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.evaluate(() => {
      location.hash = '#/applications/work';
    });
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('takes unassigned work on, two cases by keyboard alone', async () => {
    const { page, served } = watched;
    await page
      .getByRole('navigation', { name: 'Queues' })
      .getByRole('link', { name: /Unassigned/ })
      .click();
    const grid = page.getByRole('grid', { name: 'Unassigned' });
    await grid.getByRole('row').nth(2).waitFor();
    const before = await served.call('work/overview', {});
    await grid.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(/^2 of \d+ marked$/).waitFor();
    await page.getByRole('button', { name: 'Assign', exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Or to somebody new').fill('Ann Example');
    await dialog.getByText('2 of 2 applications will change').waitFor();
    await dialog.getByRole('button', { name: 'Assign 2 applications' }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await served.call('work/overview', {});
    if (!before.ok || !after.ok) throw new Error('no overview');
    expect(after.value.unassigned.count).toBe(before.value.unassigned.count - 2);
    const ann = after.value.workloads.find(({ officer }) => officer === 'Ann Example');
    expect(ann?.open).toBe(2);
  });

  it('opens a case of the queue, and goes on to the next with Alt and the arrow', async () => {
    const { page } = watched;
    const grid = page.getByRole('grid', { name: 'Unassigned' });
    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Work: All open work' }).waitFor();
    const first = await page.locator('.case-head h1').textContent();
    await page.getByText(/^1 of/).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText(/^2 of/).waitFor();
    expect(await page.locator('.case-head h1').textContent()).not.toBe(first);
  });
});
