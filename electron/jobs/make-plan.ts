/** Makes a plan for one school or the county, has it audited and saves it as the one in use. */
import type { Store } from '../../db/store.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatCount } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan, PlannedRoute, Unallocated } from '../../shared/model/plan.ts';
import { sortCounty, type CountyWork, type SchoolWork } from '../../shared/planning/county.ts';
import { nameRoutes } from '../../shared/planning/route-refs.ts';
import { planSchool } from '../../shared/planning/plan-school.ts';
import type { SchoolPlan } from '../../shared/planning/school-plan.ts';
import type { JobContext } from './context.ts';
import { keptSchools } from './kept-schools.ts';
import { lockedRoutes, setAside, withoutLocked } from './locked-routes.ts';
import { readPlanFacts } from './plan-facts.ts';
import { pressureSentence } from './pressure-sentence.ts';
import type { Effort } from './solve-problem.ts';

/** What to plan. `school_urn` null: the whole county. `iterations` are for each school, `seconds` for all. */
export interface PlanRequest extends Effort {
  readonly school_urn: number | null;
  readonly on: IsoDate;
}

/** Iterations for each client waiting at a school, and the bounds, where neither effort is given. */
const ITERATIONS_A_CLIENT = 100;
const FEWEST_ITERATIONS = 1000;
const MOST_ITERATIONS = 10_000;

/** The plan as saved, or why there is none; a cancelled run leaves the old plan. */
export function makePlan(store: Store, request: PlanRequest, ctx: JobContext): Result<Plan> {
  ctx.stage('Reading the county', null);
  if ((store.plans.summary()?.frozen ?? null) !== null) return frozen();
  const facts = readPlanFacts(store, request.on);
  const current = store.plans.current();
  const locked = lockedRoutes(current, facts);
  const work = setAside(sortCounty(facts), locked);
  const { school_urn } = request;
  if (school_urn !== null && !work.schools.some((each) => each.school.urn === school_urn)) {
    return nothingToPlan(school_urn, facts);
  }
  const roads = facts.travel?.source ?? '';
  // Other schools stay as they are only where they were measured alike: a plan has one measure.
  const isAlike = (current?.roads ?? '') === roads;
  const kept =
    school_urn === null || !isAlike ? null : keptSchools(withoutLocked(current), work, facts);
  const planned = planSchools(work, { kept, facts, request, ctx });
  if (!planned.ok) return planned;
  const routes = nameRoutes([...planned.value.routes, ...locked], (urn) =>
    urn === null ? '' : (facts.schools.get(urn)?.name ?? ''),
  );
  const unallocated = [...work.unallocated, ...planned.value.unallocated].toSorted(
    (a, b) => a.client_id - b.client_id,
  );
  ctx.stage('Checking the plan', null);
  const audit = auditPlan({ routes, unallocated, roads }, facts);
  if (ctx.cancelled()) return cancelled();
  ctx.stage('Saving the plan', null);
  const plan = store.write({ who: 'Kerbside', why: 'planning' }, () =>
    store.plans.save({
      made_on: request.on,
      year: facts.year,
      seed: request.seed,
      distance_basis: routes.some((route) => route.distance_basis === 'road')
        ? 'road'
        : 'estimated',
      roads,
      routes,
      unallocated,
      audit,
    }),
  );
  // Worked out here, in the worker, so that the next first screen has it at once.
  pressureSentence(store, request.on);
  return ok(plan);
}

interface Planning {
  /** Parts of the plan in use that still hold, by school; null: plan everything. */
  readonly kept: ReadonlyMap<number, SchoolPlan> | null;
  readonly facts: AuditFacts;
  readonly request: PlanRequest;
  readonly ctx: JobContext;
}

function planSchools(work: CountyWork, planning: Planning): Result<SchoolPlan> {
  const { kept, request, ctx } = planning;
  const routes: PlannedRoute[] = [];
  const unallocated: Unallocated[] = [];
  const total = work.schools.length;
  const clocks = clocksFor(work, request);
  for (const [at, each] of work.schools.entries()) {
    const { urn, name } = each.school;
    const old = urn === request.school_urn ? undefined : kept?.get(urn);
    if (old === undefined) {
      ctx.stage(
        `Planning ${name}, ${formatCount(at + 1)} of ${formatCount(total)} schools`,
        at / total,
      );
    }
    const made = old ?? planOne(each, planning, clocks(each));
    if (ctx.cancelled()) return cancelled();
    routes.push(...made.routes);
    unallocated.push(...made.unallocated);
  }
  return ok({ routes, unallocated });
}

/** Plans one school: its running routes as they are, with those who wait added or on routes of their own. */
function planOne(
  work: SchoolWork,
  { facts, request, ctx }: Planning,
  seconds: number | null,
): SchoolPlan {
  const end = seconds === null ? Infinity : performance.now() + seconds * 1000;
  return planSchool(work, facts, {
    seed: request.seed,
    iterations: iterationsFor(work, request),
    shouldStop: () => ctx.cancelled() || performance.now() >= end,
  });
}

function iterationsFor(work: SchoolWork, request: PlanRequest): number {
  if (request.iterations !== null) return request.iterations;
  if (request.seconds !== null) return Number.POSITIVE_INFINITY;
  const wanted = work.waiting.length * ITERATIONS_A_CLIENT;
  return Math.min(MOST_ITERATIONS, Math.max(FEWEST_ITERATIONS, wanted));
}

/** Shares the seconds out over schools in proportion to the clients waiting there. */
function clocksFor(
  work: CountyWork,
  { seconds, school_urn }: PlanRequest,
): (each: SchoolWork) => number | null {
  if (seconds === null) return () => null;
  const waiting = work.schools.reduce((sum, each) => sum + each.waiting.length, 0);
  return (each) => {
    if (each.school.urn === school_urn) return seconds;
    return school_urn === null ? (seconds * each.waiting.length) / Math.max(1, waiting) : 0;
  };
}

function nothingToPlan(urn: number, facts: AuditFacts): Result<never> {
  const school = facts.schools.get(urn);
  return school === undefined
    ? fail('unknown_school', `No school has the URN ${urn}.`, 'Choose a school of the list.')
    : fail(
        'nothing_to_plan',
        `Nobody with an open request or a contract goes to ${school.name}.`,
        'Choose another school, or import applications or contracts first.',
      );
}

function frozen(): Result<never> {
  return fail(
    'plan_frozen',
    'The plan in use is frozen: planning would put another in its place.',
    'Copy it, make the changes in the copy, and put the copy in use.',
  );
}

function cancelled(): Result<never> {
  return fail(
    'cancelled',
    'Planning was cancelled; the plan before is still in use.',
    'Press Plan again when you are ready.',
  );
}
