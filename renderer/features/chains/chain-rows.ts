/** The list of pairs as the screen shows it: joined with its runs, sifted, sorted. Pure. */
import type { ChainRow, ChainRunRow, ChainsPage } from '../../../shared/api/views/chains.ts';

/** A pair with its two runs. */
export interface ShownPair extends ChainRow {
  readonly first: ChainRunRow;
  readonly second: ChainRunRow;
  /** How much longer morning or afternoon could take, whichever is tighter, seconds. */
  readonly tightest_s: number;
}

export const CHAIN_SORTS = ['first', 'second', 'moves', 'empty', 'wait', 'spare', 'day', 'year'] as const; // prettier-ignore
export type ChainSort = (typeof CHAIN_SORTS)[number];

/** Joins pairs with their runs. */
export function shownPairs(page: ChainsPage): readonly ShownPair[] {
  const runs = new Map(page.runs.map((run) => [run.route_id, run]));
  return page.pairs.flatMap((row) => {
    const [first, second] = [runs.get(row.first_id), runs.get(row.second_id)];
    if (first === undefined || second === undefined) return [];
    return [{ ...row, first, second, tightest_s: Math.min(row.spare_s, row.home_spare_s) }];
  });
}

/** What is looked for. */
export interface ChainSieve {
  readonly text: string;
  /** Of either run; null for all. */
  readonly school_urn: number | null;
  /** Only those counted, of which no route stands in two. */
  readonly counted: boolean;
}

/** The pairs that fit, in the order asked for; equal ones keep the order of their saving. */
export function siftPairs(
  pairs: readonly ShownPair[],
  sieve: ChainSieve,
  sort: { readonly by: ChainSort; readonly descending: boolean },
): readonly ShownPair[] {
  const words = sieve.text.toLowerCase().split(/\s+/).filter((word) => word !== ''); // prettier-ignore
  const found = pairs.filter(
    (pair) =>
      (!sieve.counted || pair.chosen) &&
      (sieve.school_urn === null ||
        pair.first.school_urn === sieve.school_urn ||
        pair.second.school_urn === sieve.school_urn) &&
      words.every((word) => haystack(pair).includes(word)),
  );
  const order = ORDERS[sort.by];
  const sign = sort.descending ? -1 : 1;
  return found.sort((a, b) => sign * order(a, b) || a.id - b.id);
}

function haystack({ first, second }: ShownPair): string {
  const of = ({ ref, school, provider }: ChainRunRow): string => `${ref} ${school} ${provider}`;
  return `${of(first)} ${of(second)}`.toLowerCase();
}

const byNumber =
  (of: (pair: ShownPair) => number) =>
  (a: ShownPair, b: ShownPair): number =>
    of(a) - of(b);
const byText =
  (of: (pair: ShownPair) => string) =>
  (a: ShownPair, b: ShownPair): number =>
    of(a).localeCompare(of(b), 'en-GB', { numeric: true });

const ORDERS: Readonly<Record<ChainSort, (a: ShownPair, b: ShownPair) => number>> = {
  first: byText(({ first }) => first.ref),
  second: byText(({ second }) => second.ref),
  moves: byNumber(({ earlier_s, later_s }) => earlier_s + later_s),
  empty: byNumber(({ empty_m, home_empty_m }) => empty_m + home_empty_m),
  wait: byNumber(({ wait_s }) => wait_s),
  spare: byNumber(({ tightest_s }) => tightest_s),
  day: byNumber(({ saving_day_pence }) => saving_day_pence),
  year: byNumber(({ saving_year_pence }) => saving_year_pence),
};
