import { useCallback, useMemo, useState } from 'react';
import type { ListMarks } from '../../ui/data-list.tsx';

/** Boxes before the rows of a list that is here whole: one, a range, or all that are shown. */
export function useRowMarks<Row extends { readonly id: number }>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): { readonly marks: ListMarks<Row>; readonly marked: readonly Row[]; readonly clear: () => void } {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const [anchor, setAnchor] = useState<number | null>(null);
  // Only what is shown counts: nothing out of sight is changed.
  const marked = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  const onMark = useCallback(
    (row: Row, index: number, kind: 'toggle' | 'range'): void => {
      setIds((before) => {
        const now = new Set(before);
        if (kind === 'range' && anchor !== null)
          for (const each of rows.slice(Math.min(anchor, index), Math.max(anchor, index) + 1))
            now.add(each.id);
        else if (!now.delete(row.id)) now.add(row.id);
        return now;
      });
      if (kind === 'toggle') setAnchor(index);
    },
    [rows, anchor],
  );
  const all = marked.length === 0 ? 'none' : marked.length === rows.length ? 'all' : 'some';
  const clear = useCallback(() => {
    setIds(new Set());
  }, []);
  const marks = useMemo(
    (): ListMarks<Row> => ({
      has: ({ id }) => ids.has(id),
      all,
      nameOf,
      onMark,
      onAll: () => {
        setIds(all === 'all' ? new Set() : new Set(rows.map(({ id }) => id)));
      },
    }),
    [ids, all, nameOf, onMark, rows],
  );
  return { marks, marked, clear };
}
