import { describe, expect, it } from 'vitest';
import {
  shownChains,
  siftChains,
  type ChainSort,
} from '../../renderer/features/chains/chain-rows.ts';
import type { ChainRow, ChainRunRow, ChainsPage } from '../../shared/api/views/chains.ts';

const run = (route_id: number, school_urn: number): ChainRunRow => ({
  route_id,
  ref: `R${route_id}`,
  school_urn,
  school: `School ${school_urn}`,
  provider: route_id === 3 ? 'Bolt' : 'Apex',
  vehicle: 'Taxi',
  clients: 2,
  is_new: false,
  first_pick_up_s: 27_000,
  arrive_s: 28_800,
  depart_s: 54_000,
  home_at_s: 55_200,
});
const row = (id: number, run_ids: readonly number[], given: Partial<ChainRow>): ChainRow => ({
  id,
  run_ids,
  chosen: true,
  moves_s: run_ids.map(() => 0),
  hops: [{ leaves_s: 29_100, reaches_s: 29_700, empty_s: 600, empty_m: 6000 }],
  spare_s: 900,
  same_order: true,
  home_hops: [{ leaves_s: 55_200, reaches_s: 55_800, empty_s: 600, empty_m: 6000 }],
  home_spare_s: 300,
  waits_s: run_ids.map(() => 0),
  by_road: false,
  keeps: 0,
  saving_day_pence: 5000,
  saving_year_pence: 950_000,
  working: [],
  ...given,
});
const PAGE: ChainsPage = {
  has_plan: true,
  rules: { turnaround_s: 300, margin_s: 300, earlier_s: 900, later_s: 300, wait_s: 900 },
  setting_earlier_s: 900,
  setting_wait_s: 900,
  saved_percent: 100,
  runs_looked_at: 4,
  left_out: { no_school: 0, no_position: 0, no_clients: 0 },
  unpaying: 0,
  vehicles_fewer: 2,
  at_most: 3,
  proven: true,
  is_cut: false,
  saving_day_pence: 10_000,
  saving_year_pence: 1_900_000,
  runs: [run(1, 10), run(2, 20), run(3, 30), run(10, 10)],
  chains: [
    row(1, [10, 2], { moves_s: [-600, 0], saving_day_pence: 6000 }),
    row(2, [1, 3], { moves_s: [-300, 400], spare_s: 120, waits_s: [0, 60] }),
    row(3, [1, 2, 10], { chosen: false }),
    row(4, [1, 99], {}),
  ],
};
const chains = shownChains(PAGE);
const ids = (
  sieve: Partial<Parameters<typeof siftChains>[1]>,
  by: ChainSort = 'day',
  descending = true,
) =>
  siftChains(
    chains,
    { text: '', school_urn: null, counted: false, ...sieve },
    { by, descending },
  ).map(({ id }) => id);

describe('the list of chains', () => {
  it('joins chains with their runs, and takes the tighter leg for what is spare', () => {
    expect(chains.map(({ id, tightest_s }) => [id, tightest_s])).toEqual([
      [1, 300],
      [2, 120],
      [3, 300],
    ]);
  });

  it('sifts by any run and by what is counted', () => {
    expect(ids({ counted: true })).toEqual([1, 2]);
    expect(ids({ school_urn: 10 })).toEqual([1, 2, 3]);
    expect(ids({ school_urn: 20 })).toEqual([1, 3]);
    expect(ids({ text: 'bolt r1' })).toEqual([2]);
    expect(ids({ text: 'nobody' })).toEqual([]);
  });

  it('sorts by every column, equal ones by saving', () => {
    expect(ids({}, 'first', false)).toEqual([2, 3, 1]);
    expect(ids({}, 'moves', true)).toEqual([2, 1, 3]);
    expect(ids({}, 'wait', true)).toEqual([2, 1, 3]);
    expect(ids({}, 'runs', true)).toEqual([3, 1, 2]);
    expect(ids({}, 'spare', false)).toEqual([2, 1, 3]);
    expect(ids({}, 'day', true)).toEqual([1, 2, 3]);
    // The list that was sifted stays as it was.
    expect(chains.map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});
