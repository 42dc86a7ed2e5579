import { hrefOf } from '../../state/place.ts';

/** The list of notices, narrowed: `show` overdue, open, told; a route's or a child's own. */
export function hrefOfNotices(params: Readonly<Record<string, string>> = {}): string {
  return hrefOf('routes', ['notices'], params);
}

/** One change with every child and notice. */
export function hrefOfEvent(event_id: number): string {
  return hrefOf('routes', ['notices', event_id]);
}
