import { WEEKDAYS, type Weekday } from '../calendar/dates.ts';
import { words } from './normalise.ts';

const LETTERS: Readonly<Record<string, Weekday>> = {
  m: 'Mon',
  t: 'Tue',
  w: 'Wed',
  th: 'Thu',
  f: 'Fri',
};

/** `Mon-Fri`, `Mon, Tue & Thu`, `Monday to Wednesday`, `every day`, `MTWThF`, `5`; null where not understood. */
export function parseDays(text: string): readonly Weekday[] | null {
  const cell = words(text.replace(/[-–—]/g, ' to ')).replace(
    /\b(all|every|school) (school )?days?\b/g,
    'all',
  );
  if (/^(all|daily|full time|all week|everyday|5 days?|5)$/.test(cell)) return WEEKDAYS;
  return fromNames(cell) ?? fromLetters(text);
}

function fromNames(cell: string): readonly Weekday[] | null {
  const found = new Set<Weekday>();
  let from: Weekday | null = null;
  let last: Weekday | null = null;
  for (const word of cell.split(' ')) {
    if (word === 'to') {
      if (last === null) return null;
      from = last;
    } else if (!/^(and|only|am|pm)$/.test(word)) {
      const day = dayOf(word);
      if (day === null) return null;
      if (from !== null) for (const between of span(from, day)) found.add(between);
      found.add(day);
      from = null;
      last = day;
    }
  }
  return found.size === 0 || from !== null ? null : inOrder(found);
}

function fromLetters(text: string): readonly Weekday[] | null {
  const cell = text.toLowerCase().replace(/[^a-z]/g, '');
  if (!/^(m)?(t(?!h))?(w)?(th)?(f)?$/.test(cell) || cell === '') return null;
  const parts = cell.match(/th|[mtwf]/g) ?? [];
  return inOrder(new Set(parts.flatMap((part) => LETTERS[part] ?? [])));
}

function dayOf(word: string): Weekday | null {
  const start = word.slice(0, 3);
  const day = WEEKDAYS.find((each) => each.toLowerCase() === start);
  if (day === undefined) return null;
  return /^(mon(day)?|tues?(day)?|wed(s|nesday)?|thu(r|rs|rsday)?|fri(day)?)s?$/.test(word)
    ? day
    : null;
}

function span(from: Weekday, to: Weekday): readonly Weekday[] {
  return WEEKDAYS.slice(WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to) + 1);
}

function inOrder(found: ReadonlySet<Weekday>): readonly Weekday[] {
  return WEEKDAYS.filter((day) => found.has(day));
}
