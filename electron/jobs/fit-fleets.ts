/** The plan made, brought within the providers' fleets where the register has any. */
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { CountyWork } from '../../shared/planning/county.ts';
import { withinFleets, type FleetPlan } from '../../shared/planning/fleets/within-fleets.ts';
import { solveWithin } from '../../shared/planning/fleets/solve-within.ts';
import type { JobContext } from './context.ts';

/** Iterations of a school solved again with fewer vehicles of a class. */
const ITERATIONS = 1000;

/** Routes that planning made now may change; what was kept or locked stays. Cancelled: as far as it came. */
export function fitFleets(
  plan: FleetPlan,
  facts: AuditFacts,
  by: { readonly work: CountyWork; readonly seed: number; readonly ctx: JobContext },
): FleetPlan {
  const { work, seed, ctx } = by;
  if ((facts.fleets ?? []).length === 0) return plan;
  ctx.stage('Fitting the routes to the providers’ fleets', null);
  const shouldStop = ctx.cancelled;
  return withinFleets(plan, facts, {
    work,
    isOpen: (route) => route.ref === '' && route.locked !== true,
    solve: (school, limits) =>
      ctx.cancelled() ? null : solveWithin(school, facts, { limits, options: { seed, iterations: ITERATIONS, shouldStop } }), // prettier-ignore
  });
}
