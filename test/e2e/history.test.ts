/** A change by hand is told with its way back, found in the history, undone by a key, and read in the terminal. */
import { dirname, basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { kerbside } from '../helpers/terminal-command.ts';

describe.skipIf(CHROMIUM === null)('history and undo', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  const goTo = (place: string) =>
    page.evaluate((hash) => {
      location.hash = `#/${hash}`;
    }, place);

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(60);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('offers to undo what was just done, and redoes it', async () => {
    await goTo('applications/case/1');
    await page.getByRole('button', { name: 'Edit: child and home' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('Ottoline');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).toContain('Ottoline');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText(/^Undid: First name changed/).waitFor();
    await expect.poll(() => heading.textContent()).not.toContain('Ottoline');
    await page.keyboard.press('Control+Shift+Z');
    await page.getByText(/^Redid: First name changed/).waitFor();
    await expect.poll(() => heading.textContent()).toContain('Ottoline');
  });

  it('leaves Ctrl Z to a field that is typed in', async () => {
    await goTo('data/history');
    const words = page.getByRole('searchbox', { name: 'Value or field' });
    await words.fill('Ottoline');
    await words.press('Control+z');
    await words.fill('Ottoline');
    await expect
      .poll(() => page.getByRole('grid', { name: 'History' }).getAttribute('aria-rowcount'))
      .toBe('4');
  });

  it('opens the record of a line, and undoes it from the list', async () => {
    await page.getByRole('button', { name: 'Undo last actions' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Undo: First name changed/ }).click();
    await dialog.getByRole('button', { name: /^Redo: First name changed/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).toContain('#/applications/case/1');
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.getByRole('link', { name: 'In the history of the store' }).waitFor();
  });

  it('is told in the terminal too, line for line', async () => {
    const folder = dirname(demo.path);
    const ask = (...args: readonly string[]) =>
      kerbside(folder, 'history', '--store', basename(demo.path), ...args);
    const all = (await ask('--who', 'Officer', '--json')).json();
    const lines = all['lines'] as readonly Readonly<Record<string, string>>[];
    expect(lines.map(({ why }) => why)).toEqual(['undoing', 'redoing', 'undoing', 'hand']);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'id',
      'clock',
      'at',
      'who',
      'why',
      'entity',
      'ref',
      'field',
      'from',
      'to',
      'sentence',
    ]);
    const ref = lines[0]?.['ref'] ?? '';
    expect((await ask('--ref', ref, '--limit', '1')).out).toContain('by undoing\n1 of ');
    expect((await ask('--ref', 'NOBODY')).code).toBe(1);
    expect((await ask('--from', 'yesterday')).code).toBe(2);
  });

  it('undoes the change just seen, even before the list of changes has heard of it', async () => {
    await goTo('applications/case/2');
    await page.getByRole('button', { name: 'Edit: child and home' }).click();
    await page.getByRole('dialog').getByRole('textbox').first().fill('Perpetua');
    // Looks that belong to what was done before are over by now; what comes next is counted.
    let asked = 0;
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/undo/list', async (route) => {
      asked += 1;
      // The look that follows the change is late; the key asks for itself.
      if (asked === 1) await held;
      await route.continue();
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).toContain('Perpetua');
    await expect.poll(() => asked).toBe(1);
    await page.keyboard.press('Control+Z');
    await page.getByText(/^Undid: First name changed from \S+ to Perpetua/).waitFor();
    await expect.poll(() => heading.textContent()).not.toContain('Perpetua');
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
  });
});
