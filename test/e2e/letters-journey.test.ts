/** From the reminders that are due to letters on paper, by keyboard only; then one that was never posted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { DIRECTORY_LIMITS, openArchive } from '../../electron/files/open-archive.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { save } from '../helpers/journey.ts';
import { enterOn, press, tabTo } from '../helpers/keyboard.ts';

describe.skipIf(CHROMIUM === null)('letters by keyboard', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-letters-journey-'));
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  let due = 0;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(300);
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

  it('goes from the list of applications to the reminders that are due', async () => {
    await press(page, 'Control+2');
    await enterOn(page, page.getByRole('link', { name: 'Letters', exact: true }));
    await page.getByRole('heading', { name: 'Letters', level: 1 }).waitFor();
    const kinds = page.getByRole('navigation', { name: 'Kinds of letters' });
    await enterOn(page, kinds.getByRole('button', { name: /^All/ }).nth(1));
    await page.getByRole('grid', { name: 'Letters due' }).waitFor();
    due = await chosen(page);
    expect(due).toBeGreaterThan(2);
  });

  it('leaves one out with space, and looks at the letters one by one', async () => {
    await tabTo(page, page.getByRole('grid', { name: 'Letters due' }));
    const first = page.getByRole('row').filter({ has: page.getByLabel('In the batch') });
    const at = await first.first().getAttribute('aria-rowindex');
    for (let row = 2; row < Number(at); row += 1) await press(page, 'ArrowDown');
    await press(page, ' ');
    expect(await chosen(page)).toBe(due - 1);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const name = await dialog.getByRole('heading', { level: 2 }).nth(1).innerText();
    // The very document of the printer stands in the page.
    const sheet = dialog.frameLocator('iframe');
    await sheet.getByText('Transport Information Form').first().waitFor();
    await press(page, 'ArrowRight');
    await expect
      .poll(() => dialog.getByRole('heading', { level: 2 }).nth(1).innerText())
      .not.toBe(name);
    await press(page, 'Escape');
  });

  it('says exactly what will be issued, makes the files, and records them', async () => {
    await enterOn(page, page.getByRole('button', { name: /^Issue \d+ letters$/ }), 'Shift+Tab');
    const dialog = page.getByRole('dialog');
    const button = dialog.getByRole('button', { name: `Issue ${due - 1} letters` });
    await button.waitFor();
    await dialog.getByText(`${due - 1} letters`, { exact: true }).waitFor();
    await dialog.getByText('1 left out by you').waitFor();
    await tabTo(page, button);
    const saved = await save(page, () => press(page, 'Enter'), folder);
    expect(saved.name).toMatch(/^letters-tif-2026-08-10-batch-\d+\.zip$/);
    const path = join(folder, 'again.zip');
    writeFileSync(path, saved.bytes);
    const archive = await openArchive(
      { name: saved.name, source: { bytes: saved.bytes } },
      DIRECTORY_LIMITS,
    );
    const names = archive.ok ? archive.value.entries.map((entry) => entry.name) : [];
    const stem = saved.name.replace('.zip', '');
    for (const end of ['pdf', 'csv', 'xlsx']) expect(names).toContain(`${stem}.${end}`);
    await dialog.getByText(/letters issued, batch/).waitFor();
    await enterOn(page, dialog.getByRole('button', { name: 'Done' }));
    // The one that was left out stays due.
    await page.locator('.letters-count').getByText('1 left out by you').waitFor();
  });

  it('keeps the text, and withdraws what was never posted with a reason', async () => {
    await tabTo(page, page.getByRole('tab', { selected: true }), 'Shift+Tab');
    for (const _ of [1, 2, 3]) await press(page, 'ArrowRight');
    await enterOn(page, page.getByRole('button', { name: /Reminders for the TIF/ }));
    await tabTo(page, page.getByRole('grid', { name: 'Letters issued' }));
    await press(page, 'ArrowUp');
    const view = page.getByRole('region', { name: 'The letter as it was issued' });
    await view.frameLocator('iframe').getByText('Transport Information Form').first().waitFor();
    await enterOn(page, view.getByRole('button', { name: 'Never posted' }));
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('The envelope was torn.');
    await enterOn(page, page.getByRole('button', { name: 'Withdraw 1 letter' }));
    await view.getByText('The envelope was torn.').waitFor();
    const answer = await watched.served.call('letters/due', {});
    const open = answer.ok ? answer.value.due.filter((row) => row.kind === 'tif') : [];
    expect(open.filter((row) => row.lacks.length === 0)).toHaveLength(2);
  });
});

/** How many letters are in the batch, as the button says. */
async function chosen(page: Page): Promise<number> {
  const words = await page
    .getByRole('button', { name: /^Issue/ })
    .first()
    .innerText();
  return Number(/\d+/.exec(words)?.[0] ?? 0);
}
