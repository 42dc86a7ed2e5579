import type { IsoDate } from '../calendar/dates.ts';

export const IMPORT_KINDS = [
  'applications',
  'contracts',
  'register',
  'invoices',
  'bids',
  'ledger',
  'budget',
  'benchmarks',
  'fees',
  'cohort',
  'term-dates',
  'schools',
  'postcodes',
  'fuel',
  'cpi',
  'wages',
  'clauses',
  'boundaries',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A row that a person should look at. `line` is the line of the file as a spreadsheet shows it. */
export interface ReportRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly outcome: 'held' | 'refused' | 'warning' | 'not_record';
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

/** added + changed + unchanged + held + refused = read. Warnings are rows counted elsewhere too. */
export interface ImportReport {
  readonly id: number;
  readonly kind: ImportKind;
  readonly files: readonly string[];
  readonly on: IsoDate;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly held: number;
  readonly refused: number;
  /** Rows accepted with a warning or a question. */
  readonly warnings: number;
  readonly rows: readonly ReportRow[];
}

/** Heading of the file -> field of the kind; '' leaves the column out. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** A report without its rows: what lists and overviews show. */
export type ImportReportHead = Omit<ImportReport, 'rows'>;

/** What a preview understood. */
export interface ImportPreview {
  readonly kind: ImportKind;
  readonly format: string;
  /** Encoding, separator, sheet, heading line, as a sentence. */
  readonly understood: string;
  readonly headings: readonly {
    readonly heading: string;
    readonly field: string;
    readonly samples: readonly string[];
  }[];
  /** Fields that may be mapped. */
  readonly fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly required: boolean;
  }[];
  readonly missing: readonly string[];
  readonly rows: number;
  /** Reckoned from the size of a file too large to be counted first. */
  readonly rows_estimated?: boolean;
  readonly sample: readonly (readonly string[])[];
  /** The mapping came from memory. */
  readonly remembered: boolean;
}
