/** `kerbside chains`: which runs of the plan one vehicle could do one after the other. */
import { formatPounds } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { formatMinutes, formatTimeOfDay } from '../../shared/format/time.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { ChainRow, ChainRunRow, ChainsPage } from '../../shared/api/views/chains.ts';
import { chainsOf } from '../jobs/chains.ts';
import type { Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, usage, withStore } from './common-flags.ts';

/** Longest that a first run may be moved and that children may wait, minutes. */
const MOST = 90;

export const chains: Command = {
  name: 'chains',
  summary: 'runs of the plan that one vehicle could do one after the other',
  flags: {
    store: STORE_FLAG,
    on: ON_FLAG,
    earlier: {
      value: 'MINUTES',
      help: 'how much earlier a run may reach its school; without it, by the setting',
    },
    wait: {
      value: 'MINUTES',
      help: 'how long children may wait at school in the afternoon; without it, by the setting',
    },
    all: { help: 'every chain that fits, not only those that can be had at once' },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Reads the plan in use and changes nothing. Savings are estimated by the rate card.',
  run: async (input) => {
    const earlier_s = secondsOf(input.flags['earlier']);
    const wait_s = secondsOf(input.flags['wait']);
    if (Number.isNaN(earlier_s) || Number.isNaN(wait_s))
      return usage(
        `--earlier and --wait take whole minutes from 0 to ${MOST}.`,
        'Such as --earlier 15.',
      );
    return withStore(input, ({ store, on }) => {
      const page = chainsOf(store, on, { earlier_s, wait_s });
      const all = input.flags['all'] === true;
      const rows = all ? page.chains : page.chains.filter(({ chosen }) => chosen);
      return ok({ exit: 0, json: { ...page, chains: rows }, lines: linesOf(page, rows) });
    });
  },
};

/** Minutes typed as seconds; null for none, NaN for what is none. */
function secondsOf(flag: string | boolean | undefined): number | null {
  if (typeof flag !== 'string') return null;
  const minutes = Number(flag);
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST ? minutes * 60 : Number.NaN;
}

function linesOf(page: ChainsPage, rows: readonly ChainRow[]): readonly string[] {
  if (!page.has_plan) return ['There is no plan yet. Make one with kerbside plan.'];
  const runs = new Map(page.runs.map((run) => [run.route_id, run]));
  return [
    `${formatQuantity(page.vehicles_fewer, 'vehicle')} fewer, ${formatPounds(page.saving_day_pence)} a day, ${formatPounds(page.saving_year_pence)} a year (est., by the rate card); ${page.proven ? 'no other choice saves more' : 'no better choice was found'}, and none could spare more than ${formatQuantity(page.at_most, 'vehicle')}`,
    ...rows.map((row) => lineOf(row, runs)),
  ];
}

function lineOf(row: ChainRow, runs: ReadonlyMap<number, ChainRunRow>): string {
  const parts = row.run_ids.flatMap((id, at) => {
    const run = runs.get(id);
    if (run === undefined) return [];
    const by = row.moves_s[at] ?? 0;
    const moved =
      by === 0 ? '' : ` (${formatMinutes(Math.abs(by))} ${by < 0 ? 'earlier' : 'later'})`;
    return [`${run.ref} to ${run.school} at ${formatTimeOfDay(run.arrive_s + by)}${moved}`];
  });
  return `${parts.join(', then ')}: saves ${formatPounds(row.saving_day_pence)} a day`;
}
