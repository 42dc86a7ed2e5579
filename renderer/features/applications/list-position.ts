import { useEffect, useState } from 'react';
import { call } from '../../bridge/bridge.ts';
import type { ListQuery } from './list-query.ts';

let position: { readonly query: string; readonly index: number } | null = null;

/** Notes where in which list a case was opened, so that previous and next go through that list. */
export function rememberPosition(query: ListQuery, index: number): void {
  position = { query: JSON.stringify(query), index };
}

/** Where in this list a person was, when they were in it. */
export function positionIn(query: ListQuery): number | undefined {
  return position?.query === JSON.stringify(query) ? position.index : undefined;
}

/** The neighbours of a client in the list it was opened from; null at its ends, or when it came from elsewhere. */
export interface Neighbours {
  readonly previous: number | null;
  readonly next: number | null;
  /** From 1; null when not known. */
  readonly place: number | null;
  readonly total: number;
}

const UNKNOWN: Neighbours = { previous: null, next: null, place: null, total: 0 };

/** A case that was dealt with left its list: the one that moved up into its place comes next. */
function closedUp(
  rows: readonly { readonly client_id: number }[],
  at: number,
  total: number,
): Neighbours {
  return {
    previous: rows[at - 1]?.client_id ?? null,
    next: rows[at]?.client_id ?? null,
    place: null,
    total,
  };
}

/** Asks for the rows around a case in its list. */
export function useNeighbours(query: ListQuery, clientId: number): Neighbours {
  const key = JSON.stringify(query);
  const [found, setFound] = useState<Neighbours>(UNKNOWN);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const index = position?.query === key ? position.index : 0;
      const offset = Math.max(0, index - 2);
      const answer = await call('applications/query', {
        ...(JSON.parse(key) as ListQuery),
        offset,
        limit: 5,
      });
      if (gone || !answer.ok) return;
      const { rows, total } = answer.value;
      const at = rows.findIndex((row) => row.client_id === clientId);
      if (at < 0) {
        setFound(position?.query === key ? closedUp(rows, index - offset, total) : UNKNOWN);
        return;
      }
      position = { query: key, index: offset + at };
      setFound({
        previous: rows[at - 1]?.client_id ?? null,
        next: rows[at + 1]?.client_id ?? null,
        place: offset + at + 1,
        total,
      });
    };
    void look();
    return () => {
      gone = true;
    };
  }, [key, clientId]);
  return found;
}
