import { formatPence } from '../../shared/format/money.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Benchmark, Saving } from '../../shared/model/budget.ts';
import type { MoneyStore } from '../money-aggregate.ts';
import type { Session } from '../session.ts';
import type { SqlValue } from '../sql.ts';

type SavingsPart = Pick<
  MoneyStore,
  'savings' | 'saveSaving' | 'removeSaving' | 'benchmarks' | 'setBenchmark' | 'removeBenchmark'
>;

const SAVING = ['name', 'owner', 'baseline', 'baseline_pence', 'kind', 'year', 'from_on', 'profile', 'contracts'] as const; // prettier-ignore
type Column = (typeof SAVING)[number];

function toSaving(raw: unknown): Saving {
  const row = raw as Omit<Saving, 'profile' | 'contracts'> &
    Record<'profile' | 'contracts', string>;
  return {
    ...row,
    profile: JSON.parse(row.profile) as number[],
    contracts: JSON.parse(row.contracts) as string[],
  };
}

function encoded(given: Omit<Saving, 'id'>, column: Column): SqlValue {
  const value = given[column];
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

const shown = (value: SqlValue, column: Column): string =>
  column === 'baseline_pence' ? formatPence(Number(value)) : String(value);

/** Savings and benchmarks. */
export function savingsPart(session: Session): SavingsPart {
  const { sql } = session;
  const list = SAVING.join(', ');
  const savings = sql.prepare(`SELECT id, ${list} FROM saving ORDER BY name, id`);
  const saving = sql.prepare(`SELECT id, ${list} FROM saving WHERE id = ?`);
  const add = sql.prepare(`INSERT INTO saving (${list}) VALUES (${SAVING.map(() => '?').join(', ')})`); // prettier-ignore
  const change = sql.prepare(`UPDATE saving SET ${SAVING.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`); // prettier-ignore
  const remove = sql.prepare('DELETE FROM saving WHERE id = ?');
  const benchmarks = sql.prepare('SELECT id, line, name, year, pence, unit, source, definition FROM benchmark ORDER BY line, name, year, id'); // prettier-ignore
  const benchmark = sql.prepare('SELECT id, line, name, year, pence, unit, source, definition FROM benchmark WHERE name = ? AND line IS ? AND year = ? AND source = ?'); // prettier-ignore
  const benchmarkName = sql.prepare('SELECT name FROM benchmark WHERE id = ?').pluck();
  const addBenchmark = sql.prepare('INSERT INTO benchmark (line, name, year, pence, unit, source, definition) VALUES (?, ?, ?, ?, ?, ?, ?)'); // prettier-ignore
  const putBenchmark = sql.prepare('UPDATE benchmark SET pence = ?, unit = ?, definition = ? WHERE id = ?'); // prettier-ignore
  const removeBenchmark = sql.prepare('DELETE FROM benchmark WHERE id = ?');
  const log = (entity: string, ref: string, field: string, before: string, after: string): void => {
    session.log({ entity, ref, client_id: null, field, before, after });
  };
  const told = ({ pence, unit, definition }: Pick<Benchmark, 'pence' | 'unit' | 'definition'>) =>
    `${formatPence(pence)}, ${unit}: ${definition}`;
  return {
    savings: () => savings.all().map(toSaving),
    saveSaving: ({ id, ...given }) => {
      session.mustWrite();
      const before = id === null ? null : (saving.get(id) ?? null);
      const values = SAVING.map((column) => encoded(given, column));
      if (id === null || before === null) {
        const made = Number(add.run(...values).lastInsertRowid);
        log('saving', given.name, '', '', 'added');
        return { ...given, id: made };
      }
      const was = toSaving(before);
      for (const [at, column] of SAVING.entries()) {
        const [old, now] = [encoded(was, column), values[at] ?? null];
        if (old !== now) log('saving', was.name, column, shown(old, column), shown(now, column));
      }
      change.run(...values, id);
      return toSaving(defined(saving.get(id), `saving ${id}`));
    },
    removeSaving: (id) => {
      session.mustWrite();
      const before = saving.get(id);
      if (before === undefined) return false;
      remove.run(id);
      log('saving', toSaving(before).name, '', 'there', 'removed');
      return true;
    },
    benchmarks: () => benchmarks.all() as Benchmark[],
    setBenchmark: (given) => {
      session.mustWrite();
      const { line, name, year, pence, unit, source, definition } = given;
      const before = benchmark.get(name, line, year, source) as Benchmark | undefined;
      if (before === undefined) {
        addBenchmark.run(line, name, year, pence, unit, source, definition);
        log('benchmark', `${name} ${year}`, '', '', 'added');
        return 'added';
      }
      if (told(before) === told(given)) return 'unchanged';
      putBenchmark.run(pence, unit, definition, before.id);
      log('benchmark', `${name} ${year}`, 'benchmark', told(before), told(given));
      return 'changed';
    },
    removeBenchmark: (id) => {
      session.mustWrite();
      const name = benchmarkName.get(id) as string | undefined;
      if (name === undefined) return false;
      removeBenchmark.run(id);
      log('benchmark', name, '', 'there', 'removed');
      return true;
    },
  };
}
