/** Why one side costs more than another: joiners, leavers, and for everybody else nine factors, school by school. */
import { ADJUSTMENT_KINDS } from '../../costing/adjustment-settings.ts';
import { sidePence, type CarriedRow, type CostSide, type SplitBasis } from './carried.ts';
import { adjustedSplit, turnedAdjusted, type AdjustedSplit } from './adjusted.ts';
import { savedBetween, type SavedOf, type SavedShare } from './saved.ts';
import { splitStayers, STAYER_BARS, type GroupSplit, type StayerBar } from './split-stayers.ts';

/** Every bar between the two totals, in the order of a waterfall. */
export const SPLIT_BARS = [
  'joiners',
  'leavers',
  'unplaced',
  'no_clients',
  ...STAYER_BARS,
  ...ADJUSTMENT_KINDS,
] as const;
export type SplitBarName = (typeof SPLIT_BARS)[number];

/** One bar: whole pence, and how many clients stand behind it. */
export interface SplitBar {
  readonly name: SplitBarName;
  readonly pence: number;
  readonly clients: number;
}

/** One group's clients on both sides, and what their factors come to. */
export interface StayerGroup {
  readonly key: string;
  readonly first: readonly CarriedRow[];
  readonly second: readonly CarriedRow[];
  /** Before savings are taken out of it. */
  readonly split: GroupSplit;
  /** What tracked savings took off the later side’s prices: shown as *savings*, and so much more in the bars they are part of. */
  readonly saved: readonly SavedShare[];
}

/** The whole change from `from` to `to`. The bars add up to `to_pence - from_pence` exactly. */
export interface Split {
  readonly from_pence: number;
  readonly to_pence: number;
  readonly bars: readonly SplitBar[];
  readonly joiners: readonly CarriedRow[];
  readonly leavers: readonly CarriedRow[];
  /** Carried before, to be carried still, and without a route: what they cost before. */
  readonly unplaced: readonly CarriedRow[];
  readonly groups: readonly StayerGroup[];
  /** Policy, savings, income and one-offs: what they add to each side, and what they move between the bars. Of no one school. */
  readonly adjusted: AdjustedSplit;
  /** Routes that carry nobody on one side or both, pence. */
  readonly nobody: readonly NobodyMove[];
}

/** A route that carries nobody. */
export interface NobodyMove {
  readonly route_ref: string;
  readonly from_pence: number;
  readonly to_pence: number;
}

/** What continuing clients are grouped by: each group is split by itself and the bars are summed. */
export type GroupKey = (row: CarriedRow) => string;

/** By the school on the later side, which is the rule; a client at two schools counts at the first named. */
export const bySchool: GroupKey = ({ school_urn }) => String(school_urn ?? '');

/**
 * Splits the change from one side to another. The earlier side (by `from_on`, then by key) is the base whichever way it is
 * asked, so the same two sides turned round give every sign turned round, to the penny.
 */
export function splitSides(
  from: CostSide,
  to: CostSide,
  basis: SplitBasis,
  group: GroupKey = bySchool,
): Split {
  if (isLater(from, to)) return turned(splitSides(to, from, basis, group));
  const [before, after] = [byClient(inOrder(from.rows)), byClient(inOrder(to.rows))];
  const joiners = to.rows.filter(({ client_id }) => !before.has(client_id));
  const gone = from.rows.filter(({ client_id }) => !after.has(client_id));
  const waiting = gone.filter(({ client_id }) => to.waiting.has(client_id));
  const leavers = gone.filter(({ client_id }) => !to.waiting.has(client_id));
  const groups = groupsOf({ before, after, basis, group, saved: savedBetween(from, to, basis) });
  const amounts: Record<SplitBarName, SplitBar> = Object.fromEntries(
    SPLIT_BARS.map((name) => [name, { name, pence: 0, clients: 0 }]),
  ) as Record<SplitBarName, SplitBar>;
  const put = (name: SplitBarName, pence: number, clients: number): void => {
    amounts[name] = { name, pence: pence + 0, clients };
  };
  put('joiners', penceOf(joiners), clientsOf(joiners));
  put('leavers', -penceOf(leavers), clientsOf(leavers));
  put('unplaced', -penceOf(waiting), clientsOf(waiting));
  put('no_clients', to.nobody_pence - from.nobody_pence, 0);
  const moved = movedOf(groups);
  for (const name of STAYER_BARS) {
    put(
      name,
      groups.reduce((sum, group) => sum + groupBars(group)[name], 0),
      moved.get(name) ?? 0,
    );
  }
  const saved = groups.flatMap((group) => group.saved);
  put('savings', -savedPence(saved), clientsOf(saved));
  const adjusted = adjustedSplit(from, to);
  for (const [name, pence] of adjusted.bars) {
    const bar = amounts[name];
    put(name, bar.pence + pence, bar.clients);
  }
  for (const { kind, clients } of adjusted.parts) {
    const bar = amounts[kind];
    put(kind, bar.pence, bar.clients + Math.abs(clients));
  }
  return {
    adjusted,
    nobody: nobodyOf(from, to),
    from_pence: sidePence(from),
    to_pence: sidePence(to),
    bars: SPLIT_BARS.map((name) => amounts[name]),
    joiners,
    leavers,
    unplaced: waiting,
    groups,
  };
}

/** A group's bars with its savings taken out of the bars that they are part of; they add up to its change together with *savings*. */
export function groupBars({
  split,
  saved,
}: StayerGroup): Readonly<Record<StayerBar | 'savings', number>> {
  const sum = (of: (each: SavedShare) => number): number => saved.reduce((total, each) => total + of(each), 0); // prettier-ignore
  const [vehicle, assistant] = [sum((each) => each.vehicle_pence), sum((each) => each.assistant_pence)]; // prettier-ignore
  return { ...split, retender: split.retender + vehicle, assistants: split.assistants + assistant, savings: -(vehicle + assistant) + 0 }; // prettier-ignore
}

function savedPence(saved: readonly SavedShare[]): number {
  return saved.reduce((sum, each) => sum + each.vehicle_pence + each.assistant_pence, 0);
}

function nobodyOf(from: CostSide, to: CostSide): readonly NobodyMove[] {
  const moves = new Map<string, NobodyMove>();
  for (const [side, at] of [[from, 'from_pence'], [to, 'to_pence']] as const) {
    for (const { route_ref, pence } of side.nobody ?? []) {
      const known = moves.get(route_ref) ?? { route_ref, from_pence: 0, to_pence: 0 };
      moves.set(route_ref, { ...known, [at]: known[at] + pence });
    }
  } // prettier-ignore
  return [...moves.values()];
}

function isLater(a: CostSide, b: CostSide): boolean {
  return a.from_on === b.from_on ? a.key > b.key : a.from_on > b.from_on;
}

/** The same change told the other way: who joined left, and every sign is the other. */
function turned(split: Split): Split {
  const other: Partial<Record<SplitBarName, SplitBarName>> = { joiners: 'leavers', leavers: 'joiners' }; // prettier-ignore
  const found = new Map(split.bars.map((bar) => [bar.name, bar]));
  return {
    adjusted: turnedAdjusted(split.adjusted),
    nobody: split.nobody.map((each) => ({ ...each, from_pence: each.to_pence, to_pence: each.from_pence })), // prettier-ignore
    from_pence: split.to_pence,
    to_pence: split.from_pence,
    bars: SPLIT_BARS.map((name) => {
      const { pence, clients } = found.get(other[name] ?? name) ?? { pence: 0, clients: 0 };
      return { name, pence: -pence + 0, clients };
    }),
    joiners: split.leavers,
    leavers: split.joiners,
    unplaced: split.unplaced,
    groups: split.groups.map(({ key, first, second, split: of, saved }) => ({
      key,
      first: second,
      second: first,
      saved: saved.map((each) => ({ ...each, vehicle_pence: -each.vehicle_pence + 0, assistant_pence: -each.assistant_pence + 0 })), // prettier-ignore
      split: Object.fromEntries(
        STAYER_BARS.map((name): [StayerBar, number] => [name, -of[name] + 0]),
      ) as GroupSplit,
    })),
  };
}

function groupsOf(of: {
  readonly before: ReadonlyMap<number, readonly CarriedRow[]>;
  readonly after: ReadonlyMap<number, readonly CarriedRow[]>;
  readonly basis: SplitBasis;
  readonly group: GroupKey;
  readonly saved: SavedOf;
}): StayerGroup[] {
  const groups = new Map<string, { first: CarriedRow[]; second: CarriedRow[] }>();
  for (const [client_id, second] of of.after) {
    const first = of.before.get(client_id);
    const head = second[0];
    if (first === undefined || head === undefined) continue;
    const key = of.group(head);
    const found = groups.get(key) ?? { first: [], second: [] };
    groups.set(key, found);
    found.first.push(...first);
    found.second.push(...second);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { first, second }]) => ({
      key,
      first,
      second,
      split: splitStayers(first, second, of.basis),
      saved: of.saved(second),
    }));
}

/** How many continuing clients have another value of a bar's factor on the two sides, in groups where the bar is not nothing. */
function movedOf(groups: readonly StayerGroup[]): ReadonlyMap<StayerBar, number> {
  const counts = new Map<StayerBar, number>();
  for (const { first, second, split } of groups) {
    const names = STAYER_BARS.filter((name) => split[name] !== 0);
    const after = byClient(second);
    for (const [client_id, olds] of byClient(first)) {
      const news = after.get(client_id) ?? [];
      for (const name of names) {
        if (isMoved(name, olds, news)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** A client's own value behind each factor. */
const VALUE_OF: Readonly<Record<StayerBar, (row: CarriedRow) => number | string>> = {
  full_year_effect: ({ days }) => days,
  days: ({ days }) => days,
  distance: ({ route_m }) => Math.round(route_m),
  sharing: ({ aboard }) => aboard,
  mix: ({ vehicle_class }) => vehicle_class,
  assistants: ({ assistant_pence }) => Math.round(assistant_pence),
  fuel: ({ priced_on }) => priced_on,
  labour: ({ priced_on }) => priced_on,
  other_prices: ({ priced_on }) => priced_on,
  retender: ({ pence, assistant_pence, vehicle_days }) =>
    Math.round((pence - assistant_pence) / Math.max(vehicle_days, 1e-9)),
};

/** Whether a continuing client's own value behind a bar is another on the two sides. */
export function isMoved(
  name: StayerBar,
  before: readonly CarriedRow[],
  after: readonly CarriedRow[],
): boolean {
  const isPart = before.some((row) => row.part_year);
  if ((name === 'days' && isPart) || (name === 'full_year_effect' && !isPart)) return false;
  const of = VALUE_OF[name];
  const [old, now] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && old !== undefined && now !== undefined) {
    return of(old) !== of(now);
  }
  return wordsOf(before, of) !== wordsOf(after, of);
}

function wordsOf(rows: readonly CarriedRow[], of: (row: CarriedRow) => number | string): string {
  return rows
    .map((row) => String(of(row)))
    .toSorted()
    .join(' ');
}

/** The same whatever order the rows came in: sums of fractions depend on it by a hair, and a hair may be a penny. */
function inOrder(rows: readonly CarriedRow[]): readonly CarriedRow[] {
  return rows.toSorted(
    (a, b) =>
      a.client_id - b.client_id ||
      (a.route_ref < b.route_ref
        ? -1
        : a.route_ref > b.route_ref
          ? 1
          : b.days - a.days || b.pence - a.pence),
  );
}

function byClient(rows: readonly CarriedRow[]): ReadonlyMap<number, readonly CarriedRow[]> {
  return Map.groupBy(rows, ({ client_id }) => client_id);
}

function clientsOf(rows: readonly { readonly client_id: number }[]): number {
  return new Set(rows.map(({ client_id }) => client_id)).size;
}

function penceOf(rows: readonly CarriedRow[]): number {
  return rows.reduce((sum, row) => sum + row.pence, 0);
}
