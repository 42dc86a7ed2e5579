/** Where an imported series is from, and whether an index continues the store's or has another base year. */
import { basename } from 'node:path';
import { baseWords, overlapOf, overlapSentence, type Overlap } from '../../../shared/costing/clauses/chain-series.ts'; // prettier-ignore
import { INDEX_WORDS } from '../../../shared/costing/clauses/index-book.ts';
import { gapSentences, monthGaps } from '../../../shared/costing/clauses/series-gaps.ts';
import type { IndexHead } from '../../../shared/intake/index-head.ts';
import type { FiledRow } from '../../../shared/intake/price-twins.ts';
import type { ReportBuilder } from '../../../shared/intake/report-builder.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
import type { CpiMonth } from '../../../shared/model/money.ts';
import type { SeriesSource } from '../../../shared/model/price-series.ts';
import type { Outcome } from '../../../db/store.ts';
import type { ImportRun } from './prepared.ts';

/** Notes which file a series came from, and when. */
export function noteSource(
  { store, request }: ImportRun,
  given: Pick<SeriesSource, 'series' | 'title'> &
    Partial<Pick<SeriesSource, 'base_year' | 'released_on'>>,
): void {
  store.prices.noteSource({
    base_year: 0,
    released_on: '',
    ...given,
    file: request.files.map(({ name }) => basename(name)).join(', '),
    imported_on: request.on,
  });
}

/** Sentences about what is missing, as lines of a report. */
export function gapRows(sentences: readonly string[]): readonly ReportRow[] {
  return sentences.map((reason) => row('gap', reason, 'Import a file that has them, or enter them by hand on Costs, Prices.')); // prettier-ignore
}

function row(code: string, reason: string, remedy: string, value = ''): ReportRow {
  return { line: 0, column: '', value, outcome: 'warning', code, reason, remedy };
}

/** Months that must agree before a file without a base year is taken for the store's own index. */
const ENOUGH_MONTHS = 3;
/** Published indices are revised by tenths; further apart is another base. */
const SAME_WITHIN = 0.01;

/**
 * How an index is written: into the store's own where the base year is the same, else beside it under its own base. Nothing is spliced: a
 * person chooses on Costs, Prices.
 */
export function takeIndex(
  run: ImportRun,
  head: IndexHead,
  rows: readonly FiledRow<CpiMonth>[],
): {
  readonly upsert: (rows: readonly CpiMonth[]) => readonly Outcome[];
  readonly after: (report: ReportBuilder) => void;
} {
  const { prices } = run.store;
  const known = prices.published().cpi;
  const stored = known.length === 0 ? null : (prices.source('cpi')?.base_year ?? 0);
  const overlap = overlapOf(known, rows.flatMap(({ record }) => record ?? []));
  const isApart = stored !== null && isOtherBase(stored, head.base_year, overlap);
  const title = head.title === '' ? INDEX_WORDS.cpi.source : head.title;
  return {
    upsert: (records) =>
      (isApart ? prices.upsertRebased(head.base_year, records) : prices.upsertCpi(records)).outcomes,
    after: (report) => {
      if (isApart) {
        report.notRecords([
          row(
            'other_base_year',
            `The file is ${baseWords(head.base_year)}, the index of the store ${baseWords(stored)}: it is kept apart and nothing was spliced. ${overlapSentence(overlap, stored, head.base_year)}`,
            overlap.ratio === null ? 'Import a file that overlaps.' : 'Choose on Costs, Prices whether to chain them or to go by the new one.',
            baseWords(head.base_year),
          ),
        ]);
        return;
      }
      const base_year = head.base_year === 0 ? (stored ?? 0) : head.base_year;
      noteSource(run, { series: 'cpi', title, base_year, released_on: head.released_on });
      if (head.base_year === 0)
        report.notRecords([
          row(
            'base_year_not_stated',
            stored === null
              ? 'The file does not say which year is 100: rises are reckoned all the same, since they are ratios.'
              : `The file does not say which year is 100: it is taken as ${baseWords(stored)}, as the store has it${overlap.months > 0 ? `; ${overlap.months} months agree` : '; no month is in both, so this could not be checked'}.`,
            'Import the series as ONS publishes it, which says its base year.',
          ),
        ]);
      const months = prices.published().cpi.map(({ month }) => month);
      report.notRecords(gapRows(gapSentences(monthGaps(months), 'month')));
    },
  };
} // prettier-ignore

function isOtherBase(stored: number, base: number, { months, ratio }: Overlap): boolean {
  if (base !== 0 && stored !== 0) return base !== stored;
  return months >= ENOUGH_MONTHS && ratio !== null && Math.abs(ratio - 1) > SAME_WITHIN;
}
