/** One school planned: solved, and solved again with shorter rides where the way home would take too long. */
import type { CountyFacts, SchoolWork } from './county.ts';
import { afternoonOrder, afternoonRun, weekRun } from './legs.ts';
import { fitVehicles } from './fit-vehicles.ts';
import { placeOthers } from './place-others.ts';
import { schoolPlan, type SchoolPlan } from './school-plan.ts';
import { homeRules, legTable, schoolProblem, type SchoolProblem } from './school-problem.ts';
import type { Problem } from './problem.ts';
import type { Solved } from './solution.ts';
import { solve, type SolveOptions } from './solve.ts';

/**
 * How often a school is solved again for rides home that are too long: first with mornings shorter by what is too much; then with those clients
 * collected last, and so let off first; in the end with everyone of such a route, which leaves them no company that could delay them.
 */
const ROUNDS = 12;
const DIRECTLY_FROM = 1;
const WHOLE_ROUTE_FROM = 4;

/** A school's problem as it was solved last, and its solution. */
export interface SolvedSchool {
  readonly made: SchoolProblem;
  readonly solved: Solved;
}

/**
 * The searches that a school takes, one after another: yields a problem, is given its solution. The search sees the morning alone; the
 * afternoon is held by shortening the mornings of those it is too long for.
 */
function* searchesOf(first: SchoolProblem): Generator<Problem, SolvedSchool, Solved> {
  let made = first;
  for (let round = 0; ; round++) {
    const solved = yield made.problem;
    const late = lateHome(made, solved, round >= WHOLE_ROUTE_FROM);
    if (late.size === 0 || round === ROUNDS) return { made, solved };
    made = shorten(made, late, round >= DIRECTLY_FROM);
  }
}

/** The searches that planning a school takes, one after another; ends with the plan. */
export function* schoolSearches(
  work: SchoolWork,
  facts: CountyFacts,
): Generator<Problem, SchoolPlan, Solved> {
  const { made, solved } = yield* searchesOf(schoolProblem(work, facts));
  return schoolPlan(made, fitVehicles(made, placeOthers(made, solved)), facts);
}

/** Solves a school's problem, searching in this thread. */
export function solveSchool(first: SchoolProblem, options: SolveOptions): SolvedSchool {
  const searches = searchesOf(first);
  let step = searches.next();
  while (step.done !== true) step = searches.next(solve(step.value, options));
  return step.value;
}

/** Plans a school, searching in this thread. */
export function planSchool(
  work: SchoolWork,
  facts: CountyFacts,
  options: SolveOptions,
): SchoolPlan {
  const { made, solved } = solveSchool(schoolProblem(work, facts), options);
  return schoolPlan(made, fitVehicles(made, placeOthers(made, solved)), facts);
}

/** Clients whose ride home exceeds what they may ride, by how many seconds. Contracts that nobody joins run as they do. */
function lateHome(
  made: SchoolProblem,
  solved: Solved,
  wholeRoute: boolean,
): ReadonlyMap<number, number> {
  const late = new Map<number, number>();
  const table = legTable(made);
  const rules = homeRules(made);
  // A loose route may have as many as before and yet another child among them.
  const joined = solved.pinned.filter(({ pupils }, at) => {
    const before = made.problem.pinned[at]?.pupils ?? [];
    return pupils.some((index) => !before.includes(index));
  });
  for (const { pupils } of [...joined, ...solved.routes]) {
    const order = afternoonOrder(pupils, table, rules);
    const { rides } = weekRun(afternoonRun, order, table, rules.ridesOn);
    const excess = order.map((index, at) => Math.ceil((rides[at] ?? 0) - rules.limit(index)));
    if (excess.every((each) => each <= 0)) continue;
    order.forEach((index, at) => {
      const seconds = excess[at] ?? 0;
      if (wholeRoute || seconds > 0) late.set(index, seconds);
    });
  }
  return late;
}

/** The problem with shorter rides for those; never shorter than the direct way, which nobody is left behind for. */
function shorten(
  made: SchoolProblem,
  late: ReadonlyMap<number, number>,
  directly: boolean,
): SchoolProblem {
  const pupils = made.problem.pupils.map((pupil) => {
    const excess = late.get(pupil.index);
    if (excess === undefined) return pupil;
    const shortest = made.shortest[pupil.index - 1] ?? 0;
    const maxRide = directly ? shortest : Math.max(shortest, pupil.maxRide - excess);
    return { ...pupil, maxRide };
  });
  return { ...made, problem: { ...made.problem, pupils } };
}
