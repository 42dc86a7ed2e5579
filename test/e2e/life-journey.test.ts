import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { goTo } from '../helpers/journey.ts';

describe.skipIf(CHROMIUM === null)('the life of an application', () => {
  let demo: DemoStore;
  let watched: Watched;
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(200);
    watched = await openInBrowser({ store: demo.path });
    watched.page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('a child rung in is entered, noticed when rung in again, and asked about', async () => {
    const { page } = watched;
    await goTo(page, 'Applications');
    const enter = async (postcode: string): Promise<void> => {
      await page.getByRole('button', { name: 'New application' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'First name' }).fill('Zoë');
      await dialog.getByRole('textbox', { name: 'Surname' }).fill('Quillwright');
      await dialog.getByRole('textbox', { name: 'Postcode' }).fill(postcode);
    };
    await enter('ME14 1CV');
    await page.getByRole('dialog').getByRole('button', { name: 'Enter application' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zoë Quillwright' }).waitFor();

    await goTo(page, 'Applications');
    await enter('me141cv');
    const alike = page.getByRole('dialog').getByText('same name and postcode');
    await alike.waitFor();
    await page.getByRole('button', { name: 'It is this child' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enter application' }).click();
    const own = page.getByRole('region', { name: 'Applications of this child' });
    await own.waitFor();
    expect(await own.getByRole('listitem').count()).toBe(2);

    await page.getByRole('button', { name: 'Ask for information' }).click();
    const asking = page.getByRole('dialog');
    await asking.getByRole('textbox', { name: 'What is asked for' }).fill('Section I of the plan');
    await asking.getByRole('textbox', { name: 'Of whom' }).fill('The SEN caseworker');
    await asking.getByRole('textbox', { name: 'Signed by' }).fill('R. Officer');
    await asking.getByRole('button', { name: 'Record what is asked' }).click();
    const line = page.getByRole('list', { name: 'Where the application stands' });
    await line.locator('[aria-current=step]').getByText('More information').waitFor();
    expect(watched.problems).toEqual([]);
  });
});
