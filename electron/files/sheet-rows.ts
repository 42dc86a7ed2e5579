import type { RawRow } from '../../shared/intake/table.ts';
import type { ArchiveEntry } from './open-archive.ts';
import {
  plainText,
  readXml,
  type CellContext,
  type NumberMeaning,
  type XmlHandlers,
} from './workbook-parts.ts';

/** Columns of a sheet at most (XFD): a cell beyond it is no cell. */
const MOST_COLUMNS = 16_384;
/** Lines left out between two rows that are still told as empty lines, one by one. */
const MOST_GAP = 200;

/** What may be read, and how it ended: `left` cells may still be read of the workbook. */
export interface SheetBudget {
  left: number;
  readonly stop: () => boolean;
}

/** A cell as its element says it. `kind` is ST_CellType: `s` shared, `str`, `inlineStr`, `b`, `e`, `d`, `n` or none. */
export interface SheetCell {
  readonly kind: string;
  readonly value: string;
  /** Null where the cell has none. */
  readonly formula: string | null;
  readonly style: number;
}

/** How cells are read. Where formulas are kept, one stands as its own text. */
export interface CellReading {
  readonly formulas: 'results' | 'kept';
  /** An amount in another currency's format begins with `¤`, so that nobody takes it for pounds. Always where formulas are kept. */
  readonly foreign?: 'marked';
}

/** As for any list: what the spreadsheet last worked out. */
export const RESULTS: CellReading = { formulas: 'results' };

/** As for lists of money. */
export const MONEY: CellReading = { formulas: 'results', foreign: 'marked' };

/** Rows of one sheet. Ends early once the budget is used up or it is told to stop. */
export async function readSheetRows(
  entry: ArchiveEntry,
  context: CellContext & Partial<CellReading>,
  budget: SheetBudget,
): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  let line = 0;
  let cells: string[] = [];
  const cell = cellParts(cellReader(context), (column, text) => {
    const at = column ?? cells.length;
    while (cells.length < at) cells.push('');
    cells[at] = text;
  });
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name !== 'row') {
        cell.open(name, attributes);
        return;
      }
      const given = Number(attributes['r']);
      line = Number.isSafeInteger(given) ? given : line + 1;
      cells = [];
    },
    text: cell.text,
    close: (name) => {
      if (name !== 'row') {
        cell.close(name);
        return;
      }
      fillGap(rows, line);
      budget.left -= cells.length;
      rows.push({ line, cells });
    },
  };
  await readXml(entry, handlers, () => budget.left < 0 || budget.stop());
  while (rows.length > 0 && (rows[rows.length - 1]?.cells.every((text) => text === '') ?? false))
    rows.pop();
  return rows;
}

/** Puts the elements of a cell together and hands over its text, with its column where it says one. */
function cellParts(
  textOf: (cell: SheetCell) => string,
  take: (column: number | null, text: string) => void,
) {
  const cell = { kind: '', value: '', formula: null as string | null, style: 0 };
  let reference: string | undefined;
  let into: 'value' | 'formula' | '' = '';
  let isReading = false;
  /** A shared formula stands in the first of its cells only. */
  let share: string | null = null;
  const shared = new Map<string, string>();
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>): void => {
      if (name === 'v') into = 'value';
      else if (name === 'c') {
        reference = attributes['r'];
        cell.kind = attributes['t'] ?? '';
        cell.style = Number(attributes['s'] ?? 0);
        cell.value = '';
        cell.formula = null;
      } else if (name === 't') into = isReading ? '' : 'value';
      else if (name === 'rPh') isReading = true;
      else if (name === 'f') {
        into = 'formula';
        cell.formula = '';
        share = attributes['t'] === 'shared' ? (attributes['si'] ?? null) : null;
      }
    },
    text: (text: string): void => {
      if (into === 'value') cell.value += text;
      else if (into === 'formula') cell.formula = `${cell.formula ?? ''}${text}`;
    },
    close: (name: string): void => {
      if (name === 'c') take(reference === undefined ? null : columnOf(reference), textOf(cell));
      else if (name === 'v' || name === 't') into = '';
      else if (name === 'rPh') isReading = false;
      else if (name === 'f') {
        into = '';
        if (share === null) return;
        if (cell.formula === '') cell.formula = shared.get(share) ?? '';
        else shared.set(share, cell.formula ?? '');
      }
    },
  };
}

/** The column of `AB12`, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column < 1 || column > MOST_COLUMNS) throw new RangeError(`No such cell: ${reference}`);
  return column - 1;
}

function fillGap(rows: RawRow[], next: number): void {
  const from = (rows[rows.length - 1]?.line ?? 0) + 1;
  for (let line = from; line < next && line < from + MOST_GAP; line++)
    rows.push({ line, cells: [] });
}

/** Cells as text: dates ISO, numbers plain, truth Y or N, errors empty. Dates repeat down a column and are worked out once. */
export function cellReader(
  context: CellContext & Partial<CellReading>,
): (cell: SheetCell) => string {
  const { strings, formats } = context;
  const isKept = context.formulas === 'kept';
  const isMarked = isKept || context.foreign === 'marked';
  const zero = context.since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const dates = new Map<string, string>();
  const numberText = (value: string, meaning: NumberMeaning | undefined): string => {
    const number = value === '' ? Number.NaN : Number(value);
    if (!Number.isFinite(number)) return '';
    if (meaning === 'percent') return `${Number((number * 100).toPrecision(12))}%`;
    if (meaning === 'foreign' && isMarked) return `¤${number}`;
    if (meaning !== 'date') return String(number);
    let date = dates.get(value);
    if (date === undefined) dates.set(value, (date = dateText(number, zero)));
    return date;
  };
  const resultOf = ({ kind, value, style }: SheetCell): string => {
    if (kind === 's') return strings[Number(value)] ?? '';
    if (kind === 'str' || kind === 'inlineStr') return plainText(value);
    if (kind === 'b') return value === '' ? '' : Number(value) === 0 ? 'N' : 'Y';
    if (kind === 'e') return '';
    if (kind === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').slice(0, 16);
    return numberText(value, formats[style]);
  };
  return (cell) => {
    if (cell.formula === null) return resultOf(cell);
    return isKept ? `=${cell.formula}` : formulaText(cell.formula, resultOf(cell));
  };
}

/** Functions whose result is not what they say: they reach outside the workbook. */
const REACHES_OUT = /\b(HYPERLINK|WEBSERVICE|IMAGE|RTD|CALL|REGISTER\.ID|DDE)\s*\(|\|/i;

/**
 * A formula is never run. What the spreadsheet last worked out is taken, save where the formula reaches out of the workbook or
 * has no result: then the formula itself, as text.
 */
function formulaText(formula: string, result: string): string {
  return result === '' || REACHES_OUT.test(formula) ? `=${formula}` : result;
}

function dateText(days: number, zero: number): string {
  const date = new Date(Math.round(zero + days * 86_400_000));
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  const time = iso.slice(11, 16);
  // A time alone, of day or of length, is a fraction after day zero of the spreadsheet's calendar.
  if (days < 2) return time;
  return time === '00:00' ? iso.slice(0, 10) : iso.slice(0, 16);
}
