import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { parseDate } from '../../../shared/intake/parse-date.ts';

/** A date as it is typed on paper, or null where it is none. `on` settles the century. */
export function typedDate(text: string, on: IsoDate): IsoDate | null {
  const read = parseDate(text, on);
  return read.kind === 'date' && !read.serial ? read.date : null;
}
