import { SEARCH_FITS, type SearchHit } from '../../shared/api/views/search.ts';
import { wordsOf } from '../../shared/search/fold.ts';
import type { Sql } from '../sql.ts';
import type { SchoolsStore } from '../store.ts';
import { changeHits } from './change-hits.ts';
import { clientHits } from './client-hits.ts';
import { noteHits } from './note-hits.ts';
import { providerHits } from './provider-hits.ts';
import { registerHits } from './register-hits.ts';
import { routeHits } from './route-hits.ts';
import { schoolHits } from './school-hits.ts';
import { TOO_LITTLE, type TextSearch } from './text-search.ts';

const KINDS = ['client', 'school', 'route', 'provider', 'worker', 'vehicle', 'change'] as const;

/**
 * One box for everything: children, schools, routes, providers, their people and vehicles, the changes of a route, then what people wrote, then similar spellings, where little else
 * was found. Of every kind the likeliest first.
 */
export function searchReader(
  sql: Sql,
  schools: SchoolsStore,
  text: TextSearch,
): (typed: string, limit: number) => readonly SearchHit[] {
  const clients = clientHits(sql, text);
  const ofSchools = schoolHits(sql, schools);
  const routes = routeHits(sql);
  const providers = providerHits(sql);
  const register = registerHits(sql);
  const changes = changeHits(sql);
  const notes = noteHits(sql);
  return (typed, limit) => {
    const words = wordsOf(typed);
    if (words.length === 0) return [];
    const exact = [
      ...clients.exact(typed, limit),
      ...ofSchools.exact(typed, limit),
      ...routes.exact(typed, limit),
      ...providers.exact(words, limit),
      ...register(typed, limit),
      ...changes(typed, limit),
    ];
    const isKnown = exact.some(({ fit }) => fit === 'reference');
    const written = isKnown ? [] : notes(words, limit);
    const similar =
      isKnown || exact.length >= TOO_LITTLE
        ? []
        : [
            ...clients.similar(typed, limit),
            ...ofSchools.similar(words, limit),
            ...routes.similar(typed, limit),
            ...providers.similar(words, limit),
          ];
    return share(firstOfEach([...exact, ...written, ...similar]), limit);
  };
}

/** A child found by name and in a note stands once, by the better reason. */
function firstOfEach(found: readonly SearchHit[]): readonly SearchHit[] {
  const seen = new Set<string>();
  return found.filter(({ kind, id }) => {
    const key = `${kind} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The less the likelier. A title that shows what was typed comes before one that only has it somewhere. */
const worth = ({ fit, marks }: SearchHit): number =>
  SEARCH_FITS.indexOf(fit) + (marks.length > 0 ? 0 : 0.5);

/** Every kind gets its turn: the best of each first, so that many clients do not hide a school. Those that fit best lead. */
function share(found: readonly SearchHit[], limit: number): SearchHit[] {
  const groups = KINDS.map((kind) =>
    found.filter((hit) => hit.kind === kind).toSorted((a, b) => worth(a) - worth(b)),
  );
  const turns = groups
    .flatMap((group) => group.map((hit, place) => ({ hit, place })))
    .toSorted((a, b) => a.place - b.place || worth(a.hit) - worth(b.hit))
    .slice(0, limit);
  const kept = new Set(turns.map(({ hit }) => hit));
  return groups
    .map((group) => group.filter((hit) => kept.has(hit)))
    .filter((group) => group.length > 0)
    .toSorted((a, b) => Math.min(...a.map(worth)) - Math.min(...b.map(worth)))
    .flat();
}
