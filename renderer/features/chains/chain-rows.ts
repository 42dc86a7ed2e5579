/** The list of chains as the screen shows it: joined with its runs, sifted, sorted. Pure. */
import type { ChainRow, ChainRunRow, ChainsPage } from '../../../shared/api/views/chains.ts';

/** A chain with its runs. */
export interface ShownChain extends ChainRow {
  readonly runs: readonly ChainRunRow[];
  /** How much longer morning or afternoon could take, whichever is tighter, seconds. */
  readonly tightest_s: number;
  /** The most that any run moves, seconds, and the longest that children wait. */
  readonly earlier_s: number;
  readonly later_s: number;
  readonly wait_s: number;
  readonly empty_m: number;
}

export const CHAIN_SORTS = ['first', 'runs', 'moves', 'empty', 'wait', 'spare', 'day', 'year'] as const; // prettier-ignore
export type ChainSort = (typeof CHAIN_SORTS)[number];

/** Joins chains with their runs. */
export function shownChains(page: ChainsPage): readonly ShownChain[] {
  const known = new Map(page.runs.map((run) => [run.route_id, run]));
  return page.chains.flatMap((row) => {
    const runs = row.run_ids.flatMap((id) => known.get(id) ?? []);
    if (runs.length !== row.run_ids.length) return [];
    return [
      {
        ...row,
        runs,
        tightest_s: Math.min(row.spare_s, row.home_spare_s),
        earlier_s: Math.max(0, ...row.moves_s.map((by) => 0 - by)),
        later_s: Math.max(0, ...row.moves_s),
        wait_s: Math.max(0, ...row.waits_s),
        empty_m: [...row.hops, ...row.home_hops].reduce((sum, hop) => sum + hop.empty_m, 0),
      },
    ];
  });
}

/** What is looked for. */
export interface ChainSieve {
  readonly text: string;
  /** Of any of the runs; null for all. */
  readonly school_urn: number | null;
  /** Only those counted, of which no route stands in two. */
  readonly counted: boolean;
}

/** The chains that fit, in the order asked for; equal ones keep the order of their saving. */
export function siftChains(
  chains: readonly ShownChain[],
  sieve: ChainSieve,
  sort: { readonly by: ChainSort; readonly descending: boolean },
): readonly ShownChain[] {
  const words = sieve.text.toLowerCase().split(/\s+/).filter((word) => word !== ''); // prettier-ignore
  const found = chains.filter(
    (chain) =>
      (!sieve.counted || chain.chosen) &&
      (sieve.school_urn === null ||
        chain.runs.some((run) => run.school_urn === sieve.school_urn)) &&
      words.every((word) => haystack(chain).includes(word)),
  );
  const order = ORDERS[sort.by];
  const sign = sort.descending ? -1 : 1;
  return found.sort((a, b) => sign * order(a, b) || a.id - b.id);
}

function haystack({ runs }: ShownChain): string {
  const of = ({ ref, school, provider }: ChainRunRow): string => `${ref} ${school} ${provider}`;
  return runs.map(of).join(' ').toLowerCase();
}

const byNumber =
  (of: (chain: ShownChain) => number) =>
  (a: ShownChain, b: ShownChain): number =>
    of(a) - of(b);
const byText =
  (of: (chain: ShownChain) => string) =>
  (a: ShownChain, b: ShownChain): number =>
    of(a).localeCompare(of(b), 'en-GB', { numeric: true });

const ORDERS: Readonly<Record<ChainSort, (a: ShownChain, b: ShownChain) => number>> = {
  first: byText(({ runs }) => runs[0]?.ref ?? ''),
  runs: byNumber(({ runs }) => runs.length),
  moves: byNumber(({ earlier_s, later_s }) => earlier_s + later_s),
  empty: byNumber(({ empty_m }) => empty_m),
  wait: byNumber(({ wait_s }) => wait_s),
  spare: byNumber(({ tightest_s }) => tightest_s),
  day: byNumber(({ saving_day_pence }) => saving_day_pence),
  year: byNumber(({ saving_year_pence }) => saving_year_pence),
};
