/** What-ifs: a school let anew, lone routes merged, a bell moved. The plan in use stays as it is. */
import type { Change, Store } from '../../db/store.ts';
import type { ChainsChange, WhatIfAsked, WhatIfView } from '../../shared/api/views/what-if.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { travelBasisAt } from '../../shared/costing/read-settings.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { estimatedTravel } from '../../shared/geo/travel.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { sumPence } from '../../shared/kernel/units.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { findChains, vehiclesFewer } from '../../shared/planning/chains/find-chains.ts';
import type { CountyFacts } from '../../shared/planning/county.ts';
import type { PlanTrial } from '../../shared/planning/desk/trial.ts';
import { mergeLone, type LoneMerges } from '../../shared/planning/what-if/merge-lone.ts';
import { moveBell } from '../../shared/planning/what-if/move-bell.ts';
import { retenderSchool } from '../../shared/planning/what-if/retender-school.ts';
import type { JobContext } from './context.ts';
import { keepTrial } from './keep-trial.ts';
import { planDesk, type PlanDesk } from './plan-desk.ts';
import { childNamed, trialView } from './trial-views.ts';

/** What is tried, and the name it is kept by; null: only looked at. */
export interface WhatIfRequest {
  readonly asked: WhatIfAsked;
  readonly keep_as: string | null;
  readonly on: IsoDate;
  readonly by: Change;
}

/** Steps of the search for each client of a school let anew, and the bounds. */
const ITERATIONS_A_CLIENT = 150;
const FEWEST_ITERATIONS = 3000;
const MOST_ITERATIONS = 30_000;

/** Tries it. The same plan and records give the same answer. */
export function whatIf(store: Store, request: WhatIfRequest, ctx: JobContext): Result<WhatIfView> {
  ctx.stage('Reading the plan', null);
  const desk = planDesk(store, request.on);
  if (!desk.ok) return desk;
  const tried = tryIt(desk.value, request.asked, ctx);
  if (!tried.ok) return tried;
  if (ctx.cancelled())
    return fail(
      'cancelled',
      'It was cancelled; nothing was kept.',
      'Try again when you are ready.',
    );
  if (request.keep_as === null) return ok(tried.value.view);
  const { sentence, routes, unallocated, view } = tried.value;
  const name = request.keep_as;
  const kept = keepTrial(store, desk.value, { routes, unallocated, name, sentence }, request.by);
  return kept.ok ? ok({ ...view, kept_as: name.trim() }) : kept;
}

interface Tried extends Pick<PlanTrial, 'routes' | 'unallocated'> {
  readonly view: WhatIfView;
  readonly sentence: string;
}

function tryIt(desk: PlanDesk, asked: WhatIfAsked, ctx: JobContext): Result<Tried> {
  const { county, facts } = desk;
  const school = nameOfSchool(facts, asked.school_urn);
  if (asked.what === 'merge') {
    ctx.stage('Looking at every child who rides alone', null);
    const found = mergeLone(county, asked.school_urn);
    return ok({
      view: mergeView(desk, found, school),
      routes: merged(desk, found),
      unallocated: desk.plan.unallocated,
      sentence: `${formatQuantity(found.groups.length, 'group')} of lone routes merged${asked.school_urn === null ? '' : ` at ${school}`}`,
    });
  }
  if (asked.what === 'bell') {
    ctx.stage(`Timing the routes of ${school} anew`, null);
    const made = moveBell(county, asked.school_urn, asked.minutes);
    if (!made.ok) return made;
    const { trial } = made.value;
    const way = asked.minutes < 0 ? 'earlier' : 'later';
    ctx.stage('Looking for vehicles that could do two runs', null);
    const chains = chainsChange(desk, trial, made.value.facts);
    return ok({
      ...trial,
      view: { what: 'bell', school, trial: trialView(desk, trial), chains, kept_as: '' },
      sentence: `bell of ${school} ${formatQuantity(Math.abs(asked.minutes), 'minute')} ${way}`,
    });
  }
  ctx.stage(`Letting ${school} anew`, null);
  const at = county.work.schools.find((each) => each.school.urn === asked.school_urn);
  const clients = at === undefined ? 0 : at.waiting.length + at.running.flatMap((r) => r.carried).length; // prettier-ignore
  const made = retenderSchool(county, asked.school_urn, {
    seed: 1,
    iterations: Math.min(MOST_ITERATIONS, Math.max(FEWEST_ITERATIONS, clients * ITERATIONS_A_CLIENT)), // prettier-ignore
    shouldStop: () => ctx.cancelled(),
  });
  if (!made.ok) return made;
  return ok({
    ...made.value,
    view: {
      what: 'retender',
      school,
      trial: trialView(desk, made.value),
      chains: null,
      kept_as: '',
    },
    sentence: `${school} retendered`,
  });
}

function nameOfSchool({ schools }: CountyFacts, urn: number | null): string {
  return urn === null ? '' : (schools.get(urn)?.name ?? `school ${urn}`);
}

/** The plan with every group merged. */
function merged({ plan }: PlanDesk, { groups }: LoneMerges): readonly PlannedRoute[] {
  const gone = new Set(groups.flatMap((group) => group.refs));
  const into = new Map(groups.map((group) => [group.into_ref, group.route]));
  return plan.routes
    .filter((route) => !gone.has(route.ref))
    .map((route) => into.get(route.ref) ?? route);
}

function mergeView({ facts }: PlanDesk, found: LoneMerges, school: string): WhatIfView {
  return {
    what: 'merge',
    school,
    lone: found.lone,
    groups: found.groups.map((group) => ({
      school: nameOfSchool(facts, group.school_urn),
      into_ref: group.into_ref,
      refs: group.refs,
      children: group.client_ids.map((id) => childNamed(facts, id)),
      saved_day_pence: group.saved_day_pence,
      saved_year_pence: group.saved_year_pence,
      disruption_pence: group.disruption.pence,
      sentences: group.disruption.children.map((child) => child.sentence),
      longest_ride_s: Math.max(
        ...group.route.stops.flatMap((stop) => [stop.ride_s, stop.home_ride_s]),
      ),
    })),
    stay: found.stay.map(({ ref, client_id, because }) => {
      const child = childNamed(facts, client_id);
      return { ref, child: child.name === '' ? child.ref : child.name, because };
    }),
    saved_day_pence: sumPence(found.groups.map((group) => group.saved_day_pence)),
    saved_year_pence: sumPence(found.groups.map((group) => group.saved_year_pence)),
    kept_as: '',
  };
}

/** The runs that one vehicle could do, before and after. */
function chainsChange(
  { plan, facts }: PlanDesk,
  { routes, changed }: PlanTrial,
  after: CountyFacts,
): ChainsChange {
  const { on, settings, clients } = facts;
  const travel = facts.travel ?? estimatedTravel(travelBasisAt(settings, on));
  const look = (all: readonly PlannedRoute[], { schools }: Pick<CountyFacts, 'schools'>) =>
    findChains({
      on,
      settings,
      clients,
      travel,
      asked: { earlier_s: null, wait_s: null },
      routes: all,
      schools,
    }).chains.filter(({ chosen }) => chosen);
  const [was, is] = [look(plan.routes, facts), look(routes, after)];
  // The best choice may turn over anywhere in the county: only chains of the school's own routes are told.
  const own = new Set(changed.map((each) => each.ref));
  const named = (chains: typeof was) =>
    new Set(
      chains
        .map(({ runs }) => runs.map((run) => run.route.ref))
        .filter((refs) => refs.some((ref) => own.has(ref)))
        .map((refs) => refs.join(' then ')),
    );
  const [before, now] = [named(was), named(is)];
  return {
    vehicles_fewer_before: vehiclesFewer(was),
    vehicles_fewer_after: vehiclesFewer(is),
    saving_day_before_pence: sumPence(was.map(({ saving }) => saving.day_pence)),
    saving_day_after_pence: sumPence(is.map(({ saving }) => saving.day_pence)),
    come: [...now].filter((each) => !before.has(each)),
    go: [...before].filter((each) => !now.has(each)),
  };
}
