import type { SearchHit, SearchReason } from '../../shared/api/views/search.ts';
import { withinSentence } from '../../shared/model/words.ts';
import { hasWords, marksOf } from '../../shared/search/marks.ts';
import { beginning } from '../search-text.ts';
import type { Sql } from '../sql.ts';
import { clientDetail } from './client-hits.ts';
import { noteSources, type WrittenText } from './note-sources.ts';

interface Person {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly date_of_birth: string | null;
  readonly protected_address: number;
  /** Where the child lives. */
  readonly home: string;
}

/** Shorter words are in every note. */
const SHORTEST = 3;
/** Letters shown of what was written, with the first word found among them. */
const SHOWN = 90;
const BEFORE = 24;

/** The texts that show the words: one that shows them all, or those that do together. */
function telling(texts: readonly WrittenText[], words: readonly string[]): readonly WrittenText[] {
  const whole = texts.find(({ text }) => hasWords(text, words));
  if (whole !== undefined) return [whole];
  const chosen: WrittenText[] = [];
  let left = words;
  for (const each of texts) {
    const rest = left.filter((word) => !hasWords(each.text, [word]));
    if (rest.length < left.length) chosen.push(each);
    left = rest;
  }
  return chosen;
}

/** The part of a text around its first mark, cut at spaces, on one line. */
function cut(text: string, words: readonly string[], room: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const at = marksOf(line, words)[0]?.[0] ?? 0;
  const start = at <= BEFORE ? 0 : line.lastIndexOf(' ', at - BEFORE) + 1;
  const end = line.length <= start + room ? line.length : line.lastIndexOf(' ', start + room);
  const to = end <= at ? Math.min(line.length, start + room) : end;
  return `${start > 0 ? '… ' : ''}${line.slice(start, to)}${to < line.length ? ' …' : ''}`;
}

function excerpt(texts: readonly WrittenText[], words: readonly string[]): SearchReason {
  const [first, ...more] = texts.map(({ label }, index) =>
    index === 0 ? label : withinSentence(label),
  );
  const room = Math.floor(SHOWN / texts.length);
  const text = texts.map((each) => cut(each.text, words, room)).join('; ');
  return { label: [first, ...more].join(' and '), text, marks: marksOf(text, words) };
}

/** What was written about a protected child may tell where it lives, and stays on its case. */
function unseen(texts: readonly WrittenText[]): SearchReason {
  const [first] = texts;
  return { label: first?.label ?? '', text: 'not shown here, the address is protected', marks: [] };
}

/** Children by what people wrote about them: notes, the form's free text, reasons of decisions. The newest first. */
export function noteHits(
  sql: Sql,
): (words: readonly string[], limit: number) => readonly SearchHit[] {
  const found = sql
    .prepare('SELECT rowid FROM note_text WHERE note_text MATCH ? ORDER BY rowid DESC LIMIT ?')
    .pluck();
  const person = sql.prepare(
    `SELECT s.client_id, s.ref, s.name, s.school, s.protected_address, c.date_of_birth,
       c.home_address || ' ' || c.postcode || ' ' || c.second_address || ' ' || c.second_postcode AS home
     FROM client_state s JOIN client c ON c.id = s.client_id WHERE s.client_id = ?`,
  );
  const sources = noteSources(sql);

  const hitOf = (texts: readonly WrittenText[], words: readonly string[]): SearchHit | null => {
    const row = person.get(texts[0]?.client_id ?? 0) as Person | undefined;
    const shown = telling(texts, words);
    if (row === undefined || shown.length === 0) return null;
    // Somebody may have written down where a protected child lives: it is not found by that either.
    if (row.protected_address === 1 && words.some((word) => hasWords(row.home, [word])))
      return null;
    return {
      kind: 'client',
      id: row.client_id,
      title: row.name === '' ? row.ref : row.name,
      marks: [],
      detail: clientDetail(row),
      detail_marks: [],
      fit: 'note',
      why: row.protected_address === 1 ? unseen(shown) : excerpt(shown, words),
    };
  };

  return (words, limit) => {
    if (words.every((word) => word.length < SHORTEST)) return [];
    const expression = words.map(beginning).join(' AND ');
    const hits = new Map<number | string, SearchHit>();
    for (const rowid of found.all(expression, limit * 2) as number[]) {
      const hit = hitOf(sources(rowid), words);
      if (hit !== null && !hits.has(hit.id)) hits.set(hit.id, hit);
      if (hits.size >= limit) break;
    }
    return [...hits.values()];
  };
}
