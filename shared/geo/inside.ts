/** A closed line, [lat, lon, lat, lon, ...] or any two axes; the last point need not be the first again. */
export type ClosedLine = readonly number[];

/** Whether a point lies within closed lines by the even-odd rule, so that holes are outside. A point on a line may count either way. */
export function isInside(lines: readonly ClosedLine[], a: number, b: number): boolean {
  let inside = false;
  for (const line of lines) {
    let [pa, pb] = [line.at(-2) ?? 0, line.at(-1) ?? 0];
    for (let i = 0; i + 1 < line.length; i += 2) {
      const [qa, qb] = [line[i] ?? 0, line[i + 1] ?? 0];
      if (qb > b !== pb > b && a < ((pa - qa) * (b - qb)) / (pb - qb) + qa) inside = !inside;
      [pa, pb] = [qa, qb];
    }
  }
  return inside;
}
