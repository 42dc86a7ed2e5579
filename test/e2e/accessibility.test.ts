import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { AXE, COLOUR_RULES, findings } from '../helpers/axe.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { COST_SCREENS } from '../helpers/cost-screens.ts';
import { MAP_SCREENS } from '../helpers/map-screens.ts';
import type { Screen } from '../helpers/planner-screens.ts';
import { REGISTER_SCREENS } from '../helpers/register-screens.ts';
import { TENDER_SCREENS } from '../helpers/tender-screens.ts';
import { YEAR_SCREENS } from '../helpers/year-screens.ts';

/**
 * Places that keep nothing of what was done on a screen once another is shown: they are walked through by their addresses, as a person
 * goes. To load the page anew takes as long as to look at it; elsewhere what is chosen, marked or drawn outlives its screen.
 */
const WALKED: ReadonlySet<string> = new Set(['costs', 'data', 'providers']);

/** Shows an address as on a first visit. */
async function arrive(page: Page, address: string, before: string): Promise<void> {
  const go = (to: string) =>
    page.evaluate((hash) => {
      location.hash = `#/${hash}`;
    }, to);
  const placeOf = (of: string): string => of.split(/[/?]/u)[0] ?? '';
  if (WALKED.has(placeOf(address)) && placeOf(address) === placeOf(before)) {
    // Elsewhere first: the same address again would keep what stands open on it.
    await go('routes/rounds');
    await page
      .getByRole('heading', { level: 1, name: 'Retender rounds' })
      .waitFor({ state: 'attached' });
    await go(address);
    await page
      .getByRole('heading', { level: 1, name: 'Retender rounds' })
      .waitFor({ state: 'detached' });
  } else {
    await go(address);
    await page.reload();
  }
  await page.locator('main h1').first().waitFor({ state: 'attached' });
}

/** Opens the first case of the list shown, and waits for its rules. */
async function openFirstCase(page: Page): Promise<void> {
  await page.getByRole('row').nth(1).dblclick();
  await page.getByRole('link', { name: 'Eligibility and decisions' }).click();
  // Folded where the case is decided.
  await page.getByText('Nearest suitable school').first().waitFor({ state: 'attached' });
}

/** Each screen: its address, and what is done there before it is looked at. */
const SCREENS: readonly Screen[] = [
  ['today', 'today', (page) => page.getByText('Gaps in the data').waitFor()],
  ['applications', 'applications', (page) => page.getByRole('row').nth(3).click()],
  ['the filters', 'applications', (page) => page.getByRole('button', { name: 'Filters' }).click()],
  [
    'a case',
    'applications?filter=%7B%22status%22%3A%5B%22received%22%5D%7D',
    (page) => page.getByRole('row').nth(1).dblclick(),
    (page) => page.getByRole('heading', { name: 'Where it stands' }).waitFor(),
    (page) => page.getByText('days since receipt').first().waitFor(),
  ],
  [
    'the addresses of a case',
    'applications/case/1/places',
    (page) => page.locator('.kb-pin').waitFor(),
  ],
  [
    'the letters of a case',
    'applications?filter=%7B%22status%22%3A%5B%22awarded%22%5D%7D',
    (page) => page.getByRole('row').nth(1).dblclick(),
    (page) => page.getByRole('link', { name: 'Letters', exact: true }).click(),
    (page) => page.getByRole('heading', { name: 'Issued' }).waitFor(),
  ],
  [
    'the history of a case',
    'applications/case/1/history',
    (page) => page.locator('.case-history').waitFor(),
  ],
  [
    'editing a case',
    'applications/case/1/places',
    (page) => page.getByRole('button', { name: 'Edit: placement' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'the rules of a case',
    'applications?filter=%7B%22status%22%3A%5B%22received%22%5D%7D',
    openFirstCase,
    (page) => page.getByText('Measure and citation').first().click(),
  ],
  [
    'signing a decision',
    'applications?filter=%7B%22status%22%3A%5B%22received%22%5D%7D',
    openFirstCase,
    (page) => page.getByRole('button', { name: 'Sign a decision' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'a TIF',
    'applications/case/1/tif',
    (page) => page.locator('[data-question="own_view"]').waitFor(),
  ],
  [
    'the completion of TIFs',
    'applications/tifs',
    (page) => page.getByText('have a complete TIF').first().waitFor(),
  ],
  [
    'letters due',
    'applications/letters/due?kind=tif',
    (page) => page.locator('.letters-preview iframe').waitFor(),
  ],
  [
    'issuing letters',
    'applications/letters/due?kind=tif',
    (page) => page.getByRole('button', { name: /^Issue \d/ }).click(),
    (page) => page.getByRole('heading', { name: 'What is made, in one .zip' }).waitFor(),
  ],
  [
    'who is not reminded',
    'applications/letters/not-due',
    (page) => page.getByRole('row').nth(2).waitFor(),
  ],
  [
    'families',
    'applications/letters/families',
    (page) => page.getByText('Linked by hand').waitFor(),
  ],
  [
    'letters issued',
    'applications/letters/issued',
    (page) => page.getByRole('row').nth(1).click(),
    (page) => page.locator('.letters-preview iframe').waitFor(),
  ],
  [
    'a letter’s wording',
    'applications/letters/wording?letter=letter_refused',
    (page) => page.locator('.letters-preview iframe').waitFor(),
    (page) => page.getByRole('button', { name: /^Compare/ }).click(),
  ],
  [
    'the rules of reminding',
    'applications/letters/wording',
    (page) => page.getByText('Who writes', { exact: true }).waitFor(),
  ],
  [
    'entering an application',
    'applications',
    (page) => page.getByRole('button', { name: 'New application' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'handing over',
    'applications?filter=%7B%22stage%22%3A%5B%22decided%22%5D%2C%22status%22%3A%5B%22awarded%22%5D%7D',
    openFirstCase,
    (page) => page.getByRole('button', { name: 'Hand to Client Transport' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'an address of a case',
    'applications/case/1/places',
    (page) => page.getByRole('button', { name: 'Add address' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'recording evidence',
    'applications?filter=%7B%22status%22%3A%5B%22received%22%5D%7D',
    openFirstCase,
    (page) => page.getByRole('button', { name: 'Record other evidence' }).click(),
    (page) => page.getByRole('menuitem', { name: 'Walking and accompanying' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  ['what is coming up', 'applications/coming-up', (page) => page.getByRole('row').nth(3).click()],
  [
    'the register of walked routes',
    'applications/walking-routes',
    (page) => page.getByText('Safe way round').first().waitFor(),
  ],
  ['the queues of work', 'applications/work', (page) => page.getByRole('row').nth(2).waitFor()],
  [
    'what is done to many',
    'applications/work',
    (page) => page.getByRole('row').nth(2).waitFor(),
    (page) => page.getByRole('checkbox', { name: 'Mark every row of the list' }).click(),
    (page) => page.getByRole('button', { name: 'Sign decisions' }).click(),
    (page) => page.getByRole('dialog').getByText('will change').waitFor(),
  ],
  ['the burn-up', 'applications/work/burn-up', (page) => page.getByText('Team').first().waitFor()],
  ['renewals', 'applications/work/renewals', (page) => page.getByText('Phase transfers').waitFor()],
  ...MAP_SCREENS,
  ['who has transport', 'routes/who', (page) => page.getByRole('row').nth(2).click()],
  [
    'confirming contracts',
    'routes/who',
    (page) => page.getByRole('button', { name: 'Confirm contracts…' }).click(),
    (page) => page.getByRole('dialog').getByRole('checkbox').nth(1).waitFor(),
  ],
  ['routes', 'routes', (page) => page.getByRole('row').nth(2).click()],
  [
    'rides over their limit',
    'routes/over-limit',
    (page) => page.getByRole('row').nth(2).waitFor(),
    (page) => page.getByRole('checkbox').nth(1).click(),
    (page) => page.getByRole('button', { name: /Record a reason for/ }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'providers’ sheets',
    'routes/sheets',
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.locator('iframe').waitFor(),
  ],
  ['school lists', 'routes/schools', (page) => page.getByRole('row').nth(2).waitFor()],
  ['papers given out', 'routes/papers', (page) => page.getByRole('heading', { name: 'Papers given out' }).waitFor()], // prettier-ignore
  ['families', 'routes/families', (page) => page.getByRole('row').nth(2).waitFor()],
  [
    'change notices',
    'routes/notices',
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.getByRole('article', { name: 'The words of the notice' }).waitFor(),
  ],
  [
    'a change with its notices',
    'routes/notices/1',
    (page) => page.getByRole('heading', { name: 'What must change' }).waitFor(),
  ],
  ['retender rounds', 'routes/rounds', (page) => page.getByRole('row').nth(1).waitFor()],
  ['a retender round', 'routes/rounds/1', (page) => page.getByText('two different').waitFor()],
  ['recording a change', 'routes/notices?record=1', (page) => page.getByRole('dialog').waitFor()],
  ['changes', 'routes/changes', (page) => page.getByText('Nothing changed').waitFor()],
  [
    'runs that one vehicle could do',
    'routes/one-vehicle',
    (page) => page.getByRole('tab', { name: /Every chain/ }).click(),
    (page) => page.getByRole('row').nth(1).click(),
    (page) => page.getByRole('region', { name: 'The runs chosen' }).waitFor(),
  ],
  ...REGISTER_SCREENS,
  ...TENDER_SCREENS,
  ...YEAR_SCREENS,
  ...COST_SCREENS,
  ['data', 'data', (page) => page.getByText('Contract register').first().waitFor()],
  ['an import', 'data/import', (page) => page.getByText('Drop files').waitFor()],
  ['past imports', 'data/reports'],
  ['what is held', 'data/held'],
  ['back-ups', 'data/backups'],
  ['the base map', 'data/map', (page) => page.getByText('built-in map').first().waitFor()],
  [
    'the history',
    'data/history',
    (page) => page.getByText('one a field, newest first').waitFor(),
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.getByText('Id, the same on every copy').waitFor(),
  ],
  [
    'undoing',
    'data/history',
    (page) => page.getByRole('button', { name: 'Undo last actions' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  ['settings', 'data/settings', (page) => page.getByRole('table').first().waitFor()],
  [
    'the palette',
    'today',
    (page) => page.keyboard.press('Control+K'),
    (page) => page.getByRole('combobox').fill('plan'),
  ],
  [
    'what the palette finds',
    'applications',
    (page) => page.keyboard.press('Control+K'),
    (page) => page.getByRole('combobox').fill('school'),
    (page) => page.getByText('Schools', { exact: true }).waitFor(),
  ],
];

describe.skipIf(CHROMIUM === null)('no serious finding of axe-core', () => {
  let demo: DemoStore;
  let watched: Watched;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(200);
    watched = await openInBrowser({ store: demo.path });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.getByRole('heading', { name: 'Today' }).waitFor();
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('would be seen: a picture without words is found in both themes', async () => {
    const { page } = watched;
    await page.evaluate(AXE);
    await page.evaluate(() => {
      document.querySelector('main')?.append(document.createElement('img'));
    });
    const found = await findings(page);
    expect(found.map((line) => line.slice(0, 16))).toEqual([
      'light: image-alt',
      'dark: image-alt,',
    ]);
  });

  it('would be seen: what only one of the themes does, in colours or in what it draws', async () => {
    const { page } = watched;
    await page.reload();
    await page.locator('main h1').first().waitFor();
    await page.evaluate(AXE);
    const unasked = await page.evaluate<readonly string[]>(
      'axe.getRules(["cat.color"]).filter(({ tags }) => !tags.includes("wcag2aaa")).map(({ ruleId }) => ruleId)',
    );
    expect([...unasked].sort()).toEqual([...COLOUR_RULES].sort());
    const shown = await findings(page);
    expect(shown).toEqual([]);
    await page.evaluate(() => {
      const pale = document.createElement('span');
      pale.textContent = 'Dark words on a ground that stays dark';
      pale.style.cssText = 'color: var(--ink); background: #111718';
      document.querySelector('main h1')?.append(pale);
    });
    const contrast = await findings(page);
    expect(contrast.map((line) => line.slice(0, 22))).toEqual(['light: color-contrast,']);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.evaluate(() => {
      document.querySelector('main h1 > span:last-child')?.remove();
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
        if (matches) document.querySelector('main')?.append(document.createElement('img'));
        else document.querySelector('main > img')?.remove();
      });
    });
    const drawn = await findings(page);
    expect(drawn.map((line) => line.slice(0, 16))).toEqual(['dark: image-alt,']);
  });

  it.each(
    SCREENS.map(([name, place, ...steps], at) => ({
      name,
      place,
      steps,
      before: SCREENS[at - 1]?.[1] ?? '',
    })),
  )('$name', async ({ place, steps, before }) => {
    const { page } = watched;
    await arrive(page, place, before);
    for (const step of steps) await step(page);
    await page.evaluate(AXE);
    expect(await findings(page)).toEqual([]);
  });

  it('the welcome and the dialog that makes a store', async () => {
    const bare = await openInBrowser({ bare: true });
    try {
      await bare.page.getByRole('heading', { name: 'Kerbside' }).waitFor();
      await bare.page.evaluate(AXE);
      expect(await findings(bare.page)).toEqual([]);
      await bare.page.getByRole('button', { name: 'Make a store' }).click();
      await bare.page.getByRole('dialog').waitFor();
      expect(await findings(bare.page)).toEqual([]);
    } finally {
      await bare.close();
    }
  });
});
