/** From Today's red number to a reason's list, contracts confirmed there, and the answer on a child's case; axe in both themes. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

describe.skipIf(CHROMIUM === null)('who has transport', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(400);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  const without = async (): Promise<number> => {
    const text = await page.getByText(/of \d+ children without transport/).first().locator('..').innerText(); // prettier-ignore
    return Number(/\d+/.exec(text.replaceAll(',', ''))?.[0]);
  };

  it('goes from a reason on Today to its list, confirms a provider’s contracts, and fewer are without', async () => {
    const before = await without();
    const line = page.getByRole('link', { name: /Provider has not confirmed this child/ });
    const count = Number((await line.innerText()).split(/\s/)[0]);
    await line.click();
    await page.getByRole('heading', { name: 'Who has transport' }).waitFor();
    const facet = page.getByRole('button', { name: /Provider has not confirmed this child/ });
    await expect.poll(() => facet.getAttribute('aria-pressed')).toBe('true');
    expect(await facet.innerText()).toContain(String(count));
    await page.getByRole('row').nth(1).waitFor();

    await page.getByRole('button', { name: 'Confirm contracts…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Choose the contracts that were confirmed.').first().waitFor();
    await dialog.getByRole('checkbox').nth(1).press('Space');
    await dialog.getByLabel('Who at the provider confirmed').fill('J Beult');
    await dialog.getByRole('button', { name: /How/ }).click();
    await page.getByRole('option', { name: 'by email' }).click();
    await dialog.getByLabel('Signed by').fill('S Clarke');
    await dialog.getByRole('button', { name: 'Confirm 1 contract' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Today' }).click();
    await expect.poll(without).toBeLessThan(before);
  });

  it('answers on the case of a child, with the steps of their route', async () => {
    await page.getByRole('link', { name: 'Routes', exact: true }).click();
    await page.getByRole('link', { name: 'Transport', exact: true }).click();
    await page.getByRole('link', { name: 'Who has transport' }).click();
    await page.getByRole('button', { name: /^Have transport/ }).click();
    await page
      .getByRole('row')
      .nth(1)
      .getByText(/^Confirmed/)
      .waitFor();
    await page.getByRole('row').nth(1).click();
    await page.getByRole('link', { name: 'Open case' }).or(page.getByRole('button', { name: 'Open case' })).first().click(); // prettier-ignore
    await page.getByText(/Has transport on \d+ Sep 2026/).waitFor();
    await page
      .getByText(/Steps of route/)
      .first()
      .click();
    await page
      .getByText(/from \d+ \w+ 20\d\d/)
      .first()
      .waitFor();
  });
});
