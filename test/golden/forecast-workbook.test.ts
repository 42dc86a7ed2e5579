import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { afterAll, expect, it } from 'vitest';
import { reportWorkbook } from '../../electron/jobs/report-workbook.ts';
import { costPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { isTooFew } from '../../shared/figures/small-numbers.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { CENTRAL, type Scenario } from '../../shared/pressure/forecast/assumptions.ts';
import { heldBudget, type RecordedBudget } from '../../shared/pressure/forecast/held-budget.ts';
import { clientGroups } from '../../shared/pressure/forecast/groups.ts';
import { meanMoved, yearBases, yearCost } from '../../shared/pressure/forecast/year-cost.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { ON, randomFacts } from '../helpers/cost-facts.ts';
import { hasOffice, recalculated } from '../helpers/recalculate.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-forecast-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const YEARS = 3;
const facts = randomFacts(9, 120);
const groups = clientGroups(facts, buildLedger(facts));
const scenario: Scenario = {
  ...CENTRAL,
  growth_of: [{ need: 'ASD', phase: null, mean_percent: 9 }],
  new_provision: [{ name: 'Whitstable', year: 2, places: 20, need: null, saves_percent: 40 }],
  budget: { first_year_pence: 600_000_000, mean_percent: 3 },
};
/** Recorded for one financial year, 100 days to August and 140 from September: later years are carried forward. */
const RECORDED: RecordedBudget = {
  years: [{ year: 2026, pence: 400_000_001, rows: [] }],
  lines: ['pre_16_sen'],
  left_out: [],
  version_on: null,
  days: Array.from({ length: 11 }, (_, at) => ({ year: 2027 + at, summer: 100, autumn: 140 })),
};
const summary = costPressureSummary(
  facts,
  { county: 'Testshire', demo: true, on: ON, version: '0.0.0', store_version: 1 },
  { scenario, effort: { years: YEARS, draws: 500, seed: 7 }, recorded: RECORDED },
);
const SHEET = 'What comes next';

/** The application's own closed form, pounds: each year after the base. */
function closedForm(of: Scenario): readonly number[] {
  return yearBases(groups, of, YEARS).map(
    (base) => yearCost(base, of, meanMoved(of, base.year)) / 100,
  );
}

function rowOf(page: Worksheet, label: string): number {
  for (let row = 1; row <= page.rowCount; row++)
    if (page.getCell(row, 1).value === label) return row;
  throw new Error(`no row ${label}`);
}

function years(rows: readonly string[][], label: string): readonly number[] {
  const row = defined(rows.find(([first]) => first === label), label); // prettier-ignore
  return row.slice(2, 2 + YEARS).map((text) => Number(text.replaceAll(/[+,]/g, '')));
}

it('keeps in its cells what the application forecasts, to the penny', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await reportWorkbook(summary));
  const page = defined(workbook.getWorksheet(SHEET), SHEET);
  const row = rowOf(page, 'Forecast, central path £');
  closedForm(scenario).forEach((pounds, at) => {
    const { value } = page.getCell(row, 3 + at);
    expect(value).toHaveProperty('formula');
    expect(Number(typeof value === 'object' && value !== null && 'result' in value ? value.result : Number.NaN)).toBeCloseTo(pounds, 2); // prettier-ignore
  });
});

it('gives the application’s own forecast where a manager changes what is yellow', async (context) => {
  if (!hasOffice()) context.skip('LibreOffice is not installed');
  const workbook = new Workbook();
  await workbook.xlsx.load(await reportWorkbook(summary));
  const page = defined(workbook.getWorksheet(SHEET), SHEET);
  const changed: Scenario = {
    ...scenario,
    fuel: { ...scenario.fuel, mean_percent: 8 },
    wages: { ...scenario.wages, mean_percent: 5.5 },
    cpi: { ...scenario.cpi, mean_percent: 3.1 },
    growth: { ...scenario.growth, mean_percent: 2.5 },
    occupancy_percent: 1.5,
    ptb_percent: 2,
    ptb_year_pence: 350_000,
    trained_a_year: 6,
    training_pence: 450_000,
    budget: { first_year_pence: 500_000_000, mean_percent: 2 },
  };
  const put = (label: string, value: number): void => {
    page.getCell(rowOf(page, label), 2).value = value;
  };
  put('Fuel', 8);
  put('Wage settlement', 5.5);
  put('CPI and other prices', 3.1);
  put('Growth of clients', 2.5);
  put('Occupancy: clients a vehicle', 1.5);
  put('PTB take-up', 2);
  put('A personal transport budget', 3500);
  put('Clients trained to travel alone', 6);
  put('Travel training', 4500);
  put('Budget of the first year forecast', 5_000_000);
  put('Growth of the budget', 2);
  put('Budget carried forward', 3);
  const rows = await recalculated(workbook, SHEET, folder);
  const forecast = closedForm(changed);
  // Shown in whole pounds.
  years(rows, 'Forecast, central path £').forEach((pounds, at) => {
    expect(Math.abs(pounds - (forecast[at] ?? 0))).toBeLessThanOrEqual(0.51);
  });
  expect(Math.abs((forecast[0] ?? 0) - (closedForm(scenario)[0] ?? 0))).toBeGreaterThan(1000);
  years(rows, 'Over (+) or under (−) the budget £').forEach((pounds, at) => {
    const budget = 5_000_000 * 1.02 ** at;
    expect(Math.abs(pounds - ((forecast[at] ?? 0) - budget))).toBeLessThanOrEqual(0.51);
  });
  // The recorded budget stands above the typed one, carried forward as the sheet says.
  const held = heldBudget({ ...changed, budget: null, budget_uplift_percent: 3 }, RECORDED, { base: facts.year, years: YEARS }); // prettier-ignore
  years(rows, 'Budget as recorded under Costs > Budget £').forEach((pounds, at) => {
    expect(Math.abs(pounds - (held.years[at]?.pence ?? 0) / 100)).toBeLessThanOrEqual(0.51);
  });
});

it('says what it merges so that no group of 1 to 4 clients is told, and how far its path lies from the application’s', async () => {
  const sizes = Map.groupBy(groups, ({ need, phase }) => `${need ?? ''} ${phase ?? ''}`);
  const few = [...sizes.values()].find(
    (of) => of[0]?.need !== null && of[0]?.phase !== null && isTooFew(of.reduce((sum, { clients }) => sum + clients, 0)),
  ); // prettier-ignore
  const { need, phase } = defined(few?.[0], 'a group of 1 to 4');
  const small: Scenario = { ...scenario, growth_of: [...scenario.growth_of, { need, phase, mean_percent: 40 }] }; // prettier-ignore
  const made = costPressureSummary(
    facts,
    { county: 'Testshire', demo: true, on: ON, version: '0.0.0', store_version: 1 },
    { scenario: small, effort: { years: YEARS, draws: 500, seed: 7 }, recorded: null },
  );
  const workbook = new Workbook();
  await workbook.xlsx.load(await reportWorkbook(made));
  const page = defined(workbook.getWorksheet(SHEET), SHEET);
  const row = rowOf(page, 'Forecast, central path £');
  const apart = closedForm(small).map((pounds, at) => {
    const { value } = page.getCell(row, 3 + at);
    return Math.abs(Number(typeof value === 'object' && value !== null && 'result' in value ? value.result : Number.NaN) / pounds - 1); // prettier-ignore
  });
  const told = defined(made.outlook.apart, 'what is merged');
  // Measured, and rounded up to a tenth of a per cent.
  expect(Math.max(...apart) * 100).toBeLessThanOrEqual(told.percent);
  expect(Math.max(...apart) * 100).toBeGreaterThan(told.percent - 0.1 - 1e-6);
  expect(told.merged).toHaveLength(1);
  const texts = page.getSheetValues().flatMap((each) => (Array.isArray(each) ? each : [])).filter((each) => typeof each === 'string'); // prettier-ignore
  expect(texts).toContain(`Groups of 1 to 4 clients are not told apart: here they grow as the county does (${told.merged.join('; ')}).`); // prettier-ignore
  expect(texts.some((each) => each.includes(`lies within ${told.percent.toFixed(1)}% of its own`))).toBe(true); // prettier-ignore
  expect(summary.outlook.apart).toBeNull();
});
