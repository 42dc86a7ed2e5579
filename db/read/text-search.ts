import { codeGuesses, isCode, readingOf, readWord } from '../../shared/search/codes.ts';
import { wordsOf } from '../../shared/search/fold.ts';
import { similarWords, type SimilarWord } from '../../shared/search/similar-words.ts';
import { beginning, searchExpression } from '../search-text.ts';
import { vocabularyReader } from '../search-words.ts';
import type { Sql } from '../sql.ts';

/** A way to read what was typed: for every word the known words it may stand for, each with its score (0: as typed). */
export type Reading = readonly ReadonlyMap<string, number>[];

/** Words that stand in for those typed, as a question to `client_text`. */
export interface SimilarSearch {
  readonly expression: string;
  /** The same with only the likeliest words. */
  readonly closest: string;
  /** The ways that the question allows; empty where a code was read another way. */
  readonly readings: readonly Reading[];
  /** Words to mark in what is found. */
  readonly words: readonly string[];
}

/** What was typed, as a question to `client_text`. `expression` null: nothing can be searched for. */
export interface ResolvedText {
  readonly expression: string | null;
  /** Nobody is written as typed, and similar names were searched for. */
  readonly similar: boolean;
}

/** Turns what a person typed into questions to the index of clients. */
export interface TextSearch {
  /** As typed; or, where that finds nobody at all, similar names. */
  readonly resolve: (text: string) => ResolvedText;
  /** What may have been meant; null where that finds nobody either. */
  readonly similar: (text: string) => SimilarSearch | null;
}

/** So many typed words at most are joined with their neighbour to try: `mac donald`. */
const JOINED_UP_TO = 4;

/** Below so many finds more is forgiven. */
export const TOO_LITTLE = 3;
/** Words of so few letters are scraps. */
const SCRAP = 2;

const KINDS = ['name', 'school'] as const;

const NONE: ReadonlyMap<string, number> = new Map();

const anyOf = (parts: readonly string[]): string => `(${parts.join(' OR ')})`;

/** Words this much worse than the likeliest are not among the closest. */
const CLOSE = 0.25;

function closestOf(meant: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const best = Math.min(...meant.values());
  return new Map([...meant].filter(([, score]) => score <= best + CLOSE));
}

/** The words as typed, and with each two neighbours as one. */
function splits(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > JOINED_UP_TO) return [words];
  const pairs = words
    .slice(1)
    .map((word, at) => [
      ...words.slice(0, at),
      `${words[at] ?? ''}${word}`,
      ...words.slice(at + 2),
    ]);
  return [words, ...pairs];
}

export function textSearch(sql: Sql): TextSearch {
  const any = sql.prepare('SELECT 1 FROM client_text WHERE client_text MATCH ? LIMIT 1').pluck();
  const count = sql.prepare('SELECT count(*) FROM client_text WHERE client_text MATCH ?').pluck();
  const finds = (expression: string): boolean => any.get(expression) === 1;
  const vocabulary = vocabularyReader(sql);

  const bySlip = (code: string): SimilarSearch | null => {
    const search = (expression: string, words: readonly string[]): SimilarSearch | null =>
      finds(expression) ? { expression, closest: expression, readings: [], words } : null;
    const read = readingOf(code);
    const misread = search(`{code} : ${beginning(readWord(code))}`, [read]);
    if (misread !== null) return misread;
    for (const guesses of codeGuesses(code)) {
      const quoted = guesses.map((guess) => `"${guess}"`);
      const slip = quoted.length === 0 ? null : search(`{code} : ${anyOf(quoted)}`, guesses);
      if (slip !== null) return slip;
    }
    return null;
  };

  // A question tries a word several times: alone, with others forgiven, beside a joined one.
  const met = new Map<string, readonly SimilarWord[]>();
  const alike = (word: string): readonly SimilarWord[] => {
    let found = met.get(word);
    if (found === undefined) {
      found = KINDS.flatMap((kind) => similarWords(word, vocabulary(kind)));
      met.set(word, found);
    }
    return found;
  };

  /** What one word may stand for. `forgiven`: also where it is written so somewhere. */
  const choices = (word: string, forgiven: boolean): ReadonlyMap<string, number> => {
    const exact = finds(beginning(word));
    const found = new Map<string, number>(exact ? [[word, 0]] : []);
    if (exact && !forgiven) return found;
    for (const { word: other, score } of alike(word)) {
      found.set(other, Math.min(score, found.get(other) ?? score));
    }
    return found;
  };

  const ask = (word: string, meant: ReadonlyMap<string, number>): string => {
    const code = isCode(word) ? [`{code} : ${beginning(readWord(word))}`] : [];
    const named = [...meant.keys()].map((other) =>
      other === word ? beginning(other) : `"${other}"`,
    );
    const parts = [...code, ...named];
    return parts.length === 0 ? beginning(word) : anyOf(parts);
  };
  const askAll = (split: readonly string[], reading: Reading): string =>
    split.map((word, at) => ask(word, reading[at] ?? NONE)).join(' AND ');

  const byWords = (words: readonly string[], forgiven: boolean): SimilarSearch | null => {
    const ways = splits(words)
      .map((split) => {
        const reading = split.map((word) => choices(word, forgiven));
        return { split, reading, question: askAll(split, reading) };
      })
      .filter(({ question }) => finds(question));
    if (ways.length === 0) return null;
    const readings = ways.map(({ reading }) => reading);
    return {
      expression: anyOf(ways.map(({ question }) => `(${question})`)),
      closest: anyOf(
        ways.map(({ split, reading }) => `(${askAll(split, reading.map(closestOf))})`),
      ),
      readings,
      words: [...new Set(readings.flat().flatMap((meant) => [...meant.keys()]))],
    };
  };

  /** First only words that nobody has are forgiven; where that finds too little, all. */
  const byName = (words: readonly string[]): SimilarSearch | null => {
    const some = byWords(words, false);
    if (some !== null && Number(count.get(some.expression)) >= TOO_LITTLE) return some;
    return byWords(words, true) ?? some;
  };

  const similar = (text: string): SimilarSearch | null => {
    met.clear();
    const words = wordsOf(text);
    const whole = words.join('');
    if (words.length === 0) return null;
    const slip = isCode(whole) ? bySlip(whole) : null;
    // A scrap of a word that nobody has must not hide who is meant by the others.
    const full = words.filter((word) => word.length > SCRAP || choices(word, false).size > 0);
    const isPart = full.length > 0 && full.length < words.length;
    return slip ?? byName(words) ?? (isPart ? byName(full) : null);
  };
  return {
    similar,
    resolve: (text) => {
      const expression = searchExpression(text);
      if (expression === null || finds(expression)) return { expression, similar: false };
      const other = similar(text);
      return { expression: other?.expression ?? expression, similar: other !== null };
    },
  };
}
