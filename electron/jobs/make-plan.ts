/** Makes a plan for one school or the county, has it audited and saves it as the one in use. */
import type { Store } from '../../db/store.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { keepRefs, nameRoutes } from '../../shared/planning/route-refs.ts';
import { shareRoutes } from '../../shared/planning/sharing/share-routes.ts';
import { sharedContract } from '../../shared/planning/sharing/shared-contracts.ts';
import { onePerClient } from '../../shared/planning/unallocated.ts';
import type { JobContext } from './context.ts';
import { fitFleets } from './fit-fleets.ts';
import { joinedKept, keptSchools } from './kept-schools.ts';
import { lockedRoutes, setAside, withoutLocked } from './locked-routes.ts';
import { readPlanFacts } from './plan-facts.ts';
import { pressureSentence } from './pressure-sentence.ts';
import { planSchools, type PlanningEffort } from './plan-schools.ts';

/** What to plan. `school_urn` null: the whole county. `iterations` are for each school, `seconds` for all. */
export interface PlanRequest extends PlanningEffort {
  readonly school_urn: number | null;
  readonly on: IsoDate;
}

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
    school_urn === null || !isAlike
      ? null
      : keptSchools(withoutLocked(current), work, facts, school_urn);
  const planned = planSchools(work, { kept, facts, request, ctx });
  if (planned === null) return cancelled();
  ctx.stage('Looking for routes that schools may share', null);
  // What was kept has its reference: only what was made now may be made one.
  const [fresh, stands] = parted(planned.routes, (route) => route.ref === '');
  const stays = joinedKept(current, work, { kept, asked: school_urn });
  const shared = work.shared.map(
    (run) =>
    sharedContract(run, facts, stays.find(({ route }) => route.contract_id === run.contract.id)), // prettier-ignore
  );
  const together = [...stands, ...shared, ...shareRoutes(fresh, facts)];
  const drawn = { routes: together, unallocated: planned.unallocated };
  const made = fitFleets(drawn, facts, { work, seed: request.seed, ctx }).routes;
  const routes = nameRoutes(
    keepRefs([...made, ...locked], current?.routes ?? []),
    (urn) => (urn === null ? '' : (facts.schools.get(urn)?.name ?? '')),
    facts.spent_refs,
  );
  const unallocated = onePerClient([...work.unallocated, ...planned.unallocated]).toSorted(
    (a, b) => a.client_id - b.client_id,
  );
  ctx.stage('Checking the plan', null);
  const audit = auditPlan({ routes, unallocated, roads }, facts);
  if (ctx.cancelled() && !planned.isStopped) return cancelled();
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

function parted<T>(all: readonly T[], is: (each: T) => boolean): readonly [T[], T[]] {
  return [all.filter(is), all.filter((each) => !is(each))];
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
