/** Frames of the map while it is panned and zoomed over the densest district, with a base map beside the store and with the built-in one. */
import type { Browser, Page } from 'playwright-core';
import { dropMap, mapPathOf } from '../../electron/files/map-beside.ts';
import { countyBounds } from '../../renderer/features/map/bounds.ts';
import type { Bounds } from '../../renderer/map/view.ts';
import { worldSize, worldX, worldY } from '../../renderer/map/mercator.ts';
import type { MapData } from '../../shared/api/views/map.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Position } from '../../shared/geo/position.ts';
import { openBench } from './casework-store.ts';
import { cutInventedMap } from './invented-map.ts';
import type { Figure } from './measure.ts';
import { serve, stop } from './serve.ts';

/** Zoom levels of the script, five seconds each. */
const ZOOMS = [8, 10, 12, 14] as const;
const STAGE_MS = 5000;
/** The figure is the frame that 95 in 100 are shorter than. */
const PART = 0.95;
const TARGET_MS = 33;
const RUNS = 3;

/** A planned store of 20,000 homes. The map beside it is made here and taken away again. */
export async function benchMap(browser: Browser, store: string): Promise<readonly Figure[]> {
  const county = countyOf(store);
  const about = `${county.homes.toLocaleString('en-GB')} homes, ${county.routes.toLocaleString('en-GB')} routes, headless Chromium without a GPU`;
  const tiles = cutInventedMap(county.dense, mapPathOf(store));
  const out: Figure[] = [];
  const add = (name: string, note: string, runs: readonly (readonly number[])[]): void => {
    out.push({ name, unit: 'ms', runs: runs.map(longFrame), target: TARGET_MS, note });
  };
  add(
    'map of the county: 95 in 100 frames within',
    `${about}; invented base map of ${tiles} tiles`,
    await panAndZoom(browser, store, county, ''),
  );
  add(
    'map of one school: 95 in 100 frames within',
    `${about}; ${county.school.routes} of them drawn; the same base map`,
    await panAndZoom(browser, store, county, `?school=${county.school.urn}`),
  );
  dropMap(store);
  add(
    'map with the built-in ground: 95 in 100 within',
    about,
    await panAndZoom(browser, store, county, ''),
  );
  return out;
}

interface County {
  readonly homes: number;
  readonly routes: number;
  /** The middle of the district whose homes lie thickest. */
  readonly dense: Position;
  /** The school with the most routes. */
  readonly school: { readonly urn: number; readonly routes: number };
}

function countyOf(file: string): County {
  const store = openBench(file);
  try {
    const homes = store.clients.all();
    const byDistrict = Map.groupBy(homes, ({ district_code }) => district_code ?? '');
    const dense = [...byDistrict.entries()]
      .filter(([code, list]) => code !== '' && list.length > 100)
      .map(([, list]) => spread(list))
      .reduce((a, b) => (b.density > a.density ? b : a));
    const routes = store.plans.current()?.routes ?? [];
    const bySchool = Map.groupBy(routes, ({ school_urn }) => school_urn ?? 0);
    const [urn, most] = [...bySchool].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    return {
      homes: homes.length,
      routes: routes.length,
      dense: dense.middle,
      school: { urn, routes: most.length },
    };
  } finally {
    store.close();
  }
}

/** The middle of some homes, and how many lie in the box of their middle half. */
function spread(homes: readonly { readonly lat: number | null; readonly lon: number | null }[]) {
  const sorted = (values: readonly (number | null)[]): readonly number[] =>
    values.flatMap((value) => value ?? []).sort((a, b) => a - b);
  const [lats, lons] = [sorted(homes.map(({ lat }) => lat)), sorted(homes.map(({ lon }) => lon))];
  const at = (list: readonly number[], part: number): number =>
    list[Math.floor(list.length * part)] ?? 0;
  const size = (list: readonly number[]): number => at(list, 0.75) - at(list, 0.25);
  return {
    middle: { lat: at(lats, 0.5), lon: at(lons, 0.5) },
    density: homes.length / (size(lats) * size(lons)),
  };
}

/** The frame in milliseconds that 95 in 100 are shorter than. */
function longFrame(frames: readonly number[]): number {
  return frames.toSorted((a, b) => a - b)[Math.ceil(frames.length * PART) - 1] ?? Number.NaN;
}

async function panAndZoom(
  browser: Browser,
  store: string,
  { dense }: County,
  query: string,
): Promise<readonly (readonly number[])[]> {
  const served = await serve(store);
  try {
    const runs: (readonly number[])[] = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await openMap(page, served.url, { dense, query });
      runs.push(await script(page));
      await page.close();
    }
    return runs;
  } finally {
    await stop(served.process);
  }
}

/** Opens the map anew, far out, and draws the dense district into its middle; a school stands in the middle of its own map. */
async function openMap(
  page: Page,
  url: string,
  { dense, query }: { readonly dense: Position; readonly query: string },
): Promise<void> {
  await page.goto(url);
  await page.getByText('children without transport').first().waitFor();
  const answer = page.waitForResponse('**/api/map/data');
  await page.keyboard.press('Control+3');
  const data = (await (await answer).json()) as Result<MapData>;
  if (!data.ok) throw new Error(data.error.cause);
  const away = query === '' ? pixelsFrom(countyBounds(data.value), dense) : [0, 0];
  const map = page.locator('.leaflet-container');
  await map.waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/map${query}`);
  await page.waitForTimeout(1500);
  await map.focus();
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('-');
    await page.waitForTimeout(350);
  }
  await page.keyboard.press('+');
  await page.waitForTimeout(800);
  const box = await map.boundingBox();
  if (box === null) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const [right = 0, down = 0] = away;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - right, y - down, { steps: 4 });
  // Held still for a moment, so that it does not glide on.
  await page.waitForTimeout(400);
  await page.mouse.up();
  await page.waitForTimeout(800);
}

/** How far right and down of the middle of a box a place lies at the first zoom, in pixels. */
function pixelsFrom(bounds: Bounds, place: Position): readonly number[] {
  const size = worldSize(ZOOMS[0]);
  return [
    (worldX(place.lon) - (worldX(bounds.west) + worldX(bounds.east)) / 2) * size,
    (worldY(place.lat) - (worldY(bounds.north) + worldY(bounds.south)) / 2) * size,
  ];
}

/** Pans in circles of a drag a stage, zooming between stages by key. Returns the milliseconds from each frame to the next. */
async function script(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    async ({ zooms, stage }) => {
      const map = document.querySelector<HTMLElement>('.leaflet-container');
      if (map === null) throw new Error('There is no map.');
      const box = map.getBoundingClientRect();
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const mouse = (type: string, x: number, y: number): void => {
        const target = type === 'mousedown' ? map : document;
        const at = { clientX: box.x + x, clientY: box.y + y, button: 0, buttons: 1 };
        target.dispatchEvent(new MouseEvent(type, { ...at, bubbles: true, cancelable: true }));
      };
      const frames: number[] = [];
      let last = await frame();
      for (const [index, zoom] of zooms.entries()) {
        const ends = last + stage;
        const steps = index === 0 ? 0 : zoom - (zooms[index - 1] ?? zoom);
        for (let step = 0; step < steps; step++) {
          map.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true }));
          const until = last + 400;
          while (last < until) {
            const now = await frame();
            frames.push(now - last);
            last = now;
          }
        }
        const [x, y] = [box.width / 2, box.height / 2];
        const began = last;
        mouse('mousedown', x, y);
        while (last < ends) {
          const now = await frame();
          frames.push(now - last);
          last = now;
          // One round of 220 pixels' radius in 2.5 seconds: some 550 pixels a second, a brisk drag.
          const turn = ((now - began) / 2500) * 2 * Math.PI;
          mouse('mousemove', x + 220 * (Math.cos(turn) - 1), y + 220 * Math.sin(turn));
        }
        mouse('mouseup', x, y);
      }
      return frames;
    },
    { zooms: ZOOMS, stage: STAGE_MS },
  );
}
