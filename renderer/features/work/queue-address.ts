import type { ApplicationFilter } from '../../../shared/api/views/applications.ts';
import { hrefOfQuery, type Filter } from '../applications/list-query.ts';

/** The address of a queue, in the order of what to do next. */
export function hrefOfQueue(filter: ApplicationFilter): string {
  return hrefOfQuery({ filter: filter as Filter, sort: 'next', descending: false }, ['work']);
}
