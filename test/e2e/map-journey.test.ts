import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { dropFile, goTo, lookAt, save, settle } from '../helpers/journey.ts';
import { makeRutlandStore, RUTLAND } from '../helpers/rutland-store.ts';

/** How many tiles hold a dozen colours and more: a drawn map, not a blank one. */
async function drawnTiles(page: Page): Promise<number> {
  return page.evaluate(() => {
    const tiles = [...document.querySelectorAll<HTMLCanvasElement>('.kb-map-tiles canvas')];
    return tiles.filter((canvas) => {
      const ctx = canvas.getContext('2d');
      const { data } = ctx?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const seen = new Set<string>();
      for (let i = 0; i < data.length && seen.size < 12; i += 400)
        seen.add(`${data[i] ?? 0} ${data[i + 1] ?? 0} ${data[i + 2] ?? 0}`);
      return seen.size >= 12;
    }).length;
  });
}

/** Width and height of a .png, from its header. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

// Needs Chromium, and the extract of Rutland beside the project: skipped, and counted, without them.
describe.skipIf(CHROMIUM === null || RUTLAND === null)('roads and map from one extract', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-map-'));
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    const store = join(folder, 'rutland.kerbside');
    makeRutlandStore(store);
    watched = await openInBrowser({ store });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await watched.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are imported by dropping the file anywhere, with a report', { timeout: 90_000 }, async () => {
    await dropFile(page, RUTLAND ?? '');
    await page.getByRole('button', { name: 'Import roads and map' }).click();
    const report = page.getByRole('region', { name: 'Report of the import' });
    await report.waitFor({ timeout: 60_000 });
    expect(await report.innerText()).toMatch(/8,049 roads between 6,664 junctions/);
    await page.getByText('districts of the county and 3.0 miles around').first().waitFor();
    await lookAt(watched, 'map-import');
  });

  it(
    'are drawn, with routes along the roads and the reach of a school',
    { timeout: 90_000 },
    async () => {
      await goTo(page, 'Map');
      await page.getByText('The plan was made with estimated distances').waitFor();
      await expect.poll(() => drawnTiles(page), { timeout: 20_000 }).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Layers' }).click();
      await page.getByText('Within 45 and 75 minutes of a school').click();
      await page.getByText('Choose a school to see from where it is reached.').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Oakham Vale School/ }).click();
      await page.getByText('Routes follow the roads').waitFor();
      await page.getByText('Reach: By road in the morning peak').waitFor();
      await lookAt(watched, 'map-reach');
    },
  );

  it('measures a road by two clicks, and anew by a third', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    const panel = page.getByRole('region', { name: 'Measure' });
    await panel.getByText('Click the start').waitFor();
    const box = await page.locator('.leaflet-container').boundingBox();
    if (box === null) throw new Error('no map');
    const at = (a: number, b: number): Promise<void> =>
      page.mouse.click(box.x + box.width * a, box.y + box.height * b);
    await at(0.6, 0.4);
    await panel.getByText('Click the end').waitFor();
    await at(0.65, 0.6);
    await panel.getByText('In the morning peak', { exact: true }).waitFor();
    const words = await panel.innerText();
    const miles = (label: string): number =>
      Number(new RegExp(`${label}\\s+([\\d.]+) mile`).exec(words)?.[1]);
    expect(miles('Road, by car')).toBeGreaterThanOrEqual(miles('Straight line'));
    expect(miles('Walking')).toBeGreaterThanOrEqual(miles('Straight line'));
    expect(words).toMatch(/rutland_2018\.osm\.pbf, map of/);
    await page.getByText('Measured by car').waitFor();
    await lookAt(watched, 'map-measure');
    await at(0.7, 0.5);
    await panel.getByText('Click the end').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Select', exact: true }).waitFor();
  });

  it('lets homes be selected by a line, and opened as a list', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Draw a line around homes' }).click();
    const box = await page.locator('.kb-map-lasso').boundingBox();
    if (box === null) throw new Error('nothing to draw on');
    const { x, y, width, height } = box;
    const corners = [[0.02, 0.02], [0.6, 0.02], [0.6, 0.98], [0.02, 0.98]] as const; // prettier-ignore
    await page.mouse.move(x + width * 0.02, y + height * 0.02);
    await page.mouse.down();
    for (const [a, b] of corners)
      await page.mouse.move(x + width * a, y + height * b, { steps: 4 });
    await page.mouse.up();
    const words = await page.getByText(/^\d+ children selected$/).innerText();
    const count = Number.parseInt(words, 10);
    // Thirty go to this school; the line leaves those in the east out.
    expect(count).toBeGreaterThan(5);
    expect(count).toBeLessThan(30);
    await lookAt(watched, 'map-selected');
    await page.getByRole('button', { name: 'Open in Applications' }).click();
    await page.getByText(`${count} children match`).waitFor();
    await page.getByRole('button', { name: 'Show on the map' }).click();
    await page.getByText(`${count} children selected`).waitFor();
  });

  it('keeps its bar in one row and every tab whole', { timeout: 60_000 }, async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.locator('.map-list .map-row').first().click();
    await page.locator('.app-inspector').waitFor();
    await settle(page);
    const bar = await page.locator('.map-bar').boundingBox();
    // A row of 32 px, 8 px above and below, and a line.
    expect(bar?.height).toBeLessThan(56);
    await page.getByRole('button', { name: 'Layers' }).click();
    await page.getByText('Children without a route are always shown').waitFor();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 900, height: 900 });
    await settle(page);
    const list = await page.locator('.map-side .k-tab-list').boundingBox();
    const last = await page.getByRole('tab', { name: 'Selected' }).boundingBox();
    if (list === null || last === null) throw new Error('no tabs');
    expect(last.x + last.width).toBeLessThanOrEqual(list.x + list.width);
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  it('says the same as a table, with how long to school', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page.getByRole('table', { name: 'Selected homes' }).waitFor();
    expect(await page.getByText('within 45 min').count()).toBeGreaterThan(5);
    const press = (): Promise<void> => page.getByRole('button', { name: 'Save as .csv' }).click();
    const { name, bytes } = await save(page, press, folder);
    expect(name).toBe('kerbside-map-homes.csv');
    const [head, first] = new TextDecoder().decode(bytes).replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('client,state,school,straight_m,reach,lat,lon');
    expect(first).toMatch(
      /^\d+,"Planned, not confirmed",Oakham Vale School,\d+(\.\d+)?,within 45 min,52\./,
    );
    await page.getByRole('button', { name: 'Show as map' }).click();
  });

  it('goes on paper at 300 dots an inch', { timeout: 90_000 }, async () => {
    await settle(page);
    await page.getByRole('button', { name: 'Picture or print' }).click();
    const press = (): Promise<void> => page.getByRole('button', { name: 'Save as .png' }).click();
    const { bytes, path } = await save(page, press, folder);
    // A4 landscape: 297 x 210 mm.
    expect(sizeOf(bytes)).toEqual([3508, 2480]);
    expect(readFileSync(path).includes('pHYs')).toBe(true);
    await page.getByRole('button', { name: 'Picture or print' }).click();
    const print = (): Promise<void> => page.getByRole('button', { name: 'Print as .pdf' }).click();
    const paper = await save(page, print, folder);
    expect(paper.name).toMatch(/-a4-.*\.pdf$/);
    const pdf = Buffer.from(paper.bytes).toString('latin1');
    expect(pdf.startsWith('%PDF')).toBe(true);
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
  });
});
