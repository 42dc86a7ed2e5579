import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { CLOSED_STATUSES } from '../../shared/model/client.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { answerHere } from '../helpers/tif-typing.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** A client whose form lacks some answers of the family, and what the store says of them. */
function someOpenForm(path: string) {
  const opened = openStore(path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const client = store.clients
    .all()
    .find(
      ({ id, tif_signed, rescue_medication, school_given, days }) =>
        tif_signed === 'none' &&
        !rescue_medication &&
        school_given !== '' &&
        days.length > 0 &&
        !CLOSED_STATUSES.includes(store.applications.ofClient(id)?.status ?? 'ended'),
    );
  store.close();
  if (client === undefined) throw new Error('No form is open');
  return client;
}

describe.skipIf(CHROMIUM === null)('the form, typed through with the keyboard', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  let client: ReturnType<typeof someOpenForm>;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(200);
    client = someOpenForm(demo.path);
    watched = await openInBrowser({ store: demo.path });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    await page.evaluate((id) => {
      window.location.hash = `#/applications/case/${id}/tif`;
    }, client.id);
    await page.locator('[data-question][data-open]').first().waitFor();
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('begins at the first missing answer, takes a letter, and asks what follows from it', async () => {
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset['question'],
      );
    const first = await page.locator('[data-open]').first().getAttribute('data-question');
    await expect.poll(focused).toBe(first);
    await page.locator('[data-question="other_addresses"] [role=radio]').first().focus();
    await page.keyboard.press('y');
    await page.locator('[data-question="second_address"]').waitFor();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('second_kind');
    await page.keyboard.press('Shift+F8');
    await page.locator('[data-question="other_addresses"] [role=radio]').first().focus();
    await page.keyboard.press('n');
    await page.locator('[data-question="second_address"]').waitFor({ state: 'detached' });
  });

  it('keeps a letter that was typed when the window goes, and shows what is not understood', async () => {
    await page.locator('[data-question="own_view"] textarea').focus();
    await page.keyboard.type('Likes the window');
    await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
    await expect.poll(() => page.locator('.tif-kept').innerText()).toBe('Every answer is kept');
    await page.reload();
    await page.locator('[data-question="own_view"] textarea').waitFor();
    expect(await page.locator('[data-question="own_view"] textarea').inputValue()).toBe(
      'Likes the window',
    );
    const start = page.locator('[data-question="school_starts"] input');
    await start.focus();
    await page.keyboard.type('nine-ish');
    await page.keyboard.press('Enter');
    await page.getByText('“nine-ish” is kept, but it is not a time').waitFor();
    await start.focus();
    await start.fill('8.50');
    await page.keyboard.press('Enter');
    await expect.poll(() => start.inputValue()).toBe('08:50');
  });

  it('goes from missing answer to missing answer with F8, and is signed with Ctrl Enter', async () => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('F8');
      if ((await page.locator('[data-open]').count()) === 0) break;
      const key = await answerHere(page);
      await page.locator(`[data-question="${key}"]:not([data-open])`).waitFor();
    }
    await page.getByText('Every answer is there').waitFor();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('The form is complete.').waitFor();
    await dialog.getByLabel('Name').fill('Jo Rhodes');
    await dialog.getByLabel('Relationship to the client').fill('Mother');
    await page.keyboard.press('Enter');
    await page.getByText('Version 2 is signed.').waitFor();
    await page.getByText('planning relies on it').waitFor();
    const opened = openStore(demo.path, {});
    if (!opened.ok) throw new Error(opened.error.cause);
    const { tif, clients } = opened.value;
    expect(tif.versions(client.id).map(({ kind, complete }) => [kind, complete])).toEqual([
      ['imported', false],
      ['signed', true],
    ]);
    expect(clients.get(client.id)?.tif_signed).toBe('complete');
    opened.value.close();
  }, 60_000);

  it('is counted among the TIFs, whose numbers open their lists', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/applications/tifs';
    });
    await page.getByText('have a complete TIF').first().waitFor();
    const cell = page.getByRole('row').filter({ hasText: 'Holds back' }).first();
    const count = await cell.getByRole('link').last().innerText();
    await cell.getByRole('link').last().click();
    await expect
      .poll(() => page.locator('.apps-count').innerText())
      .toMatch(new RegExp(`^${count} `));
  });
});
