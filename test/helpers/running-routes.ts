/** Gives a problem running routes, loose or not, drawn from a seed. */
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import type { Loosened, PinnedRoute, Problem, Pupil } from '../../shared/planning/problem.ts';

/** How far the running routes may be taken apart. */
export type Looseness = 'none' | 'some' | 'all';

/**
 * Takes up to two thirds of the pupils as already running, one to three to a route in any order: limits are raised
 * to the ride they have now, and no route breaks another rule.
 */
export function withRunning(problem: Problem, seed: number, looseness: Looseness): Problem {
  const random = seededRandom(seed);
  const pupils = [...problem.pupils];
  const pinned: PinnedRoute[] = [];
  const waiting = random.shuffle(pupils).slice(0, Math.ceil((2 * pupils.length) / 3));
  while (waiting.length > 0) {
    const group = company(waiting.splice(0, 1 + random.below(3)));
    letRide(problem, pupils, group);
    const isLoose = looseness === 'all' || (looseness === 'some' && random.chance(0.5));
    const route = runningRoute(problem, { id: `c${pinned.length}`, group, random });
    pinned.push(isLoose ? { ...route, loose: terms(group.length, looseness, random) } : route);
  }
  return { ...problem, pupils, pinned };
}

/** Prices on changes for whoever runs already, and times of the runs that are not all those of new routes. */
export function withSettled(problem: Problem, seed: number): Problem {
  const random = seededRandom(seed + 17);
  const price = (most: number): number => (random.chance(0.2) ? 0 : random.below(most));
  const times = { arrive: 31_500, depart: 54_900 };
  return {
    ...problem,
    settled: { companions: price(900), assistant: price(900), minute: price(60), tolerance: random.below(400), times }, // prettier-ignore
    pinned: problem.pinned.map((route) => ({
      ...route,
      ...(random.chance(0.3) ? { helped: true } : {}),
      ...(random.chance(0.5)
        ? { times: { arrive: times.arrive - random.below(900), depart: times.depart } }
        : {}),
    })),
  };
}

/**
 * Pays for hours, minima and the way to the first pick-up, in any mixture: a type may have none of them. Routes without looseness may be paid
 * so too. Hours of running routes are whole pence a second, so that a sum has no thirds of a penny in it.
 */
export function withHours(problem: Problem, seed: number): Problem {
  const random = seededRandom(seed + 29);
  const some = (most: number): number => (random.chance(0.3) ? 0 : random.below(most));
  return {
    ...problem,
    vehicleTypes: problem.vehicleTypes.map((type) => ({
      ...type,
      dead: some(6000),
      perHour: some(4000),
      minimum: some(22_000),
    })),
    pinned: problem.pinned.map((route) =>
      route.loose === undefined && random.chance(0.5)
        ? { ...route, card: { perHour: 3600 * some(2), spare: random.chance(0.5) ? -Infinity : random.below(4000) - 1500 } } // prettier-ignore
        : route,
    ),
  };
}

/** The first of a group with those who may travel with all before them; the others are left waiting. */
function company(group: readonly Pupil[]): readonly Pupil[] {
  const here: Pupil[] = [];
  for (const each of group) {
    const clashes = here.some(
      (other) =>
        other.alone ||
        each.alone ||
        other.notWith.includes(each.id) ||
        each.notWith.includes(other.id),
    );
    if (!clashes) here.push(each);
  }
  return here;
}

function letRide({ n, durations }: Problem, pupils: Pupil[], group: readonly Pupil[]): void {
  let ride = 0;
  let next = 0;
  for (const each of group.toReversed()) {
    ride +=
      (durations[each.index * n + next] ?? 0) +
      (next === 0 ? 0 : (pupils[next - 1]?.boarding ?? 0));
    pupils[each.index - 1] = { ...each, maxRide: Math.max(each.maxRide, ride) };
    next = each.index;
  }
}

function runningRoute(
  problem: Problem,
  {
    id,
    group,
    random,
  }: { readonly id: string; readonly group: readonly Pupil[]; readonly random: Random },
): PinnedRoute {
  const assisted = group.some((each) => each.assistant);
  const sum = (of: (pupil: Pupil) => number) => group.reduce((all, each) => all + of(each), 0);
  return {
    id,
    pupils: group.map((each) => each.index),
    room: {
      seats: sum((each) => each.seats) + 1 + random.below(3),
      wheelchairs: sum((each) => each.wheelchairs) + random.below(2),
    },
    perKm: 60 + random.below(80),
    assistant: assisted && random.chance(0.7),
  };
}

function terms(clients: number, looseness: Looseness, random: Random): Loosened {
  const price = (): number => random.below(random.chance(0.5) ? 500 : 8000);
  const leave = (): number => (looseness === 'some' && random.chance(0.3) ? Infinity : price());
  return {
    leave: random.chance(0.5) ? price() : Array.from({ length: clients }, leave),
    fixed: random.below(18_000),
  };
}
