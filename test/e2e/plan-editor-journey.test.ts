/** A plan copied, edited with mouse and keyboard, undone, compared and put in use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore } from '../helpers/demo-store.ts';
import { goTo, lookAt } from '../helpers/journey.ts';

/** Two new routes to one school, the first with company. */
function pairIn(path: string) {
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const fresh = defined(store.plans.current(), 'the plan').routes.filter(
    (route) => route.contract_id === null && route.stops.length > 1,
  );
  for (const from of fresh) {
    const to = fresh.find((each) => each !== from && each.school_urn === from.school_urn);
    if (to === undefined) continue;
    const school = defined(store.schools.get(from.school_urn ?? 0), 'the school').name;
    store.close();
    return { from, to, school };
  }
  throw new Error('No school has two new routes');
}

describe.skipIf(CHROMIUM === null)('the route editor', () => {
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
  const seats = (ref: string): Promise<string> => row(ref).locator('.map-row-number').innerText();
  const aboard = async (ref: string): Promise<number> =>
    Number((await seats(ref)).split('/')[0] ?? '');

  it('copies the plan in use as a trial and shows it', { timeout: 60_000 }, async () => {
    await goTo(page, 'Map');
    await page.locator('.map-plan-name').click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByLabel('Name of the trial').fill('Fewer taxis');
    await page.getByRole('button', { name: 'Copy plan' }).click();
    await page.getByText('This is the trial “Fewer taxis”').waitFor();
    await page.getByLabel('Find a school by name or URN').fill(school);
    await page.locator('.map-side .map-row', { hasText: school }).first().click();
    await page.getByRole('button', { name: 'Edit routes' }).click();
    await row(from.ref).click();
    await page.getByRole('region', { name: 'Route editor' }).getByText(from.ref).waitFor();
  });

  it(
    'drags a stop to another route with the answer at the pointer, and undoes it',
    { timeout: 60_000 },
    async () => {
      const before = [await aboard(from.ref), await aboard(to.ref)] as const;
      expect(before).toEqual([from.stops.length, to.stops.length]);
      const stop = defined(await page.locator('.editor-stop').first().boundingBox(), 'the stop');
      await row(to.ref).scrollIntoViewIfNeeded();
      const target = defined(await row(to.ref).boundingBox(), 'the other route');
      await page.mouse.move(stop.x + 140, stop.y + stop.height / 2);
      await page.mouse.down();
      await page.mouse.move(stop.x + 120, stop.y + 60, { steps: 3 });
      await page.mouse.move(target.x + 60, target.y + target.height / 2, { steps: 5 });
      const label = page.locator('.drag-label');
      await label.getByText(/a day (more|less)|costs the same/).waitFor();
      expect(await label.innerText()).toMatch(/rides \d+ min/);
      await lookAt(watched, 'plan-editor-drag');
      await page.mouse.up();
      const all_the_same = page.getByRole('button', { name: 'Move all the same' });
      const isDone = expect.poll(() => aboard(to.ref)).toBe(before[1] + 1);
      await Promise.race([isDone, all_the_same.click({ timeout: 4000 }).catch(() => undefined)]);
      await expect.poll(() => aboard(to.ref)).toBe(before[1] + 1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => aboard(to.ref)).toBe(before[1]);
      await expect.poll(() => aboard(from.ref)).toBe(before[0]);
    },
  );

  it(
    'moves by the keyboard alone, with the best places and what they cost',
    { timeout: 60_000 },
    async () => {
      await row(from.ref).click();
      await page.locator('.editor-handle').first().focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('group', { name: 'The best places' }).waitFor();
      expect(await dialog.getByRole('radio').count()).toBeGreaterThan(1);
      await dialog
        .getByText(/a day (more|less)|costs the same/)
        .first()
        .waitFor();
      await lookAt(watched, 'plan-editor-move');
      const count = await page.locator('.editor-stop').count();
      const move = dialog.getByRole('button', { name: /^Move( all the same)?$/ });
      await move.focus();
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => aboard(from.ref)).toBe(count - 1);
      await page.getByRole('button', { name: /^Lock / }).click();
      await page.getByText('neither planning nor an edit changes it').waitFor();
    },
  );

  it(
    'compares the trial with the plan in use and puts it in its place',
    { timeout: 60_000 },
    async () => {
      await page.getByRole('button', { name: 'Compare with the plan in use' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/children on a route are affected/).waitFor();
      expect(await dialog.getByRole('row', { name: /Cost a year/ }).innerText()).toContain('£');
      await dialog.getByRole('heading', { name: /Children affected/ }).waitFor();
      await lookAt(watched, 'plan-editor-compare');
      await dialog.getByRole('tab', { name: 'Map of what differs' }).click();
      await dialog.getByText(/stops? on another route/).waitFor();
      await dialog.getByRole('list', { name: 'Legend' }).getByText('Route only in the first plan').waitFor(); // prettier-ignore
      await dialog.locator('.difference-list .map-row').first().click();
      await lookAt(watched, 'plan-editor-differences');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Put in use' }).click();
      // Whom it affects is said first.
      await dialog.getByText(/Changes something for \d+ of/).waitFor();
      await lookAt(watched, 'plan-editor-use');
      await dialog.getByRole('button', { name: 'Put in use' }).click();
      await page.getByText('This is the trial').waitFor({ state: 'detached' });
      await page.locator('.map-plan-name').click();
      await page
        .getByRole('dialog')
        .getByText(/^In use until/)
        .waitFor();
      await lookAt(watched, 'plan-editor-plans');
      expect(watched.problems).toEqual([]);
    },
  );
});
