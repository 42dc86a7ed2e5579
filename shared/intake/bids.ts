/** A bid workbook as a provider filled it in, read cell by cell. Nothing is judged here: `service/lots/check-bid.ts` does. */
import type { ReportRow } from '../model/import.ts';
import type { BidProblem } from '../model/tender.ts';
import { BID_LABELS, QUALITY_HEADINGS } from './bid-words.ts';
import { BID_FIELDS } from './fields/bid-fields.ts';
import { compact } from './normalise.ts';
import { parseMoney } from './parse-number.ts';
import { notRecord, splitRows } from './split-rows.ts';
import type { RawRow, RawTable } from './table.ts';

/** One line with anything on it. */
export interface BidRow {
  readonly line: number;
  readonly lot: string;
  readonly price: string;
  readonly assistant: string;
  readonly vehicle: string;
  readonly remarks: string;
}

/** What one file holds. */
export interface BidFile {
  /** '' where the label or its value is gone. */
  readonly tender: string;
  readonly provider: string;
  readonly currency: string;
  readonly rows: readonly BidRow[];
  /** Every lot that has a line, also an empty one. */
  readonly lots: readonly string[];
  readonly answers: readonly { readonly question_id: string; readonly answer: string }[];
  readonly not_records: readonly ReportRow[];
}

/** Reads the sheets of one file; null where none of them is a bid. */
export function readBidFile(tables: readonly RawTable[]): BidFile | null {
  for (const table of tables) {
    const split = splitRows(table, BID_FIELDS, () => null);
    if (split === null || split.columns.missing.length > 0) continue;
    const { at } = split.columns;
    const cell = (row: RawRow, field: string): string => (row.cells[at.get(field) ?? -1] ?? '').trim(); // prettier-ignore
    const lines = split.rows
      .map((row): BidRow & { readonly raw: RawRow } => ({
        raw: row,
        line: row.line,
        lot: cell(row, 'lot'),
        price: cell(row, 'bid_price'),
        assistant: cell(row, 'bid_assistant'),
        vehicle: cell(row, 'bid_vehicle'),
        remarks: cell(row, 'bid_remarks'),
      }))
      .filter(({ lot }) => !/^total\b/i.test(lot));
    const isEmpty = ({ price, assistant, vehicle, remarks }: BidRow): boolean => `${price}${assistant}${vehicle}${remarks}` === ''; // prettier-ignore
    const above = table.rows.filter(({ line }) => line < split.heading_line);
    const head = (label: string): string => valueOf(above, label);
    return {
      tender: head(BID_LABELS.tender),
      provider: head(BID_LABELS.provider),
      currency: head(BID_LABELS.currency),
      rows: lines.filter((row) => !isEmpty(row)).map(({ raw: _raw, ...row }) => row),
      lots: lines.map(({ lot }) => lot),
      answers: answersIn(tables),
      not_records: lines.filter(isEmpty).map(({ raw, lot }) => ({
        ...notRecord(raw, { code: 'no_bid', reason: `No bid for lot ${lot}: the line is empty.` }),
        value: lot,
      })),
    };
  }
  return null;
}

/** The cell beside a label. */
function valueOf(rows: readonly RawRow[], label: string): string {
  const row = rows.find(({ cells }) => compact(cells[0] ?? '') === compact(label));
  return (row?.cells.slice(1).find((cell) => cell.trim() !== '') ?? '').trim();
}

/** Answers to the questions on quality; those left empty are not in it. */
function answersIn(tables: readonly RawTable[]): BidFile['answers'] {
  const wanted = Object.values(QUALITY_HEADINGS).map(compact);
  for (const { rows } of tables) {
    const head = rows.findIndex(({ cells }) => {
      const seen = new Set(cells.map(compact));
      return wanted.every((heading) => seen.has(heading));
    });
    const headings = rows[head]?.cells.map(compact);
    if (headings === undefined) continue;
    const [id, answer] = [QUALITY_HEADINGS.id, QUALITY_HEADINGS.answer].map((heading) => headings.indexOf(compact(heading))); // prettier-ignore
    return rows.slice(head + 1).flatMap(({ cells }) => {
      const [question_id, text] = [cells[id ?? 0]?.trim() ?? '', cells[answer ?? 0]?.trim() ?? ''];
      return question_id === '' || text === '' ? [] : [{ question_id, answer: text }];
    });
  }
  return [];
}

const OTHER_CURRENCY = /[€$¥₹¤]|\b(eur|euros?|usd|dollars?|chf|cents?)\b/i;
const AMOUNT = /^\(?\s*[-−]?\s*(£|GBP)?\s*[-−]?\s*\d[\d,]*(\.\d+)?\s*(GBP|pounds?)?\s*\)?$/i;

/** A price cell as whole pence: null where it is empty, or where the problem says what it is instead. */
export function readPrice(text: string): {
  readonly pence: number | null;
  readonly problem: Extract<BidProblem, 'formula' | 'currency' | 'not_a_price'> | null;
} {
  const cell = text.trim();
  if (cell === '') return { pence: null, problem: null };
  if (cell.startsWith('=')) return { pence: null, problem: 'formula' };
  if (OTHER_CURRENCY.test(cell)) return { pence: null, problem: 'currency' };
  const plain = cell.replaceAll('−', '-').replace(/\s*pounds?$/i, '').replace(/^£\s*-/, '-£'); // prettier-ignore
  const pence = AMOUNT.test(cell) ? parseMoney(plain) : null;
  return pence === null ? { pence, problem: 'not_a_price' } : { pence, problem: null };
}

/** Whether what stands for the currency is pounds sterling. */
export function isPounds(currency: string): boolean {
  return /^(gbp|£|pounds?( sterling)?|sterling)$/i.test(currency.trim());
}
