import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import type { Failure } from '../../../shared/kernel/result.ts';
import { call } from '../../bridge/bridge.ts';
import { useOnChange } from '../../state/channel.ts';
import type { ListQuery } from './list-query.ts';

/** Rows asked for at a time: what a screen shows, so that a letter typed brings no more than is looked at. */
const PAGE = 50;

interface Loaded {
  readonly key: string;
  readonly total: number;
  readonly similar: boolean;
  readonly pages: ReadonlyMap<number, readonly ApplicationRow[]>;
  readonly error: Failure | null;
}

/** The rows of a query, loaded in windows as they come in sight. The old rows stay until the new ones are there. */
export function useRows(query: ListQuery) {
  const key = JSON.stringify(query);
  const [loaded, setLoaded] = useState<Loaded>({
    key: '',
    total: 0,
    similar: false,
    pages: new Map(),
    error: null,
  });
  const asked = useRef({ key, pages: new Set<number>() });
  const sight = useRef<readonly [number, number]>([0, 0]);

  const ask = useCallback(
    async (page: number): Promise<void> => {
      const book = asked.current;
      if (book.key !== key || book.pages.has(page)) return;
      book.pages.add(page);
      const answer = await call('applications/query', {
        ...(JSON.parse(key) as ListQuery),
        offset: page * PAGE,
        limit: PAGE,
      });
      if (asked.current !== book) return;
      setLoaded((old) => {
        if (!answer.ok) return { ...old, key, error: answer.error };
        const pages = new Map(old.key === key ? old.pages : []);
        pages.set(page, answer.value.rows);
        const { total, similar } = answer.value;
        return { key, total, similar, pages, error: null };
      });
    },
    [key],
  );

  const askInSight = useCallback(() => {
    const [first, last] = sight.current;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1)
      void ask(page);
  }, [ask]);

  useEffect(() => {
    asked.current = { key, pages: new Set() };
    void ask(0);
  }, [key, ask]);

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
    (index: number): ApplicationRow | undefined =>
      pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    [pages],
  );
  return {
    total: loaded.total,
    /** Nobody is written as the text searched for; these are similar names. */
    similar: loaded.similar,
    error: loaded.error,
    loading: loaded.key === '',
    /** The query whose rows are shown. */
    shownKey: loaded.key,
    rowAt,
    onRange,
  };
}
