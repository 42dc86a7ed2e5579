import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { FIXTURES } from '../helpers/journey.ts';
import { enterOn, focused, keepsFocus, press, retype, tabTo } from '../helpers/keyboard.ts';

const PLACES = ['Today', 'Applications', 'Map', 'Routes', 'Providers', 'Costs', 'Data'] as const;

/** The same main line with the keyboard alone, on an invented county of 300. */
describe.skipIf(CHROMIUM === null)('the journey with the keyboard', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  let child = { client_id: 0, ref: '', name: '', school: '' };

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(300);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    child = await someChild(watched);
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('reaches every place by Ctrl 1 to 7', async () => {
    for (const [index, place] of PLACES.entries()) {
      await press(page, `Control+${index + 1}`);
      await page
        .getByRole('navigation', { name: 'Places' })
        .locator('[aria-current=page]', { hasText: place })
        .waitFor();
      await page.locator('main h1').first().waitFor({ state: 'attached' });
      await keepsFocus(page);
    }
  });

  it('skips to the screen by the first link', async () => {
    await press(page, 'Control+1');
    await page.reload();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await enterOn(page, page.getByRole('link', { name: 'Skip to the screen' }), 'Shift+Tab');
    expect(await focused(page)).toMatch(/^main/);
    await enterOn(page, page.getByRole('main').getByRole('link').first());
    await page.getByRole('heading', { name: 'Applications' }).waitFor();
  });

  it('finds a child with Ctrl K and opens the case', async () => {
    await press(page, 'Control+K');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(child.ref);
    await page.getByRole('option', { name: child.name }).first().waitFor();
    await press(page, 'Enter');
    await page.getByText(child.ref).first().waitFor();
    await page.getByRole('heading', { name: 'Transport', exact: true }).waitFor();
    await keepsFocus(page);
  });

  it('forgives a swapped letter, in the palette and in the list, and says so', async () => {
    const surname = child.name.split(',')[0] ?? '';
    // A letter too many in the middle: nobody is written like that.
    const wrong = `${surname.slice(0, 2)}q${surname.slice(2)}`;
    await press(page, 'Control+K');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(`${wrong} ${child.name.split(', ')[1] ?? ''}`);
    await page.getByText(/^Similar to/).waitFor();
    await page.getByRole('option', { name: child.name }).first().waitFor();
    await press(page, 'Escape');
    await press(page, 'Control+2');
    await page.getByRole('grid').waitFor();
    await press(page, '/');
    await page.keyboard.type(wrong);
    await page.getByText(`No exact match for “${wrong}”: showing similar names.`).waitFor();
    await retype(page, '');
    await expect.poll(() => page.getByText('No exact match').count()).toBe(0);
  });

  it('searches the list with /, and opens a row with Enter', async () => {
    await press(page, 'Control+2');
    await page.getByRole('grid').waitFor();
    await press(page, '/');
    await page.keyboard.type(child.ref);
    await expect.poll(() => page.locator('.apps-count').innerText()).toBe('1 child matches');
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'Enter');
    await page.getByRole('heading', { name: 'Transport', exact: true }).waitFor();
    await press(page, 'Alt+ArrowUp');
    await enterOn(page, page.getByRole('main').getByRole('link', { name: 'Applications' }));
    await page.getByRole('grid').waitFor();
    await keepsFocus(page);
  });

  it('lets whoever types in the search field stay there when the rows come late', async () => {
    await press(page, '/');
    await retype(page, '');
    await expect.poll(() => page.locator('.apps-count').innerText()).toMatch(/^\d+ children$/);
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'PageDown');
    await press(page, 'Enter');
    await page.getByRole('heading', { name: 'Transport', exact: true }).waitFor();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/applications/query', async (route) => {
      await held;
      await route.continue();
    });
    await press(page, 'Control+2');
    await page.getByRole('grid').waitFor();
    await press(page, '/');
    letGo();
    await page.getByRole('row').nth(3).waitFor();
    await page.keyboard.type('qx');
    await expect.poll(() => page.locator('.apps-search input').inputValue()).toBe('qx');
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('walks the list with the arrows, the inspector beside it', async () => {
    await press(page, '/');
    await retype(page, '');
    await expect.poll(() => page.locator('.apps-count').innerText()).toMatch(/^\d+ children$/);
    await tabTo(page, page.getByRole('grid'));
    const inspector = page.getByRole('complementary', { name: 'Selected child' });
    await press(page, 'ArrowDown');
    const first = await inspector.getByRole('heading', { level: 1 }).innerText();
    await press(page, 'ArrowDown');
    await expect
      .poll(() => inspector.getByRole('heading', { level: 1 }).innerText())
      .not.toBe(first);
    await press(page, 'Escape');
    await inspector.waitFor({ state: 'detached' });
    await keepsFocus(page);
  });

  it('edits a field, and moves the pin with the arrow keys', async () => {
    await press(page, 'Control+K');
    await page.keyboard.type(child.ref);
    await page.getByRole('option', { name: child.name }).first().waitFor();
    await press(page, 'Enter');
    await enterOn(page, page.getByRole('button', { name: 'Edit: needs for travel' }));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('Equipment'));
    await retype(page, 'Booster seat');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain('Edit: needs for travel');
    await press(page, 'Alt+6');
    await page.locator('.case-history').getByText('Booster seat').waitFor();
    expect(page.url()).toContain('/history');
    await press(page, 'Alt+4');
    await page.locator('.kb-pin').waitFor();
    await tabTo(page, page.locator('.kb-pin'));
    await press(page, 'ArrowRight');
    await press(page, 'Shift+ArrowDown');
    await page.getByText('The home’s position is moved.').waitFor();
    await keepsFocus(page);
  });

  it('plans one school and reads a route', async () => {
    await press(page, 'Control+3');
    await tabTo(page, page.getByLabel('Find a school by name or URN'));
    await page.keyboard.type(child.school);
    const rows = page.locator('.map-row');
    await expect.poll(() => rows.count()).toBe(1);
    await enterOn(page, rows);
    await page.getByRole('complementary', { name: 'Selected school' }).waitFor();
    await keepsFocus(page);
    await enterOn(page, page.getByRole('button', { name: 'Plan this school' }), 'Shift+Tab');
    const dialog = page.getByRole('dialog');
    await enterOn(page, dialog.getByRole('button', { name: 'Plan this school' }));
    await page.getByText(/^Planning .*: done\.$/).waitFor({ timeout: 60_000 });
    await keepsFocus(page);
    await enterOn(page, rows);
    const route = page.getByRole('complementary', { name: 'Selected route' });
    await route.getByText('Stops, in pick-up order').waitFor();
    await keepsFocus(page);
  });

  it('reads the routes from their list', async () => {
    await press(page, 'Control+4');
    await tabTo(page, page.getByRole('grid', { name: 'Routes' }));
    await press(page, 'ArrowDown');
    await press(page, 'End');
    await page
      .getByRole('complementary', { name: 'Selected route' })
      .getByText('Stops, in pick-up order')
      .waitFor();
  });

  it('moves the fuel slider', async () => {
    await press(page, 'Control+6');
    await tabTo(page, page.getByRole('tab', { name: 'Why it changed' }));
    while (
      !(await page.getByRole('tab', { name: 'Prices', exact: true, selected: true }).isVisible())
    )
      await press(page, 'ArrowRight');
    await tabTo(page, page.getByRole('link', { name: 'Another pump price' }));
    await press(page, 'Enter');
    const slider = page.getByRole('slider', { name: 'Diesel at the pump' });
    await tabTo(page, slider);
    const before = Number(await slider.inputValue());
    const sentence = page.locator('.fuel-card .costs-sentence');
    const said = await sentence.innerText();
    await press(page, 'PageUp');
    await press(page, 'ArrowRight');
    expect(Number(await slider.inputValue())).toBe(before + 510);
    expect(await sentence.innerText()).not.toBe(said);
  });

  it('starts an export', async () => {
    await press(page, 'Control+6');
    await tabTo(page, page.getByRole('button', { name: 'Export .csv' }), 'Shift+Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await keepsFocus(page);
  });

  it('imports a file from choice to report', async () => {
    await press(page, 'Control+7');
    await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Enter'),
    ]);
    await chooser.setFiles(join(FIXTURES, 'schools.csv'));
    const start = page.getByRole('button', { name: 'Import 63 rows' });
    await start.waitFor();
    await keepsFocus(page);
    await tabTo(page, start);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Import report' }).waitFor();
    await keepsFocus(page);
    await enterOn(page, page.getByRole('button', { name: 'Done' }));
    await keepsFocus(page);
  });

  it('backs up and restores', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'What is loaded' }), 'Shift+Tab');
    for (let at = 0; at < 6; at += 1) await press(page, 'ArrowRight');
    await enterOn(page, page.getByRole('button', { name: 'Back up now' }));
    await page.getByText('The store is backed up').first().waitFor();
    await enterOn(page, page.getByRole('button', { name: 'Restore' }));
    const dialog = page.getByRole('dialog');
    await enterOn(page, dialog.getByRole('button', { name: 'Restore' }));
    await page.getByText(/^The store is as it was on/).waitFor();
    await keepsFocus(page);
  });

  it('plans the county from the palette', async () => {
    await press(page, 'Control+K');
    await page.keyboard.type('plan the county');
    await press(page, 'Enter');
    await page.getByRole('contentinfo', { name: 'Work in progress' }).waitFor();
    await page.getByText('Planning the county: done.').waitFor({ timeout: 60_000 });
    await keepsFocus(page);
  });
});

/** A child with a request, a position, a school, and a name that only they bear. */
async function someChild(
  watched: Watched,
): Promise<{ client_id: number; ref: string; name: string; school: string }> {
  const answer = await watched.served.call('applications/query', {
    filter: { has_application: true, transport: ['planned'] },
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 50,
  });
  if (!answer.ok) throw new Error(answer.error.cause);
  const found = answer.value.rows.find((row) => !row.protected_address);
  if (found === undefined) throw new Error('The county has no planned request.');
  return found;
}
