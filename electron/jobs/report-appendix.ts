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
  assumptions: 'A13',
  checks: 'A14',
  gaps: 'A15',
  estimated: 'A16',
  made: 'A17',
} as const;

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
  const part = (of: string, table: Table, keys?: readonly string[]): string => {
    const shown = withRefs({ ...table, title: `${of} ${table.title}` }, of);
    const html = tableHtml(keys === undefined ? shown : pickColumns(shown, ['ref', ...keys]), { titled: true, noted: true }); // prettier-ignore
    return `<section>${html}</section>`;
  };
  const groups = ['label', 'clients', 'routes', 'year', 'last', 'change', 'per_client'];
  return `<section class="appendix">
<h1>Appendix: every figure, what it rests on, and what is not known</h1>
${part(APPENDIX.why, tables.why)}
<div class="wide">${part(APPENDIX.split, tables.split)}</div>
${part(APPENDIX.districts, tables.districts)}
${part(APPENDIX.years, yearsTable(outlook))}
${part(APPENDIX.levers, leversTable(outlook))}
${part(APPENDIX.scenario, scenarioTable(summary))}
${part(APPENDIX.bill, tables.bill)}
${part(APPENDIX.needs, tables.needs, groups)}
${part(APPENDIX.phases, tables.phases, groups)}
${part(APPENDIX.schools, tables.schools, groups)}
${part(APPENDIX.placement, tables.placement)}
${part(APPENDIX.fuel, tables.fuel)}
${part(APPENDIX.assumptions, tables.assumptions)}
${part(APPENDIX.checks, tables.checks)}
${list(APPENDIX.gaps, 'What is missing', summary.gaps)}
${list(APPENDIX.estimated, 'What is estimated', summary.estimated)}
${part(APPENDIX.made, madeTable(summary))}
</section>`;
}

function list(part: string, title: string, texts: readonly string[]): string {
  const items = texts.map((text, at) => `<li><span class="ref">${part}.${at + 1}</span> ${escapeHtml(text)}</li>`); // prettier-ignore
  return `<section><h2>${part} ${title}</h2><ul class="gaps">${items.join('')}</ul></section>`;
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
