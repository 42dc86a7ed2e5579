/** Why one year, month or plan costs more than another. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { barsOf, type ChangeBar } from '../../shared/pressure/change.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { splitBasis } from '../../shared/pressure/split/basis.ts';
import { splitSides, type Split } from '../../shared/pressure/split/split-sides.ts';
import { costSides, findSide } from './cost-sides.ts';
import { readCostFacts } from './cost-facts.ts';

/** The change between two sides, with every bar that is not nothing. */
export interface Pressure {
  readonly from: string;
  readonly to: string;
  readonly from_pence: number;
  readonly to_pence: number;
  /** The change: what the bars add up to. */
  readonly total_pence: number;
  readonly bars: readonly ChangeBar[];
  readonly split: Split;
}

/** Splits the change from one side to another, named as `costSides` names them. */
export function pressureBetween(
  store: Store,
  on: IsoDate,
  asked: { readonly from: string; readonly to: string },
): Result<Pressure> {
  const read = readCostFacts(store, on);
  if (!read.ok) return read;
  const facts = read.value;
  const choices = costSides(store, facts, buildLedger(facts));
  const from = findSide(choices, asked.from);
  if (!from.ok) return from;
  const to = findSide(choices, asked.to);
  if (!to.ok) return to;
  const split = splitSides(from.value.make(), to.value.make(), splitBasis(facts));
  return ok({
    from: from.value.key,
    to: to.value.key,
    from_pence: split.from_pence,
    to_pence: split.to_pence,
    total_pence: split.to_pence - split.from_pence,
    bars: barsOf(facts, split),
    split,
  });
}
