import type { ReportBuilder } from '../../../shared/intake/report-builder.ts';
import type { RawTable } from '../../../shared/intake/table.ts';
import type { SplitTable } from '../../../shared/intake/split-rows.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { ColumnMapping, ImportKind, ReportRow } from '../../../shared/model/import.ts';
import type { Moment } from '../../../shared/model/tender.ts';
import type { Store } from '../../../db/store.ts';
import type { InputFile } from '../../files/input-file.ts';
import type { JobContext } from '../context.ts';

/** What a person asks to import. */
export interface ImportRequest {
  readonly kind: ImportKind;
  readonly files: readonly InputFile[];
  /** Heading -> field, made by a person; null: what is remembered, else what the headings mean. */
  readonly mapping: ColumnMapping | null;
  readonly on: IsoDate;
  /** Of bids: when they came; absent: now. */
  readonly received_at?: Moment | null;
}

/** All that preparing and writing may use. */
export interface ImportRun {
  readonly store: Store;
  readonly request: ImportRequest;
  readonly ctx: JobContext;
}

/** Files read and understood, ready to be written in one transaction. */
export interface Prepared {
  /** Rows that would go into the store. None: the import is refused. */
  readonly usable: number;
  /** Reports what needs no store: lines that are no records, and refused rows. */
  readonly report: (report: ReportBuilder) => void;
  /** Writes and reports every usable row. `check` is called between steps and throws once the import was cancelled. */
  readonly apply: (report: ReportBuilder, check: (progress: number) => void) => void;
}

/** A table with its heading line found, and the file it came from. */
export interface LoadedTable {
  readonly table: RawTable;
  /** The file, and the sheet where several are read of it. */
  readonly label: string;
  /** Sheets of the same file that were left out, reported with it. */
  readonly left_out: readonly ReportRow[];
  readonly split: SplitTable;
}

/** Thrown inside the transaction to roll it back. */
export class Cancelled extends Error {}

/** Rows between two looks at the cancel button. */
const STEP = 1000;

/** Hands items over in lots, looking at the cancel button before each. */
export function inLots<T>(
  items: readonly T[],
  check: (progress: number) => void,
  work: (lot: readonly T[], from: number) => void,
): void {
  for (let from = 0; from < items.length; from += STEP) {
    check(from / items.length);
    work(items.slice(from, from + STEP), from);
  }
}
