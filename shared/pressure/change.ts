/** Why this year costs more or less than last year: bars that add up to the penny, with how each was reckoned. */
import type { CostFacts } from './facts.ts';
import type { Ledger } from './ledger.ts';
import { splitBasis } from './split/basis.ts';
import type { CarriedRow } from './split/carried.ts';
import { behindParts } from './split/behind-parts.ts';
import { splitNotes } from './split/bar-notes.ts';
import { splitSides, type Split } from './split/split-sides.ts';
import { yearSides } from './split/year-sides.ts';

/** A bar of the waterfall. `total` stands on zero, `change` floats. Money in pence. */
export interface ChangeBar {
  readonly key: string;
  readonly label: string;
  readonly pence: number;
  readonly kind: 'total' | 'change';
  /** Clients behind the bar: of joiners and leavers all, of a factor those whose own value moved. */
  readonly clients: number;
  /** What stands behind it beside clients: savings, adjustments, assumed growth, routes that carry nobody. */
  readonly parts: number;
  /** How it was reckoned and what it assumes. */
  readonly note: string;
  readonly estimated: boolean;
}

/** The change on last year, whole. `bars` begins and ends with a total; the changes between add up to their difference. */
export interface Change {
  readonly bars: readonly ChangeBar[];
  readonly clients_before: number;
  readonly clients_now: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly unplaced: number;
  readonly continuing: number;
  /** Contracts whose price last year is not in the register. */
  readonly prices_unknown: number;
  /** What the bars were made of, school by school. */
  readonly split: Split;
}

/** Splits the change on last year into its bars. Bars of nothing are left out. */
export function explainChange(facts: CostFacts, ledger: Ledger): Change {
  const { last, now } = yearSides(facts, ledger);
  const split = splitSides(last, now, splitBasis(facts));
  const clients = (rows: readonly { readonly client_id: number }[]): number =>
    new Set(rows.map(({ client_id }) => client_id)).size;
  const [before, after] = [clients(last.rows), clients(now.rows)];
  const [joiners, leavers, unplaced] = [split.joiners, split.leavers, split.unplaced].map(clients);
  return {
    bars: [
      total('last_year', facts.last_year, {
        pence: split.from_pence,
        clients: before,
        note: LAST_NOTE,
      }),
      ...barsOf(facts, split),
      total('this_year', facts.year, { pence: split.to_pence, clients: after, note: THIS_NOTE }),
    ],
    clients_before: before,
    clients_now: after,
    joiners: joiners ?? 0,
    leavers: leavers ?? 0,
    unplaced: unplaced ?? 0,
    continuing: after - (joiners ?? 0),
    prices_unknown: facts.contracts.filter((each) => each.previous_day_pence === null).length,
    split,
  };
}

/** The bars of a split that are not nothing, with their words. */
export function barsOf(facts: CostFacts, split: Split): readonly ChangeBar[] {
  const notes = splitNotes(facts);
  return split.bars
    .filter(({ pence }) => pence !== 0)
    .map(({ name, pence, clients }) => ({
      key: name,
      ...notes[name],
      pence,
      clients,
      parts: behindParts(split, name).length,
      kind: 'change',
    }));
}

/** The bars of a split between two totals named as the sides are. */
export function barsBetween(
  facts: CostFacts,
  split: Split,
  names: { readonly from: string; readonly to: string },
): readonly ChangeBar[] {
  const clients = (of: readonly CarriedRow[]): number => new Set(of.map(({ client_id }) => client_id)).size; // prettier-ignore
  const stayed = split.groups.flatMap(({ second }) => second);
  const before = clients([...stayed, ...split.leavers, ...split.unplaced]);
  const after = clients([...stayed, ...split.joiners]);
  const { from_clients, to_clients } = split.adjusted;
  return [
    total('from', names.from, {
      pence: split.from_pence,
      clients: before + from_clients,
      note: '',
    }),
    ...barsOf(facts, split),
    total('to', names.to, { pence: split.to_pence, clients: after + to_clients, note: '' }),
  ];
}

const LAST_NOTE =
  'Every contract of the register at its price last year, times the days it ran; at its present price where last year’s is not in the register.';
const THIS_NOTE =
  'Every route of the plan: the contract’s price, or the rate card for new routes, times its days.';

function total(
  key: string,
  label: string,
  of: Pick<ChangeBar, 'pence' | 'clients' | 'note'>,
): ChangeBar {
  return { key, label, kind: 'total', parts: 0, estimated: false, ...of };
}
