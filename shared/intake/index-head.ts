/** What the head of an index's file says: its title, the year that is 100, when it was published. */
import type { IsoDate } from '../calendar/dates.ts';
import { parseDate } from './parse-date.ts';
import type { RawTable } from './table.ts';

/** What a file says of its series. */
export interface IndexHead {
  readonly title: string;
  /** 0 where it does not say. */
  readonly base_year: number;
  /** '' where it does not say. */
  readonly released_on: IsoDate | '';
}

/** Lines looked at: the ONS download has seven before its years. */
const HEAD_LINES = 12;

const BASE = /\b((?:19|20)\d{2})\s*=\s*100\b/;

/** Reads the first lines of a table, headings among them. */
export function indexHead(table: RawTable, on: IsoDate): IndexHead {
  const lines = table.rows.slice(0, HEAD_LINES).map(({ cells }) => cells.map((cell) => cell.trim()));
  const value = (name: string): string =>
    lines.find(([label]) => label?.toLowerCase() === name)?.[1] ?? '';
  const all = lines.flat().find((cell) => BASE.test(cell)) ?? '';
  const read = parseDate(value('release date'), on);
  return {
    title: value('title'),
    base_year: Number(BASE.exec(all)?.[1] ?? 0),
    released_on: read.kind === 'date' ? read.date : '',
  };
} // prettier-ignore
