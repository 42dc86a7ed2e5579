/** What a person does with Kerbside's window, for the journeys: go, choose, drop, look, save. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { Download, Page } from 'playwright-core';
import type { Watched } from './browser.ts';
import { ROOT } from './served-store.ts';

/** The project's own files to import. */
export const FIXTURES = join(ROOT, 'test/fixtures/files');

/** Seven places as the rail names them. */
export type PlaceLabel =
  'Today' | 'Applications' | 'Map' | 'Routes' | 'Providers' | 'Costs' | 'Data';

/** Goes to a place by the rail. */
export async function goTo(page: Page, place: PlaceLabel): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place });
  await link.click();
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
}

/** Writes the screen in light and in dark, and leaves it light. */
export async function lookAt(watched: Watched, name: string): Promise<void> {
  await settle(watched.page);
  await watched.screenshot(`${name}-light`);
  await watched.page.emulateMedia({ colorScheme: 'dark' });
  await settle(watched.page);
  await watched.screenshot(`${name}-dark`);
  await watched.page.emulateMedia({ colorScheme: 'light' });
}

/** Waits until nothing is being fetched or drawn. */
export async function settle(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Chooses files by the system's own dialog, as the first import on a screen. */
export async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([...paths]);
}

/** Drops a file on the window. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const content = readFileSync(path).toString('base64');
  const transfer = await page.evaluateHandle(
    ({ base64, name }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const given = new DataTransfer();
      given.items.add(new File([bytes], name));
      return given;
    },
    { base64: content, name: basename(path) },
  );
  const body = page.locator('body');
  await body.dispatchEvent('dragover', { dataTransfer: transfer });
  await page.getByText('Drop to import').waitFor();
  await body.dispatchEvent('drop', { dataTransfer: transfer });
}

/** The sum line of an import's report. */
export interface ReportSum {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly held: number;
  readonly refused: number;
}

/** Starts the import that is previewed, waits for its report and gives its counts, which must add up. */
export async function runImport(page: Page): Promise<ReportSum> {
  await page.getByRole('button', { name: /^Import (about )?[\d,]+ rows?$/ }).click();
  const report = page.getByRole('region', { name: 'Import report' });
  await report.waitFor();
  const words = await report.locator('.data-sum').innerText();
  const count = (label: string): number => {
    const found = new RegExp(`([\\d,]+)\\s+${label}\\b`).exec(words);
    if (found?.[1] === undefined) throw new Error(`No count of ${label} in: ${words}`);
    return Number(found[1].replaceAll(',', ''));
  };
  const sum = {
    read: count('read'),
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    held: count('held'),
    refused: count('refused'),
  };
  expect(sum.added + sum.changed + sum.unchanged + sum.held + sum.refused).toBe(sum.read);
  return sum;
}

/** A file that was handed to the person. */
export interface Saved {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Presses something that saves a file, and keeps it in a folder. */
export async function save(page: Page, press: () => Promise<void>, folder: string): Promise<Saved> {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    press(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

/** Chooses an option of a Select by its label. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Pence in a text such as `£1,234.56`. */
export function penceOf(text: string): number {
  const found = /([−-]?)£?([\d,]+)(?:\.(\d\d))?/.exec(text);
  if (found?.[2] === undefined) throw new Error(`No amount in: ${text}`);
  const pence = Number(found[2].replaceAll(',', '')) * 100 + Number(found[3] ?? 0);
  return found[1] === '' ? pence : -pence;
}
