/** The bands of a personal transport budget (PTB). */

/** A band: up to a straight-line distance in miles, null for the last. Bands lie nearest first. */
export interface PtbBand {
  readonly under_miles: number | null;
  readonly pence_a_year: number;
}

/** Whether a value is bands, nearest first, the last without an edge. */
export function isPtbBands(value: unknown): value is readonly PtbBand[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isBand)) return false;
  const bands: readonly PtbBand[] = value;
  return bands.every(({ under_miles: edge }, at) => {
    const before = bands[at - 1]?.under_miles ?? -1;
    return at === bands.length - 1
      ? edge === null || edge > before
      : edge !== null && edge > before;
  });
}

function isBand(value: unknown): value is PtbBand {
  if (typeof value !== 'object' || value === null) return false;
  const { under_miles: edge, pence_a_year: sum } = value as Partial<Record<keyof PtbBand, unknown>>;
  return (
    Number.isInteger(sum) &&
    Number(sum) >= 0 &&
    Number(sum) <= 100_000_000 &&
    (edge === null || (typeof edge === 'number' && edge >= 0 && edge <= 1000))
  );
}

/**
 * Which band a straight line in miles lies in, by its place. Kent's words are "under 5", "5 to 10" and "over 10": exactly 5
 * is in the second band, and exactly 10 is too. So the first edge belongs to the band after it and the last to the one before it; of two
 * bands the edge belongs to the second, and edges between belong to the band after them.
 */
export function bandAt(bands: readonly PtbBand[], miles: number): number {
  const last = bands.length - 2;
  const found = bands.findIndex(({ under_miles: edge }, at) => {
    if (edge === null) return true;
    return at > 0 && at === last ? miles <= edge : miles < edge;
  });
  return found < 0 ? bands.length - 1 : found;
}
