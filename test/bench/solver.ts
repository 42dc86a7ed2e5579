/** The route builder beside its peers: cost after ten seconds of one thread, rechecked by the rules of the problems. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { REAL_DATA } from '../helpers/real-data.ts';
import { timeCommand } from './terminal.ts';

/** Pounds a day that PyVRP 0.13.4 reached in 10 s and 60 s on two cores, seed 1 (measured 22 November 2026). */
const PEER: Readonly<Record<string, readonly [number, number]>> = {
  'school-030b': [1404.6, 1404.6],
  'school-060': [2482.2, 2482.2],
  'school-100b': [2749.89, 2749.78],
  'school-150b': [3853.93, 3631.12],
  'school-200b': [5241.68, 5038.19],
};
const SECONDS = 10;

/** One problem solved: our cost, the peer's, and the ratio. */
export interface Solved {
  readonly problem: string;
  readonly pounds: number;
  readonly peer_10s_pounds: number;
  readonly peer_60s_pounds: number;
  readonly ratio: number;
  readonly line: string;
}

/** Solves the five school problems; none where the real files or their checker are missing. */
export function benchSolver(folder: string): readonly Solved[] {
  const data = REAL_DATA;
  if (data === null) return [];
  return Object.entries(PEER).map(([problem, [ten, sixty]]) => {
    const file = path.join(data, 'routing', `${problem}.json`);
    const out = path.join(folder, `${problem}.json`);
    timeCommand(['solve', file, '--seconds', String(SECONDS), '--seed', '1', '--out', out]);
    const checked = spawnSync(
      process.execPath,
      [path.join(data, '../tools/check-school.mjs'), file, out],
      { encoding: 'utf8' },
    );
    const verdict = JSON.parse(checked.stdout) as {
      readonly feasible: boolean;
      readonly costPounds: number;
    };
    if (!verdict.feasible)
      throw new Error(`${problem}: the solution does not hold: ${checked.stdout}`);
    const pounds = verdict.costPounds;
    const ratio = pounds / ten;
    const line = `${`${problem}, ${SECONDS} s`.padEnd(46)} £${pounds.toFixed(2)} beside PyVRP's £${ten.toFixed(2)} (10 s), £${sixty.toFixed(2)} (60 s): ratio ${ratio.toFixed(4)}`;
    return { problem, pounds, peer_10s_pounds: ten, peer_60s_pounds: sixty, ratio, line };
  });
}
