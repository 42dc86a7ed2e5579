import type { Position } from '../../geo/position.ts';
import type { Travel } from '../../geo/travel.ts';
import type { EmptyWay } from './chain-times.ts';

/** A way between a school and a home, one way or the other. */
export interface WayAsked {
  readonly school: Position;
  readonly home: Position;
  readonly to: 'home' | 'school';
}

/** Homes in one table; tables grow with the square. */
const HOMES = 120;

/** The ways asked for, in their order; measured school by school, since a table answers many homes at once. Up to whole seconds and metres. */
export function emptyWays(travel: Travel, asked: readonly WayAsked[]): readonly EmptyWay[] {
  const bySchool = new Map<string, Map<string, number[]>>();
  asked.forEach(({ school, home }, i) => {
    const homes = bySchool.get(keyOf(school)) ?? new Map<string, number[]>();
    bySchool.set(keyOf(school), homes);
    homes.set(keyOf(home), [...(homes.get(keyOf(home)) ?? []), i]);
  });
  const out: EmptyWay[] = [];
  for (const homes of bySchool.values()) {
    const groups = [...homes.values()];
    for (let at = 0; at < groups.length; at += HOMES)
      measure(travel, asked, groups.slice(at, at + HOMES), out);
  }
  return out;
}

function keyOf({ lat, lon }: Position): string {
  return `${lat} ${lon}`;
}

/** Groups of asks for one school, one home a group. */
function measure(
  travel: Travel,
  asked: readonly WayAsked[],
  groups: readonly (readonly number[])[],
  out: EmptyWay[],
): void {
  const heads = groups.flatMap((group) => asked[group[0] ?? -1] ?? []);
  const school = heads[0]?.school;
  if (school === undefined) return;
  const table = travel.table([school, ...heads.map(({ home }) => home)]);
  groups.forEach((group, k) => {
    const place = k + 1;
    for (const i of group) {
      const at = asked[i]?.to === 'home' ? place : place * table.n;
      out[i] = {
        duration_s: Math.ceil(table.durations[at] ?? Infinity),
        distance_m: Math.round(table.distances[at] ?? Infinity),
        by_road: table.byRoad[0] === 1 && table.byRoad[place] === 1,
      };
    }
  });
}
