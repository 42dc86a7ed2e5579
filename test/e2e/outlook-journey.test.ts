import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** Why it rose, who stands behind a bar, and what the next years cost: from the costs screen, by keys where a slider is. */
describe.skipIf(CHROMIUM === null)('why it rose and what comes next', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(400);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.evaluate(() => {
      location.hash = '#/costs';
    });
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('opens a bar to its clients and one of them to the case', async () => {
    await page.getByRole('button', { name: /clients behind Joiners/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Joiners: what stands behind it' });
    const shown = dialog.getByRole('row');
    await shown.nth(1).waitFor();
    expect(await shown.count()).toBeGreaterThan(5);
    await dialog.getByRole('button').nth(1).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('complementary').first().waitFor();
  });

  it('turns the years round', async () => {
    const head = page.getByRole('heading', { name: /^From 2025\/26 to 2026\/27: / });
    await head.waitFor();
    await page.getByRole('button', { name: 'Turn round' }).click();
    await page.getByRole('heading', { name: /^From 2026\/27 to 2025\/26: / }).waitFor();
  });

  it('tells what next year’s scenario adds, and lists the growth that it assumes', async () => {
    await page.getByRole('tab', { name: 'What comes next' }).click();
    await page.getByRole('link', { name: 'Why 2027/28 differs from 2026/27' }).click();
    await page.getByRole('heading', { name: /^From 2026\/27 to Central, 2027\/28: / }).waitFor();
    await page.getByRole('button', { name: /clients behind Joiners/ }).click();
    const parts = page.getByRole('table', { name: 'What makes up Joiners' });
    expect(await parts.innerText()).toMatch(/at 6\.0% a year for 1 year/);
    await page.keyboard.press('Escape');
    await parts.waitFor({ state: 'detached' });
  });

  it('leads to the backtest, which says that its base is derived', async () => {
    await page.getByRole('tab', { name: 'What comes next' }).click();
    await page.getByRole('button', { name: 'Workbook with this scenario' }).waitFor();
    await page.getByRole('link', { name: /the backtest$/ }).click();
    await page.getByText('Its base is derived').waitFor();
    const split = page.getByRole('table', { name: 'The rise split by LMDI' });
    expect(await split.innerText()).toMatch(/5\.44[\s\S]*9\.56/);
  });

  it('moves the fan with a slider, and keeps a scenario to set beside others', async () => {
    await page.getByRole('tab', { name: 'What comes next' }).click();
    const last = page
      .getByRole('table', { name: 'Cost of each year forecast' })
      .getByRole('row')
      .last();
    const before = await last.innerText();
    await page.getByRole('slider', { name: 'Fuel' }).focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => last.innerText()).not.toBe(before);
    await page.getByRole('button', { name: /^Budget of 2027\/28: £.*what is behind it$/ }).click();
    const behind = page.getByRole('dialog', { name: 'Budget of 2027/28' });
    await behind.getByText(/that of 2026\/27 carried forward, in cash/).first().waitFor(); // prettier-ignore
    await page.keyboard.press('Escape');
    await page.getByLabel('First year’s budget, £m').fill('1');
    await page.getByText(/^£1\.0+m typed$/).first().waitFor(); // prettier-ignore
    await page.getByRole('columnheader', { name: 'Chance above it' }).waitFor();
    await page.getByRole('button', { name: 'Keep this scenario' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Dear fuel');
    await page.keyboard.press('Enter');
    const beside = page.getByRole('table', { name: /Scenarios side by side/ });
    await beside.getByText('Dear fuel').waitFor();
    await page.keyboard.press('Control+z');
    await beside.waitFor({ state: 'detached' });
  });
  it('records a saving by keys, whose bar stands as the form said, and takes it back', async () => {
    await page.evaluate(() => {
      location.hash = '#/costs/why';
    });
    await page.getByRole('button', { name: 'Record one…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is').waitFor();
    await page.keyboard.type('Retender of Thanet');
    await dialog.getByLabel('Pounds over all its days').focus();
    await page.keyboard.type('12,345');
    const effect = dialog.getByRole('table', { name: 'The bars that move, in pounds' });
    const [was = 0, will = 0] = numbersIn(await effect.getByRole('row', { name: /^Savings/ }).innerText()); // prettier-ignore
    expect(Math.round((will - was) * 100)).toBe(-1_234_500);
    await dialog.getByLabel('Source').fill('Minute 41');
    await dialog.getByLabel('Signed by').fill('R. Officer');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const bars = page.getByRole('table', { name: /^Why the cost changed from/ });
    const savings = async (): Promise<number> => numbersIn(await bars.getByRole('row', { name: /^Savings/ }).innerText())[1] ?? 0; // prettier-ignore
    await expect.poll(savings).toBe(Math.round(will));
    await page.getByRole('button', { name: 'Change Retender of Thanet' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('None is recorded.').waitFor();
    await expect.poll(savings).toBe(Math.round(was));
  });

  it('keeps the words of the paper when one leaves the page, and counts what is to be filled', async () => {
    await page.getByRole('link', { name: 'Headings of the paper: 8 to be filled' }).click();
    await page.getByLabel('Recommendation').fill('That the pressure is noted.');
    await page.getByText('7 parts print as “to be filled”.').waitFor();
    await page.evaluate(() => {
      location.hash = '#/costs/bill';
    });
    await page.getByRole('link', { name: 'Headings of the paper: 7 to be filled' }).click();
    await expect.poll(() => page.getByLabel('Recommendation').inputValue()).toBe('That the pressure is noted.'); // prettier-ignore
    await page.getByText(/^Written by R\. Officer, /).waitFor();
  });
});

/** The numbers of a row, in their order. */
function numbersIn(row: string): readonly number[] {
  return [...row.matchAll(/[−+]?\d[\d,]*(\.\d+)?(?!%)/g)].map(([text]) => Number(text.replaceAll(',', '').replace('−', '-'))); // prettier-ignore
}
