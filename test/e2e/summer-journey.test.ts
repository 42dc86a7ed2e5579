/**
 * A council's summer by the keyboard alone, from an empty store to letters: every number that the screens end with is what the terminal says
 * of the same store.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { FIXTURES, save } from '../helpers/journey.ts';
import { enterOn, press, retype, tabTo } from '../helpers/keyboard.ts';
import { answerHere } from '../helpers/tif-typing.ts';
import { kerbside, type Ended } from '../helpers/terminal-command.ts';

const PASSPHRASE = 'four quiet words here';
const OFFICER = 'Ann Field';
/** Two who have applied, and two whose families are to be reminded. */
const COHORT = [
  'Ref,Surname,Forename,DOB,Parent or carer,Home address,Postcode,School,Told on,Application',
  'CO-1,Rhodes,Siân,26/09/2010,Jasmine Rhodes,85 Fictional Way,TN17 2DP,The Rochester Grammar School,01/06/2026,KT26-00002',
  'CO-2,Quill,Zoë,01/02/2015,Ada Quill,3 Invented Lane,ME14 2EN,Oakley School,01/06/2026,',
  'CO-3,Penn,Bo,03/04/2014,,4 Invented Lane,ME14 2EN,Oakley School,02/06/2026,',
  '',
].join('\n');

/** One district around all the homes of the files, so that residence is known. */
const RING = [[0, 50.8], [1.6, 50.8], [1.6, 51.6], [0, 51.6], [0, 50.8]]; // prettier-ignore
const DISTRICTS = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { LAD24CD: 'E07000110', LAD24NM: 'Maidstone' },
      geometry: { type: 'Polygon', coordinates: [RING] },
    },
  ],
};

/** Types over what a field holds. */
async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await retype(page, text);
}

/** Chooses in a list: opened with Enter, found by its first letters. */
async function pick(page: Page, button: Locator, option: string): Promise<void> {
  await enterOn(page, button);
  await page.getByRole('option', { name: option, exact: true }).waitFor();
  await page.keyboard.type(option.slice(0, 5));
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
}

/** Runs a command of the palette. */
async function command(page: Page, words: string): Promise<void> {
  await press(page, 'Control+K');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(words);
  await choose(page, words);
}

/** Takes the line that the palette offers first, once it is the one that is meant. */
async function choose(page: Page, words: string): Promise<void> {
  const first = page.getByRole('option').first();
  await expect.poll(() => first.innerText().catch(() => '')).toContain(words);
  // Answers for a longer word may still come: what stands first must stay first.
  await page.waitForTimeout(150);
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: 'Search and commands' }).waitFor({ state: 'detached' });
}

/** Opens a case by its reference. */
async function openCase(page: Page, ref: string): Promise<void> {
  await press(page, 'Control+K');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(ref);
  await choose(page, ref);
  await page.getByText(`${ref} ·`).first().waitFor();
}

describe.skipIf(CHROMIUM === null)('a summer by the keyboard alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-summer-'));
  let watched: Watched;
  let page: Page;
  let store = '';
  let departed = '';
  let formed = '';
  const signed: number[] = [];

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    writeFileSync(join(folder, 'cohort.csv'), COHORT);
    writeFileSync(join(folder, 'districts.geojson'), JSON.stringify(DISTRICTS));
    writeFileSync(join(folder, 'pass.txt'), `${PASSPHRASE}\n`);
    watched = await openInBrowser({ bare: true, folder });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await watched.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = () => page.getByRole('dialog');
  const gone = () => dialog().waitFor({ state: 'detached' });
  const terminal = (name: string, ...args: readonly string[]): Promise<Ended> =>
    kerbside(folder, name, '--store', store, '--passphrase-file', 'pass.txt', ...args, '--json'); // prettier-ignore

  it('makes an encrypted store, and says who works here', async () => {
    await enterOn(page, page.getByRole('button', { name: 'Make a store' }));
    await typeIn(page, dialog().getByRole('textbox', { name: 'County' }), 'Kent');
    await typeIn(page, dialog().getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await typeIn(page, dialog().getByLabel('Passphrase again'), PASSPHRASE);
    await tabTo(page, dialog().getByRole('checkbox'));
    await press(page, ' ');
    const file = dialog().getByRole('textbox', { name: 'File' });
    await expect.poll(() => file.inputValue()).toMatch(/kent\.kerbside$/);
    store = await file.inputValue();
    await enterOn(page, dialog().getByRole('button', { name: 'Make store' }));
    await page.getByText('No children are loaded yet').waitFor();
    await command(page, 'Say who works here');
    await typeIn(page, dialog().getByLabel('Your name'), OFFICER);
    await press(page, 'Enter');
    await gone();
    await page.getByRole('button', { name: `${OFFICER} works here` }).waitFor();
  });

  it('imports schools, postcodes, districts, the cohort and the applications', async () => {
    await press(page, 'Control+7');
    for (const [path, rows] of [
      [join(FIXTURES, 'schools.csv'), 63],
      [join(FIXTURES, 'postcodes.csv'), 301],
      [join(folder, 'districts.geojson'), 1],
      [join(folder, 'cohort.csv'), 3],
      [join(FIXTURES, 'summer-2026-flawed.csv'), 120],
    ] as const) {
      await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.keyboard.press('Enter'),
      ]);
      await chooser.setFiles(path);
      await enterOn(
        page,
        page.getByRole('button', { name: `Import ${rows} row${rows === 1 ? '' : 's'}` }),
        'Shift+Tab',
      );
      await page.getByRole('region', { name: 'Import report' }).waitFor();
      await enterOn(page, page.getByRole('button', { name: 'Done' }));
      await page.getByRole('region', { name: 'Import report' }).waitFor({ state: 'detached' });
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    }
  });

  it('takes the queue of what is at risk, opens a case of it and records evidence', async () => {
    await press(page, 'Control+2');
    await enterOn(page, page.getByRole('link', { name: 'Work', exact: true }));
    await page.getByRole('region', { name: 'Without a decision, a TIF or transport' }).waitFor();
    await command(page, 'Queue: At risk');
    const grid = page.getByRole('grid', { name: 'At risk' });
    const at = await firstAsking(watched);
    await tabTo(page, grid);
    await press(page, 'Home');
    for (let row = 0; row < at; row += 1) await press(page, 'ArrowDown');
    await press(page, 'Enter');
    const part = page.getByRole('region', { name: 'Eligibility' });
    await page.locator('.case-head, .case-bar').first().waitFor();
    await press(page, 'Alt+2');
    await enterOn(page, part.getByRole('button', { name: /Record for sen/ }));
    await pick(page, dialog().getByRole('button', { name: 'Could the child walk' }), 'No, not even accompanied'); // prettier-ignore
    await typeIn(page, dialog().getByLabel('Whose view it is'), 'Physiotherapist’s letter.');
    const by = dialog().getByLabel('Recorded by');
    expect(await by.inputValue()).toBe(OFFICER);
    await tabTo(page, by);
    await page.keyboard.press('Enter');
    await gone();
    await part.getByText(`Recorded by ${OFFICER}`).waitFor();
  });

  it('signs a decision that departs from the proposal, with the reason', async () => {
    const [child] = await proposedMet(watched);
    departed = child?.ref ?? '';
    await openCase(page, departed);
    await enterOn(page, page.getByRole('button', { name: 'Sign a decision' }));
    await pick(page, dialog().getByRole('button', { name: /Outcome$/ }), 'Refused');
    await dialog().getByText('Needed: the decision departs from the proposal.').waitFor();
    await typeIn(page, dialog().getByRole('textbox', { name: 'Reason' }), 'The family moves next door in September.'); // prettier-ignore
    await enterOn(page, dialog().getByRole('button', { name: 'Sign decision' }));
    await gone();
    await page.getByText('decision signed').first().waitFor();
  });

  it('types a TIF and signs it', async () => {
    const open = watched.served.composed.host.store();
    const cases = open.ok ? open.value.read.work.cases(watched.served.composed.host.today()) : [];
    const missing = new Map(cases.map(({ ref, tif_missing }) => [ref, tif_missing.length]));
    const least = (await proposedMet(watched))
      .filter(({ ref }) => (missing.get(ref) ?? 0) > 0)
      .toSorted((a, b) => (missing.get(a.ref) ?? 0) - (missing.get(b.ref) ?? 0));
    formed = least[0]?.ref ?? '';
    expect(formed).not.toBe('');
    await openCase(page, formed);
    await press(page, 'Alt+3');
    await page.locator('[data-question]').first().waitFor();
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('F8');
      if ((await page.locator('[data-open]').count()) === 0) break;
      const key = await answerHere(page);
      await page.locator(`[data-question="${key}"]:not([data-open])`).waitFor();
    }
    await page.getByText('Every answer is there').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog().getByText('The form is complete.').waitFor();
    await typeIn(page, dialog().getByLabel('Name', { exact: true }), 'Zara Rhodes');
    await press(page, 'Enter');
    await page.getByText(/^Version \d is signed\.$/).waitFor();
  }, 60_000);

  it('signs what the rules propose, and hands over, in bulk with a preview', async () => {
    await press(page, 'Control+2');
    await enterOn(page, page.getByRole('link', { name: 'Work', exact: true }));
    for (const [queue, mark, verb] of [
      ['To decide', 'Sign decisions', /^Sign \d+ decisions?$/],
      ['To hand over', 'Hand over', /^Hand over \d+ applications?$/],
    ] as const) {
      await command(page, `Queue: ${queue}`);
      const grid = page.getByRole('grid', { name: queue });
      await grid.getByRole('row').nth(1).waitFor();
      await tabTo(page, grid);
      await press(page, 'Control+A');
      await page.getByRole('toolbar', { name: 'With those marked' }).waitFor();
      await command(page, `With those marked: ${mark.toLowerCase()}`);
      const button = dialog().getByRole('button', { name: verb });
      await expect.poll(() => button.isEnabled()).toBe(true);
      const count = Number(/\d+/.exec(await button.innerText())?.[0]);
      await dialog().getByText(`${count} of`).first().waitFor();
      await enterOn(page, button);
      await gone();
      signed.push(count);
    }
    const store_ = watched.served.composed.host.store();
    if (!store_.ok) throw new Error(store_.error.cause);
    const decisions = store_.value.letters.decisions();
    expect(decisions).toHaveLength(1 + (signed[0] ?? 0));
    const ofForm = store_.value.applications.get(formed);
    expect(ofForm?.status).toBe('awarded');
  });

  it('says who writes, and issues letters of awards and reminders as files', async () => {
    await press(page, 'Control+2');
    await enterOn(page, page.getByRole('link', { name: 'Letters', exact: true }));
    await command(page, 'Letters: wording and rules');
    await typeIn(page, page.getByLabel('How a family reaches the team'), 'telephone 01632 960 000');
    await page.keyboard.press('Enter');
    await page.getByText('Who writes and the rules: saved.').waitFor();
    for (const kind of ['apply', 'tif', 'awarded']) {
      await command(page, 'Letters: due today');
      const kinds = page.getByRole('navigation', { name: 'Kinds of letters' });
      const line = kind === 'awarded' ? /^Transport awarded(?! in)/ : /^All/;
      await enterOn(page, kinds.getByRole('button', { name: line }).nth(kind === 'tif' ? 1 : 0));
      const issue = page.getByRole('button', { name: /^Issue \d+ letters?$/ });
      await tabTo(page, page.getByRole('grid', { name: 'Letters due' }));
      await press(page, 'Enter');
      await dialog().locator('iframe').waitFor();
      await press(page, 'Escape');
      await gone();
      await enterOn(page, issue, 'Shift+Tab');
      const button = dialog().getByRole('button', { name: /^Issue \d+ letters?$/ });
      await button.waitFor();
      await tabTo(page, button);
      const saved = await save(page, () => press(page, 'Enter'), folder);
      expect(saved.name).toMatch(new RegExp(`^letters-${kind}-2026-08-10-batch-\\d+\\.zip$`));
      expect(saved.bytes.byteLength).toBeGreaterThan(10_000);
      await enterOn(page, dialog().getByRole('button', { name: 'Done' }));
      await gone();
    }
  }, 60_000);

  it('finds a child with a typing error, undoes an edit with Ctrl Z, and reads it in the history', async () => {
    await press(page, 'Control+K');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('Rhoeds Sian');
    await page.getByRole('option', { name: 'Rhodes' }).first().waitFor();
    await page.getByText(/^Similar to/).waitFor();
    await press(page, 'Escape');
    await openCase(page, 'KT26-00002');
    await enterOn(page, page.getByRole('button', { name: 'Edit: child and home' }));
    await typeIn(page, dialog().getByRole('textbox').first(), 'Ottoline');
    await page.keyboard.press('Enter');
    await gone();
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).toContain('Ottoline');
    await page.keyboard.press('Control+Z');
    await page.getByText(/^Undid: First name changed/).waitFor();
    await expect.poll(() => heading.textContent()).not.toContain('Ottoline');
    await press(page, 'Alt+6');
    await enterOn(page, page.getByRole('link', { name: 'In the history of the store' }));
    await page.getByRole('grid', { name: 'History' }).getByText('Ottoline').first().waitFor();
  });

  it('says who has no decision, no TIF, no transport, and the terminal says the same', async () => {
    await press(page, 'Control+2');
    await enterOn(page, page.getByRole('link', { name: 'Work', exact: true }));
    const strip = page.getByRole('region', { name: 'Without a decision, a TIF or transport' });
    await strip.waitFor();
    const shown = (await strip.locator('.work-lack-main').allInnerTexts()).map((words) =>
      words.replaceAll(/\s+/g, ' '),
    );
    const reasons = (await strip.locator('.work-reasons a').allInnerTexts()).map((words) =>
      words.replaceAll(/\s+/g, ' ').trim(),
    );
    const [work, decide, remind, tif, history, check] = await Promise.all([
      terminal('work', '--on', '2026-08-10'),
      terminal('decide', '--on', '2026-08-10'),
      terminal('remind', '--on', '2026-08-10'),
      terminal('tif', '--on', '2026-08-10'),
      terminal('history', '--who', OFFICER),
      terminal('check', '--on', '2026-08-10'),
    ]);
    const { lacks, applications } = work.json() as {
      readonly applications: number;
      readonly lacks: readonly { readonly count: number; readonly refs: readonly string[]; readonly parts: readonly { readonly label: string; readonly count: number }[] }[]; // prettier-ignore
    };
    const words = ['without a decision', 'without a complete TIF', 'without transport'];
    expect(shown).toEqual(lacks.map(({ count }, at) => `${count} of ${applications} ${words[at]}`));
    expect(reasons).toEqual(lacks.flatMap(({ parts }) => parts.map((each) => `${each.label} ${each.count}`))); // prettier-ignore
    for (const { count, refs } of lacks) expect(refs).toHaveLength(count);
    // Whoever stands without a decision is not among those decided, and the sums are whole.
    const decided = (decide.json()['applications'] as { ref: string; status: string }[]).filter(
      ({ status }) => !['received', 'checking', 'more_information'].includes(status),
    );
    expect((lacks[0]?.count ?? 0) + decided.length).toBe(applications);
    expect(decided).toContainEqual(expect.objectContaining({ ref: departed, status: 'refused' }));
    const { due } = remind.json() as { readonly due: readonly { readonly ref: string }[] };
    const dueNow = await watched.served.call('letters/due', {});
    const onScreen = dueNow.ok ? dueNow.value.due.filter(({ kind }) => kind === 'apply' || kind === 'tif') : []; // prettier-ignore
    expect(due.map(({ ref }) => ref).toSorted()).toEqual(onScreen.map(({ ref }) => ref).toSorted());
    expect(tif.code).toBeLessThan(2);
    const lines = history.json()['lines'] as readonly { readonly who: string }[];
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(lines.map(({ who }) => who))).toEqual(new Set([OFFICER]));
    expect(check.json()).toEqual({ findings: [] });
    expect(check.code).toBe(0);
  }, 60_000);
});

interface Found {
  readonly client_id: number;
  readonly ref: string;
}

async function rowsOf(watched: Watched, queue: 'at_risk' | 'to_decide'): Promise<readonly Found[]> {
  const answer = await watched.served.call('applications/query', {
    filter: { queue },
    sort: 'next',
    descending: false,
    offset: 0,
    limit: 200,
  });
  if (!answer.ok) throw new Error(answer.error.cause);
  return answer.value.rows.filter((row) => !row.held && !row.protected_address);
}

/** The row of the first case at risk whose rule about special needs asks. */
async function firstAsking(watched: Watched): Promise<number> {
  const answer = await watched.served.call('applications/query', { filter: { queue: 'at_risk' }, sort: 'next', descending: false, offset: 0, limit: 60 }); // prettier-ignore
  const rows = answer.ok ? answer.value.rows : [];
  for (const [at, row] of rows.entries()) {
    const page = await watched.served.call('applications/proposal', { client_id: row.client_id });
    const sen = page.ok ? page.value.proposal.rules.find(({ rule }) => rule === 'sen') : null;
    if (!row.held && sen?.outcome === 'cannot_tell') return at;
  }
  throw new Error('Nobody at risk is asked about.');
}

/** Undecided cases that the rules propose to award, and that can be signed in bulk. */
async function proposedMet(watched: Watched): Promise<readonly Found[]> {
  const rows = await rowsOf(watched, 'to_decide');
  const action = { kind: 'sign', signed_by: 'x' } as const;
  const preview = await watched.served.call('work/preview', { action, client_ids: rows.map(({ client_id }) => client_id) }); // prettier-ignore
  if (!preview.ok) throw new Error(preview.error.cause);
  const out = new Set(preview.value.left_out.flatMap(({ client_ids }) => client_ids));
  const found: Found[] = [];
  for (const row of rows) {
    if (out.has(row.client_id)) continue;
    const page = await watched.served.call('applications/proposal', { client_id: row.client_id });
    if (page.ok && page.value.proposal.proposal === 'met') found.push(row);
  }
  return found;
}
