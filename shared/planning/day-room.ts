/** Whether a route holds its clients on every day and both ways: seats, company and ride limits. */
import { afternoonOrder, afternoonRun, dailyCrews, morningRun, weekRun } from './legs.ts';
import type { Pupil, Room } from './problem.ts';
import { homeRules, legTable, riderAt, toPupil, type SchoolProblem } from './school-problem.ts';

/** A route to be judged. */
export interface Run {
  /** Any one of these layouts must hold everyone on every day. */
  readonly rooms: readonly Room[];
  /** A contract's assistant travels whoever is aboard. */
  readonly assistant: boolean;
  /** Indices in pick-up order. */
  readonly pupils: readonly number[];
}

/** Whether nothing is broken on any day. */
export function fits(made: SchoolProblem, run: Run): boolean {
  const crews = dailyPupils(made, run.pupils);
  return crews.every(isGoodCompany) && hasRoom(made, crews, run) && keepsLimits(made, run.pupils);
}

/** Whether one layout holds everyone on each day; company and limits are not looked at. */
export function holdsEachDay(made: SchoolProblem, run: Run): boolean {
  return hasRoom(made, dailyPupils(made, run.pupils), run);
}

function dailyPupils(made: SchoolProblem, pupils: readonly number[]) {
  return [
    ...dailyCrews(pupils, (index) => riderAt(made, index).mornings),
    ...dailyCrews(pupils, (index) => riderAt(made, index).afternoons),
  ].map((crew) => crew.map((index) => anyPupil(made, index)));
}

/** Anyone of a school's problem, those of some days among them. */
export function anyPupil(made: SchoolProblem, index: number): Pupil {
  return made.problem.pupils[index - 1] ?? toPupil(riderAt(made, index), index, made);
}

/** Whether nobody of a crew travels alone by right, or apart from another of it. */
export function isGoodCompany(crew: readonly Pupil[]): boolean {
  if (crew.length > 1 && crew.some((each) => each.alone)) return false;
  const ids = new Set(crew.map((each) => each.id));
  return crew.every((each) => each.notWith.every((other) => other === each.id || !ids.has(other)));
}

function hasRoom(
  made: SchoolProblem,
  crews: readonly (readonly Pupil[])[],
  { rooms, assistant }: Run,
): boolean {
  return rooms.some((room) =>
    crews.every((crew) => {
      const own = crew.some(({ index }) => riderAt(made, index).assistant === 'own');
      const shared = crew.some((each) => each.assistant) || (assistant && !own) ? 1 : 0;
      const seats = crew.reduce((sum, each) => sum + each.seats, shared);
      const wheelchairs = crew.reduce((sum, each) => sum + each.wheelchairs, 0);
      return seats <= room.seats && wheelchairs <= room.wheelchairs;
    }),
  );
}

function keepsLimits(made: SchoolProblem, pupils: readonly number[]): boolean {
  const table = legTable(made);
  const there = weekRun(morningRun, pupils, table, (index) => riderAt(made, index).mornings);
  if (there.rides.some((ride, at) => ride > anyPupil(made, pupils[at] ?? 0).maxRide)) return false;
  const rules = homeRules(made);
  const order = afternoonOrder(pupils, table, rules);
  const home = weekRun(afternoonRun, order, table, rules.ridesOn);
  return home.rides.every((ride, at) => ride <= rules.limit(order[at] ?? 0));
}
