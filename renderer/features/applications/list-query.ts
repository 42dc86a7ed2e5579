import { APPLICATION_SORTS } from '../../../shared/api/views/applications.ts';
import type { ApplicationSort } from '../../../shared/api/views/applications.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { hrefOf } from '../../state/place.ts';

/** The filter as the host takes it. */
export type Filter = Input<'applications/query'>['filter'];

/** What a list shows and in which order: kept in the address, so that Back and links work. */
export interface ListQuery {
  readonly filter: Filter;
  readonly sort: ApplicationSort;
  readonly descending: boolean;
}

/** The list as it opens: newest request first, only clients with a request are not singled out. */
export const DEFAULT_QUERY: ListQuery = { filter: {}, sort: 'name', descending: false };

function parseFilter(text: string | undefined): Filter {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    // The host checks every part of it.
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Reads the query of the address. */
export function queryOf(params: Readonly<Record<string, string>>): ListQuery {
  const sort = APPLICATION_SORTS.find((name) => name === params['sort']);
  return {
    filter: parseFilter(params['filter']),
    sort: sort ?? DEFAULT_QUERY.sort,
    descending: params['order'] === 'descending',
  };
}

/** Leaves out what is empty, so that equal filters have equal addresses. An officer of no name is nobody, and stays. */
export function tidy(filter: Filter): Filter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([part, value]) =>
        value !== undefined &&
        (value !== '' || part === 'officer') &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The address of a query, of the list or of a case opened from it. */
export function hrefOfQuery(query: ListQuery, path: readonly (string | number)[] = []): string {
  const filter = tidy(query.filter);
  return hrefOf('applications', path, {
    ...(Object.keys(filter).length === 0 ? {} : { filter: JSON.stringify(filter) }),
    ...(query.sort === DEFAULT_QUERY.sort ? {} : { sort: query.sort }),
    ...(query.descending ? { order: 'descending' } : {}),
  });
}
