import type { SearchFit, SearchHit } from '../../shared/api/views/search.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { wordsOf } from '../../shared/search/fold.ts';
import { marksOf } from '../../shared/search/marks.ts';
import { similarWords, vocabularyOf } from '../../shared/search/similar-words.ts';
import { soundOf } from '../../shared/search/sound.ts';
import type { Sql } from '../sql.ts';

interface ProviderRow {
  readonly provider: string;
  readonly contracts: number;
}

function toHit(row: ProviderRow, fit: SearchFit, words: readonly string[]): SearchHit {
  return {
    kind: 'provider',
    id: row.provider,
    title: row.provider,
    marks: marksOf(row.provider, words),
    detail: formatQuantity(row.contracts, 'contract'),
    detail_marks: [],
    fit,
    why: null,
  };
}

/** Providers by the beginnings of their words, and by similar spellings. Some four hundred: they are looked through one by one. */
export function providerHits(sql: Sql) {
  const all = sql.prepare(
    // Those of the register alone run nothing so far.
    `SELECT provider, sum(contracts) AS contracts FROM (
       SELECT provider, 1 AS contracts FROM contract WHERE provider <> '' UNION ALL SELECT name, 0 FROM provider
     ) GROUP BY provider ORDER BY provider`,
  );
  const rows = (): readonly (ProviderRow & { readonly own: readonly string[] })[] =>
    (all.all() as ProviderRow[]).map((row) => ({ ...row, own: wordsOf(row.provider) }));
  return {
    exact: (words: readonly string[], limit: number): readonly SearchHit[] =>
      rows()
        .filter(({ own }) => words.every((word) => own.some((each) => each.startsWith(word))))
        .map((row) =>
          toHit(row, words.every((word) => row.own.includes(word)) ? 'name' : 'beginning', words),
        )
        .slice(0, limit),
    similar: (words: readonly string[], limit: number): readonly SearchHit[] => {
      const known = rows();
      const every = [...new Set(known.flatMap(({ own }) => own))];
      const vocabulary = vocabularyOf(every.map((word) => ({ word, sound: soundOf(word) })));
      const meant = words.map((word) => [
        ...every.filter((each) => each.startsWith(word)),
        ...similarWords(word, vocabulary).map((each) => each.word),
      ]);
      return known
        .filter(({ own }) => meant.every((list) => list.some((word) => own.includes(word))))
        .slice(0, limit)
        .map((row) => toHit(row, 'similar', meant.flat()));
    },
  };
}
