/** What comes next as a sheet that reckons for itself: change an assumption and the central path follows. */
import type { Outlook } from '../../shared/figures/outlook.ts';
import type { HeldYear } from '../../shared/pressure/forecast/held-budget.ts';
import type { FanSpec } from '../files/workbook-charts.ts';
import type { ModelCell, ModelFormat, ModelLook, ModelSpec } from '../files/workbook-model.ts';
import { columnLetter } from '../files/workbook-form.ts';
import { assumptionInputs, type AssumptionKey } from './forecast-inputs.ts';
import { keptValues, recordedOf, type KeptKey } from './forecast-values.ts';

type Row = readonly (ModelCell | null)[];

/** Columns of the sheet: the table of new schools is the widest, but for many years. */
const SHEET_COLUMNS = 10;

/** The first column of years, counted from 1: the base year. */
const BASE_COLUMN = 2;

const cell = (value: string | number, format: ModelFormat, look: ModelLook = 'plain'): ModelCell => ({ value, format, look }); // prettier-ignore
const label = (text: string): ModelCell => cell(text, 'text', 'label');
const soft = (text: string): ModelCell => cell(text, 'text', 'soft');
const head = (texts: readonly string[]): Row => texts.map((text) => cell(text, 'text', 'head'));

/** The model, and where its years come to stand once its first row is known. */
export function forecastModel(outlook: Outlook): {
  readonly model: ModelSpec;
  readonly fan: (first: number) => FanSpec;
} {
  const inputs = assumptionInputs(outlook);
  const { growth, openings, effort } = outlook;
  // Heading rows: one above each table; an empty row below each.
  const groupsAt = inputs.length + 2;
  const openingsAt = groupsAt + growth.length + 2;
  const yearsAt = openings.length === 0 ? openingsAt : openingsAt + openings.length + 2;
  const lines = yearLines(outlook);
  const rowOf = (first: number, key: string): number => first + yearsAt + 1 + lines.findIndex((line) => line.key === key); // prettier-ignore
  const rows = (first: number): readonly Row[] => {
    const places: Places = {
      input: (key) => `$B$${first + 1 + inputs.findIndex((input) => input.key === key)}`,
      group: (letter) => `$${letter}$${first + groupsAt + 1}:$${letter}$${first + groupsAt + growth.length}`,
      opening: (letter) => `$${letter}$${first + openingsAt + 1}:$${letter}$${first + openingsAt + openings.length}`,
      at: (key, year) => `${columnLetter(BASE_COLUMN + year)}${rowOf(first, key)}`,
    }; // prettier-ignore
    const years = Array.from({ length: effort.years + 1 }, (_, year) => year);
    return [
      head(['Assumptions: change what is yellow', 'Value', 'Unit']),
      ...inputs.map(({ label: text, value, unit, format }): Row => [
        label(text),
        value === null ? cell('', format, 'entry') : cell(value, format, 'entry'),
        soft(unit),
      ]),
      [],
      head([`Who is forecast, at the prices of ${outlook.base_year}`, 'Clients', 'Fuel £', 'Drivers £', 'Other £', 'Assistants £', 'Growth % a year']), // prettier-ignore
      ...growth.map(({ label: text, growth_percent, sums }): Row => [
        label(text),
        ...sumCells(sums),
        growth_percent === null
          ? { ...cell(outlook.scenario.growth.mean_percent, 'rate'), formula: places.input('growth') } // prettier-ignore
          : cell(growth_percent, 'rate', 'entry'),
      ]),
      [],
      ...openingRows(outlook, first + openingsAt),
      head(['Year by year', outlook.base_year, ...outlook.names]),
      ...lines.map((line): Row => [
        { ...label(line.label), look: line.look === 'total' ? 'total' : 'label' },
        ...years.map((year): ModelCell => ({
          value: line.value(year),
          format: line.format,
          look: line.look === 'path' ? (year === 0 ? 'plain' : 'entry') : line.look,
          ...(line.formula === undefined ? {} : { formula: line.formula(places, year) }),
        })),
      ]),
      [],
      head(['Where the assumptions come from', '']),
      ...inputs.map(({ label: text, source }): Row => [
        label(text),
        { ...soft(source), over: SHEET_COLUMNS - 1 },
      ]),
    ];
  };
  return {
    model: {
      rows,
      widths: [
        44,
        15,
        20,
        ...Array.from({ length: Math.max(SHEET_COLUMNS, effort.years + 2) - 3 }, () => 15),
      ],
    },
    fan: (first) => ({
      names: first + yearsAt,
      p10: rowOf(first, 'p10'),
      central: rowOf(first, 'central'),
      p90: rowOf(first, 'p90'),
      budget: rowOf(first, 'budget'),
      from: BASE_COLUMN,
      to: BASE_COLUMN + effort.years,
      row: first,
      rows: inputs.length + 1,
    }),
  };
}

function sumCells(sums: Outlook['growth'][number]['sums']): Row {
  const pounds = (pence: number): ModelCell => cell(pence / 100, 'pounds');
  return [
    cell(sums.clients, 'count'),
    pounds(sums.fuel_pence),
    pounds(sums.driver_pence),
    pounds(sums.other_pence),
    pounds(sums.assistant_pence),
  ];
}

/** Each school that opens: from when, places and saving to be changed; the last column is the part of their clients' cost that is saved. */
function openingRows({ openings }: Outlook, headAt: number): readonly Row[] {
  if (openings.length === 0) return [];
  return [
    head(['New schools', 'Clients it is for', 'Fuel £', 'Drivers £', 'Other £', 'Assistants £', 'Opens in year', 'Places', 'Saves %', 'Part saved']), // prettier-ignore
    ...openings.map(({ name, year, places, saves_percent, sums }, at): Row => {
      const row = headAt + 1 + at;
      const part = sums.clients === 0 ? 0 : (Math.min(places, sums.clients) / sums.clients) * (saves_percent / 100); // prettier-ignore
      return [
        label(name),
        ...sumCells(sums),
        cell(year, 'count', 'entry'),
        cell(places, 'count', 'entry'),
        cell(saves_percent, 'rate', 'entry'),
        { ...cell(part, 'factor'), formula: `IF(B${row}=0,0,MIN(H${row},B${row})/B${row}*I${row}/100)` }, // prettier-ignore
      ];
    }),
    [],
  ];
}

/** Addresses of what a formula needs. */
interface Places {
  readonly input: (key: AssumptionKey) => string;
  /** A column of the table of groups, and of the new schools. */
  readonly group: (letter: string) => string;
  readonly opening: (letter: string) => string;
  /** A line's cell in a year, 0 for the base. */
  readonly at: (key: string, year: number) => string;
}

interface YearLine {
  readonly key: string;
  readonly label: string;
  readonly format: ModelFormat;
  /** `path`: may be typed over, year by year. */
  readonly look: ModelLook | 'path';
  /** Absent: the value stands for itself. */
  readonly formula?: (places: Places, year: number) => string;
  /** What it comes to as exported. */
  readonly value: (year: number) => number | string;
}

/** The lines of a year, each from those above it: `yearCost` of `shared/pressure/forecast`, told in a spreadsheet's words. */
function yearLines(outlook: Outlook): readonly YearLine[] {
  const kept = keptValues(outlook);
  const hasOpenings = outlook.openings.length > 0;
  const recorded = recordedOf(outlook);
  const hasRecorded = recorded.source === 'recorded';
  const line = (
    key: KeptKey,
    text: string,
    format: ModelFormat,
    formula?: YearLine['formula'],
    look: YearLine['look'] = 'plain',
  ): YearLine => ({
    key,
    label: text,
    format,
    look,
    value: (year) => kept(year)[key],
    ...(formula === undefined ? {} : { formula }),
  });
  /** A column of the groups as they have grown. */
  const grown = (places: Places, letter: string, year: number): string =>
    `SUMPRODUCT(${places.group(letter)},(1+${places.group('G')}/100)^${year})`;
  const moved =
    (key: 'fuel_moved' | 'wages_moved' | 'cpi_moved', letter: string) =>
    (places: Places, year: number): string =>
      `${grown(places, letter, year)}*${places.at(key, year)}/${places.at('room', year)}`;
  /** The year before's, moved by a rate. */
  const step = (key: KeptKey, by: (places: Places, year: number) => string) => (places: Places, year: number): string =>
    year === 0 ? '1' : `${places.at(key, year - 1)}*(1+${by(places, year)}/100)`; // prettier-ignore
  return [
    line('diesel', 'Diesel at the pump, p a litre', 'pump', ({ at, input }, year) => (year === 0 ? input('diesel') : `${at('diesel', year - 1)}*(1+${input('fuel')}/100)`), 'path'), // prettier-ignore
    line('wage_percent', 'Wage settlement, %', 'rate', ({ input }, year) => (year === 0 ? '0' : input('wages')), 'path'), // prettier-ignore
    line('cpi_percent', 'CPI, %', 'rate', ({ input }, year) => (year === 0 ? '0' : input('cpi')), 'path'), // prettier-ignore
    line('fuel_moved', 'Fuel, base year = 1', 'factor', ({ at }, year) => `${at('diesel', year)}/${at('diesel', 0)}`), // prettier-ignore
    line('wages_moved', 'Wages, base year = 1', 'factor', step('wages_moved', ({ at }, year) => at('wage_percent', year))), // prettier-ignore
    line('cpi_moved', 'Other prices, base year = 1', 'factor', step('cpi_moved', ({ at }, year) => at('cpi_percent', year))), // prettier-ignore
    line('room', 'Clients a vehicle, base year = 1', 'factor', step('room', ({ input }) => input('occupancy'))), // prettier-ignore
    line('clients', 'Clients before budgets and training', 'count', (places, year) => grown(places, 'B', year)), // prettier-ignore
    line('fuel', 'Fuel £', 'pounds', moved('fuel_moved', 'C')),
    line('drivers', 'Drivers £', 'pounds', moved('wages_moved', 'D')),
    line('other', 'Other prices £', 'pounds', moved('cpi_moved', 'E')),
    line('assistants', 'Passenger assistants £', 'pounds', (places, year) => `${grown(places, 'F', year)}*${places.at('wages_moved', year)}`), // prettier-ignore
    ...(hasOpenings ? [line('saved', 'Saved at new schools £', 'pounds', savedFormula)] : []),
    line('seats', 'All in seats £', 'pounds', ({ at }, year) => `SUM(${at('fuel', year)}:${at(hasOpenings ? 'saved' : 'assistants', year)})`, 'total'), // prettier-ignore
    line('budgets', 'Clients with a personal transport budget', 'count', ({ at, input }, year) => `MIN(${at('clients', year)},${at('clients', year)}*${input('ptb')}/100*${year})`), // prettier-ignore
    line('trained', 'Clients trained to travel alone', 'count', ({ at, input }, year) => `MIN(${at('clients', year)}-${at('budgets', year)},${input('trained')}*${year})`), // prettier-ignore
    line('unneeded', 'Seats not needed £', 'pounds', ({ at }, year) => `IF(${at('clients', year)}=0,0,-(${at('budgets', year)}+${at('trained', year)})*${at('seats', year)}/${at('clients', year)})`), // prettier-ignore
    line('budgets_paid', 'Personal transport budgets £', 'pounds', ({ at, input }, year) => `${at('budgets', year)}*${input('ptb_year')}`), // prettier-ignore
    line('training', 'Travel training £', 'pounds', ({ at, input }, year) => `MIN(${at('trained', year)},${input('trained')})*${input('training')}`), // prettier-ignore
    line('central', 'Forecast, central path £', 'pounds', ({ at }, year) => `${at('seats', year)}+SUM(${at('unneeded', year)}:${at('training', year)})`, 'total'), // prettier-ignore
    line('change', 'Change on the year before £', 'change', ({ at }, year) => (year === 0 ? '0' : `${at('central', year)}-${at('central', year - 1)}`)), // prettier-ignore
    line('p10_part', 'P10 of the draws, of the central path', 'factor'),
    line('p90_part', 'P90 of the draws, of the central path', 'factor'),
    line('p10', 'P10 £', 'pounds', ({ at }, year) => `${at('central', year)}*${at('p10_part', year)}`), // prettier-ignore
    line('p90', 'P90 £', 'pounds', ({ at }, year) => `${at('central', year)}*${at('p90_part', year)}`), // prettier-ignore
    ...(hasRecorded ? [line('recorded', 'Budget as recorded under Costs > Budget £', 'pounds', ({ input }, year) => recordedFormula(recorded.years[year - 1], input('budget_uplift')))] : []), // prettier-ignore
    line('budget', 'Budget £', 'pounds', ({ input, at }, year) => (year === 0 ? '""' : `IF(${input('budget')}="",${hasRecorded ? at('recorded', year) : '""'},${input('budget')}*(1+${input('budget_growth')}/100)^${year - 1})`)), // prettier-ignore
    line('over', 'Over (+) or under (−) the budget £', 'change', ({ at }, year) => `IF(${at('budget', year)}="","",${at('central', year)}-${at('budget', year)})`), // prettier-ignore
  ];
}

/** The parts of two financial years; one that is carried forward moves with the uplift. Years with nothing recorded are empty. */
function recordedFormula(held: HeldYear | undefined, uplift: string): string {
  if (held === undefined || held.pence === null) return '""';
  return held.parts
    .map(({ pence, financial_year, carried_from, days, of_days, from_pence }) =>
      carried_from === null
        ? String(pence / 100)
        : `${from_pence / 100}*(1+${uplift}/100)^${financial_year - carried_from}*${days}/${of_days}`,
    )
    .join('+');
}

function savedFormula({ opening, at }: Places, year: number): string {
  const vehicles = `(${opening('C')}*${at('fuel_moved', year)}+${opening('D')}*${at('wages_moved', year)}+${opening('E')}*${at('cpi_moved', year)})/${at('room', year)}`;
  const assistants = `${opening('F')}*${at('wages_moved', year)}`;
  return `-SUMPRODUCT((${opening('G')}<=${year})*${opening('J')}*(${vehicles}+${assistants}))`;
}
