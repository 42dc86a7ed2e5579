/** The years to come as the summary tells them: the scenario, what it starts from, and what was drawn. */
import { academicYearFrom, startYearOf } from '../calendar/years.ts';
import type { AcademicYear } from '../calendar/dates.ts';
import { NEED_WORDS, PHASE_WORDS } from '../model/words.ts';
import type { CostFacts } from '../pressure/facts.ts';
import { CENTRAL, type Scenario } from '../pressure/forecast/assumptions.ts';
import { forecast, type Forecast, type ForecastEffort } from '../pressure/forecast/forecast.ts';
import {
  heldBudget,
  type HeldBudget,
  type RecordedBudget,
} from '../pressure/forecast/held-budget.ts';
import { USUAL_EFFORT } from '../pressure/forecast/next-year.ts';
import { clientGroups, type ClientGroup } from '../pressure/forecast/groups.ts';
import { growthOf, isForGroup, meanMoved, yearBases, yearCost } from '../pressure/forecast/year-cost.ts'; // prettier-ignore
import type { Ledger } from '../pressure/ledger.ts';
import { newestWeek } from '../pressure/price-facts.ts';
import { defined } from '../kernel/assert.ts';
import { isTooFew } from './small-numbers.ts';

/** What an export forecasts unless another scenario is asked for: the medium-term plan's five years. */
export const USUAL_OUTLOOK: OutlookAsked = {
  scenario: CENTRAL,
  effort: USUAL_EFFORT,
  recorded: null,
};

export interface OutlookAsked {
  readonly scenario: Scenario;
  readonly effort: ForecastEffort;
  /** The budget of Costs > Budget; null where none was read. */
  readonly recorded: RecordedBudget | null;
}

/** Clients who grow alike, pence a year at the base's prices. */
export interface GrowthLine {
  readonly label: string;
  /** Per cent a year; null: the county's. */
  readonly growth_percent: number | null;
  readonly sums: Omit<ClientGroup, 'need' | 'phase'>;
}

/** A school that opens, and all the clients it is for. */
export interface OpeningLine {
  readonly name: string;
  readonly year: number;
  readonly places: number;
  readonly saves_percent: number;
  readonly sums: Omit<ClientGroup, 'need' | 'phase'>;
}

/** What the workbook’s own path leaves out or merges, so that no group of 1 to 4 clients is told. */
export interface PathApart {
  /** Groups that grow as the county does there, in words. */
  readonly merged: readonly string[];
  /** Of this many clients too few are left for a line of their own, or a new school is for too few: they are not in the path. */
  readonly left_out: readonly string[];
  /** How far its path lies from the application’s in any year at most, per cent, rounded up to a tenth. */
  readonly percent: number;
}

export interface Outlook extends OutlookAsked {
  readonly base_year: AcademicYear;
  /** Of the years forecast. */
  readonly names: readonly AcademicYear[];
  readonly forecast: Forecast;
  /** What each year is held against. */
  readonly held: HeldBudget;
  readonly growth: readonly GrowthLine[];
  readonly openings: readonly OpeningLine[];
  /** Null where the workbook’s path is the application’s own to the penny. */
  readonly apart: PathApart | null;
  /** Routes that carry nobody are not forecast: pence a year. */
  readonly left_out_pence: number;
  /** Diesel at the pump, hundredths of a penny a litre; null where it is not known. */
  readonly diesel: number | null;
}

/** Draws the years and sums up what they start from. */
export function makeOutlook(facts: CostFacts, ledger: Ledger, asked: OutlookAsked): Outlook {
  const groups = clientGroups(facts, ledger);
  const { scenario, effort, recorded } = asked;
  const held = heldBudget(scenario, recorded, { base: facts.year, years: effort.years });
  const budgets = held.years.map(({ pence }) => pence);
  const first = startYearOf(facts.year);
  return {
    ...asked,
    base_year: facts.year,
    names: Array.from({ length: effort.years }, (_, at) => academicYearFrom(first + at + 1)),
    forecast: defined(
      forecast(groups, scenario, effort, { budgets }),
      'a forecast that nobody stops',
    ),
    held,
    growth: growthLines(groups, scenario),
    apart: pathApart(groups, scenario, effort.years),
    openings: scenario.new_provision.flatMap((school): readonly OpeningLine[] => {
      const sums = sumsOf(groups.filter((group) => isForGroup(school, group)));
      // A school for 1 to 4 clients would tell what they cost.
      if (isTooFew(sums.clients)) return [];
      const { name, year, places, saves_percent } = school;
      return [{ name, year, places, saves_percent, sums }];
    }),
    left_out_pence: ledger.this_year.reduce(
      (sum, { client_id, year_pence }) => (client_id === null ? sum + year_pence : sum),
      0,
    ),
    diesel: newestWeek(facts.fuel, facts.on)?.diesel ?? null,
  };
}

/** What keeping small groups to oneself does to the workbook’s path, measured year by year. */
function pathApart(
  groups: readonly ClientGroup[],
  scenario: Scenario,
  years: number,
): PathApart | null {
  const own = Map.groupBy(groups, (group) => growthOf(group, scenario));
  const few = [...own].filter(([rate, of]) => rate !== null && isTooFew(sumsOf(of).clients));
  const small = new Set(few.map(([rate]) => rate));
  const rest = [...own].filter(([rate]) => rate === null || small.has(rate)).flatMap(([, of]) => of); // prettier-ignore
  const isDropped = isTooFew(sumsOf(rest).clients) && few.length < own.size && rest.length < groups.length; // prettier-ignore
  const schools = scenario.new_provision.filter((school) => isTooFew(sumsOf(groups.filter((group) => isForGroup(school, group))).clients)); // prettier-ignore
  if (few.length === 0 && !isDropped && schools.length === 0) return null;
  const told: Scenario = {
    ...scenario,
    growth_of: scenario.growth_of.map((rate) => (small.has(rate) ? { ...rate, mean_percent: scenario.growth.mean_percent } : rate)),
    new_provision: scenario.new_provision.filter((school) => !schools.includes(school)),
  }; // prettier-ignore
  const path = (of: readonly ClientGroup[], by: Scenario): readonly number[] =>
    yearBases(of, by, years).map((base) => yearCost(base, by, meanMoved(by, base.year)));
  const shown = path(isDropped ? groups.filter((group) => !rest.includes(group)) : groups, told);
  const apart = path(groups, scenario).map((pence, at) => pence === 0 ? 0 : Math.abs((shown[at] ?? 0) / pence - 1)); // prettier-ignore
  return {
    merged: isDropped ? [] : few.map(([, of]) => wordsOf(of)),
    left_out: [...(isDropped ? ['all other clients'] : []), ...schools.map(({ name }) => `the new school ${name}`)], // prettier-ignore
    percent: Math.ceil(Math.max(0, ...apart) * 1000) / 10,
  };
}

/** Groups with a growth of their own, largest first; a group of 1 to 4 clients goes with the county, which comes first. */
function growthLines(groups: readonly ClientGroup[], scenario: Scenario): readonly GrowthLine[] {
  const own = Map.groupBy(groups, (group) => growthOf(group, scenario));
  const county = [...(own.get(null) ?? [])];
  const lines: GrowthLine[] = [];
  for (const [rate, of] of own) {
    if (rate === null) continue;
    const sums = sumsOf(of);
    if (isTooFew(sums.clients)) county.push(...of);
    else lines.push({ label: wordsOf(of), growth_percent: rate.mean_percent, sums });
  }
  const rest = sumsOf(county);
  if (isTooFew(rest.clients) && lines.length > 0) return lines.toSorted(bySize);
  const label = lines.length === 0 ? 'All clients' : 'All other clients';
  return [{ label, growth_percent: null, sums: rest }, ...lines.toSorted(bySize)];
}

function bySize(a: GrowthLine, b: GrowthLine): number {
  return b.sums.clients - a.sums.clients || (a.label < b.label ? -1 : 1);
}

function wordsOf(groups: readonly ClientGroup[]): string {
  const words = (of: readonly string[]): string => [...new Set(of)].join(', ');
  const needs = words(
    groups.map(({ need }) => (need === null ? 'need not known' : NEED_WORDS[need])),
  );
  const phases = words(groups.map(({ phase }) => (phase === null ? 'age not known' : PHASE_WORDS[phase].toLowerCase()))); // prettier-ignore
  return `${needs}: ${phases}`;
}

function sumsOf(groups: readonly ClientGroup[]): GrowthLine['sums'] {
  const sum = (
    key: 'clients' | 'fuel_pence' | 'driver_pence' | 'other_pence' | 'assistant_pence',
  ) => groups.reduce((total, group) => total + group[key], 0);
  return {
    clients: sum('clients'),
    fuel_pence: sum('fuel_pence'),
    driver_pence: sum('driver_pence'),
    other_pence: sum('other_pence'),
    assistant_pence: sum('assistant_pence'),
  };
}
