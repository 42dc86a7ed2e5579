/** A file as rows of text, whatever its format was. */

/** One row. `line` is the number a spreadsheet shows beside it; dates are ISO, numbers plain, formulas start with `=`. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One file, or the sheet of a workbook that was chosen. */
export interface RawTable {
  readonly file: string;
  /** Format, encoding, separator or sheet, as a phrase: `CSV, Windows-1252, semicolons`. */
  readonly format: string;
  /** The sheet's name, '' for other formats. */
  readonly sheet: string;
  readonly rows: readonly RawRow[];
}
