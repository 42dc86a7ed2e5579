import type { SearchFit, SearchHit, SearchReason } from '../../shared/api/views/search.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { wordsOf } from '../../shared/search/fold.ts';
import { marksOf } from '../../shared/search/marks.ts';
import { readingOf } from '../../shared/search/codes.ts';
import { beginning, searchExpression } from '../search-text.ts';
import type { Sql } from '../sql.ts';
import type { Reading, SimilarSearch, TextSearch } from './text-search.ts';

interface ClientRow {
  readonly client_id: number;
  readonly ref: string;
  readonly application_ref: string;
  readonly name: string;
  readonly school: string;
  readonly date_of_birth: string | null;
  /** '' where the address is protected. */
  readonly postcode: string;
}

const ROW = `s.client_id, s.ref, s.application_ref, s.name, s.school, c.date_of_birth,
  CASE s.protected_address WHEN 1 THEN '' ELSE c.postcode END AS postcode`;

/** From so many finds on it is quicker to walk the names in order than to sort what was found. */
const MANY = 400;
/** So many similar names are weighed against one another. */
const WEIGHED = 120;

/** What tells a child from another of the same name. */
export function clientDetail(row: {
  readonly ref: string;
  readonly date_of_birth: string | null;
  readonly school: string;
}): string {
  const born = row.date_of_birth === null ? '' : `born ${formatDate(row.date_of_birth as IsoDate)}`;
  return [row.ref, born, row.school].filter((part) => part !== '').join(', ');
}

/** The first thing of a record that shows the words and does not stand on the line. */
function reasonOf(row: ClientRow, words: readonly string[]): SearchReason | null {
  const fields = [
    ['Application', row.application_ref === row.ref ? '' : row.application_ref],
    ['Postcode', row.postcode],
  ] as const;
  for (const [label, text] of fields) {
    const marks = marksOf(text, words);
    if (marks.length > 0) return { label, text, marks };
  }
  return null;
}

function toHit(row: ClientRow, fit: SearchFit, words: readonly string[]): SearchHit {
  const title = row.name === '' ? row.ref : row.name;
  const marks = marksOf(title, words);
  const detail = clientDetail(row);
  // What the line already shows needs no other reason.
  const unseen = words.filter((word) => marksOf(title, [word]).length === 0);
  const detail_marks = unseen.length === 0 ? [] : marksOf(detail, unseen);
  const isShown =
    unseen.every((word) => marksOf(detail, [word]).length > 0) ||
    (fit === 'similar' && marks.length + detail_marks.length > 0);
  return {
    kind: 'client',
    id: row.client_id,
    title,
    marks,
    detail,
    detail_marks,
    fit,
    why: isShown ? null : reasonOf(row, words),
  };
}

/** One of the words, whichever, begins the surname, and the others stand anywhere in the name. */
function surnameFirst(words: readonly string[], ask: (word: string) => string): string {
  const ways = words.map((_, first) =>
    words.map((word, at) => `${at === first ? '^' : ''}${ask(word)}`).join(' AND '),
  );
  return `{name} : (${ways.map((way) => `(${way})`).join(' OR ')})`;
}

/** How far a record is from what was typed: over the readings the least sum of the best word for each typed one. */
function distanceOf(row: ClientRow, readings: readonly Reading[]): number {
  const own = [...wordsOf(row.name), ...wordsOf(row.name.replaceAll(/['’-]/g, ''))];
  const others = wordsOf(row.school);
  const best = (meant: ReadonlyMap<string, number>): number => {
    let least = 9;
    for (const [word, score] of meant) {
      const at = own.findIndex((each) => each === word || (score === 0 && each.startsWith(word)));
      if (at >= 0) least = Math.min(least, score + (at === 0 ? 0 : 0.1));
      else if (others.some((each) => each.startsWith(word))) least = Math.min(least, score + 0.5);
    }
    return least;
  };
  return Math.min(
    ...readings.map((reading) => reading.reduce((sum, meant) => sum + best(meant), 0)),
  );
}

/** Children by reference, name, postcode and school; and by similar spellings. */
export function clientHits(sql: Sql, search: TextSearch) {
  const count = sql.prepare('SELECT count(*) FROM client_text WHERE client_text MATCH ?').pluck();
  const found = (plus: string) =>
    sql.prepare(
      `SELECT ${ROW} FROM client_state s JOIN client c ON c.id = s.client_id
       WHERE ${plus}s.client_id IN (SELECT rowid FROM client_text WHERE client_text MATCH ?)
       ORDER BY s.name_key, s.client_id LIMIT ?`,
    );
  const sorted = found('');
  const walked = found('+');
  const rows = (expression: string, limit: number): ClientRow[] => {
    const many = Number(count.get(expression)) > MANY;
    return (many ? walked : sorted).all(expression, limit) as ClientRow[];
  };

  const exact = (typed: string, limit: number): readonly SearchHit[] => {
    const words = wordsOf(typed);
    const everything = searchExpression(typed);
    if (everything === null) return [];
    const whole = words.join('');
    const steps: (readonly [SearchFit, string])[] = [
      ...(/\d/.test(whole) ? [['reference', `{code} : "${whole}"`] as const] : []),
      ['name', surnameFirst(words, (word) => `"${word}"`)],
      ['name', `{name} : (${words.map((word) => `"${word}"`).join(' AND ')})`],
      ['beginning', surnameFirst(words, beginning)],
      ['beginning', `{name} : (${words.map(beginning).join(' AND ')})`],
      ['mention', everything],
    ];
    const hits = new Map<number, SearchHit>();
    for (const [fit, expression] of steps) {
      if (hits.size >= limit) break;
      for (const row of rows(expression, limit)) {
        if (!hits.has(row.client_id)) hits.set(row.client_id, toHit(row, fit, words));
      }
    }
    return [...hits.values()].slice(0, limit);
  };

  const ranked = (other: SimilarSearch, limit: number): readonly ClientRow[] => {
    const closest = rows(other.closest, WEIGHED);
    if (other.readings.length === 0) return closest.slice(0, limit);
    const near = closest.length >= limit ? [] : rows(other.expression, WEIGHED);
    const known = new Set(closest.map(({ client_id }) => client_id));
    return [...closest, ...near.filter(({ client_id }) => !known.has(client_id))]
      .map((row) => ({ row, far: distanceOf(row, other.readings) }))
      .toSorted((a, b) => a.far - b.far)
      .slice(0, limit)
      .map(({ row }) => row);
  };

  return {
    exact,
    similar: (typed: string, limit: number): readonly SearchHit[] => {
      const other = search.similar(typed);
      if (other === null) return [];
      // A code as it was misread is marked where it stands as written.
      return ranked(other, limit).map((row) => {
        const codes = [row.ref, row.application_ref, row.postcode].map((code) =>
          wordsOf(code).join(''),
        );
        const meant = other.words.flatMap((word) => [
          word,
          ...codes.filter((code) => readingOf(code).startsWith(word)),
        ]);
        return toHit(row, 'similar', meant);
      });
    },
  };
}
