import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openArchive, WORKBOOK_LIMITS } from '../../electron/files/open-archive.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { save } from '../helpers/journey.ts';

/** What is typed for the first lot of the workbook, its row 9: pounds a day with any assistant, and a vehicle. */
const PRICE = 123.5;
const [PRICE_CELL, ASSISTANT_CELL, VEHICLE_CELL] = ['E9', 'F9', 'J9'] as const;

/** Routes put out as lots, a bid brought in from the workbook that was given out; then a closed tender marked and awarded. */
describe.skipIf(CHROMIUM === null)('tenders', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-tender-'));

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
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a lot of a route marked, says why the other is left out, and shows what bidders are told', async () => {
    await page.keyboard.press('Control+4');
    await page.evaluate(() => {
      window.location.hash = '#/routes';
    });
    const boxes = page.getByRole('checkbox', { name: /route / });
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await page.getByRole('button', { name: 'Put 2 routes out to tender…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put 1 route out to tender' });
    await dialog.getByText('1 route left out').waitFor();
    await dialog.getByText(/is let to .+ until/).waitFor();
    await dialog.getByRole('textbox', { name: /^Title/ }).fill('One route');
    await dialog.getByRole('textbox', { name: /Others/ }).fill('Quillwright Cars');
    await dialog.getByRole('textbox', { name: 'Put out by' }).fill('S Clarke');
    await dialog.getByRole('button', { name: 'Put out', exact: true }).click();
    await page.getByRole('heading', { name: /: One route/ }).waitFor();
    const told = page.getByRole('region', { name: 'What is asked for' });
    await told.getByText(/a day by the rate card/).waitFor();
    expect(await page.getByRole('tab', { name: /^Lots and bids/ }).innerText()).toMatch(/1$/); // prettier-ignore
  });

  it('takes a bid in from the workbook as it was filled in', async () => {
    const write = page.getByRole('button', { name: 'Write the files' });
    const files = await save(page, () => write.click(), folder);
    const book = join(folder, 'bid.xlsx');
    writeFileSync(book, await filledIn(files.bytes));
    await page.getByRole('button', { name: 'Bring bids in…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles(book);
    await dialog.getByRole('button', { name: 'Bring 1 file in' }).click();
    await dialog.getByText('1 bid read: 1 new').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const bid = page.getByRole('region', { name: 'Bid of Quillwright Cars' });
    await bid.getByText('£123.50').waitFor();
    // Nobody is awarded anything while others may still bid.
    expect(await bid.getByRole('button', { name: /^Award to/ }).getAttribute('aria-disabled')).toBe('true'); // prettier-ignore
  });

  it('marks the answer that nobody marked, and keeps the mark', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/providers/tenders/1';
    });
    await page.getByRole('tab', { name: 'Quality' }).click();
    const mark = page.getByRole('button', { name: 'Mark…' });
    expect(await mark.count()).toBe(1);
    await mark.click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox', { name: /^Why this mark/ })
      .fill('Names a time and a person.');
    await dialog.getByRole('button', { name: 'Give the mark' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await mark.waitFor({ state: 'detached' });
  });

  it('awards a lot to its first bid, which is no transport until its provider confirms', async () => {
    await page.getByRole('tab', { name: /^Lots and bids/ }).click();
    const first = page.getByRole('button', { name: /^Award to/ }).first();
    const winner = /^Award to (.+)…$/.exec(await first.innerText())?.[1] ?? 'nobody';
    await first.click();
    const dialog = page.getByRole('dialog');
    const why = dialog.getByRole('textbox', { name: 'Why this bid' });
    if ((await why.inputValue()) === '') await why.fill('Read, and first all the same.');
    await dialog.getByRole('button', { name: 'Award the lot' }).click();
    const lot = page.getByRole('complementary', { name: /^Lot T2026-01/ });
    await lot.getByText(`Awarded to ${winner}, contract`).waitFor();
    await lot.getByText('Not confirmed by the provider').waitFor();
    await page.getByRole('button', { name: 'Tenders', exact: true }).click();
    await page.getByRole('row').filter({ hasText: 'T2026-01' }).getByText(/^1 of \d+$/).waitFor(); // prettier-ignore
  });
});

/** The one workbook of the archive, with a price for its first lot as a provider would type it. */
async function filledIn(archive: Uint8Array): Promise<Uint8Array> {
  const opened = await openArchive({ name: 'files.zip', source: { bytes: archive } }, WORKBOOK_LIMITS); // prettier-ignore
  if (!opened.ok) throw new Error(opened.error.cause);
  const entry = opened.value.entries.find(({ name }) => name.endsWith('.xlsx'));
  if (entry === undefined) throw new Error('No workbook was written.');
  const chunks: Uint8Array[] = [];
  for await (const chunk of await entry.open()) chunks.push(chunk as Uint8Array);
  opened.value.close();
  const book = new Workbook();
  await book.xlsx.load(Buffer.concat(chunks));
  const sheet = book.getWorksheet('Bid');
  if (sheet === undefined) throw new Error('The workbook has no sheet Bid.');
  sheet.getCell(PRICE_CELL).value = PRICE;
  sheet.getCell(ASSISTANT_CELL).value = 0;
  sheet.getCell(VEHICLE_CELL).value = 'Taxi';
  return new Uint8Array(await book.xlsx.writeBuffer());
}
