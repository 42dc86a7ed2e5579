/** Where a key moves to in a list of `count` rows; null for a key that moves nothing. `page` is rows in sight. */
export function moveTo(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}
