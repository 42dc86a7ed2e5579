import { parse } from 'csv-parse/sync';
import type { Options } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { RawRow, RawTable } from '../../shared/intake/table.ts';
import { decodeText, encodingOf } from './decode-text.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const SEPARATOR_NAMES: Readonly<Record<Separator, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright bars',
};

const OPTIONS: Options = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  skip_records_with_error: false,
};

/** Reads separated text of any of the usual encodings and separators. */
export function readCsv(name: string, bytes: Uint8Array): Result<RawTable> {
  const encoding = encodingOf(bytes, true);
  if (encoding === null)
    return fail(
      'wrong_format',
      `${name} is not a spreadsheet or a text file.`,
      'Choose an .xlsx or .csv file.',
    );
  const text = decodeText(bytes, encoding);
  const separator = separatorOf(text);
  const rows = parseCsvText(text, separator);
  if (rows === null) return unclosed(name);
  return ok({
    file: name,
    format: `CSV, ${encoding}, ${SEPARATOR_NAMES[separator]}`,
    sheet: '',
    rows: numbered(rows, 1),
  });
}

/** Records of separated text; null where a quotation mark is never closed. */
export function parseCsvText(text: string, separator: Separator): string[][] | null {
  try {
    return parse(text, { ...OPTIONS, delimiter: separator });
  } catch {
    // Quotation marks that do not pair are often inches or nicknames: read them as plain letters.
    try {
      return parse(text, { ...OPTIONS, delimiter: separator, quote: null });
    } catch {
      return null;
    }
  }
}

/** Rows numbered as a spreadsheet does: one a record, from `first`; empty ones at the end are left off. */
export function numbered(rows: readonly (readonly string[])[], first: number): RawRow[] {
  let last = rows.length;
  while (last > 0 && (rows[last - 1] ?? []).every((cell) => cell.trim() === '')) last--;
  return rows.slice(0, last).map((cells, i) => ({ line: first + i, cells }));
}

/**
 * The separator that gives the most columns on the most lines. A file may say it itself in a first line `sep=;`, as
 * Excel writes it.
 */
export function separatorOf(text: string): Separator {
  const said = /^sep=([,;|\t])/i.exec(text)?.[1];
  if (said) return said as Separator;
  const head = text
    .slice(0, 65_536)
    .split(/\r\n|\n|\r/)
    .slice(0, 60);
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const counts = new Map<number, number>();
    for (const line of head) {
      const parts = outsideQuotes(line).split(separator).length;
      if (parts > 1) counts.set(parts, (counts.get(parts) ?? 0) + 1);
    }
    let score = 0;
    for (const [parts, lines] of counts) score = Math.max(score, lines * lines * (parts - 1));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, '');
}

function unclosed(name: string) {
  return fail(
    'file_broken',
    `${name} cannot be divided into rows and columns.`,
    'Open it in a spreadsheet, check that it looks right, save it as .xlsx and choose that file.',
  );
}
