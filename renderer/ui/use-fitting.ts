import { useCallback, useLayoutEffect, useState } from 'react';
import { fitRow } from './fit-row.ts';
import { useWidth } from './use-width.ts';

/** What the button to the rest takes: `More` with its arrow, pixels. */
const MORE = 84;

interface Measured {
  readonly of: string;
  readonly widths: readonly number[];
  readonly gap: number;
  readonly room: number;
}

/** Items are marked `data-fit`; the gap is that of the list they stand in. */
function measure(row: HTMLElement, of: string): Measured {
  const items = [...row.querySelectorAll('[data-fit]')];
  const own = getComputedStyle(row);
  const list = items[0]?.parentElement ?? row;
  return {
    of,
    widths: items.map((item) => item.getBoundingClientRect().width),
    gap: Number.parseFloat(getComputedStyle(list).columnGap) || 0,
    room:
      row.clientWidth - Number.parseFloat(own.paddingLeft) - Number.parseFloat(own.paddingRight),
  };
}

/**
 * Which items of a row to show. All are drawn once to be measured, and again when labels, room or typeface change; until then none is left
 * out. `ref` is for the row, which holds the items and the button to the rest.
 */
export function useFitting(
  labels: readonly string[],
  chosen: number,
): { readonly ref: (element: HTMLElement | null) => void; readonly shown: readonly number[] } {
  const [watchWidth, room] = useWidth();
  const [row, setRow] = useState<HTMLElement | null>(null);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const of = `${room} ${labels.join('\n')}`;
  const ref = useCallback(
    (element: HTMLElement | null) => {
      setRow(element);
      return watchWidth(element);
    },
    [watchWidth],
  );
  const isMeasured = measured?.of === of;
  useLayoutEffect(() => {
    // What is measured is what was just drawn: before the paint, so that nobody sees it.
    // oxlint-disable-next-line react/set-state-in-effect
    if (row !== null && !isMeasured) setMeasured(measure(row, of));
  }, [row, isMeasured, of]);
  useLayoutEffect(() => {
    let isHere = true;
    const remeasure = async (): Promise<void> => {
      await document.fonts.ready;
      if (isHere) setMeasured(null);
    };
    void remeasure();
    return () => {
      isHere = false;
    };
  }, []);
  if (!isMeasured) return { ref, shown: labels.map((_, at) => at) };
  return { ref, shown: fitRow({ ...measured, more: MORE, chosen }) };
}
