/** A stop dragged on the map to another route, with the audit answering at the pointer; and the same by the keyboard alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { routeBounds } from '../../renderer/features/map/bounds.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore } from '../helpers/demo-store.ts';
import { goTo, lookAt } from '../helpers/journey.ts';
import { enterOn, press, tabTo } from '../helpers/keyboard.ts';
import { mapPixels } from '../helpers/map-pixels.ts';

interface Spot {
  readonly lat: number;
  readonly lon: number;
}
interface Drawn {
  readonly id: number;
  readonly ref: string;
  /** Homes in pick-up order. */
  readonly homes: readonly Spot[];
}

/** A new route with company whose homes may all be shown, and another to the same school. */
function pairIn(path: string) {
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const drawn = ({ id, ref, stops }: PlannedRoute): Drawn | null => {
    const homes = stops.flatMap(({ client_id, place }) => {
      const client = store.clients.get(client_id);
      const isShown = client !== null && !client.protected_address && place === 'home';
      return isShown && client.lat !== null && client.lon !== null ? [{ lat: client.lat, lon: client.lon }] : []; // prettier-ignore
    });
    return homes.length === stops.length ? { id, ref, homes } : null;
  };
  const plan = defined(store.plans.current(), 'the plan');
  const fresh = plan.routes.filter((route) => route.contract_id === null && drawn(route) !== null);
  for (const from of fresh.filter(({ stops }) => stops.length > 1)) {
    const to = fresh.find((each) => each !== from && each.school_urn === from.school_urn);
    const school = store.schools.get(from.school_urn ?? 0);
    if (to === undefined || school === null || school.lat === null || school.lon === null) continue;
    const found = { from: defined(drawn(from), from.ref), to: defined(drawn(to), to.ref), school: { name: school.name, lat: school.lat, lon: school.lon } }; // prettier-ignore
    store.close();
    return found;
  }
  throw new Error('No school has two new routes whose homes may be shown');
}

describe.skipIf(CHROMIUM === null)('a stop moved to another route', () => {
  const demo = makeDemoStore(1200);
  const { from, to, school } = pairIn(demo.path);
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  const row = (ref: string) => page.locator('.map-side [data-route-id]', { hasText: ref });
  const aboard = async (ref: string): Promise<number> =>
    Number((await row(ref).locator('.map-row-number').innerText()).split('/')[0] ?? '');
  const tip = (): Promise<string> =>
    page.locator('.kb-map-tip').innerText({ timeout: 400 }).catch(() => ''); // prettier-ignore

  /** The first of some places where the map says what is looked for. */
  async function findOn(places: readonly { x: number; y: number }[], words: RegExp) {
    for (const { x, y } of places) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(60);
      if (words.test(await tip())) return { x, y };
    }
    throw new Error(`Nowhere on the map: ${String(words)}`);
  }

  it(
    'is dragged on the map, its price, ride and rules told at the pointer',
    { timeout: 90_000 },
    async () => {
      await goTo(page, 'Map');
      await page.getByLabel('Find a school by name or URN').fill(school.name);
      await page.locator('.map-side .map-row', { hasText: school.name }).first().click();
      await page.getByRole('button', { name: 'Edit routes' }).click();
      await row(from.ref).click();
      await page.getByRole('region', { name: 'Route editor' }).getByText(from.ref).waitFor();
      await page.waitForTimeout(1200);
      const box = defined(await page.locator('.leaflet-container').boundingBox(), 'the map');
      const line = [...from.homes, school].flatMap(({ lat, lon }) => [lat, lon]);
      const at = mapPixels(box, routeBounds({ id: from.id, ref: from.ref, line }, []), 380);
      const near = ({ lat, lon }: Spot) => {
        const { x, y } = at(lat, lon);
        return [0, -5, 5].flatMap((dx) => [0, -5, 5].map((dy) => ({ x: x + dx, y: y + dy })));
      };
      const held = await findOn(from.homes.flatMap(near), /^Stop \d+ of the route/);
      // Along the other route, from its school outwards, wherever the pointer finds it.
      const ends = [school, ...to.homes.toReversed()].map(({ lat, lon }) => at(lat, lon));
      const along = ends.slice(1).flatMap((end, i) => {
        const start = defined(ends[i], 'the end before');
        return Array.from({ length: 60 }, (_, k) => (k + 1) / 61).map((part) => ({
          x: start.x + part * (end.x - start.x),
          y: start.y + part * (end.y - start.y),
        }));
      });
      const inMap = along.filter(({ x, y }) => x > box.x + 400 && x < box.x + box.width - 60 && y > box.y + 8 && y < box.y + box.height - 40); // prettier-ignore
      const onto = await findOn(inMap, new RegExp(`^Route ${to.ref}\\b`));

      const before = [await aboard(from.ref), await aboard(to.ref)] as const;
      await page.mouse.move(held.x, held.y);
      await page.waitForTimeout(100);
      await page.mouse.down();
      await page.mouse.move(held.x + 8, held.y + 8, { steps: 3 });
      await page.mouse.move(onto.x, onto.y, { steps: 6 });
      const label = page.locator('.drag-label');
      await label.getByText(/a day (more|less)|costs the same/).waitFor();
      expect(await label.innerText()).toMatch(/rides \d+ min/);
      const breaks = (await page.locator('.drag-label-broken').count()) > 0;
      await lookAt(watched, 'map-drag');
      await page.mouse.up();
      // A broken rule is read before it is taken.
      if (breaks) await page.getByRole('button', { name: 'Move all the same' }).click();
      await expect.poll(() => aboard(to.ref)).toBe(before[1] + 1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => aboard(from.ref)).toBe(before[0]);
      await expect.poll(() => aboard(to.ref)).toBe(before[1]);
    },
  );

  it('is given up by Escape, and nothing is changed', { timeout: 60_000 }, async () => {
    const before = await aboard(from.ref);
    await row(from.ref).click();
    const stop = defined(await page.locator('.editor-stop').first().boundingBox(), 'a stop');
    await page.mouse.move(stop.x + 140, stop.y + stop.height / 2);
    await page.mouse.down();
    await page.mouse.move(stop.x + 200, stop.y + 90, { steps: 4 });
    await page.locator('.drag-label').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.drag-label').waitFor({ state: 'detached' });
    await page.mouse.up();
    expect(await aboard(from.ref)).toBe(before);
  });

  it(
    'is moved by the keyboard alone: a route, its stop, the place, and back',
    { timeout: 90_000 },
    async () => {
      await page.keyboard.press('Alt+e');
      await page.getByRole('region', { name: 'Route editor' }).waitFor({ state: 'detached' });
      await enterOn(page, page.getByRole('button', { name: 'Edit routes' }), 'Shift+Tab');
      await enterOn(page, row(from.ref).locator('button').or(row(from.ref)).first());
      const handle = page.locator('.editor-handle').first();
      await handle.waitFor();
      await tabTo(page, handle);
      const before = await aboard(to.ref);
      await press(page, 'Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('group', { name: 'The best places' }).waitFor();
      await tabTo(page, dialog.getByRole('button', { name: /Another route/ }));
      await press(page, 'Enter');
      await page.keyboard.type(to.ref);
      await press(page, 'Enter');
      await dialog.getByText(/a day (more|less)|costs the same/).first().waitFor(); // prettier-ignore
      await enterOn(page, dialog.getByRole('button', { name: /^Move( all the same)?$/ }));
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => aboard(to.ref)).toBe(before + 1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => aboard(to.ref)).toBe(before);
      expect(watched.problems).toEqual([]);
    },
  );
});
