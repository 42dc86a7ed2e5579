/** A planner's day by the keyboard: a child given a place, a contract handed back, both undone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { buildStale } from '../../electron/build.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { openStore } from '../../db/open.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore } from '../helpers/demo-store.ts';
import { tabTo } from '../helpers/keyboard.ts';
import { goTo, lookAt } from '../helpers/journey.ts';

/** What the store holds now, read beside the app. */
function read<T>(path: string, look: (store: Store, plan: Plan) => T): T {
  const opened = openStore(path);
  if (!opened.ok) throw new Error(opened.error.cause);
  try {
    return look(opened.value, defined(opened.value.plans.current(), 'the plan'));
  } finally {
    opened.value.close();
  }
}

/** Where everybody but one child rides, and when. */
const othersOf = (plan: Plan, client_id: number) =>
  plan.routes
    .flatMap((route) => route.stops.map((stop) => ({ ref: route.ref, ...stop })))
    .filter((stop) => stop.client_id !== client_id)
    .map((stop) => `${stop.client_id} ${stop.place} on ${stop.ref}`)
    .toSorted();

describe.skipIf(CHROMIUM === null)('places and hand-backs', () => {
  const demo = makeDemoStore(300);
  let watched: Watched;
  let page: Page;
  const plan = () => read(demo.path, (_, now) => now);
  /** A child on a new route whose school has nobody of two homes, and a contract of several children there or elsewhere. */
  const { child, contract } = read(demo.path, (store, now) => {
    const weekly = now.routes
      .filter((route) => route.stops.some(({ place }) => place !== HOME))
      .map((route) => route.school_urn);
    const daily = now.routes.filter((route) => !weekly.includes(route.school_urn));
    const fresh = daily.find((route) => route.contract_id === null && route.stops.length > 1);
    const run = daily.find((route) => route.contract_id !== null && route.stops.length > 2);
    return {
      child: defined(fresh?.stops[0], 'a child on a new route').client_id,
      contract: defined(store.contracts.get(run?.contract_id ?? 0), 'a shared contract'),
    };
  });

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

  const routeOf = (id: number) =>
    plan().routes.find((route) => route.stops.some((stop) => stop.client_id === id))?.ref;

  it('takes a place from the case by keys alone, and undoes it', { timeout: 60_000 }, async () => {
    const before = plan();
    const was = routeOf(child);
    await page.evaluate((id) => (location.hash = `#/applications/case/${id}/transport`), child);
    const find = page.getByRole('button', { name: 'Find another place' });
    await find.waitFor();
    await find.focus();
    await page.keyboard.press('Enter');
    const places = page.locator('.offer');
    await places.first().waitFor();
    // The next that is not where they are already.
    const other = places
      .filter({ hasNotText: 'Here now' })
      .filter({ hasNotText: 'Breaks' })
      .first();
    await tabTo(page, other);
    await page.keyboard.press('Enter');
    await expect.poll(() => other.getAttribute('aria-pressed')).toBe('true');
    await lookAt(watched, 'places-on-the-case');
    await tabTo(page, page.getByRole('button', { name: 'Take this place' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => routeOf(child)).not.toBe(was);
    expect(othersOf(plan(), child)).toEqual(othersOf(before, child));
    await page.keyboard.press('Control+z');
    await expect.poll(() => routeOf(child)).toBe(was);
    expect(othersOf(plan(), child)).toEqual(othersOf(before, child));
  });

  it('hands a contract back in the dialog, and undoes it', { timeout: 60_000 }, async () => {
    const before = plan();
    await goTo(page, 'Routes');
    const route = defined(
      before.routes.find((each) => each.contract_id === contract.id),
      'it',
    ).ref;
    const open = () => read(demo.path, (of) => of.notices.standingOnRoute(route).length);
    const was = open();
    await page.getByLabel('Search routes').fill(route);
    await page.getByRole('row').filter({ hasText: route }).first().click();
    await page.getByRole('button', { name: 'Hand back…' }).waitFor();
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('hand back');
    await page.getByRole('option', { name: /Hand back the selected route/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog').filter({ hasText: 'Hand back contract' });
    await dialog.getByText('Children of the contract').waitFor();
    await dialog.getByText('exactly as they are').waitFor();
    await lookAt(watched, 'hand-back');
    await dialog.getByLabel('Reason').fill('No drivers.');
    await dialog.getByLabel('Signed by').fill('S Clarke');
    await dialog.getByRole('button', { name: 'Hand back and place anew' }).press('Enter');
    // Its children's families are not told yet: it goes on with a reason, and the notices are open.
    const gate = page.getByRole('dialog').filter({ hasText: 'Why it goes live before they are told' }); // prettier-ignore
    await gate.getByText('to families').waitFor();
    await lookAt(watched, 'notices-gate');
    await gate.getByLabel('Why it goes live before they are told').fill('They are rung today.');
    await gate.getByRole('button', { name: /^Go on and open/ }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const runs = () => plan().routes.some((each) => each.contract_id === contract.id);
    await expect.poll(runs).toBe(false);
    expect(open()).toBeGreaterThan(was);
    await page.keyboard.press('Control+z');
    await expect.poll(runs).toBe(true);
    expect(open()).toBe(was);
    expect(othersOf(plan(), 0)).toEqual(othersOf(before, 0));
  });

  it(
    'counts a reported problem on Today, among those of the log, and opens its route',
    { timeout: 60_000 },
    async () => {
      await goTo(page, 'Routes');
      await page.getByRole('row').nth(1).click();
      const ref = (await page.getByRole('row').nth(1).innerText()).split(/\s/)[0] ?? '';
      await page.getByRole('button', { name: 'Add an entry…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What happened').fill('Came twenty minutes late.');
      await dialog.getByLabel('Recorded by').fill('S Clarke');
      await dialog.getByRole('button', { name: /^(Report|Record)/ }).click();
      await dialog.waitFor({ state: 'detached' });
      await goTo(page, 'Today');
      const link = page.getByRole('link', { name: /routes? with (an )?open problems?/ });
      const many = Number(await link.locator('.number').innerText());
      await lookAt(watched, 'today-route-problem');
      await link.click();
      await page.getByRole('button', { name: `Open problems ${many}`, pressed: true }).waitFor();
      expect(await page.getByRole('row').filter({ hasText: ref }).count()).toBe(1);
    },
  );
});
