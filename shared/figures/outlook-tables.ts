/** The years to come as tables: each year's range, what moves the last most, what alone would meet its budget. */
import { formatCount } from '../format/number.ts';
import { budgetSentence } from '../pressure/forecast/budget-words.ts';
import type { Outlook } from './outlook.ts';
import type { Column, Table } from './table.ts';

const money = (key: string, label: string): Column => ({ key, label, kind: 'pence' });

/** One row a year; budget and chance above it where there is one. */
export function yearsTable(outlook: Outlook): Table {
  const { forecast, names, scenario, effort, base_year, held, recorded } = outlook;
  const isHeld = held.source !== 'none';
  return {
    key: 'years',
    title: `What comes next, from ${base_year}: scenario ${scenario.name}`,
    columns: [
      { key: 'year', label: 'Year', kind: 'text' },
      money('p10', 'P10 £'),
      money('p50', 'P50 £'),
      money('p90', 'P90 £'),
      money('mean', 'Mean £'),
      ...(isHeld ? [money('budget', 'Budget £'), { key: 'over', label: 'Chance above it', kind: 'share' } as const] : []), // prettier-ignore
    ],
    rows: forecast.years.map((year, at) => [
      names[at] ?? '',
      year.p10_pence,
      year.p50_pence,
      year.p90_pence,
      year.mean_pence,
      ...(isHeld ? [year.budget_pence, year.over_budget] : []),
    ]),
    total: null,
    note: `${formatCount(effort.draws)} draws, seed ${effort.seed}: in 8 of 10 draws the cost lies from P10 to P90. ${budgetSentence(held, recorded, scenario)}`,
  };
}

/** The last year with each assumption at its P10 and P90, widest first. */
export function leversTable({ forecast, names }: Outlook): Table {
  const switching = new Map(forecast.switching.map((each) => [each.key, each.switch_percent]));
  const hasBudget = switching.size > 0;
  return {
    key: 'levers',
    title: `What moves ${names.at(-1) ?? 'the last year'} most`,
    columns: [
      { key: 'lever', label: 'Each alone', kind: 'text' },
      { key: 'from', label: '% a year, P10 to P90', kind: 'text' },
      money('low', '£ at P10'),
      money('high', '£ at P90'),
      ...(hasBudget ? [{ key: 'switch', label: 'Meets the budget at, % a year', kind: 'text' } as const] : []), // prettier-ignore
    ],
    rows: forecast.tornado.map(({ key, label, low, high, low_pence, high_pence }) => [
      label,
      `${percent(low)} to ${percent(high)}`,
      low_pence,
      high_pence,
      ...(hasBudget ? [switchWords(switching.get(key) ?? null)] : []),
    ]),
    total: null,
    note: '',
  };
}

function switchWords(value: number | null): string {
  return value === null ? 'none from −50 to 100' : percent(value);
}

function percent(value: number): string {
  return value.toFixed(1).replace('-', '−');
}
