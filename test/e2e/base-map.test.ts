/** Pictures of the base map cut from an invented extract, in both themes and at two zooms, held to those kept in `test/golden/files`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { mapPathOf } from '../../electron/files/map-beside.ts';
import { makeBaseMap } from '../../electron/files/osm/make-base-map.ts';
import { silent } from '../../electron/jobs/context.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { compare, likeness } from '../helpers/golden-picture.ts';
import { COAST_BOX, inventedCoast } from '../helpers/invented-coast.ts';
import { goTo, settle } from '../helpers/journey.ts';
import { osmFile } from '../helpers/osm-writer.ts';
import { TEST_DAY } from '../helpers/served-store.ts';

/**
 * Share of cells that may be another: letters take up 3 in a thousand and may be drawn a little otherwise. Tried by leaving layers out of the
 * extract: without its railway 9 in a thousand are another, without its rivers 12, in at least one of the pictures.
 */
const MAY_DIFFER = 0.004;

/** How late the map's answers come. */
const LATE_MS = 400;

const folder = mkdtempSync(join(tmpdir(), 'kerbside-base-map-'));
let watched: Watched;

/** A store whose one district is the extract's box, so that the map opens on it. */
async function countyByTheSea(): Promise<string> {
  const path = join(folder, 'coast.kerbside');
  const made = createStore(path, { county: 'Testshire', demo: true, own_day: TEST_DAY });
  if (!made.ok) throw new Error(made.error.cause);
  const [west, south, east, north] = COAST_BOX;
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]; // prettier-ignore
  made.value.write({ who: 'Tester', why: 'a county by the sea' }, () => {
    made.value.districts.upsertMany([
      {
        code: 'E07000999',
        name: 'Testshire',
        own: true,
        // Its name stands where nothing is looked at.
        lat: 50.5,
        lon: 0.1,
        boundary: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
      },
    ]);
  });
  made.value.close();
  const extract = join(folder, 'coast.osm.pbf');
  writeFileSync(extract, osmFile(inventedCoast()));
  const map = { extract, out: mapPathOf(path), name: 'coast.osm.pbf', map_on: '', box: COAST_BOX };
  const cut = await makeBaseMap(map, silent);
  if (!cut.ok) throw new Error(cut.error.cause);
  return path;
}

/** The map's box once no more of it changes. */
async function picture(page: Page): Promise<Buffer> {
  await settle(page);
  const box = page.locator('.leaflet-container');
  let before = await box.screenshot();
  for (let tries = 0; tries < 40; tries++) {
    await setTimeout(350);
    const now = await box.screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('The map never came to rest.');
}

describe.skipIf(CHROMIUM === null)('the base map (needs Chromium)', () => {
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    watched = await openInBrowser({
      store: await countyByTheSea(),
      width: 1000,
      height: 700,
      ownChromium: true,
    });
    // A host that has just answered for another file answers before the map has found its zoom, and Chromium then scales the tiles by the nearest
    // point instead of smoothly. Late answers come as a first start's do.
    await watched.page.route('**/api/map/**', async (route) => {
      await setTimeout(LATE_MS);
      await route.continue();
    });
    await goTo(watched.page, 'Map');
    await watched.page.locator('canvas.leaflet-tile-loaded').first().waitFor();
    // What lies over the map is no part of it.
    await watched.page.evaluate(() => {
      for (const over of document.querySelectorAll<HTMLElement>('.kb-map-corner'))
        over.style.visibility = 'hidden';
    });
  });
  afterAll(async () => {
    await watched.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is drawn as in the pictures kept, in both themes and at two zooms', async () => {
    const { page } = watched;
    const seen: Buffer[] = [];
    for (const zoom of ['far', 'near'] as const) {
      if (zoom === 'near') {
        await page.locator('.leaflet-container').focus();
        await page.keyboard.press('+');
        await setTimeout(400);
        await page.keyboard.press('+');
      }
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await setTimeout(400);
        const now = await picture(page);
        seen.push(now);
        const { changed, written } = await likeness(page, `base-map-${zoom}-${theme}`, now);
        expect(changed, `${zoom}, ${theme}: look at ${written ?? 'nothing'}`).toBeLessThan(
          MAY_DIFFER,
        );
      }
    }
    // The measure itself: light is not dark, far is not near.
    const [farLight, farDark, nearLight] = seen;
    if (farLight === undefined || farDark === undefined || nearLight === undefined)
      throw new Error('No pictures.');
    expect(await compare(page, farLight, farDark)).toBeGreaterThan(0.9);
    expect(await compare(page, farLight, nearLight)).toBeGreaterThan(0.2);
  });
});
