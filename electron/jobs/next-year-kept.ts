import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { clientGroups } from '../../shared/pressure/forecast/groups.ts';
import { nextYear, type NextYear } from '../../shared/pressure/forecast/next-year.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { readCostFacts } from './cost-facts.ts';
import { recordedBudget } from './money/recorded-budget.ts';
import { UNREAD_BY_COSTS } from './pressure-sentence.ts';

/** What the year after the plan's may cost, as text: it needs the whole bill, so it is kept until something it reads changes. `null` without a plan. */
export function nextYearText(store: Store, on: IsoDate): string {
  return store.read.derived('next_year', on, () => JSON.stringify(made(store, on)), UNREAD_BY_COSTS); // prettier-ignore
}

/** The same where it is kept; null where it has to be worked out. */
export function keptNextYear(store: Store, on: IsoDate): string | null {
  return store.read.kept('next_year', on, UNREAD_BY_COSTS);
}

function made(store: Store, on: IsoDate): NextYear | null {
  const facts = readCostFacts(store, on);
  if (!facts.ok) return null;
  return nextYear(
    facts.value.year,
    clientGroups(facts.value, buildLedger(facts.value)),
    recordedBudget(store, facts.value),
  );
}
