import { wordsOf } from '../shared/search/fold.ts';
import { soundOf } from '../shared/search/sound.ts';
import { vocabularyOf, type KnownWord, type Vocabulary } from '../shared/search/similar-words.ts';
import type { Sql } from './sql.ts';

/** Whose words: children's names, or names and towns of schools. */
export type WordKind = 'name' | 'school';

/**
 * Keeps the words of names, once each. Nothing takes one out: a word that no record bears any more finds nobody. Each call makes a keeper for
 * one run of writes.
 */
export function wordKeeper(sql: Sql): () => (kind: WordKind, text: string) => void {
  const add = sql.prepare('INSERT OR IGNORE INTO search_word (kind, word, sound) VALUES (?, ?, ?)');
  return () => {
    const known = new Set<string>();
    return (kind, text) => {
      for (const word of wordsOf(text)) {
        if (known.has(word)) continue;
        known.add(word);
        if (word.length > 1 && !/\p{N}/u.test(word)) add.run(kind, word, soundOf(word));
      }
    };
  };
}

/** Reads the words kept. Words are only ever added, so each is read once, whichever connection wrote it. */
export function vocabularyReader(sql: Sql): (kind: WordKind) => Vocabulary {
  const after = sql.prepare(
    'SELECT id, word, sound FROM search_word WHERE kind = ? AND id > ? ORDER BY id',
  );
  const kept = new Map<WordKind, { readonly last: number; readonly vocabulary: Vocabulary }>();
  return (kind) => {
    const old = kept.get(kind);
    const rows = after.all(kind, old?.last ?? 0) as (KnownWord & { readonly id: number })[];
    const last = rows.at(-1)?.id;
    if (last === undefined) return old?.vocabulary ?? vocabularyOf([]);
    const vocabulary = vocabularyOf(rows, old?.vocabulary);
    // What a write under way has added may be taken back.
    if (!sql.inTransaction) kept.set(kind, { last, vocabulary });
    return vocabulary;
  };
}
