/** Rechecks an answer of the route builder by the rules of its format, from the problem file alone. */

/** The problem, as its file has it. */
export interface CheckedProblem {
  readonly maxRide: number;
  readonly boarding?: number;
  readonly assistantCost?: number;
  readonly pupils: readonly {
    readonly id: string;
    readonly index: number;
    readonly seats: number;
    readonly wheelchairs: number;
    readonly boarding?: number;
    readonly maxRide?: number;
    readonly alone?: boolean;
    readonly notWith?: readonly string[];
    readonly assistant?: boolean;
  }[];
  readonly vehicleTypes: readonly {
    readonly id: string;
    readonly seats?: number;
    readonly wheelchairs?: number;
    readonly layouts?: readonly { readonly seats: number; readonly wheelchairs: number }[];
    readonly fixed: number;
    readonly perKm: number;
    readonly count: number;
  }[];
  readonly matrix: {
    readonly distances: readonly (readonly number[])[];
    readonly durations: readonly (readonly number[])[];
  };
}

/** The answer, as its file has it. */
export interface CheckedSolution {
  readonly routes: readonly {
    readonly type: string;
    readonly pupils: readonly number[];
    readonly layout?: number;
  }[];
  readonly unallocated: readonly { readonly pupil: number; readonly reason: string }[];
}

/** What is wrong, each a sentence; and what the routes cost, pence. */
export interface SolutionCheck {
  readonly problems: readonly string[];
  readonly cost_pence: number;
}

type CheckedRoute = CheckedSolution['routes'][number];
type CheckedPupil = CheckedProblem['pupils'][number];

/** Checks every rule of `school-route-bench/1`. */
export function checkSolution(problem: CheckedProblem, solution: CheckedSolution): SolutionCheck {
  const pupils = new Map(problem.pupils.map((each) => [each.index, each]));
  const problems: string[] = [];
  const seen = new Map<number, number>();
  const used = new Map<string, number>();
  let cost_pence = 0;
  for (const [at, route] of solution.routes.entries()) {
    const here = route.pupils.flatMap((index) => pupils.get(index) ?? []);
    for (const index of route.pupils) seen.set(index, (seen.get(index) ?? 0) + 1);
    if (here.length === 0 || here.length !== route.pupils.length)
      problems.push(`route ${at} is empty or carries an unknown pupil`);
    used.set(route.type, (used.get(route.type) ?? 0) + 1);
    problems.push(...loadProblems(problem, { at, route, here }), ...company(at, here));
    const metres = walk(problem, { at, here, problems });
    cost_pence += priceOf(problem, { route, here, metres });
  }
  for (const { pupil } of solution.unallocated) seen.set(pupil, (seen.get(pupil) ?? 0) + 1);
  for (const { index } of problem.pupils) {
    const times = seen.get(index) ?? 0;
    if (times !== 1) problems.push(`pupil ${index} is listed ${times} times`);
  }
  for (const { id, count } of problem.vehicleTypes) {
    if ((used.get(id) ?? 0) > count)
      problems.push(`${id} is used ${used.get(id)} times of ${count}`);
  }
  return { problems, cost_pence };
}

interface Here {
  readonly at: number;
  readonly route: CheckedRoute;
  readonly here: readonly CheckedPupil[];
}

function loadProblems(problem: CheckedProblem, { at, route, here }: Here): readonly string[] {
  const type = problem.vehicleTypes.find((each) => each.id === route.type);
  if (type === undefined) return [`route ${at} has an unknown type ${route.type}`];
  const room = type.layouts === undefined ? type : type.layouts[route.layout ?? -1];
  if (room === undefined) return [`route ${at} has no such layout`];
  const helper = here.some((each) => each.assistant === true) ? 1 : 0;
  const seats = here.reduce((sum, each) => sum + each.seats, helper);
  const chairs = here.reduce((sum, each) => sum + each.wheelchairs, 0);
  return seats > (room.seats ?? 0) || chairs > (room.wheelchairs ?? 0)
    ? [`route ${at} carries ${seats}+${chairs} in ${room.seats}+${room.wheelchairs}`]
    : [];
}

function company(at: number, here: readonly CheckedPupil[]): readonly string[] {
  const found: string[] = [];
  const ids = new Set(here.map((each) => each.id));
  for (const each of here) {
    if (each.alone === true && here.length > 1) found.push(`route ${at}: ${each.id} is not alone`);
    for (const other of each.notWith ?? [])
      if (other !== each.id && ids.has(other)) found.push(`route ${at}: ${each.id} with ${other}`);
  }
  return found;
}

/** Metres of a route; rides over their limit go into `problems`. */
function walk(
  problem: CheckedProblem,
  route: {
    readonly at: number;
    readonly here: readonly CheckedPupil[];
    readonly problems: string[];
  },
): number {
  const { distances, durations } = problem.matrix;
  let metres = 0;
  for (const [from, pupil] of route.here.entries()) {
    const next = route.here[from + 1];
    metres += distances[pupil.index]?.[next?.index ?? 0] ?? Number.NaN;
    let ride = 0;
    for (let k = route.here.length - 1; k >= from; k--) {
      const here = route.here[k];
      const after = route.here[k + 1];
      ride += durations[here?.index ?? 0]?.[after?.index ?? 0] ?? Number.NaN;
      if (after !== undefined) ride += after.boarding ?? problem.boarding ?? 0;
    }
    if (!(ride <= (pupil.maxRide ?? problem.maxRide)))
      route.problems.push(`route ${route.at}: pupil ${pupil.index} rides ${ride} s`);
  }
  return metres;
}

function priceOf(
  problem: CheckedProblem,
  { route, here, metres }: Omit<Here, 'at'> & { readonly metres: number },
): number {
  const type = problem.vehicleTypes.find((each) => each.id === route.type);
  if (type === undefined) return 0;
  const helper = here.some((each) => each.assistant === true);
  return (
    Math.floor((1000 * type.fixed + type.perKm * metres + 500) / 1000) +
    (helper ? (problem.assistantCost ?? 0) : 0)
  );
}
