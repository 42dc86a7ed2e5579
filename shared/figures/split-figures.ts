/** Why it changed, by the district of the school, as it may leave the store. */
import type { CostFacts } from '../pressure/facts.ts';
import type { ChangeBar } from '../pressure/change.ts';
import { schoolKey, splitRows } from '../pressure/split/split-by.ts';
import { SPLIT_BARS, type Split, type SplitBarName } from '../pressure/split/split-sides.ts';
import type { CarriedRow } from '../pressure/split/carried.ts';
import { tellTable } from './small-numbers.ts';
import { withTotal, type Column, type Table } from './table.ts';

/** Bars that are told as one here: of one district each alone would often rest on 1 to 4 clients. */
const MOVED = ['joiners', 'leavers', 'unplaced'] as const;

/** One row a district: last year, the bars, this year; each row and each column adds up. */
export function splitTable(facts: CostFacts, split: Split, bars: readonly ChangeBar[]): Table {
  const labels = new Map(bars.map(({ key, label }) => [key, label]));
  const names = SPLIT_BARS.filter((name) => labels.has(name) && !isMovedBar(name));
  const rows = splitRows(facts, split, 'district');
  const money = (key: string, label: string, kind: Column['kind']): Column => ({ key, label, kind, total: 'sum' }); // prettier-ignore
  const table = withTotal(
    {
      key: 'split',
      title: 'Why it changed, by the district of the school, £',
      columns: [
        { key: 'label', label: 'District', kind: 'text' },
        money('from', facts.last_year, 'pence'),
        money('moved', 'Joiners less leavers and not placed', 'change'),
        ...names.map((name) => money(name, labels.get(name) ?? name, 'change')),
        { ...money('to', facts.year, 'pence'), adds: 'row' },
      ],
      rows: rows.map(({ label, from_pence, to_pence, bars: own }) => [
        label,
        from_pence,
        MOVED.reduce((sum, name) => sum + own[name], 0),
        ...names.map((name) => own[name]),
        to_pence,
      ]),
      note: 'Each row adds up from its first year to its second, and each column to its bar.',
    },
    'All',
  );
  const rests = restsByRow(facts, split);
  return tellTable(table, rows.map(({ key }) => rests.get(key) ?? NOBODY)); // prettier-ignore
}

function isMovedBar(name: SplitBarName): boolean {
  return MOVED.some((moved) => moved === name);
}

const NOBODY = [0, 0, 0];

/** By row: clients of the first side, of the second, and those of only one. */
function restsByRow(facts: CostFacts, split: Split): ReadonlyMap<string, readonly number[]> {
  const ofSchool = schoolKey(facts, 'district');
  const rests = new Map<string, readonly Set<number>[]>();
  const add = (key: string, rows: readonly CarriedRow[], at: readonly number[]): void => {
    const sets = rests.get(key) ?? NOBODY.map(() => new Set<number>());
    rests.set(key, sets);
    for (const { client_id } of rows) for (const i of at) sets[i]?.add(client_id);
  };
  for (const row of split.joiners) add(ofSchool(row.school_urn), [row], [1, 2]);
  for (const row of [...split.leavers, ...split.unplaced]) add(ofSchool(row.school_urn), [row], [0, 2]); // prettier-ignore
  for (const { key, second } of split.groups)
    add(ofSchool(key === '' ? null : Number(key)), second, [0, 1]);
  return new Map([...rests].map(([key, sets]) => [key, sets.map((set) => set.size)]));
}
