/** The county's own figures a head, beside what others publish. They are never spliced: each says what it counts. */
import { addDays, daysBetween } from '../calendar/dates.ts';
import { yearSpan } from '../calendar/financial-year.ts';
import { academicYearOf, firstDateOf, lastDateOf } from '../calendar/years.ts';
import { formatPounds } from '../format/money.ts';
import { formatCount } from '../format/number.ts';
import type { Benchmark } from '../model/budget.ts';
import { withinSentence } from '../model/words.ts';
import { lineOfClient, shownLineWords } from './budget-lines.ts';
import { forecastOf, type Position, type Reckoning } from './position.ts';
import type { ShownLine } from './money-facts.ts';

/** What our figure counts, in the words that stand beside it. */
export const OUR_DEFINITION =
  'Forecast of the financial year (actual, accrual and commitment of confirmed contracts), by the children aboard them, each counted by the part of the year’s school days that they are carried';

/** A line's own figure a head. */
export interface OwnHead {
  readonly line: ShownLine | 'all';
  /** Children carried, as whole-year children. */
  readonly children: number;
  readonly forecast_pence: number;
  /** null: nobody is carried on it, or it is not paid by the child. */
  readonly a_head_pence: number | null;
}

/** A published figure beside ours. `apart_pence` only where it says that it counts the same. */
export interface BesideOurs {
  readonly benchmark: Benchmark;
  readonly ours: OwnHead | null;
  readonly same: boolean;
  readonly apart_pence: number | null;
  readonly sentence: string;
}

const HEAD_LINES: readonly ShownLine[] = ['pre_16_sen', 'post_16_sen', 'adult_sen', 'mainstream'];

/** Children by line, as whole-year children: those of each academic year by its part of the year's days run. */
export function ownHeads(reckoning: Reckoning, position: Position): readonly OwnHead[] {
  const { clients, on } = reckoning.sharing;
  const { year } = position.at;
  const { from, to } = yearSpan(year);
  const [before, after] = [academicYearOf(from), academicYearOf(to)];
  const split = daysBetween(from, firstDateOf(after));
  const heads = new Map<ShownLine, number>();
  const shares = dayShares(position, split, daysBetween(from, to));
  for (const { known, days } of position.contracts.values()) {
    for (const [of, share] of [[before, shares.before], [after, shares.after]] as const) {
      const [first, last] = of === before ? [0, split - 1] : [split, daysBetween(from, to)];
      if (share === 0 || !runsIn(days.percent, first, last)) continue;
      for (const { client_id, from_on, left_on } of known.source.riders) {
        if (from_on !== null && from_on > lastDateOf(of)) continue;
        if (left_on !== null && left_on <= (of === before ? from : addDays(from, split))) continue;
        const line = lineOfClient(clients.get(client_id), of, on);
        heads.set(line, (heads.get(line) ?? 0) + share);
      }
    } // prettier-ignore
  }
  const own = HEAD_LINES.map((line): OwnHead => headOf(line, heads.get(line) ?? 0, forecastOf(position, line))); // prettier-ignore
  const children = own.reduce((sum, each) => sum + each.children, 0);
  const forecast = [...position.actual.keys(), ...position.accrual.keys(), ...position.commitment.keys()]; // prettier-ignore
  const all = [...new Set(forecast)].reduce((sum, line) => sum + forecastOf(position, line), 0);
  return [headOf('all', children, all), ...own.filter((each) => each.children > 0)];
}

function headOf(line: OwnHead['line'], children: number, forecast_pence: number): OwnHead {
  return { line, children, forecast_pence, a_head_pence: children === 0 ? null : Math.round(forecast_pence / children) }; // prettier-ignore
}

/** The part of the year's days run that lies in each academic year, over all contracts. */
function dayShares(position: Position, split: number, last: number) {
  let [before, after] = [0, 0];
  for (const { days } of position.contracts.values())
    for (let at = 0; at <= last; at++) {
      if (at < split) before += days.percent[at] ?? 0;
      else after += days.percent[at] ?? 0;
    }
  // The mean contract's days of each part, against a whole year's: both parts together are one year.
  const all = before + after;
  return all === 0 ? { before: 0, after: 0 } : { before: before / all, after: after / all };
}

function runsIn(percent: Float64Array, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if ((percent[at] ?? 0) > 0) return true;
  return false;
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' '); // prettier-ignore

/** Sets published figures beside ours. */
export function besideOurs(
  benchmarks: readonly Benchmark[],
  own: readonly OwnHead[],
): readonly BesideOurs[] {
  // prettier-ignore
  return benchmarks.map((benchmark): BesideOurs => {
    const ours = own.find(({ line }) => line === (benchmark.line ?? 'all')) ?? null;
    const same = plain(benchmark.definition) === plain(OUR_DEFINITION);
    const mine = ours?.a_head_pence ?? null;
    const name = benchmark.line === null ? 'transport as a whole' : shownLineWords(benchmark.line);
    const beside = mine === null || ours === null ? `We have no figure a head for ${name}.` : `Ours is ${formatPounds(mine)} for ${name}, ${formatCount(Math.round(ours.children))} children.`; // prettier-ignore
    return {
      benchmark,
      ours,
      same,
      apart_pence: same && mine !== null ? mine - benchmark.pence : null,
      sentence: same ? beside : `${beside} The two count differently and are not compared: theirs counts ${withinSentence(benchmark.definition)}.`, // prettier-ignore
    };
  });
}
