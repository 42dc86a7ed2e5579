import { useCallback, useMemo } from 'react';
import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import { call } from '../../bridge/bridge.ts';
import { clearMarks, setMarks, useMarks, useMarksOf } from '../../state/marks.ts';
import { notifyFailure } from '../../state/notices.ts';
import type { ListMarks } from '../../ui/data-list.tsx';
import type { ListQuery } from './list-query.ts';

/** The list that marks belong to: what it holds, not how it is ordered. */
export function listKey(query: ListQuery): string {
  return JSON.stringify(query.filter);
}

async function idsOf(query: ListQuery): Promise<readonly number[]> {
  const answer = await call('applications/ids', query);
  if (answer.ok) return answer.value;
  notifyFailure(answer.error);
  return [];
}

/** Boxes before the rows: one, a range, or all that match, loaded or not. */
export function useListMarks(query: ListQuery, total: number): ListMarks<ApplicationRow> {
  const list = listKey(query);
  const ids = useMarksOf(list);
  const key = JSON.stringify(query);
  const onAll = useCallback(async (): Promise<void> => {
    if (ids.size === total && total > 0) clearMarks();
    else setMarks(list, await idsOf(JSON.parse(key) as ListQuery), null);
  }, [ids, total, list, key]);
  const onMark = useCallback(
    async (row: ApplicationRow, index: number, kind: 'toggle' | 'range'): Promise<void> => {
      const { anchor } = useMarks.getState();
      const now = new Set(useMarks.getState().list === list ? useMarks.getState().ids : []);
      if (kind === 'range' && anchor !== null) {
        const all = await idsOf(JSON.parse(key) as ListQuery);
        for (const id of all.slice(Math.min(anchor, index), Math.max(anchor, index) + 1))
          now.add(id);
        setMarks(list, now, anchor);
        return;
      }
      if (!now.delete(row.client_id)) now.add(row.client_id);
      setMarks(list, now, index);
    },
    [list, key],
  );
  return useMemo(
    () => ({
      has: (row) => ids.has(row.client_id),
      all: ids.size === 0 ? 'none' : ids.size >= total ? 'all' : 'some',
      nameOf: (row) => (row.name === '' ? row.ref : row.name),
      onMark: (row, index, kind) => void onMark(row, index, kind),
      onAll: () => void onAll(),
    }),
    [ids, total, onMark, onAll],
  );
}
