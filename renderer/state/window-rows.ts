/** Rows of a list of any length, loaded in windows as they come in sight. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../../shared/kernel/result.ts';
import { useOnChange } from './channel.ts';

/** Rows asked for at a time: what a screen shows, so that a letter typed brings no more than is looked at. */
const PAGE = 50;

/** What the host answers for a window. */
export interface WindowAnswer<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
  /** Nothing is written as the text searched for; these are similar. */
  readonly similar?: boolean;
}

interface Loaded<Row> {
  readonly key: string;
  readonly total: number;
  readonly similar: boolean;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  readonly error: Failure | null;
}

/**
 * The rows of a query. `ask` brings one window; it must be stable, and gets the query as `key` names it. The old rows stay until the new
 * ones are there.
 */
export function useWindowRows<Row>(
  key: string,
  ask: (key: string, offset: number, limit: number) => Promise<Result<WindowAnswer<Row>>>,
) {
  const [loaded, setLoaded] = useState<Loaded<Row>>({
    key: '',
    total: 0,
    similar: false,
    pages: new Map(),
    error: null,
  });
  const asked = useRef({ key, pages: new Set<number>() });
  const sight = useRef<readonly [number, number]>([0, 0]);

  const askPage = useCallback(
    async (page: number): Promise<void> => {
      const book = asked.current;
      if (book.key !== key || book.pages.has(page)) return;
      book.pages.add(page);
      const answer = await ask(key, page * PAGE, PAGE);
      if (asked.current !== book) return;
      setLoaded((old) => {
        if (!answer.ok) return { ...old, key, error: answer.error };
        const pages = new Map(old.key === key ? old.pages : []);
        pages.set(page, answer.value.rows);
        const { total, similar = false } = answer.value;
        return { key, total, similar, pages, error: null };
      });
    },
    [key, ask],
  );

  const askInSight = useCallback(() => {
    const [first, last] = sight.current;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
      void askPage(page);
  }, [askPage]);

  useEffect(() => {
    asked.current = { key, pages: new Set() };
    void askPage(0);
  }, [key, askPage]);

  useOnChange(
    useCallback(() => {
      asked.current = { key, pages: new Set() };
      askInSight();
    }, [key, askInSight]),
  );

  const onRange = useCallback(
    (first: number, last: number) => {
      sight.current = [first, last];
      askInSight();
    },
    [askInSight],
  );
  const { pages } = loaded;
  const rowAt = useCallback(
    (index: number): Row | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    [pages],
  );
  return {
    total: loaded.total,
    /** Nothing is written as the text searched for; these are similar. */
    similar: loaded.similar,
    error: loaded.error,
    loading: loaded.key === '',
    /** The query whose rows are shown. */
    shownKey: loaded.key,
    rowAt,
    onRange,
  };
}
