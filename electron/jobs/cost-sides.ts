/** The years, months, plans and scenarios of a store whose costs can be set against each other. */
import { calendarsOf } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import type { SideOption } from '../../shared/api/views/pressure.ts';
import { academicYearFrom, previousYear, startYearOf } from '../../shared/calendar/years.ts';
import { formatDate } from '../../shared/format/date.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { clientGroups } from '../../shared/pressure/forecast/groups.ts';
import {
  comparedScenarios,
  scenarioKey,
  YEARS_COMPARED,
} from '../../shared/pressure/forecast/scenario-key.ts';
import { scenarioSide } from '../../shared/pressure/forecast/scenario-side.ts';
import { buildLedger, type Ledger } from '../../shared/pressure/ledger.ts';
import { splitBasis } from '../../shared/pressure/split/basis.ts';
import type { CostSide } from '../../shared/pressure/split/carried.ts';
import { monthParts } from '../../shared/pressure/split/month-parts.ts';
import { lastSide, nowSide, sideName, yearKey } from '../../shared/pressure/split/year-sides.ts';

/** One that can be chosen; `make` reckons it. */
export interface SideChoice {
  readonly key: string;
  readonly label: string;
  readonly kind: SideOption['kind'];
  readonly make: () => CostSide;
}

/** Every side: both years, other plans that are kept, scenarios, and the years’ months where a calendar is known. */
export function costSides(store: Store, facts: CostFacts, ledger: Ledger): readonly SideChoice[] {
  const calendars = calendarsOf(store);
  const plans = store.trials.list().filter(({ id }) => id !== facts.plan.id);
  return [
    {
      key: yearKey(facts.last_year),
      label: facts.last_year,
      kind: 'year',
      make: () => lastSide(facts, ledger, null),
    },
    {
      key: yearKey(facts.year),
      label: facts.year,
      kind: 'year',
      make: () => nowSide(facts, ledger, null),
    },
    ...plans.map(({ id, trial, made_on, year }): SideChoice => {
      const key = `plan-${id}`;
      const name = trial === null ? `Plan ${id} of ${formatDate(made_on)}` : trial.name;
      const label = year === facts.year ? name : `${name}, for ${year}`;
      return { key, label, kind: 'plan', make: () => planSide(store, facts, { id, key, label }) };
    }),
    ...scenarioChoices(store, facts, ledger),
    ...monthParts(calendars, facts.last_year).map((part): SideChoice => ({
      key: part.key,
      label: part.label,
      kind: 'month',
      make: () => lastSide(facts, ledger, part),
    })),
    ...monthParts(calendars, facts.year).map((part): SideChoice => ({
      key: part.key,
      label: part.label,
      kind: 'month',
      make: () => nowSide(facts, ledger, part),
    })),
  ];
}

/** Another plan at its own prices; one for an earlier year lies in that year, and its contracts hold the prices of the day it was made. */
function planSide(
  store: Store,
  facts: CostFacts,
  of: { readonly id: number; readonly key: string; readonly label: string },
): CostSide {
  const plan = store.trials.plan(of.id) ?? facts.plan;
  const { year } = plan;
  const other = { ...facts, plan, year, last_year: previousYear(year) };
  const ledger = buildLedger(other);
  const names = { key: of.key, label: of.label };
  if (year === facts.year) return { ...nowSide(other, ledger, null), ...names };
  const then = nowSide({ ...other, on: plan.made_on }, ledger, null);
  return { ...then, ...sideName(other, year, null), ...names, priced: 'before' };
}

/** Every scenario that can be compared, in each year of the medium-term plan. */
function scenarioChoices(store: Store, facts: CostFacts, ledger: Ledger): readonly SideChoice[] {
  const base = once(() => ({
    from: facts.year,
    now: nowSide(facts, ledger, null),
    groups: clientGroups(facts, ledger),
    basis: splitBasis(facts),
  }));
  const first = startYearOf(facts.year);
  return comparedScenarios(store.scenarios.list()).flatMap(({ id, scenario }) =>
    Array.from({ length: YEARS_COMPARED }, (_, at): SideChoice => {
      const year = academicYearFrom(first + at + 1);
      const key = scenarioKey(id, year);
      const label = `${scenario.name}, ${year}`;
      return { key, label, kind: 'scenario', make: () => scenarioSide(base(), { key, scenario, year: at + 1 }) }; // prettier-ignore
    }),
  );
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly of: T } | null = null;
  return () => (made ??= { of: make() }).of;
}

/** The side of a name; else which there are. */
export function findSide(choices: readonly SideChoice[], key: string): Result<SideChoice> {
  const found = choices.find((choice) => choice.key === key);
  if (found !== undefined) return ok(found);
  const scenario = choices.find(({ kind }) => kind === 'scenario')?.key ?? '';
  const years = choices.filter(({ kind }) => kind === 'year').map((choice) => choice.key);
  return fail(
    'no_such_year',
    `There is neither a register nor a plan for ${key}.`,
    `Give ${years.join(' or ')}, a month such as 2026-01, a plan such as plan-1, or a scenario such as ${scenario}.`,
    { known: choices.map((choice) => choice.key) },
  );
}
