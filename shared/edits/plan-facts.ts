/** The measure a plan was made with: an edit reckons with the same, or not at all. */
import { travelBasisAt } from '../costing/read-settings.ts';
import { estimatedTravel } from '../geo/travel.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Plan } from '../model/plan.ts';
import type { EditFacts } from './edit.ts';

/** Estimating facts by the facts they were made of, so that what is kept with them stays kept. */
const estimating = new WeakMap<EditFacts, EditFacts>();

/** The facts with the plan's own measure; refused where its road network is not loaded any more. */
export function factsOfPlan(plan: Pick<Plan, 'roads'>, facts: EditFacts): Result<EditFacts> {
  const roads = plan.roads ?? '';
  const loaded = facts.travel?.source ?? '';
  if (roads === loaded) return ok(facts);
  if (roads !== '')
    return fail(
      'roads_changed',
      `The plan was measured on the roads of ${roads}, which are not loaded any more.`,
      'Plan again, then edit.',
      { roads },
    );
  let estimated = estimating.get(facts);
  if (estimated === undefined) {
    estimated = { ...facts, travel: estimatedTravel(travelBasisAt(facts.settings, facts.on)) };
    estimating.set(facts, estimated);
  }
  return ok(estimated);
}
