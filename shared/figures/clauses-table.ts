/** Index clauses as they may leave the store: what each says, what it makes of a price, and who accepted prices by it. */
import { clauseBaseOf } from '../costing/clauses/contract-base.ts';
import { clausesOf, indexedPriceOn } from '../costing/clauses/contract-clauses.ts';
import { clausePriceOn } from '../costing/clauses/clause-price.ts';
import { clauseSentence } from '../costing/clauses/check-clause.ts';
import { exampleBase } from '../costing/clauses/example-base.ts';
import { formatIndex, indexBook, INDEX_WORDS, type IndexBook } from '../costing/clauses/index-book.ts'; // prettier-ignore
import { formatDate, formatMonth } from '../format/date.ts';
import { formatPence } from '../format/money.ts';
import { formatQuantity } from '../format/number.ts';
import type { Contract } from '../model/contract.ts';
import type { IndexClause } from '../model/index-clause.ts';
import type { BreakdownRow } from '../pressure/breakdown.ts';
import type { CostFacts } from '../pressure/facts.ts';
import type { Ledger } from '../pressure/ledger.ts';
import { WITHHELD, withheldRows } from './small-numbers.ts';
import type { Cell, Column, Table } from './table.ts';

/** A text folded at so many characters in a workbook, since a sheet of so many columns would print too small to read. */
const text = (key: string, label: string, width: number): Column => ({
  key,
  label,
  kind: 'text',
  width,
});
const money = (key: string, label: string): Column => ({ key, label, kind: 'pence', width: 12 });

const COLUMNS: readonly Column[] = [
  text('holder', 'Provider', 24),
  text('contract', 'Contract', 14),
  { key: 'terms', label: 'What the clause says', kind: 'note' },
  text('index', 'Index', 14),
  text('share', 'Share of the price', 9),
  text('moves', 'How it moves', 20),
  text('base', 'Base month', 14),
  text('lag', 'Lag', 10),
  text('cap', 'Cap', 8),
  text('collar', 'Collar', 12),
  text('trigger', 'Trigger', 12),
  text('symmetry', 'Symmetry', 14),
  text('from', 'From', 12),
  text('to', 'To', 12),
  { key: 'contracts', label: 'Contracts', kind: 'count' },
  money('before', '£ a day before clauses'),
  money('priced', '£ a day by clauses'),
  money('paid', '£ a day paid'),
  { key: 'example', label: '£100.00 becomes', kind: 'mark' },
  { key: 'accepted', label: 'Accepted', kind: 'note', width: 26 },
  { key: 'source', label: 'Source', kind: 'note', width: 30 },
];

/** One row a clause. Pounds of its contracts are told where neither they nor what is left of the provider's rest on 1 to 4 children. */
export function clausesTable(
  facts: CostFacts,
  ledger: Ledger,
  providers: readonly BreakdownRow[],
): Table {
  const live = (facts.clauses ?? []).filter(({ withdrawn }) => !withdrawn);
  const running = facts.contracts.filter(({ ends_on }) => ends_on >= facts.on);
  const told = toldContracts(facts, { ledger, running, live, providers });
  const book = indexBook({ fuel: facts.fuel, cpi: facts.cpi, wages: facts.wages });
  return {
    key: 'clauses',
    title: 'Index clauses of contracts',
    columns: COLUMNS,
    rows: live.map((clause) => {
      const of = running.filter((each) => clausesOf(each, live).some(({ id }) => id === clause.id));
      return rowOf(facts, { clause, of, live, book, isTold: of.every(({ id }) => told.has(id)) });
    }),
    total: null,
    note:
      live.length === 0
        ? 'No index clause is recorded: no price follows an index. Clauses are kept under Costs, Prices, Index clauses.'
        : `Vehicle prices a day on ${formatDate(facts.on)}, assistants apart. A contract with clauses of its own follows those alone. The price paid stays the register’s until somebody accepts an indexed one. ${WITHHELD}: withheld, because its contracts or those left of the provider carry 1 to 4 children.`,
  };
}

function rowOf(
  facts: CostFacts,
  from: {
    readonly clause: IndexClause;
    readonly of: readonly Contract[];
    readonly live: readonly IndexClause[];
    readonly book: IndexBook;
    readonly isTold: boolean;
  },
): readonly Cell[] {
  const { clause, of, live, book, isTold } = from;
  const indexed = facts.indexed ?? [];
  const isFixed = clause.kind === 'fixed';
  const bases = of.map((contract) => clauseBaseOf(contract, indexed));
  const prices = of.map((contract, at) => {
    const day = contract.starts_on > facts.on ? contract.starts_on : facts.on;
    const base = bases[at] ?? { price_pence: contract.price_day_pence, set_on: null };
    return indexedPriceOn(clausesOf(contract, live), base, { day, book }).price_pence;
  });
  const sum = (pence: readonly number[]): Cell => of.length === 0 ? null : isTold ? pence.reduce((a, b) => a + b, 0) : WITHHELD; // prettier-ignore
  const example = clausePriceOn(clause, exampleBase(clause, of), { day: facts.on, book });
  return [
    clause.provider,
    clause.contract_ref === '' ? 'all without their own' : isTold ? clause.contract_ref : 'one of its own', // prettier-ignore
    clauseSentence(clause),
    INDEX_WORDS[clause.index].name,
    percent(clause.share_percent),
    isFixed
      ? `its share rises ${percent(clause.fixed_percent ?? 0)} while at the trigger`
      : 'its share moves with the index',
    isFixed ? 'none' : clause.base_month === null ? 'when each price was set' : formatMonth(clause.base_month), // prettier-ignore
    clause.lag_months === 0 ? 'none' : formatQuantity(clause.lag_months, 'month'),
    clause.cap_percent === null ? 'none' : `+${percent(clause.cap_percent)}`,
    clause.collar_percent === null ? 'none' : clause.collar_percent === 0 ? 'never below it' : `−${percent(clause.collar_percent)}`, // prettier-ignore
    clause.trigger === null ? 'none' : formatIndex(clause.index, clause.trigger),
    isFixed ? 'rises alone, and ends' : clause.symmetric ? 'up and down' : 'rises alone',
    formatDate(clause.from_on),
    clause.to_on === null ? 'no end' : formatDate(clause.to_on),
    of.length,
    sum(bases.map(({ price_pence }) => price_pence)),
    sum(prices),
    sum(of.map(({ price_day_pence }) => price_day_pence)),
    formatPence(example.price_pence),
    acceptedWords(facts, clause, of),
    clause.source,
  ];
}

/** Whose signature stands under prices by the clause that are paid now, and on how many contracts. */
function acceptedWords(facts: CostFacts, clause: IndexClause, of: readonly Contract[]): string {
  const last = new Map((facts.indexed ?? []).map((row) => [row.contract_id, row]));
  const signed = of.flatMap(({ id }) => {
    const row = last.get(id);
    if (row === undefined || !row.clauses.includes(clause.ref)) return [];
    const by = facts.accepted_by?.get(row.event_id);
    return [`by ${by?.by ?? 'somebody unnamed'} on ${formatDate(by?.on ?? row.effective_on)}`];
  });
  if (signed.length === 0) return 'no price of it was accepted yet';
  return [...Map.groupBy(signed, (words) => words)]
    .map(([words, all]) => `${formatQuantity(all.length, 'contract')} ${words}`)
    .join('; ');
}

/** Contracts whose pounds may be summed: by the clauses that they follow, provider by provider, with what follows none. */
function toldContracts(
  facts: CostFacts,
  of: {
    readonly ledger: Ledger;
    readonly running: readonly Contract[];
    readonly live: readonly IndexClause[];
    readonly providers: readonly BreakdownRow[];
  },
): ReadonlySet<number> {
  const riders = new Map<number, [Set<number>, Set<number>]>();
  const add = (contract: number | null, client: number | null, year: 0 | 1): void => {
    if (contract === null || client === null) return;
    const sets = riders.get(contract) ?? [new Set(), new Set()];
    riders.set(contract, sets);
    sets[year].add(client);
  };
  for (const { route, client_id } of of.ledger.this_year) add(route.contract_id, client_id, 0);
  for (const { contract, client_id } of of.ledger.last_year) add(contract.id, client_id, 1);
  const hidden = withheldRows(of.providers.map(({ clients, clients_before }) => [clients, clients_before])); // prettier-ignore
  const secret = new Set(of.providers.flatMap(({ label }, at) => (hidden.has(at) ? [label] : [])));
  const told = new Set<number>();
  for (const [provider, contracts] of Map.groupBy(facts.contracts, (each) => each.provider)) {
    if (secret.has(provider)) continue;
    const follows = (each: Contract): string => of.running.includes(each) ? clausesOf(each, of.live).map(({ id }) => id).join(' ') : ''; // prettier-ignore
    const parts = [...Map.groupBy(contracts, follows).values()];
    const rests = parts.map((part) => [0, 1].map((year) => new Set(part.flatMap(({ id }) => [...(riders.get(id)?.[year === 0 ? 0 : 1] ?? [])])).size)); // prettier-ignore
    const few = withheldRows(rests);
    parts.forEach((part, at) => {
      if (!few.has(at)) for (const { id } of part) told.add(id);
    });
  }
  return told;
}

function percent(value: number): string {
  return `${String(Math.round(value * 100) / 100)}%`;
}
