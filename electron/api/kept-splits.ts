/** The split asked for last, kept because a screen opens one bar after another of it. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { splitBasis } from '../../shared/pressure/split/basis.ts';
import type { SplitBasis } from '../../shared/pressure/split/carried.ts';
import { yearKey } from '../../shared/pressure/split/year-sides.ts';
import { groupFor, type SplitDimension } from '../../shared/pressure/split/split-by.ts';
import { splitSides, type Split } from '../../shared/pressure/split/split-sides.ts';
import { costSides, findSide, type SideChoice } from '../jobs/cost-sides.ts';
import { costsOf } from './kept-costs.ts';

/** A split with what it was made of. */
export interface KeptSplit {
  readonly facts: CostFacts;
  readonly basis: SplitBasis;
  readonly choices: readonly SideChoice[];
  readonly from: SideChoice;
  readonly to: SideChoice;
  readonly split: Split;
}

/** Which sides, null for the two years the store knows, and grouped by what. */
export interface SplitAsked {
  readonly from: string | null;
  readonly to: string | null;
  readonly by: SplitDimension;
}

const kept = new WeakMap<CostFacts, { readonly mark: string; readonly of: KeptSplit }>();

/** The change between two sides, reckoned again only when something it rests on has changed. */
export function splitOf(store: Store, on: IsoDate, asked: SplitAsked): Result<KeptSplit> {
  const costs = costsOf(store, on);
  if (!costs.ok) return costs;
  const { facts, ledger, overview } = costs.value;
  const grouping = asked.by === 'provider' ? 'provider' : 'school';
  const last = kept.get(facts);
  const choices = last?.of.choices ?? costSides(store, facts, ledger);
  const from = sideOf(choices, asked.from, 0);
  if (!from.ok) return from;
  const to = sideOf(choices, asked.to, 1);
  if (!to.ok) return to;
  const mark = `${from.value.key} ${to.value.key} ${grouping}`;
  if (last?.mark === mark) return ok(last.of);
  const basis = splitBasis(facts);
  const years = [yearKey(facts.last_year), yearKey(facts.year)];
  const isUsual = from.value.key === years[0] && to.value.key === years[1] && grouping === 'school'; // prettier-ignore
  // The two years by school are what the headline was made of: reckoned once.
  const split = isUsual
    ? overview.change.split
    : splitSides(from.value.make(), to.value.make(), basis, groupFor(asked.by));
  const of = { facts, basis, choices, from: from.value, to: to.value, split };
  kept.set(facts, { mark, of });
  return ok(of);
}

/** The side named; where none is, the first or second of the years. */
function sideOf(
  choices: readonly SideChoice[],
  key: string | null,
  year: 0 | 1,
): Result<SideChoice> {
  const years = choices.filter(({ kind }) => kind === 'year');
  return findSide(choices, key ?? years[year]?.key ?? '');
}
