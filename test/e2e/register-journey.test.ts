import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** From Today to what runs out, a person entered, found, assigned to a route and taken off again by undoing. */
describe.skipIf(CHROMIUM === null)('the register of providers', () => {
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

  it('opens the list behind Today’s number, with as many lines', async () => {
    const link = page.getByRole('link', { name: /Running out within 60 days/ });
    const number = Number((await link.locator('.number').innerText()).replace(',', ''));
    await link.click();
    await page.getByRole('heading', { name: 'Running out' }).waitFor();
    const grid = page.getByRole('grid', { name: 'What runs out' });
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(number + 1);
    await grid.getByRole('row').nth(1).dblclick();
    await page.getByRole('region', { name: /Selected (person|vehicle)/ }).waitFor();
  });

  it('takes in a person by the keyboard, and finds them in the search', async () => {
    await page.keyboard.press('Control+5');
    await page.getByRole('grid', { name: 'Providers' }).focus();
    await page.keyboard.press('Enter');
    const provider = await page.locator('.provider-head h1').innerText();
    await page.keyboard.press('Control+K');
    await page.keyboard.type('Show drivers');
    await page.getByRole('option', { name: /drivers and assistants/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a person' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type('Zelda Quillwright');
    await dialog.getByRole('combobox', { name: 'Provider' }).fill(provider);
    await page.keyboard.press('Escape');
    if (!(await dialog.isVisible())) throw new Error('Escape closed more than the list.');
    await dialog.getByRole('button', { name: 'Add them' }).press('Enter');
    await page.getByRole('region', { name: 'Selected person' }).getByRole('heading', { name: 'Zelda Quillwright' }).waitFor(); // prettier-ignore
    await page.keyboard.press('Control+K');
    await page.keyboard.type('zelda qui');
    await page.getByRole('option', { name: /Zelda Quillwright/ }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('assigns a cover on a route, says what is missing, and undoes it', async () => {
    await page.keyboard.press('Control+4');
    await page.getByRole('grid', { name: 'Routes' }).getByRole('row').nth(1).click();
    const crew = page.getByRole('region', { name: 'Crew and vehicle' });
    await crew.getByText(/Nothing missing|Cannot be confirmed|Not all is recorded/).waitFor();
    const before = await crew.getByRole('listitem').count();
    await crew.getByRole('button', { name: 'Cover', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/choices? of/).waitFor();
    await dialog.getByRole('checkbox', { name: /every provider/ }).press('Space');
    await dialog.getByRole('combobox', { name: 'Cover' }).fill('Zelda');
    await page.getByRole('option', { name: /Zelda Quillwright/ }).click();
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await crew.getByRole('link', { name: 'Zelda Quillwright' }).waitFor();
    await page.getByRole('grid', { name: 'Routes' }).focus();
    await page.keyboard.press('Control+Z');
    await crew.getByRole('link', { name: 'Zelda Quillwright' }).waitFor({ state: 'detached' });
    expect(await crew.getByRole('listitem').count()).toBe(before);
  });
});
