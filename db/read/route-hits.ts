import type { SearchFit, SearchHit } from '../../shared/api/views/search.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { readingOf } from '../../shared/search/codes.ts';
import { joined, wordsOf } from '../../shared/search/fold.ts';
import { marksOf } from '../../shared/search/marks.ts';
import type { Sql } from '../sql.ts';

interface RouteRow {
  readonly id: number;
  readonly ref: string;
  readonly school: string;
  readonly clients: number;
}

/** `%` and `_` are no wildcards in what a person typed. */
function likeStart(text: string): string {
  return `${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

const BARE = `replace(replace(r.ref, '-', ''), ' ', '')`;
const READ = `replace(replace(replace(lower(${BARE}), 'o', '0'), 'i', '1'), 'l', '1')`;

/** Routes of the plan in use by the beginning of their reference, with or without its separators; and as it was misread. */
export function routeHits(sql: Sql) {
  const found = (condition: string) =>
    sql.prepare(
      String.raw`SELECT r.id, r.ref, coalesce(s.name, k.school_given, '') AS school,
         (SELECT count(*) FROM plan_stop ps WHERE ps.route_id = r.id) AS clients
       FROM plan_route r LEFT JOIN school s ON s.urn = r.school_urn
         LEFT JOIN contract k ON k.id = r.contract_id
       WHERE r.plan_id = (SELECT id FROM plan WHERE status <> 'superseded') AND (${condition})
       ORDER BY r.ref LIMIT ?`,
    );
  const asTyped = found(String.raw`r.ref LIKE ? ESCAPE '\' OR ${BARE} LIKE ? ESCAPE '\'`);
  const asRead = found(`${READ} LIKE ?`);
  const toHit = (row: RouteRow, fit: SearchFit, typed: string): SearchHit => ({
    kind: 'route',
    id: row.id,
    title: row.ref,
    marks: marksOf(row.ref, [joined(typed)]),
    detail: [row.school, formatQuantity(row.clients, 'client')]
      .filter((part) => part !== '')
      .join(', '),
    detail_marks: [],
    fit,
    why: null,
  });
  return {
    exact: (typed: string, limit: number): readonly SearchHit[] =>
      (asTyped.all(likeStart(typed), likeStart(joined(typed)), limit) as RouteRow[]).map((row) =>
        toHit(row, joined(row.ref) === joined(typed) ? 'reference' : 'beginning', typed),
      ),
    similar: (typed: string, limit: number): readonly SearchHit[] => {
      const read = readingOf(wordsOf(typed).join(''));
      if (!/\d/.test(read)) return [];
      return (asRead.all(likeStart(read), limit) as RouteRow[]).map((row) =>
        toHit(row, 'similar', row.ref),
      );
    },
  };
}
