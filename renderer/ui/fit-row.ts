/** Which of the items in a row fit into its width; the others go behind a button at its end. */

/** Widths in pixels. */
export interface Row {
  readonly widths: readonly number[];
  /** Between two items. */
  readonly gap: number;
  /** Of the whole row. */
  readonly room: number;
  /** Of the button that leads to what does not fit. */
  readonly more: number;
  /** The one that is always shown; -1 for none. */
  readonly chosen: number;
}

/**
 * Places of the items that are shown, in their order. All where all fit; else as many from the left as leave room for the button, the chosen
 * one among them in the place of the last. One is always shown.
 */
export function fitRow({ widths, gap, room, more, chosen }: Row): readonly number[] {
  const all = widths.map((_, at) => at);
  const widthOf = (places: readonly number[]): number =>
    places.reduce((sum, at) => sum + (widths[at] ?? 0), 0) + gap * Math.max(0, places.length - 1);
  if (widthOf(all) <= room) return all;
  const shownOf = (count: number): readonly number[] => {
    const first = all.slice(0, count);
    return chosen < 0 || first.includes(chosen) ? first : [...all.slice(0, count - 1), chosen];
  };
  for (let count = all.length - 1; count > 1; count--)
    if (widthOf(shownOf(count)) + gap + more <= room) return shownOf(count);
  return shownOf(1);
}
