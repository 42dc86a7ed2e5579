import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import {
  chooseFiles,
  dropFile,
  FIXTURES,
  goTo,
  lookAt,
  penceOf,
  pick,
  runImport,
  save,
  settle,
} from '../helpers/journey.ts';
import { bookSums, csvSums, pagesOf, pictureSize, storeSums } from '../helpers/saved-files.ts';

const PASSPHRASE = 'four quiet words here';

/** The main job from an empty machine to the committee's paper, with the mouse. Each step goes on from the one before. */
describe.skipIf(CHROMIUM === null)('the journey with the mouse', () => {
  let watched: Watched;
  let page: Page;
  let store = '';
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-journey-'));

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    watched = await openInBrowser({ bare: true, folder });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    try {
      await watched.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('makes an encrypted store for the county', async () => {
    await page.getByRole('heading', { name: 'Kerbside' }).waitFor();
    await lookAt(watched, 'journey-01-welcome');
    await page.getByRole('button', { name: 'Make a store' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'County' }).fill('Kent');
    await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await dialog.getByLabel('Passphrase again').fill(PASSPHRASE);
    await dialog.getByText('I have noted the passphrase').click();
    const file = dialog.getByRole('textbox', { name: 'File' });
    await expect.poll(() => file.inputValue()).toMatch(/kent\.kerbside$/);
    store = await file.inputValue();
    await lookAt(watched, 'journey-02-make-store');
    await dialog.getByRole('button', { name: 'Make store' }).click();
    await page.getByText('No children are loaded yet').waitFor();
    await lookAt(watched, 'journey-03-today-empty');
  });

  it('imports files by choosing them, with a preview and a report each', async () => {
    await goTo(page, 'Data');
    await lookAt(watched, 'journey-04-data-empty');
    for (const [file, rows, kind] of [
      ['postcodes.csv', 301, 'Postcodes'],
      ['schools.csv', 63, 'Schools'],
      ['contracts-2025-26-sample.xlsx', 179, 'Contract register'],
    ] as const) {
      await chooseFiles(page, [join(FIXTURES, file)]);
      await page.getByRole('button', { name: `Import ${rows} rows` }).waitFor();
      await page.getByRole('button', { name: `${kind} Kind of data` }).waitFor();
      await lookAt(watched, `journey-05-preview-${kind.toLowerCase().split(' ')[0] ?? ''}`);
      expect(await runImport(page)).toMatchObject({ read: rows, added: rows });
      await page.getByRole('button', { name: 'Done' }).click();
    }
  });

  it('imports applications dropped on the window, and says what is wrong with each row', async () => {
    await dropFile(page, join(FIXTURES, 'summer-2026-flawed.xlsx'));
    await page.getByRole('button', { name: 'Import 120 rows' }).waitFor();
    await lookAt(watched, 'journey-06-preview-applications');
    const sum = await runImport(page);
    expect(sum).toEqual({ read: 120, added: 114, changed: 0, unchanged: 0, held: 3, refused: 3 });
    await lookAt(watched, 'journey-07-report');
    const report = await save(
      page,
      () => page.getByRole('button', { name: 'Export report as .csv' }).click(),
      folder,
    );
    expect(report.name).toMatch(/\.csv$/);
    expect(new TextDecoder().decode(report.bytes)).toContain('KT26-00025');
    await page.getByRole('tab', { name: 'Refused' }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 3);
  });

  it('changes nothing when the same file comes again', async () => {
    await page.getByRole('button', { name: 'Import more' }).click();
    await chooseFiles(page, [join(FIXTURES, 'summer-2026-flawed.xlsx')]);
    const again = await runImport(page);
    expect(again).toMatchObject({ read: 120, added: 0, changed: 0, unchanged: 114 });
    await page.getByRole('button', { name: 'Decide 3 held rows' }).click();
  });

  it('decides a held row with a reason', async () => {
    await page.getByText('EH1 1YZ').waitFor();
    await lookAt(watched, 'journey-08-held');
    const row = page.getByRole('row', { name: 'KT26-00098' });
    await row.getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason for the decision').fill('Placed out of year by the panel.');
    await lookAt(watched, 'journey-09-decide');
    await dialog.getByRole('button', { name: 'Take into use' }).click();
    await row.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('tab', { name: 'Held' }).innerText()).toContain('2');
  });

  it('shows today, and opens the list behind a number', async () => {
    await goTo(page, 'Today');
    const first = page.getByRole('region', { name: 'Children without transport' });
    const link = first.getByRole('link').first();
    await link.waitFor();
    await lookAt(watched, 'journey-10-today-unplanned');
    const count = (await link.innerText()).replaceAll(/\s+/g, ' ');
    expect(count).toMatch(/^\d+ of 296 children without transport/);
    await link.click();
    const shown = page.locator('.apps-count');
    await expect.poll(() => shown.innerText()).toBe(`${count.split(' ')[0] ?? ''} children match`);
  });

  it('finds a child, changes a field, and the history says so', async () => {
    await goTo(page, 'Applications');
    await expect.poll(() => page.locator('.apps-count').innerText()).toBe('296 children');
    await lookAt(watched, 'journey-11-applications');
    await page.getByLabel('Search children, references').fill('KT26-00008');
    const row = page.getByRole('row', { name: 'KT26-00008' });
    await row.click();
    const child = page.getByRole('complementary', { name: 'Selected child' });
    await child.getByRole('heading', { name: 'Kai Smith-Jones' }).waitFor();
    await lookAt(watched, 'journey-12-child-chosen');
    await row.dblclick();
    await page.getByRole('heading', { level: 1, name: 'Kai Smith-Jones' }).waitFor();
    await lookAt(watched, 'journey-13-case');
    await page.getByRole('button', { name: 'Edit: needs for travel' }).click();
    await page.getByLabel('Equipment').fill('Five-point harness');
    await lookAt(watched, 'journey-14-edit');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'History', exact: true }).click();
    await page.locator('.case-history').getByText('Five-point harness').waitFor();
  });

  it('sets the state of a request, and offers no outcome there', async () => {
    await page.getByRole('button', { name: 'More for this case' }).click();
    await page.getByRole('menuitem', { name: 'Set state' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /State$/ }).click();
    const options = page.getByRole('option');
    await options.first().waitFor();
    for (const words of await options.allInnerTexts()) {
      expect(words).not.toMatch(/Awarded|Part awarded|Refused|Withdrawn|Not ours/);
    }
    await options.last().click();
    await dialog.getByLabel('Note for the history').fill('Rang the school.');
    await dialog.getByRole('button', { name: 'Set state' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.case-history').getByText('Rang the school.').waitFor();
  });

  it('signs a decision on the rules as they stand', async () => {
    await page.getByRole('link', { name: 'Eligibility and decisions' }).click();
    const part = page.getByRole('region', { name: 'Eligibility' });
    await part.getByText('Nearest suitable school').waitFor();
    await page.getByRole('button', { name: /^Sign a (new )?decision$/ }).click();
    const dialog = page.getByRole('dialog');
    await pick(page, 'Outcome', 'Awarded');
    await pick(page, 'Way of travel', 'Personal transport budget');
    await dialog.getByText('needs a parent’s consent').waitFor();
    await pick(page, 'Way of travel', 'Seat in a vehicle');
    await dialog.getByLabel('Reason', { exact: true }).fill('Panel of 9 August.');
    await dialog.getByLabel('Signed by').fill('Rosa Lindqvist');
    await lookAt(watched, 'journey-14-sign');
    await dialog.getByRole('button', { name: 'Sign decision' }).click();
    await dialog.waitFor({ state: 'detached' });
    await part.getByText('Awarded: seat in a vehicle').first().waitFor();
    await part.getByText('Signed by Rosa Lindqvist').waitFor();
    await part.getByText('The facts as they stood').first().click();
    const decision = page.getByRole('region', { name: /^Decision of/ }).first();
    await decision.getByText('Qualifying school').waitFor();
    await lookAt(watched, 'journey-14-signed');
  });

  it('moves the pin of a home', async () => {
    await page.getByRole('link', { name: 'Addresses and school' }).click();
    const pin = page.locator('.kb-pin');
    await pin.scrollIntoViewIfNeeded();
    await settle(page);
    const box = await pin.boundingBox();
    if (box === null) throw new Error('The pin is not drawn.');
    await page.mouse.move(box.x + 14, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 6 });
    await page.mouse.up();
    await page.getByText('The home’s position is moved.').waitFor();
    await page.getByText('Placed by a person').first().waitFor();
    await lookAt(watched, 'journey-15-pin-moved');
  });

  it('plans the county, and shows how far it is', async () => {
    await goTo(page, 'Map');
    await page.getByText('No plan yet').first().waitFor();
    await lookAt(watched, 'journey-16-map-unplanned');
    await page.getByRole('button', { name: 'Plan the county' }).click();
    await lookAt(watched, 'journey-17-plan-dialog');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Plan the county' }).click();
    const progress = page.getByRole('contentinfo', { name: 'Work in progress' });
    await progress.getByRole('progressbar').waitFor();
    await watched.screenshot('journey-18-planning');
    await progress.waitFor({ state: 'detached', timeout: 100_000 });
    await page.getByText('Draft plan').waitFor();
    await page.getByText('Audit passed').waitFor();
    await lookAt(watched, 'journey-19-map-planned');
  });

  it('chooses a school and a route, and reads stops, times and cost', async () => {
    const side = page.getByRole('complementary', { name: 'Schools and findings' });
    await side.getByRole('button', { name: /Five Acre Wood School/ }).click();
    await page.getByRole('complementary', { name: 'Selected school' }).waitFor();
    await lookAt(watched, 'journey-20-map-school');
    await side.locator('.map-row').first().click();
    const inspector = page.getByRole('complementary', { name: 'Selected route' });
    await inspector.getByText('Stops, in pick-up order').waitFor();
    expect(await inspector.locator('.route-stop-time').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^\d\d:\d\d$/),
    );
    const amounts = await inspector.locator('.route-cost td').allInnerTexts();
    const [year, day, ...lines] = amounts.map(penceOf).reverse();
    expect(lines.reduce((sum, line) => sum + line, 0)).toBe(day);
    expect(year).toBeGreaterThan(day ?? 0);
    await lookAt(watched, 'journey-21-map-route');
    await page.getByRole('tab', { name: 'Unallocated' }).click();
    await lookAt(watched, 'journey-22-unallocated');
  });

  it('saves the map as a picture', async () => {
    await page.getByRole('button', { name: 'Picture or print' }).click();
    const picture = await save(
      page,
      () => page.getByRole('button', { name: 'Save as .png' }).click(),
      folder,
    );
    // A4 landscape at 300 dots an inch.
    expect(pictureSize(picture.bytes)).toEqual({ width: 3508, height: 2480 });
    expect(picture.bytes.byteLength).toBeGreaterThan(20_000);
  });

  it('lists the routes', async () => {
    await goTo(page, 'Routes');
    const totals = page.locator('.routes-totals');
    await totals.waitFor();
    await page.getByRole('row').nth(1).click();
    const route = page.getByRole('complementary', { name: 'Selected route' });
    await route.getByText('Stops, in pick-up order').waitFor();
    await lookAt(watched, 'journey-23-routes');
  });

  it('shows what the year costs: parts that add up, and fuel at another price', async () => {
    await goTo(page, 'Costs');
    await page.getByRole('heading', { name: /^Costs of/ }).waitFor();
    await page.getByRole('table', { name: /^Why the cost changed from/ }).waitFor();
    await lookAt(watched, 'journey-24-costs');
    const sums = storeSums(store, PASSPHRASE);
    const bars = page.getByRole('table', { name: /^Why the cost changed from/ });
    const totals = await bars.locator('.costs-total td:nth-child(3)').allInnerTexts();
    expect(penceOf(totals.at(-1) ?? '')).toBe(Math.round(sums.cost_year_pence / 100) * 100);

    await page.getByRole('region', { name: 'Waterfall' }).locator('.chart-box').click({ position: { x: 260, y: 60 } }); // prettier-ignore
    await page.getByRole('dialog', { name: /^Joiners/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /in 2027\/28, est\./ }).click();
    await page.getByRole('heading', { name: /^2027\/28: £.*in 8 of 10 draws between/ }).waitFor();

    await page.getByRole('tab', { name: 'Itemised' }).click();
    await lookAt(watched, 'journey-25-itemised');
    await page.getByRole('tab', { name: 'Breakdown' }).click();
    await page.getByText('All rows are the headline, to the penny.').waitFor();
    const year = page.locator('.costs-totals dd').nth(2);
    expect(penceOf(await year.innerText())).toBe(sums.cost_year_pence);
    await lookAt(watched, 'journey-26-breakdown');
    await page.getByRole('grid', { name: 'Cost by school' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^All rows are those of .*, to the penny\./).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Cost by client'); // prettier-ignore
    await page.getByRole('button', { name: /back to all$/ }).click();
    await page.getByText('All rows are the headline, to the penny.').waitFor();
    await page.getByRole('tab', { name: 'Placement' }).click();
    await lookAt(watched, 'journey-27-placement');

    await page.getByRole('tab', { name: 'Prices', exact: true }).click();
    await page.getByRole('link', { name: 'Another pump price', exact: true }).click();
    const slider = page.getByRole('slider', { name: 'Diesel at the pump' });
    const sentence = page
      .getByRole('region', { name: 'Diesel at another price' })
      .locator('output.costs-sentence');
    const before = await sentence.innerText();
    const box = await slider.boundingBox();
    if (box === null) throw new Error('The slider is not drawn.');
    await page.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2);
    await expect.poll(() => sentence.innerText()).not.toBe(before);
    await lookAt(watched, 'journey-28-fuel');
    await page.getByRole('tab', { name: 'Assumptions and sources' }).click();
    await lookAt(watched, 'journey-29-assumptions');
  });

  it('exports a workbook whose sums are the store’s, to the penny', async () => {
    const sums = storeSums(store, PASSPHRASE);
    const book = await save(
      page,
      () => page.getByRole('button', { name: 'Export .xlsx' }).click(),
      folder,
    );
    const tables = await bookSums(book.path);
    expect(tables.map(({ sheet }) => sheet)).toEqual(
      expect.arrayContaining(['By school', 'By district', 'Routes']),
    );
    for (const table of tables) expect(table).toMatchObject(sums);
  });

  it('exports a table, and a paper of two pages and an appendix', async () => {
    const table = await save(
      page,
      () => page.getByRole('button', { name: 'Export .csv' }).click(),
      folder,
    );
    expect(csvSums(table.bytes)).toEqual(storeSums(store, PASSPHRASE));
    const paper = await save(
      page,
      () => page.getByRole('button', { name: 'Export .pdf' }).click(),
      folder,
    );
    const pages = pagesOf(paper.path);
    if (pages !== null) expect(pages[2]).toContain('Appendix: every figure');
    expect(pages?.[0] ?? 'Cost pressure summary').toContain('Cost pressure summary');
    await lookAt(watched, 'journey-30-exported');
  });

  it('backs up, and restores by choosing a back-up', async () => {
    await goTo(page, 'Data');
    await page.getByRole('tab', { name: 'Back-ups' }).click();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('The store is backed up').first().waitFor();
    await lookAt(watched, 'journey-31-backups');

    // Something changes after the back-up, and is undone by it.
    await goTo(page, 'Applications');
    await page.getByLabel('Search children, references').fill('KT26-00008');
    await page.getByRole('row', { name: 'KT26-00008' }).dblclick();
    await page.getByRole('button', { name: 'Edit: child and home' }).click();
    await page.getByLabel('Telephone').fill('01632 960999');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('dd').getByText('01632 960999').waitFor();

    await goTo(page, 'Data');
    await page.getByRole('tab', { name: 'Back-ups' }).click();
    await page.getByRole('button', { name: 'Restore' }).first().click();
    await lookAt(watched, 'journey-32-restore');
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
    await page.getByText(/^The store is as it was on/).waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByText('01632 960716', { exact: true }).waitFor();
  });

  it('opens again with the passphrase only, and everything is still there', async () => {
    const sums = storeSums(store, PASSPHRASE);
    await watched.close();
    watched = await openInBrowser({ bare: true, folder });
    ({ page } = watched);
    await page.getByRole('button', { name: /kent\.kerbside/ }).click();
    await enter('quite another passphrase');
    await page.getByText('The store could not be opened with this passphrase.').waitFor();
    await lookAt(watched, 'journey-33-wrong-passphrase');
    await enter(PASSPHRASE);
    await page.getByRole('region', { name: 'Children without transport' }).waitFor();
    await lookAt(watched, 'journey-34-today-planned');
    expect(storeSums(store, PASSPHRASE)).toEqual(sums);
    await goTo(page, 'Applications');
    await expect.poll(() => page.locator('.apps-count').innerText()).toBe('296 children');
  });

  async function enter(passphrase: string): Promise<void> {
    await page.getByRole('dialog').getByLabel('Passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Open store' }).click();
  }
});
