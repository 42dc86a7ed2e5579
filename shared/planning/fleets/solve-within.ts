/** A school solved with at most so many new routes of a class. */
import type { CountyFacts, SchoolWork } from '../county.ts';
import { fitVehicles } from '../fit-vehicles.ts';
import { placeOthers } from '../place-others.ts';
import { solveSchool } from '../plan-school.ts';
import { schoolPlan, type SchoolPlan } from '../school-plan.ts';
import { schoolProblem } from '../school-problem.ts';
import type { SolveOptions } from '../solve.ts';

/** The school's part of a plan under limits by class. */
export function solveWithin(
  work: SchoolWork,
  facts: CountyFacts,
  {
    limits,
    options,
  }: { readonly limits: ReadonlyMap<string, number>; readonly options: SolveOptions },
): SchoolPlan {
  const first = schoolProblem(work, facts);
  const vehicleTypes = first.problem.vehicleTypes.map((type) => ({
    ...type,
    count: Math.min(type.count, limits.get(type.id) ?? type.count),
  }));
  const limited = { ...first, problem: { ...first.problem, vehicleTypes } };
  const { made, solved } = solveSchool(limited, options);
  return schoolPlan(made, fitVehicles(made, placeOthers(made, solved)), facts);
}
