/** The schools of a plan, searched on several threads: once, or in rounds until another brings little. */
import { formatCount } from '../../shared/format/number.ts';
import { formatPounds } from '../../shared/format/money.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import type { CountyWork, SchoolWork } from '../../shared/planning/county.ts';
import { schoolSearches } from '../../shared/planning/plan-school.ts';
import type { SchoolPlan } from '../../shared/planning/school-plan.ts';
import type { JobContext } from './context.ts';
import type { Effort } from './solve-problem.ts';
import { SEARCH_THREADS, solveHere, solveOnThreads, type SolvingWork } from './solve-threads.ts';

/** How long to search. `settle` searches in rounds, each four times as long as the one before, and needs neither seconds nor iterations. */
export interface PlanningEffort extends Effort {
  readonly settle?: boolean;
}

/** What planning the schools needs. */
export interface Planning {
  /** Parts of the plan in use that still hold, by school; null: plan everything. */
  readonly kept: ReadonlyMap<number, SchoolPlan> | null;
  readonly facts: AuditFacts;
  readonly request: PlanningEffort & { readonly seed: number; readonly school_urn: number | null };
  readonly ctx: JobContext;
}

/** Every school's part together. */
export interface PlannedSchools extends SchoolPlan {
  /** Stopped by a person when a whole plan was there already: what it is, is kept. */
  readonly isStopped: boolean;
}

/** Iterations for each client waiting at a school, and the bounds, where neither effort is given. */
const ITERATIONS_A_CLIENT = 100;
const FEWEST_ITERATIONS = 1000;
const MOST_ITERATIONS = 10_000;
/** Each round of settling searches so many times as long as the one before. */
const GROWTH = 4;
/** Rounds at most: the last has 6,400 iterations for each client, some 8 minutes for 6,500 clients on two cores. */
const MOST_ROUNDS = 4;
/** Settled where a round gained less than this share of the cost. */
const SETTLED = 0.002;
/** Threads are worth their start (0.2 s) from so many iterations on. */
const WORTH_THREADS = 100_000;
/** The first search of a school may use this share of its seconds; each further one the same share of what is left. */
const FIRST_SHARE = 2 / 3;

/** Plans the schools; null where it was cancelled before a whole plan was there. */
export function planSchools(work: CountyWork, planning: Planning): PlannedSchools | null {
  const { kept, request, ctx } = planning;
  const plans = work.schools.map(({ school: { urn } }) =>
    urn === request.school_urn ? null : (kept?.get(urn) ?? null),
  );
  const clocks = clocksFor(work, request);
  // The largest first, so that no thread is left alone with one at the end.
  const open = work.schools
    .flatMap((each, at) => (plans[at] === null ? [{ at, school: each, clock: clocks(each) }] : []))
    .toSorted((a, b) => b.school.waiting.length - a.school.waiting.length || a.at - b.at);
  const rounds = request.settle === true ? MOST_ROUNDS : 1;
  let isStopped = false;
  for (let round = 0; round < rounds; round++) {
    const before = costOf(plans);
    searchRound(open, plans, { ...planning, round });
    isStopped = ctx.cancelled();
    if (isStopped) break;
    if (round > 0 && before - costOf(plans) < before * SETTLED) break;
  }
  const whole = plans.filter((each) => each !== null);
  if (whole.length < plans.length) return null;
  return {
    routes: whole.flatMap((each) => each.routes),
    unallocated: whole.flatMap((each) => each.unallocated),
    isStopped: isStopped && rounds > 1,
  };
}

interface OpenSchool {
  readonly at: number;
  readonly school: SchoolWork;
  /** Seconds for it; null where iterations decide. */
  readonly clock: number | null;
}

/** Searches every open school once and keeps the better of what it had and what was found. */
function searchRound(
  open: readonly OpenSchool[],
  plans: (SchoolPlan | null)[],
  planning: Planning & { readonly round: number },
): void {
  const { ctx, request, round } = planning;
  let done = 0;
  let iterations = 0;
  const works = open.map(({ school, clock }) => {
    const steps = iterationsFor(school, request) * GROWTH ** round;
    iterations += steps;
    return searching(school, planning, { steps, clock });
  });
  const say = (): void => {
    const which = request.settle === true ? `Round ${round + 1}: ` : '';
    const cost = round === 0 ? '' : `, ${formatPounds(costOf(plans))} a day`;
    const text = `${which}planned ${formatCount(done)} of ${formatCount(open.length)} schools${cost}`;
    ctx.stage(text.charAt(0).toUpperCase() + text.slice(1), done / Math.max(1, open.length));
  };
  say();
  const run = iterations >= WORTH_THREADS ? solveOnThreads : solveHere;
  run(works, {
    cancelled: ctx.cancelled,
    onDone: (index, made: SchoolPlan) => {
      const at = open[index]?.at ?? -1;
      const old = plans[at] ?? null;
      if (old === null || isBetter(made, old)) plans[at] = made;
      done += 1;
      say();
    },
  });
}

/** One school's searches, with how long each may take. */
function* searching(
  school: SchoolWork,
  { facts, request }: Planning,
  { steps, clock }: { readonly steps: number; readonly clock: number | null },
): SolvingWork<SchoolPlan> {
  const searches = schoolSearches(school, facts);
  let left = clock;
  let step = searches.next();
  while (step.done !== true) {
    const seconds = left === null ? null : left * FIRST_SHARE;
    if (left !== null) left *= 1 - FIRST_SHARE;
    const solved = yield { problem: step.value, seed: request.seed, iterations: steps, seconds };
    step = searches.next(solved);
  }
  return step.value;
}

function isBetter(made: SchoolPlan, old: SchoolPlan): boolean {
  const missing = made.unallocated.length - old.unallocated.length;
  return missing < 0 || (missing === 0 && costOf([made]) < costOf([old]));
}

/** What the routes cost a day, pence. */
function costOf(plans: readonly (SchoolPlan | null)[]): number {
  return sumPence(
    plans.flatMap((each) => (each?.routes ?? []).map((route) => route.cost_day_pence)),
  );
}

function iterationsFor(work: SchoolWork, request: PlanningEffort): number {
  if (request.iterations !== null) return request.iterations;
  if (request.seconds !== null) return Number.POSITIVE_INFINITY;
  const wanted = work.waiting.length * ITERATIONS_A_CLIENT;
  const bounded = Math.max(FEWEST_ITERATIONS, wanted);
  return request.settle === true ? bounded : Math.min(MOST_ITERATIONS, bounded);
}

/** Shares the seconds of every thread out over schools in proportion to the clients waiting there. */
function clocksFor(
  work: CountyWork,
  { seconds, school_urn }: Planning['request'],
): (each: SchoolWork) => number | null {
  if (seconds === null) return () => null;
  const waiting = work.schools.reduce((sum, each) => sum + each.waiting.length, 0);
  return (each) => {
    if (each.school.urn === school_urn) return seconds;
    if (school_urn !== null) return 0;
    return (seconds * SEARCH_THREADS * each.waiting.length) / Math.max(1, waiting);
  };
}
