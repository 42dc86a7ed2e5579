import { useEffect, useRef, type RefObject } from 'react';

/** A row that a key went to before it was loaded. */
interface Awaited {
  readonly index: number;
  readonly opens: boolean;
}

/** Chooses, or opens, the awaited row as soon as it is there; null where none is awaited. */
export function useAwaitedRow<Row>(list: {
  readonly rowAt: (index: number) => Row | undefined;
  readonly onSelect: (row: Row, index: number) => void;
  readonly onOpen?: (row: Row, index: number) => void;
}): RefObject<Awaited | null> {
  const awaited = useRef<Awaited | null>(null);
  useEffect(() => {
    const due = awaited.current;
    const row = due === null ? undefined : list.rowAt(due.index);
    if (due === null || row === undefined) return;
    awaited.current = null;
    list.onSelect(row, due.index);
    if (due.opens) list.onOpen?.(row, due.index);
  });
  return awaited;
}
