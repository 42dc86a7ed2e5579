import type { IsoDate } from '../calendar/dates.ts';
import type { ImportKind, ImportReport, ReportRow } from '../model/import.ts';
import { gravest, type Problem } from './problem.ts';

/** What became of a row that went into the store, or did not. */
export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'held' | 'refused';

/** Gathers an import's outcomes; every row is counted once, so that the counts add up to the rows read. */
export interface ReportBuilder {
  /** Counts a row. Its problems are listed: under `held` or `refused` where they are the cause, else as warnings. */
  readonly row: (
    line: number,
    outcome: RowOutcome,
    problems: readonly Problem[],
    file?: string,
  ) => void;
  readonly notRecords: (rows: readonly ReportRow[], file?: string) => void;
  /** Counts rows that need no listing. */
  readonly count: (outcome: RowOutcome, rows: number) => void;
  readonly build: (head: {
    readonly kind: ImportKind;
    readonly files: readonly string[];
    readonly on: IsoDate;
  }) => Omit<ImportReport, 'id'>;
}

/** An empty report. Where rows come from several files, every reason names its own. */
export function reportBuilder(): ReportBuilder {
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, refused: 0 };
  let warnings = 0;
  const rows: { readonly row: ReportRow; readonly file: string }[] = [];
  return {
    count: (outcome, many) => {
      counts[outcome] += many;
    },
    row: (line, outcome, problems, file = '') => {
      counts[outcome]++;
      const grave = gravest(problems);
      if (outcome !== 'held' && outcome !== 'refused' && grave !== null) warnings++;
      for (const { severity, column, value, code, reason, remedy } of problems) {
        const listed = severity === 'hold' ? 'held' : severity === 'refuse' ? 'refused' : 'warning';
        rows.push({
          file,
          row: { line, column, value, outcome: listed, code, reason, remedy },
        });
      }
    },
    notRecords: (list, file = '') => {
      for (const row of list) rows.push({ file, row });
    },
    build: (head) => {
      const { added, changed, unchanged, held, refused } = counts;
      const read = added + changed + unchanged + held + refused;
      const sorted = [...rows].sort((a, b) =>
        a.file === b.file ? a.row.line - b.row.line : a.file < b.file ? -1 : 1,
      );
      const several = head.files.length > 1 || new Set(rows.map((each) => each.file)).size > 1;
      const named = sorted.map(({ row, file }) =>
        several && file !== '' ? { ...row, reason: `${file}: ${row.reason}` } : row,
      );
      return { ...head, read, ...counts, warnings, rows: named };
    },
  };
}
