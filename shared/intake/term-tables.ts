/** Tables of term dates with a column a term, as councils and trusts publish them, turned into a span a line. */
import { compact, words } from './normalise.ts';
import type { RawRow, RawTable } from './table.ts';

/** Headings of the table that comes out; `term-dates` reads them. */
const HEADINGS = ['School', 'URN', 'Label', 'Kind', 'From', 'To', 'Year groups'] as const;

/** How far down the headings are looked for. */
const HEADING_SEARCH = 40;
/** Fewer columns with dates are no table of terms. */
const LEAST_COLUMNS = 2;

const START =
  /\b(start|starts|begin|begins|beginning|from|first day|opens|open|commences|return|returns)\b/;
const END = /\b(end|ends|ending|to|finish|finishes|last day|closes|until|breaks? up)\b/;
const CLOSED =
  /\b(inset|closed|closure|training|staff day|non pupil|development day|half term(?! \d)|holidays?)\b/;
const TERM = /\b(term|autumn|spring|summer|michaelmas|lent)\b/;
const YEARS = /\b(?:years?|yrs?|y)\s*(\d{1,2})(?:\s*(?:-|to|and|&)\s*(\d{1,2}))?\b|\breception\b/;

type Edge = 'from' | 'to' | 'both';

/** What a column of dates is about. */
interface DateColumn {
  readonly at: number;
  /** Columns of one term share it. */
  readonly label: string;
  readonly edge: Edge;
  readonly kind: 'term' | 'closed' | 'starts';
  readonly year_groups: string;
}

function columnOf(heading: string, at: number): DateColumn | null {
  const text = words(heading.replaceAll(/[–—]/gu, '-'));
  if (text === '') return null;
  const years = YEARS.exec(heading.toLowerCase().replaceAll(/[–—]/gu, '-'));
  if (years !== null && START.test(text)) {
    const [from, to] = [years[1] ?? 'R', years[2]];
    const year_groups = to === undefined ? from : `${from}-${to}`;
    return { at, label: heading.trim(), edge: 'both', kind: 'starts', year_groups };
  }
  const isClosed = CLOSED.test(text);
  if (!isClosed && !TERM.test(text)) return null;
  const edge: Edge = START.test(text) ? 'from' : END.test(text) ? 'to' : 'both';
  const label = edge === 'both' ? heading.trim() : bare(heading);
  return { at, label, edge, kind: isClosed ? 'closed' : 'term', year_groups: '' };
}

/** The heading without the word that says which edge it is: `Term 1 start date` and `End of term 1` are both `Term 1`. */
function bare(heading: string): string {
  const left = heading
    .toLowerCase()
    .replaceAll(new RegExp(`${START.source}|${END.source}`, 'gu'), ' ')
    .replaceAll(/\b(date|dates|of|day|on|the)\b|[():-]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return left.charAt(0).toUpperCase() + left.slice(1);
}

const isSchool = (heading: string): boolean =>
  /^(school|schoolname|establishment|establishmentname|setting|academy|name|college)$/u.test(compact(heading)); // prettier-ignore
const isUrn = (heading: string): boolean => /^(urn|schoolurn|establishmenturn|schoolcode)$/u.test(compact(heading)); // prettier-ignore

interface Heading {
  readonly index: number;
  readonly dates: readonly DateColumn[];
  readonly school: number;
  readonly urn: number;
}

/** The line with the most columns of dates; null where the table is no such table. */
function headingOf(table: RawTable): Heading | null {
  let best: Heading | null = null;
  for (const [index, row] of table.rows.slice(0, HEADING_SEARCH).entries()) {
    const dates = row.cells.flatMap((cell, at) => columnOf(cell, at) ?? []);
    if (dates.length < LEAST_COLUMNS || dates.length <= (best?.dates.length ?? 0)) continue;
    // Sentences with dates in them are no headings.
    if (row.cells.some((cell) => cell.trim().length > 60)) continue;
    best = {
      index,
      dates,
      school: row.cells.findIndex(isSchool),
      urn: row.cells.findIndex(isUrn),
    };
  }
  return best;
}

/** Several days or spans in one cell: `4 Sep 2026; 23 Oct 2026`, `2 Sep 2026 - 23 Oct 2026`. */
function spansIn(cell: string): readonly (readonly [from: string, to: string])[] {
  return cell
    .split(/[;\n]|\s+(?:and|&)\s+|,(?=\s*\d)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split(/\s+(?:-|–|—|to|until)\s+/u);
      return [from.trim(), to.trim()] as const;
    });
}

/** The spans of one line, each a line of its own under the same number. */
function linesOf(row: RawRow, heading: Heading): readonly RawRow[] {
  const cell = (at: number): string => (at < 0 ? '' : (row.cells[at] ?? '').trim());
  const head = [cell(heading.school), cell(heading.urn)];
  const made: RawRow[] = [];
  const add = (column: DateColumn, from: string, to: string): void => {
    if (from === '' && to === '') return;
    const { label, kind, year_groups } = column;
    const word = kind === 'term' ? 'Term' : kind === 'closed' ? 'Closed' : 'First day';
    made.push({ line: row.line, cells: [...head, label, word, from, to, year_groups] });
  };
  const ends = new Map<string, DateColumn>();
  for (const column of heading.dates) if (column.edge === 'to') ends.set(key(column), column);
  for (const column of heading.dates) {
    if (column.edge === 'both') {
      for (const [from, to] of spansIn(cell(column.at))) add(column, from, to);
    } else if (column.edge === 'from') {
      const end = ends.get(key(column));
      ends.delete(key(column));
      add(column, cell(column.at), end === undefined ? '' : cell(end.at));
    }
  }
  // An end without its start is told of by the reader: the line has no first day.
  for (const column of ends.values()) add(column, '', cell(column.at));
  return made;
}

const key = ({ label, kind }: DateColumn): string => `${kind} ${compact(label)}`;

/** Whether a table has a first day a line already: then it is read as it is. */
function isLong(table: RawTable): boolean {
  return table.rows
    .slice(0, HEADING_SEARCH)
    .some(({ cells }) =>
      cells.some((cell) => /^(from|fromdate|startdate|start|date)$/u.test(compact(cell))),
    );
}

/** A table with a column a term as one with a span a line; null where it is not of that kind. Lines keep their numbers. */
export function longTermTable(table: RawTable): RawTable | null {
  if (isLong(table)) return null;
  const heading = headingOf(table);
  if (heading === null) return null;
  const rows = table.rows.slice(heading.index + 1).flatMap((row) => linesOf(row, heading));
  if (rows.length === 0) return null;
  const line = table.rows[heading.index]?.line ?? 0;
  return {
    ...table,
    format: `${table.format}, a column a term`,
    rows: [{ line, cells: HEADINGS }, ...rows],
  };
}
