import type { Travel } from '../../shared/geo/travel.ts';
import { estimatedTravel } from '../../shared/geo/travel.ts';

/** Seconds that a degree to the south takes more than one to the north: some two thirds as much again. */
const SOUTHWARD_S = 10_000;

/** Roads that are slower to the south, so that no way home is the way there turned round; no way about is quicker than the direct one. */
export function slowSouth(): Travel {
  const even = estimatedTravel({ factor: 1.4, speed_mps: 10.9 });
  return {
    source: 'slow to the south',
    table: (points) => {
      const table = even.table(points);
      const { n } = table;
      const durations = table.durations.map((seconds, at) => {
        const [from, to] = [points[Math.floor(at / n)], points[at % n]];
        return seconds + SOUTHWARD_S * Math.max(0, (from?.lat ?? 0) - (to?.lat ?? 0));
      });
      return { ...table, durations, byRoad: new Uint8Array(n).fill(1) };
    },
  };
}
