import type { SearchFit, SearchHit } from '../../shared/api/views/search.ts';
import type { School } from '../../shared/model/school.ts';
import { wordsOf } from '../../shared/search/fold.ts';
import { marksOf } from '../../shared/search/marks.ts';
import { similarWords } from '../../shared/search/similar-words.ts';
import { beginning } from '../search-text.ts';
import { vocabularyReader } from '../search-words.ts';
import type { Sql } from '../sql.ts';
import type { SchoolsStore } from '../store.ts';

function fitOf(school: School, words: readonly string[]): SearchFit {
  const typed = words.join(' ');
  if (typed === String(school.urn)) return 'reference';
  const own = wordsOf(school.name);
  if (words.every((word) => word.length > 1 && own.includes(word))) return 'name';
  return words.every((word) => own.some((each) => each.startsWith(word))) ? 'beginning' : 'mention';
}

function toHit(school: School, fit: SearchFit, words: readonly string[]): SearchHit {
  const marks = marksOf(school.name, words);
  const closed = school.status === 'closed' ? 'closed' : '';
  const detail = [school.town, String(school.urn), closed].filter((part) => part !== '').join(', ');
  const unseen = words.filter((word) => marksOf(school.name, [word]).length === 0);
  const detail_marks = unseen.length === 0 ? [] : marksOf(detail, unseen);
  const postcode = marksOf(school.postcode, unseen);
  const isShown = marks.length + detail_marks.length > 0 || postcode.length === 0;
  return {
    kind: 'school',
    id: school.urn,
    title: school.name,
    marks,
    detail,
    detail_marks,
    fit,
    why: isShown ? null : { label: 'Postcode', text: school.postcode, marks: postcode },
  };
}

/** Schools by name, town, postcode and URN; and by similar spellings. */
export function schoolHits(sql: Sql, schools: SchoolsStore) {
  const vocabulary = vocabularyReader(sql);
  const any = sql
    .prepare('SELECT rowid FROM school_text WHERE school_text MATCH ? LIMIT ?')
    .pluck();
  return {
    exact: (typed: string, limit: number): readonly SearchHit[] => {
      const words = wordsOf(typed);
      return schools
        .search(typed, limit)
        .map((school) => toHit(school, fitOf(school, words), words));
    },
    similar: (words: readonly string[], limit: number): readonly SearchHit[] => {
      const meant = words.map((word) => [
        ...(any.all(beginning(word), 1).length > 0 ? [{ word, score: 0 }] : []),
        ...similarWords(word, vocabulary('school')),
      ]);
      if (meant.some((list) => list.length === 0)) return [];
      const expression = meant
        .map(
          (list) =>
            `(${list.map(({ word, score }) => (score === 0 ? beginning(word) : `"${word}"`)).join(' OR ')})`,
        )
        .join(' AND ');
      const marked = meant.flat().map(({ word }) => word);
      return (any.all(expression, limit) as number[])
        .map((urn) => schools.get(urn))
        .filter((school) => school !== null)
        .map((school) => toHit(school, 'similar', marked));
    },
  };
}
