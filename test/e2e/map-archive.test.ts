/** A map that the council already has: dropped on the window, drawn, remembered the next time, and given up again. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTileTable, type NewTile } from '../../db/tile-table.ts';
import { buildStale } from '../../electron/build.ts';
import { mapPathOf } from '../../electron/files/map-beside.ts';
import { makeBaseMap } from '../../electron/files/osm/make-base-map.ts';
import { openTileArchive } from '../../electron/files/tile-archive.ts';
import { silent } from '../../electron/jobs/context.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { COAST_BOX, inventedCoast } from '../helpers/invented-coast.ts';
import { dropFile, goTo, lookAt } from '../helpers/journey.ts';
import { osmFile } from '../helpers/osm-writer.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-archive-'));
const PMTILES = join(REAL_DATA ?? '', 'basemap/stamen_toner_raster_z3.pmtiles');

/** An archive of vector tiles made elsewhere: our own tiles under another maker's name. */
async function countyArchive(): Promise<string> {
  const extract = join(folder, 'coast.osm.pbf');
  writeFileSync(extract, osmFile(inventedCoast()));
  const ours = join(folder, 'ours.map');
  const cut = await makeBaseMap(
    { extract, out: ours, name: 'ours', map_on: '', box: COAST_BOX },
    silent,
  );
  if (!cut.ok) throw new Error(cut.error.cause);
  const archive = await openTileArchive(ours);
  if (!archive.ok) throw new Error(archive.error.cause);
  const { info, tile, close } = archive.value;
  const tiles: NewTile[] = [];
  for (let z = info.minzoom; z <= 12; z++) {
    const side = 2 ** z;
    const [left, right] = [info.bounds.west, info.bounds.east].map((lon) => Math.floor(((lon + 180) / 360) * side)); // prettier-ignore
    for (let x = left ?? 0; x <= (right ?? 0); x++)
      for (let y = 0; y < side; y++) {
        const data = await tile(z, x, y);
        if (data !== null) tiles.push({ z, x, y, data: gzipSync(data) });
      }
  }
  await close();
  const path = join(folder, 'county.mbtiles');
  const facts = { name: 'The county’s own map', format: 'pbf', bounds: COAST_BOX.join(','), attribution: '© Testshire' }; // prettier-ignore
  writeTileTable(path, facts, tiles);
  return path;
}

describe.skipIf(CHROMIUM === null)('a map archive of the council’s (needs Chromium)', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;

  const open = async (): Promise<void> => {
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  };
  const baseMap = () => page.locator('section', { has: page.getByRole('heading', { name: 'Base map', exact: true }) }).last(); // prettier-ignore
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(60);
    await open();
  }, 120_000);
  afterAll(async () => {
    await watched.close();
    demo.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is taken in by dropping the file anywhere, and drawn', { timeout: 60_000 }, async () => {
    await dropFile(page, await countyArchive());
    await baseMap().getByText('The county’s own map').waitFor();
    await baseMap().getByText('Elsewhere').waitFor();
    expect(existsSync(mapPathOf(demo.path))).toBe(true);
    await lookAt(watched, 'map-archive');
    await goTo(page, 'Map');
    await page.locator('canvas.leaflet-tile-loaded').first().waitFor();
    await page.getByText('Map: © Testshire').waitFor();
  });

  it('is there again the next time', { timeout: 60_000 }, async () => {
    await watched.close();
    await open();
    await goTo(page, 'Map');
    await page.locator('canvas.leaflet-tile-loaded').first().waitFor();
    await page.getByText('Map: © Testshire').waitFor();
  });

  it.skipIf(!existsSync(PMTILES))('gives way to a .pmtiles that is dropped', async () => {
    await dropFile(page, PMTILES);
    await baseMap().getByText('Picture tiles').waitFor();
    expect(await baseMap().innerText()).not.toContain('The county’s own map');
  });

  it('is given up by a button, for the built-in map', { timeout: 60_000 }, async () => {
    await goTo(page, 'Data');
    await page.getByRole('tab', { name: /^Map/ }).click();
    await baseMap().getByRole('button', { name: 'Use the built-in map' }).click();
    await page.getByText('The built-in map is drawn again.').waitFor();
    await baseMap().getByText('true to about a kilometre').waitFor();
    expect(existsSync(mapPathOf(demo.path))).toBe(false);
    await goTo(page, 'Map');
    await page.locator('.kb-map').first().waitFor();
    expect(await page.locator('canvas.leaflet-tile-loaded').count()).toBe(0);
  });
});
