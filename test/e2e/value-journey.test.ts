import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** A provider asks for more: weighed from the list of prices, recorded, answered; then seats worked out and looked at. */
describe.skipIf(CHROMIUM === null)('a claim and value', () => {
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
      location.hash = '#/costs/value';
    });
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('weighs a claim found by typing, keeps it and its answer', async () => {
    await page.getByRole('combobox', { name: 'Contract or provider' }).fill('C1');
    await page.getByRole('option').first().click();
    await page.getByText(/^The provider asks for 12\.0%: fuel since/).waitFor();
    await page.getByLabel('Asked, %').fill('9,5');
    await page.getByText('Give per cent, from −90 to 500.').waitFor();
    await page.getByLabel('Asked, %').fill('8');
    await page.getByText(/^The provider asks for 8\.0%/).waitFor();
    await page.getByRole('button', { name: 'Record this claim…' }).click();
    const record = page.getByRole('dialog', { name: /^Record the claim/ });
    await record.getByLabel('What the provider says').fill('Fuel is dearer.');
    await record.getByLabel('By').fill('S Clarke');
    await record.getByRole('button', { name: 'Record the claim' }).click();
    await record.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: /Fuel is dearer/ });
    await row.getByText('not answered').waitFor();
    await row.getByRole('button', { name: 'Answer…' }).click();
    const answer = page.getByRole('dialog', { name: /^Answer / });
    await answer.getByLabel('Agreed, %').fill('3');
    await answer.getByLabel('Why').fill('What fuel explains.');
    await answer.getByRole('button', { name: 'Record the answer' }).click();
    await row.getByText('Accepted in part').waitFor();
    expect(await row.innerText()).toContain('at +3.0%');
  });

  it('works out what seats would save, and lists who stands at an edge', async () => {
    await page.getByRole('link', { name: 'PTB or mileage' }).click();
    await page.getByRole('button', { name: 'Work out what each seat would save' }).click();
    await page.getByText(/where a PTB really saves/).waitFor();
    await page.getByRole('button', { name: /Show/ }).click();
    await page.getByRole('option', { name: /Close to the edge/ }).click();
    await page.getByText('A little either side decides a band').waitFor();
    await page.getByRole('link', { name: 'Travel training' }).click();
    await page.getByRole('table', { name: 'Payback by group' }).waitFor();
  });
});
