/** By keyboard alone: a planner says that two schools may share, makes one route of two, looks at its calls, parts it again and undoes that. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { AXE, findings } from '../helpers/axe.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { lookAt } from '../helpers/journey.ts';
import { enterOn, press, retype, tabTo } from '../helpers/keyboard.ts';

/** Two new routes to two schools, the one with fewest clients first. */
function twoRoutes(path: string) {
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const fresh = defined(store.plans.current(), 'the plan').routes.filter(({ contract_id }) => contract_id === null); // prettier-ignore
  const [from] = fresh.toSorted((a, b) => a.stops.length - b.stops.length);
  const into = fresh.find(({ school_urn }) => school_urn !== from?.school_urn);
  const named = (urn: number | null | undefined) => ({ urn: urn ?? 0, name: store.schools.get(urn ?? 0)?.name ?? '' }); // prettier-ignore
  const found = {
    from: { ref: from?.ref ?? '', school: named(from?.school_urn) },
    into: { ref: into?.ref ?? '', school: named(into?.school_urn) },
  };
  store.close();
  return found;
}

describe.skipIf(CHROMIUM === null)('schools that share, by keyboard alone', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  let routes: ReturnType<typeof twoRoutes>;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(700);
    routes = twoRoutes(demo.path);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  const byPalette = async (words: string, option: RegExp): Promise<void> => {
    await press(page, 'Control+K');
    await page.keyboard.type(words);
    await page.getByRole('option', { name: option }).first().waitFor();
    await press(page, 'Enter');
  };

  it('says that two may, with a reason and a name', { timeout: 60_000 }, async () => {
    await byPalette('schools share vehicles', /^Show which schools share vehicles/);
    await page.getByRole('heading', { name: 'Sharing' }).waitFor();
    await enterOn(page, page.getByRole('button', { name: 'Two schools…' }));
    const dialog = page.getByRole('dialog');
    for (const [label, school] of [
      ['School', routes.from.school],
      ['And school', routes.into.school],
    ] as const) {
      // prettier-ignore
      await tabTo(page, dialog.getByRole('combobox', { name: label, exact: true }));
      await page.keyboard.type(String(school.urn));
      await page.getByRole('option', { name: school.name }).first().waitFor();
      await press(page, 'ArrowDown');
      await press(page, 'Enter');
    }
    await tabTo(page, dialog.getByLabel('Why'));
    await page.keyboard.type('One drive, staff at both gates.');
    await tabTo(page, dialog.getByLabel('Signed by'));
    await retype(page, 'A. Planner');
    await enterOn(page, dialog.getByRole('button', { name: 'Keep it' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('may share', { exact: true }).waitFor();
    await lookAt(watched, 'sharing');
  });

  it('makes one route of two, parts it and undoes that', { timeout: 90_000 }, async () => {
    await press(page, 'Control+3');
    await tabTo(page, page.getByLabel('Find a school by name or URN'));
    await page.keyboard.type(routes.from.school.name);
    await enterOn(page, page.locator('.map-side .map-row', { hasText: routes.from.school.name }));
    const row = page.locator('.map-side [data-route-id]', { hasText: routes.from.ref });
    await row.waitFor();
    // One stop of the tab key, from there by the arrows.
    await tabTo(page, page.locator('.map-side [data-route-id][tabindex="0"]'));
    while (!(await row.evaluate((each) => each === document.activeElement)))
      await press(page, 'ArrowDown');
    await press(page, 'Enter');
    await press(page, 'Alt+E');
    const editor = page.getByRole('region', { name: 'Route editor' });
    await editor.getByText(`Edit ${routes.from.ref}`).waitFor();
    await byPalette('merge', new RegExp(`^Merge ${routes.from.ref}`));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('button', { name: /Into/ }));
    await press(page, 'Enter');
    await page.getByRole('option', { name: routes.into.ref }).first().waitFor();
    await page.keyboard.type(routes.into.ref);
    await press(page, 'Enter');
    await enterOn(page, dialog.getByRole('button', { name: /^Merge( all the same)?$/ }));
    await dialog.waitFor({ state: 'detached' });
    await editor.getByText(`Edit ${routes.into.ref}`).waitFor();
    const calls = editor.getByRole('table', { name: 'Schools in the order of the morning' });
    for (const { school } of [routes.from, routes.into])
      await calls.getByText(school.name).waitFor();
    await lookAt(watched, 'sharing-editor');
    await page.evaluate(AXE);
    expect(await findings(page)).toEqual([]);

    // The school called at second goes first, by its arrow keys; undone with Ctrl Z.
    const second = calls.getByRole('button', { name: /call 2 of 2 in the morning/ });
    const school = (await second.getAttribute('aria-label'))?.split(', call')[0] ?? '';
    await tabTo(page, second);
    await press(page, 'ArrowUp');
    const dialog2 = page.getByRole('dialog', { name: 'Order of calls' });
    const byHand = editor.getByText('Order of the morning set by hand');
    await dialog2.or(byHand).waitFor();
    if (await dialog2.isVisible())
      await enterOn(page, dialog2.getByRole('button', { name: 'Set it all the same' }));
    await byHand.waitFor();
    await calls.getByRole('button', { name: `${school}, call 1 of 2 in the morning` }).waitFor();
    await press(page, 'Control+z');
    await byHand.waitFor({ state: 'detached' });

    await byPalette('part into', new RegExp(`^Part ${routes.into.ref}`));
    await dialog.getByText(`${routes.into.ref} parted: it goes on to`).waitFor();
    await lookAt(watched, 'sharing-part');
    await enterOn(page, dialog.getByRole('button', { name: /^Part (route|all the same)$/ }));
    await dialog.waitFor({ state: 'detached' });
    await calls.waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await calls.waitFor();
  });

  it(
    'finds the tabs that a narrow row has no room for under More',
    { timeout: 60_000 },
    async () => {
      await page.setViewportSize({ width: 700, height: 800 });
      await press(page, 'Control+6');
      const tabs = page.getByRole('tablist', { name: 'Parts of the costs' });
      const more = page.getByRole('button', { name: 'More of parts of the costs' });
      await enterOn(page, more);
      await page.getByRole('menuitem').first().waitFor();
      await page.evaluate(AXE);
      expect(await findings(page)).toEqual([]);
      const last = await page.getByRole('menuitem').last().innerText();
      await press(page, 'End');
      await press(page, 'Enter');
      await tabs.getByRole('tab', { name: last, selected: true }).waitFor();
      expect(watched.problems).toEqual([]);
    },
  );
});
