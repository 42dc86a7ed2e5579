import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatIndex } from '../../shared/costing/clauses/index-book.ts';
import { baseWords } from '../../shared/costing/clauses/chain-series.ts';
import type { CpiMonth } from '../../shared/model/money.ts';
import type { CpiChoice, PriceCorrection, RebasedMonth, SeriesSource } from '../../shared/model/price-series.ts'; // prettier-ignore
import type { PricesStore } from '../prices-aggregate.ts';
import { tally } from '../record-table.ts';
import type { Session } from '../session.ts';

type Part = Pick<
  PricesStore,
  | 'rebased'
  | 'upsertRebased'
  | 'choice'
  | 'choose'
  | 'sources'
  | 'source'
  | 'noteSource'
  | 'corrections'
  | 'correct'
  | 'uncorrect'
>;

/** What persons said about published series: values corrected, which index counts; and where each series is from. */
export function priceCorrections(session: Session): Part {
  return { ...corrections(session), ...rebasing(session), ...provenance(session) };
}

function corrections(session: Session): Pick<Part, 'corrections' | 'correct' | 'uncorrect'> {
  const { sql } = session;
  const columns = 'series, at, value, reason, by, "on"';
  const all = sql.prepare(`SELECT ${columns} FROM price_correction ORDER BY series, at`);
  const one = sql.prepare(`SELECT ${columns} FROM price_correction WHERE series = ? AND at = ?`);
  const put = sql.prepare(
    `INSERT INTO price_correction (${columns}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (series, at) DO UPDATE SET value = excluded.value, reason = excluded.reason, by = excluded.by, "on" = excluded."on"`,
  );
  const drop = sql.prepare('DELETE FROM price_correction WHERE series = ? AND at = ?');
  const get = (series: string, at: string): PriceCorrection | null =>
    (one.get(series, at) as PriceCorrection | undefined) ?? null;
  const words = (each: PriceCorrection): string => `${formatIndex(each.series, each.value)}: ${each.reason}`; // prettier-ignore
  const log = (series: string, at: string, before: string, after: string): void => {
    session.log({ entity: 'price', ref: at, client_id: null, field: `price_${series}`, before, after }); // prettier-ignore
  };
  return {
    corrections: () => all.all() as PriceCorrection[],
    correct: (given) => {
      session.mustWrite();
      const { series, at, value, reason, by, on } = given;
      const before = get(series, at);
      put.run(series, at, value, reason, by, on);
      log(series, at, before === null ? '' : words(before), words(given));
    },
    uncorrect: (series, at) => {
      session.mustWrite();
      const before = get(series, at);
      if (before === null) return false;
      drop.run(series, at);
      log(series, at, words(before), 'as published');
      return true;
    },
  };
}

function rebasing(session: Session): Pick<Part, 'rebased' | 'upsertRebased' | 'choice' | 'choose'> {
  const { sql } = session;
  const all = sql.prepare(
    'SELECT base_year, month, "index" FROM cpi_rebased ORDER BY base_year, month',
  );
  const one = sql
    .prepare('SELECT "index" FROM cpi_rebased WHERE base_year = ? AND month = ?')
    .pluck();
  const put = sql.prepare(
    `INSERT INTO cpi_rebased (base_year, month, "index") VALUES (?, ?, ?)
     ON CONFLICT (base_year, month) DO UPDATE SET "index" = excluded."index"`,
  );
  const choice = sql.prepare('SELECT base_year, how, reason, by, "on" FROM cpi_choice');
  const setChoice = sql.prepare(
    `INSERT INTO cpi_choice (id, base_year, how, reason, by, "on") VALUES (1, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET base_year = excluded.base_year, how = excluded.how, reason = excluded.reason,
       by = excluded.by, "on" = excluded."on"`,
  );
  const dropChoice = sql.prepare('DELETE FROM cpi_choice');
  const words = (chosen: CpiChoice | null): string =>
    chosen === null
      ? 'as published first'
      : `${chosen.how === 'chain' ? 'chained with' : 'replaced by'} ${baseWords(chosen.base_year)}`;
  const current = (): CpiChoice | null => (choice.get() as CpiChoice | undefined) ?? null;
  return {
    rebased: () => all.all() as RebasedMonth[],
    upsertRebased: (base_year: number, rows: readonly CpiMonth[]) => {
      session.mustWrite();
      const counted = tally<string>();
      for (const { month, index } of rows) {
        const before = one.get(base_year, month);
        const outcome = before === undefined ? 'added' : before === index ? 'unchanged' : 'changed';
        if (outcome !== 'unchanged') put.run(base_year, month, index);
        counted.note(outcome, month);
      }
      return counted.result();
    },
    choice: current,
    choose: (chosen) => {
      session.mustWrite();
      const before = current();
      if (chosen === null) dropChoice.run();
      else setChoice.run(chosen.base_year, chosen.how, chosen.reason, chosen.by, chosen.on);
      session.log({ entity: 'price', ref: 'CPI', client_id: null, field: 'price_base', before: words(before), after: words(chosen) }); // prettier-ignore
    },
  };
}

function provenance(session: Session): Pick<Part, 'sources' | 'source' | 'noteSource'> {
  const { sql } = session;
  const columns = 'series, title, base_year, released_on, file, imported_on';
  const all = sql.prepare(`SELECT ${columns} FROM price_series ORDER BY series`);
  const one = sql.prepare(`SELECT ${columns} FROM price_series WHERE series = ?`);
  const put = sql.prepare(
    `INSERT INTO price_series (${columns}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (series) DO UPDATE SET title = excluded.title, base_year = excluded.base_year, released_on = excluded.released_on,
       file = excluded.file, imported_on = excluded.imported_on`,
  );
  return {
    sources: () => all.all() as SeriesSource[],
    source: (series) => (one.get(series) as SeriesSource | undefined) ?? null,
    noteSource: ({ series, title, base_year, released_on, file, imported_on }) => {
      session.mustWrite();
      put.run(series, title, base_year, released_on, file, imported_on satisfies IsoDate | '');
    },
  };
}
