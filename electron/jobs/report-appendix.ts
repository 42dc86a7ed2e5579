/** The paper's appendix: every table with a reference a row, so that each figure of the pages is found again. */
import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { leversTable, yearsTable } from '../../shared/figures/outlook-tables.ts';
import type { Table } from '../../shared/figures/table.ts';
import { SCENARIO_SOURCES } from '../../shared/pressure/forecast/assumptions.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCount } from '../../shared/format/number.ts';
import { assumptionInputs } from './forecast-inputs.ts';
import { pickColumns } from './paper-rows.ts';
import { escapeHtml, tableHtml } from './paper-table.ts';
import { WHERE } from './report-where.ts';

/** The appendix's parts by what they hold; a row's reference is its part and its number. */
export const APPENDIX = {
  why: 'A1',
  split: 'A2',
  districts: 'A3',
  years: 'A4',
  levers: 'A5',
  scenario: 'A6',
  bill: 'A7',
  needs: 'A8',
  phases: 'A9',
  schools: 'A10',
  placement: 'A11',
  fuel: 'A12',
  clauses: 'A13',
  assumptions: 'A14',
  checks: 'A15',
  gaps: 'A16',
  estimated: 'A17',
  cautions: 'A18',
  numbers: 'A19',
  made: 'A20',
} as const;
export type AppendixPart = keyof typeof APPENDIX;

/** The table with each row's reference before it. */
export function withRefs(table: Table, part: string): Table {
  return {
    ...table,
    columns: [{ key: 'ref', label: 'Ref.', kind: 'mark' }, ...table.columns],
    rows: table.rows.map((cells, at) => [`${part}.${at + 1}`, ...cells]),
    total: table.total === null ? null : [`${part}.${table.rows.length + 1}`, ...table.total],
  };
}

/** Everything the pages rest on. */
export function appendixHtml(summary: CostPressureSummary): string {
  const { tables, outlook } = summary;
  const groups = ['label', 'clients', 'routes', 'year', 'last', 'change', 'per_client'];
  return `<section class="appendix">
<h1>Appendix: every figure, what it rests on, and what is not known</h1>
<p class="note">A reference such as ${APPENDIX.why}.2 is a part of this appendix and a row of it. Under each part stands where Kerbside shows the same: by clicks, and as the address to type behind #/.</p>
${part('why', tables.why)}
<div class="wide">${splitHtml(tables.split)}</div>
${part('districts', tables.districts)}
${part('years', yearsTable(outlook))}
${part('levers', leversTable(outlook))}
${part('scenario', scenarioTable(summary))}
${part('bill', tables.bill)}
${part('needs', tables.needs, groups)}
${part('phases', tables.phases, groups)}
${part('schools', tables.schools, groups)}
${part('placement', tables.placement)}
${part('fuel', tables.fuel)}
<div class="close">${part('clauses', tables.clauses, ['holder', 'contract', 'terms', 'contracts', 'before', 'priced', 'paid', 'example', 'accepted', 'source'])}</div>
${part('assumptions', tables.assumptions)}
${part('checks', tables.checks)}
${list('gaps', 'What is missing', summary.gaps)}
${list('estimated', 'What is estimated', summary.estimated)}
${list('cautions', 'Before these figures are used', summary.cautions)}
${part('numbers', numbersTable(summary))}
${part('made', madeTable(summary))}
</section>`;
}

/** A table with its part’s letter, a reference a row, and where Kerbside shows it. */
function part(of: AppendixPart, table: Table, keys?: readonly string[]): string {
  const at = APPENDIX[of];
  const shown = withRefs({ ...table, title: `${at} ${table.title}` }, at);
  const html = tableHtml(keys === undefined ? shown : pickColumns(shown, ['ref', ...keys]), { titled: true, noted: true }); // prettier-ignore
  return `<section>${html}${whereHtml(of)}</section>`;
}

/** Columns of money that the paper's width holds beside a name. */
const MOST_BARS = 12;

/** The change by district: in two tables with the same references where all its bars do not fit beside one another. */
function splitHtml(table: Table): string {
  const [name = '', ...bars] = table.columns.map(({ key }) => key);
  if (bars.length <= MOST_BARS) return part('split', table);
  const half = Math.ceil(bars.length / 2);
  const first = pickColumns({ ...table, note: '' }, [name, ...bars.slice(0, half)]);
  const rest = pickColumns({ ...table, title: `${table.title}, continued` }, [name, ...bars.slice(half)]); // prettier-ignore
  return `${tableHtml(withRefs({ ...first, title: `${APPENDIX.split} ${first.title}` }, APPENDIX.split), { titled: true })}${part('split', rest)}`;
}

function list(of: AppendixPart, title: string, texts: readonly string[]): string {
  const at = APPENDIX[of];
  const items = texts.map((text, row) => `<li><span class="ref">${at}.${row + 1}</span> ${escapeHtml(text)}</li>`); // prettier-ignore
  return `<section><h2>${at} ${title}</h2><ul class="gaps">${items.join('')}</ul>${whereHtml(of)}</section>`;
}

function whereHtml(of: AppendixPart): string {
  const { clicks, address } = WHERE[of];
  return `<p class="note where">In Kerbside: ${escapeHtml(clicks)} (#/${address})</p>`;
}

/** The numbers that stand first, each with what it is made of. */
function numbersTable({ numbers }: CostPressureSummary): Table {
  const { why, bill, districts, checks, placement, gaps } = APPENDIX;
  const made = [
    `${why}, its last line; a school day: ${bill}, all lines`,
    `${why}, its last line less its first`,
    `${districts}, all; who joined and left: the bars of that name in ${why}, opened`,
    `${bill}, all lines a year, by the clients of ${districts}; the year before alike`,
    `${checks}; new: routes that no contract of the register runs`,
    `${placement}, all; cannot tell: ${gaps}`,
  ];
  return {
    key: 'numbers',
    title: 'The numbers of the first page',
    columns: [
      { key: 'label', label: 'Number', kind: 'text' },
      { key: 'value', label: 'Value', kind: 'text' },
      { key: 'detail', label: 'What it is of', kind: 'text' },
      { key: 'made', label: 'What it is made of', kind: 'note' },
    ],
    rows: numbers.map(({ label, value, detail }, at) => [label, value, detail, made[at] ?? '']),
    total: null,
    note: '',
  };
}

/** The scenario's assumptions and where they come from. */
function scenarioTable({ outlook }: CostPressureSummary): Table {
  const { scenario } = outlook;
  const spread = new Map<string, number>([['fuel', scenario.fuel.sd_percent], ['wages', scenario.wages.sd_percent], ['cpi', scenario.cpi.sd_percent], ['growth', scenario.growth.sd_percent]]); // prettier-ignore
  const together = SCENARIO_SOURCES.find(({ label }) => label === 'Fuel and wages together');
  return {
    key: 'scenario',
    title: `What the years to come rest on: scenario ${scenario.name}`,
    columns: [
      { key: 'label', label: 'Assumption', kind: 'text' },
      { key: 'value', label: 'Value', kind: 'text' },
      { key: 'spread', label: 'Spread, % (sd)', kind: 'text' },
      { key: 'source', label: 'Source', kind: 'note' },
    ],
    rows: [
      ...assumptionInputs(outlook).map(({ key, label, value, unit, source }) => [
        label,
        value === null ? (outlook.held.source === 'recorded' ? 'as recorded' : 'none') : `${formatCount(Math.trunc(value))}${decimals(value)} ${unit.replace(', empty: as recorded', '')}`, // prettier-ignore
        spread.has(key) ? String(spread.get(key)) : '',
        source,
      ]),
      ['Fuel and wages together', `correlation ${scenario.fuel_wage_correlation}`, '', together?.source ?? ''], // prettier-ignore
    ],
    total: null,
    note: 'Each draw moves fuel, wages, prices and clients year by year (log-normal, independent from year to year).',
  };
}

function decimals(value: number): string {
  return Number.isInteger(value) ? '' : value.toFixed(1).replace(/^-?\d+/, '');
}

/** What the paper was made from, so that it can be made again. */
function madeTable({ marks, plan_id, outlook, handling }: CostPressureSummary): Table {
  return {
    key: 'made',
    title: 'What this paper was made from',
    columns: [
      { key: 'what', label: 'What', kind: 'text' },
      { key: 'value', label: 'Value', kind: 'text' },
    ],
    rows: [
      ['Made on', formatDate(marks.on)],
      ['County', marks.county],
      ['Plan', String(plan_id)],
      ['Store version', String(marks.store_version ?? '')],
      ['Kerbside', marks.version],
      ['Draws, seed', `${formatCount(outlook.effort.draws)}, ${outlook.effort.seed}`],
      ['Handling', handling],
    ],
    total: null,
    note: 'The same store, day, scenario and seed give the same paper.',
  };
}
