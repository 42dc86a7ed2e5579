/** A rule that cannot tell, by keyboard: evidence is recorded, the rule answers, it is withdrawn; the register and the days ahead are there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';

/** A case whose rule about walking has no answer. */
async function unansweredCase({ served }: Watched): Promise<number> {
  const list = await served.call('applications/query', {
    filter: { status: ['received', 'checking', 'more_information'] },
    sort: 'ref',
    descending: false,
    offset: 0,
    limit: 200,
  });
  if (!list.ok) throw new Error(list.error.cause);
  for (const { client_id, protected_address } of list.value.rows) {
    if (protected_address) continue;
    const page = await served.call('applications/proposal', { client_id });
    const sen = page.ok ? page.value.proposal.rules.find(({ rule }) => rule === 'sen') : undefined;
    if (sen?.outcome === 'cannot_tell' && sen.missing.length === 3) return client_id;
  }
  throw new Error('Every case of the county is answered.');
}

/** Chooses in a list by keyboard alone. */
async function answer(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: label }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: option }).waitFor();
  await page.keyboard.type(option.slice(0, 4));
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
}

describe.skipIf(CHROMIUM === null)('evidence', () => {
  let demo: DemoStore;
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    demo = makeDemoStore(600);
    watched = await openInBrowser({ store: demo.path });
    page = watched.page;
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await watched.close();
    demo.remove();
  });

  it('is recorded from the rule that misses it, and the rule answers', async () => {
    const client_id = await unansweredCase(watched);
    await page.evaluate((id) => {
      location.hash = `#/applications/case/${id}/eligibility`;
    }, client_id);
    const part = page.getByRole('region', { name: 'Eligibility' });
    await part.getByRole('button', { name: /Record for sen/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Answer one of the two questions.').waitFor();
    await answer(page, 'Could the child walk', 'No, not even accompanied');
    await dialog.getByLabel('Whose view it is').fill('Physiotherapist’s letter, June 2026.');
    await dialog.getByLabel('Recorded by').fill('Rosa Lindqvist');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await part.getByText('The child cannot walk it even accompanied').first().waitFor();
    await part.getByText('Recorded by Rosa Lindqvist').waitFor();
  });

  it('is withdrawn with a reason, and stays to be seen', async () => {
    const part = page.getByRole('region', { name: 'Eligibility' });
    await part.getByRole('button', { name: 'Withdraw: walking and accompanying' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why it is mistaken').fill('Another child’s letter.');
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await part.getByText('Nobody has recorded whether the child could walk').first().waitFor();
    await part.getByText('1 earlier or withdrawn record').click();
    await part.getByText('Withdrawn by Rosa Lindqvist').waitFor();
  });

  it('of a route is in the register, with the children that it covers', async () => {
    await page.getByRole('link', { name: 'Applications', exact: true }).first().click();
    await page.getByRole('link', { name: 'Walking routes' }).click();
    await page.getByText('children covered').or(page.getByText('child covered')).first().waitFor();
    await page.getByRole('button', { name: 'Add a walked assessment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Name the route.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('and dates make the days ahead, as a list that goes out as .csv', async () => {
    await page.getByRole('link', { name: 'Coming up' }).click();
    await page.getByRole('row').nth(1).waitFor();
    const before = await page.getByRole('tab', { name: /Changes ahead/ }).innerText();
    await page.getByText('Hide days on which nothing changes').click();
    await expect
      .poll(() => page.getByRole('tab', { name: /Changes ahead/ }).innerText())
      .not.toBe(before);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export .csv' }).click();
    expect((await download).suggestedFilename()).toBe('coming up 2026-08-10.csv');
  });
});
