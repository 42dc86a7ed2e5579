import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../../db/open.ts';
import { buildStale } from '../../electron/build.ts';
import { openInBrowser, type Watched } from '../helpers/browser.ts';
import { CHROMIUM } from '../helpers/chromium.ts';
import { chooseFiles, goTo, lookAt, runImport, type ReportSum } from '../helpers/journey.ts';
import { storeSums } from '../helpers/saved-files.ts';
import { ROOT } from '../helpers/served-store.ts';

const DATA = resolve(ROOT, process.env['KERBSIDE_REAL_DATA'] ?? '../shared/data');
const PASSPHRASE = 'four quiet words here';

/** Files as published, in the order a county might come by them, and what is read and taken of each. */
const FILES: readonly {
  readonly kind: string;
  readonly files: readonly string[];
  readonly sum: Partial<ReportSum>;
}[] = [
  {
    kind: 'Schools',
    files: ['schools/schools_gias_2025-07.csv'],
    sum: { read: 22_010, refused: 0 },
  },
  {
    kind: 'Schools',
    files: ['schools/kent_medway_schools.csv'],
    sum: { read: 825, held: 0, refused: 0 },
  },
  {
    kind: 'Postcodes',
    files: ['ct', 'da', 'me', 'tn'].map((area) => `postcodes/${area}.csv`),
    sum: { read: 64_807, added: 64_807 },
  },
  {
    kind: 'Boundaries',
    files: ['boundaries/kent_medway_lad_2024_buc.geojson'],
    sum: { read: 13, added: 13 },
  },
  {
    kind: 'Road fuel prices',
    files: ['prices/weekly_road_fuel_prices_2018-2026_180526.csv'],
    sum: { read: 438, added: 438 },
  },
  {
    kind: 'Consumer prices',
    files: ['prices/ons_cpi_d7bt_index_2015eq100.csv'],
    sum: { held: 0, refused: 0 },
  },
  {
    kind: 'Wage floors',
    files: ['prices/uk_minimum_wage_rates.csv'],
    sum: { held: 0, refused: 0 },
  },
  {
    kind: 'Contract register',
    files: ['applications/contracts-2025-26-sample.csv'],
    sum: { read: 179, added: 179 },
  },
  {
    kind: 'Applications',
    files: ['applications/summer-2026-flawed.csv'],
    sum: { read: 120, added: 114, changed: 0, unchanged: 0, held: 3, refused: 3 },
  },
];

/** Files that nobody here wrote, through the screens a county's officer would use. */
describe.skipIf(CHROMIUM === null || !existsSync(DATA))('the journey with real files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-real-'));
  const store = join(folder, 'kent.kerbside');
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    await buildStale(['page'], () => undefined);
    const made = createStore(store, {
      passphrase: PASSPHRASE,
      county: 'Kent',
      demo: false,
      own_day: null,
    });
    if (!made.ok) throw new Error(made.error.cause);
    made.value.close();
    watched = await openInBrowser({ store, passphrase: PASSPHRASE });
    ({ page } = watched);
    page.setDefaultTimeout(40_000);
    await goTo(page, 'Data');
  });
  afterAll(async () => {
    await watched.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(FILES)(
    '$kind: told by the headings of $files.0, and taken in',
    async ({ kind, files, sum }) => {
      await chooseFiles(
        page,
        files.map((file) => join(DATA, file)),
      );
      await page.getByRole('button', { name: `${kind} Kind of data` }).waitFor();
      expect(await runImport(page)).toMatchObject(sum);
      await page.getByRole('button', { name: 'Done' }).click();
    },
  );

  it('says what was loaded and from where', async () => {
    await page.getByRole('table', { name: 'What is loaded' }).waitFor();
    await lookAt(watched, 'real-01-loaded');
  });

  it('changes nothing when the largest file comes again', async () => {
    await chooseFiles(page, [join(DATA, 'schools/schools_gias_2025-07.csv')]);
    expect(await runImport(page)).toMatchObject({ read: 22_010, added: 0, changed: 0 });
    await page.getByRole('button', { name: 'Done' }).click();
  });

  it('plans the county, draws its districts and reckons the year', async () => {
    await goTo(page, 'Map');
    await page.getByRole('button', { name: 'Plan the county' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Plan the county' }).click();
    await page.getByText('Audit passed').waitFor({ timeout: 100_000 });
    await lookAt(watched, 'real-02-map');
    const answer = await watched.served.call('map/data', {});
    if (!answer.ok) throw new Error(answer.error.cause);
    const drawn = answer.value.districts.filter(({ geometry }) => geometry !== null);
    expect(drawn.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Maidstone', 'Thanet', 'Medway']),
    );
    expect(drawn).toHaveLength(13);

    await goTo(page, 'Costs');
    await page.getByRole('heading', { name: /^Costs of/ }).waitFor();
    // By the register: GBP 1,637,387.70 of vehicles and 512,868.90 of assistants.
    expect(storeSums(store, PASSPHRASE).last_year_pence).toBe(163_738_770 + 51_286_890);
    await page.getByRole('tab', { name: 'Prices', exact: true }).click();
    await page.getByRole('link', { name: 'Another pump price', exact: true }).click();
    await page.getByText('Diesel at the pump, week by week').waitFor();
    await lookAt(watched, 'real-03-fuel');
    await goTo(page, 'Today');
    await page.getByRole('region', { name: 'Cost and pressure' }).waitFor();
    await lookAt(watched, 'real-04-today');
  });
});
