import { useMemo, useState } from 'react';
import type { RouteRow } from '../../../shared/api/views/plan.ts';
import type { ListMarks } from '../../ui/data-list.tsx';

/** Boxes before routes: which are marked among those shown. A mark out of sight does not count. */
export function useRouteMarks(shown: readonly RouteRow[]): {
  readonly marks: ListMarks<RouteRow>;
  readonly marked: readonly string[];
  readonly clear: () => void;
} {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set());
  const [anchor, setAnchor] = useState<number | null>(null);
  return useMemo(() => {
    const rows = shown.filter((row) => ids.has(row.id));
    const onMark = (row: RouteRow, index: number, kind: 'toggle' | 'range'): void => {
      const next = new Set(ids);
      if (kind === 'range' && anchor !== null) {
        for (const each of shown.slice(Math.min(anchor, index), Math.max(anchor, index) + 1)) next.add(each.id); // prettier-ignore
      } else {
        if (!next.delete(row.id)) next.add(row.id);
        setAnchor(index);
      }
      setIds(next);
    };
    const all = rows.length === 0 ? 'none' : rows.length === shown.length ? 'all' : 'some';
    return {
      marked: rows.map((row) => row.ref),
      clear: () => {
        setIds(new Set());
      },
      marks: {
        has: (row) => ids.has(row.id),
        all,
        nameOf: (row) => `route ${row.ref}`,
        onMark,
        onAll: () => {
          setIds(new Set(all === 'all' ? [] : shown.map((row) => row.id)));
        },
      },
    };
  }, [shown, ids, anchor]);
}
