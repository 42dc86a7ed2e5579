/** Which run a vehicle could do next after another, with the ways between them. */
import { straightLineMetres } from '../../geo/estimate.ts';
import type { Position } from '../../geo/position.ts';
import type { Travel } from '../../geo/travel.ts';
import type { ChainRun } from './chain-run.ts';
import { mayKeep, mayShareProvider } from './chain-saving.ts';
import {
  afternoonOf,
  afternoonRoom,
  morningOf,
  morningRoom,
  type ChainRules,
  type EmptyWay,
} from './chain-times.ts';
import { emptyWays } from './empty-ways.ts';

/** Two runs that fit one vehicle, `first` before `second` in the morning. */
export interface Link {
  readonly first: ChainRun;
  readonly second: ChainRun;
  /** From the school of the first to the first home of the second. */
  readonly morning: EmptyWay;
  /** In the afternoon, from the last home of the first to the school of the second; null where that would be too late. */
  readonly same: EmptyWay | null;
  /** The other way round, from the last home of the second to the school of the first. */
  readonly turned: EmptyWay | null;
}

/** No way is driven faster: the limit on a motorway, 70 miles an hour, in metres a second. */
const FASTEST_MPS = 31.3;

/** Every ordered pair that fits on both legs; ways are only measured where the straight line could be driven in time. */
export function linksOf(
  runs: readonly ChainRun[],
  rules: ChainRules,
  travel: Travel,
): readonly Link[] {
  const likely = likelyPairs(runs, rules);
  const ways = emptyWays(
    travel,
    likely.map(({ first, second }) => ({ school: first.at, home: second.first_home, to: 'home' })),
  );
  const mornings = likely.flatMap((pair, i) => {
    const morning = ways[i];
    const fits = morning !== undefined && morningOf([pair.first, pair.second], [morning], rules);
    return fits === false || fits === null || morning === undefined ? [] : [{ ...pair, morning }];
  });
  const back = emptyWays(
    travel,
    mornings.flatMap(({ first, second }) => [
      { school: second.leaves_from, home: first.last_home, to: 'school' as const },
      { school: first.leaves_from, home: second.last_home, to: 'school' as const },
    ]),
  );
  return mornings.flatMap((pair, i): readonly Link[] => {
    const { first, second } = pair;
    const inTime = (runs: readonly ChainRun[], way: EmptyWay | undefined): EmptyWay | null =>
      way === undefined || afternoonOf(runs, [way], rules) === null ? null : way;
    const same = inTime([first, second], back[2 * i]);
    const turned = inTime([second, first], back[2 * i + 1]);
    return same === null && turned === null ? [] : [{ ...pair, same, turned }];
  });
}

function likelyPairs(runs: readonly ChainRun[], rules: ChainRules) {
  const likely: { first: ChainRun; second: ChainRun }[] = [];
  for (const first of runs)
    for (const second of runs) {
      const room = morningRoom(first, second, rules);
      if (room < 0 || first === second || !mayShareProvider(first, second)) continue;
      if (!mayKeep(first, [second]) && !mayKeep(second, [first])) continue;
      const could =
        isWithin(first.at, second.first_home, room) &&
        (isWithin(first.last_home, second.leaves_from, afternoonRoom(first, second, rules)) ||
          isWithin(second.last_home, first.leaves_from, afternoonRoom(second, first, rules)));
      if (could) likely.push({ first, second });
    }
  return likely;
}

function isWithin(from: Position, to: Position, room_s: number): boolean {
  return room_s >= 0 && straightLineMetres(from, to) <= room_s * FASTEST_MPS;
}
