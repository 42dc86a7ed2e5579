/** A split told by school, by the school's district, or by provider. */
import type { CostFacts } from '../facts.ts';
import type { CarriedRow } from './carried.ts';
import {
  bySchool,
  groupBars,
  SPLIT_BARS,
  type GroupKey,
  type Split,
  type SplitBarName,
} from './split-sides.ts';
import { STAYER_BARS } from './split-stayers.ts';

/** The bars that a group of continuing clients has. */
const GROUP_BARS = [...STAYER_BARS, 'savings'] as const;

/** What a split can be told by. Districts are sums of their schools; providers are split over their own clients. */
export const SPLIT_DIMENSIONS = ['school', 'district', 'provider'] as const;
export type SplitDimension = (typeof SPLIT_DIMENSIONS)[number];

/** One row: its bars add up to its change, and the rows' changes to the county's. */
export interface SplitRow {
  readonly key: string;
  readonly label: string;
  readonly from_pence: number;
  readonly to_pence: number;
  readonly bars: Readonly<Record<SplitBarName, number>>;
}

/** What continuing clients must be grouped by before they can be told by a dimension. */
export function groupFor(by: SplitDimension): GroupKey {
  return by === 'provider' ? ({ provider }) => provider : bySchool;
}

/** The largest change first, up or down; routes that carry nobody are a row of their own. `split` was grouped by `groupFor(by)`. */
export function splitRows(facts: CostFacts, split: Split, by: SplitDimension): readonly SplitRow[] {
  const rows = new Map<string, { from: number; to: number; bars: Record<SplitBarName, number> }>();
  const rowOf = (key: string) => {
    const known = rows.get(key);
    if (known !== undefined) return known;
    const made = { from: 0, to: 0, bars: noBars() };
    rows.set(key, made);
    return made;
  };
  const ofSchool = schoolKey(facts, by);
  const keyOf = (row: CarriedRow): string => (by === 'provider' ? row.provider : ofSchool(row.school_urn)); // prettier-ignore
  for (const each of split.joiners) {
    const row = rowOf(keyOf(each));
    row.to += each.pence;
    row.bars.joiners += each.pence;
  }
  for (const name of ['leavers', 'unplaced'] as const) {
    for (const each of split[name]) {
      const row = rowOf(keyOf(each));
      row.from += each.pence;
      row.bars[name] -= each.pence;
    }
  }
  for (const group of split.groups) {
    const { key, first, second } = group;
    const row = rowOf(by === 'provider' ? key : ofSchool(key === '' ? null : Number(key)));
    row.from += first.reduce((sum, { pence }) => sum + pence, 0);
    row.to += second.reduce((sum, { pence }) => sum + pence, 0);
    const bars = groupBars(group);
    for (const name of GROUP_BARS) row.bars[name] += bars[name];
  }
  const found = [...rows].map(([key, { from, to, bars }]) => ({ key, label: labelOf(facts, by, key), from_pence: from, to_pence: to, bars })); // prettier-ignore
  const adjusted = adjustedRow(split);
  const empty = emptyRow(split, [...found, ...adjusted]);
  return [...found, ...empty, ...adjusted].toSorted(
    (a, b) =>
      Math.abs(b.to_pence - b.from_pence) - Math.abs(a.to_pence - a.from_pence) ||
      (a.label < b.label ? -1 : 1),
  );
}

function noBars(): Record<SplitBarName, number> {
  return Object.fromEntries(SPLIT_BARS.map((name) => [name, 0])) as Record<SplitBarName, number>;
}

/** Policy, savings, income and one-offs: of no one school. */
function adjustedRow({ adjusted }: Split): readonly SplitRow[] {
  if (adjusted.bars.size === 0) return [];
  const { from_pence, to_pence, bars } = adjusted;
  const moved = { ...noBars(), ...Object.fromEntries(bars) };
  return [{ key: 'adjusted', label: 'Of no one school', from_pence, to_pence, bars: moved }];
}

/** What is left of both sides: routes that carry nobody. */
function emptyRow(split: Split, rows: readonly SplitRow[]): readonly SplitRow[] {
  const from_pence = split.from_pence - rows.reduce((sum, row) => sum + row.from_pence, 0);
  const to_pence = split.to_pence - rows.reduce((sum, row) => sum + row.to_pence, 0);
  if (from_pence === 0 && to_pence === 0) return [];
  return [
    {
      key: 'no_clients',
      label: 'Routes with no clients',
      from_pence,
      to_pence,
      bars: { ...noBars(), no_clients: to_pence - from_pence },
    },
  ];
}

/** The row that a school counts in; '' where it is not known. */
export function schoolKey(facts: CostFacts, by: SplitDimension): (urn: number | null) => string {
  if (by !== 'district') return (urn) => String(urn ?? '');
  return (urn) => (urn === null ? '' : (facts.schools.get(urn)?.district_code ?? ''));
}

function labelOf(facts: CostFacts, by: SplitDimension, key: string): string {
  if (by === 'provider') return key === '' ? 'Not awarded yet' : key;
  if (by === 'district') return key === '' ? 'District not known' : (facts.districts.get(key)?.name ?? key); // prettier-ignore
  return key === '' ? 'School not known' : (facts.schools.get(Number(key))?.name ?? `URN ${key}`);
}
