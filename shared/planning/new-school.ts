/** A school that does not exist yet: the routes that would carry children to it, and what they leave behind. */
import { sumPence } from '../kernel/units.ts';
import type { Client } from '../model/client.ts';
import type { PlannedRoute, Unallocated } from '../model/plan.ts';
import type { School } from '../model/school.ts';
import { leavingOf, moved, type Leaving } from './at-school.ts';
import { sortCounty } from './county.ts';
import type { CountyDesk } from './desk/county-desk.ts';
import { planSchool } from './plan-school.ts';
import type { SolveOptions } from './solve.ts';
import { onePerClient } from './unallocated.ts';

/** Routes planned for it, priced by the rate card. Money in pence a year. */
export interface NewSchoolRoutes {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  /** What the routes to it cost. */
  readonly year_pence: number;
  /** What the plan in use costs less without these children; null: none was on a route. */
  readonly leaving: Leaving | null;
  /** Routes less what is left behind; negative saves. */
  readonly change_pence: number;
}

/**
 * Plans routes to a school for children who would go there, from nothing, while every contract that goes on carrying others keeps its price.
 * The same plan, records, seed and iterations give the same answer. The plan in use stays as it is.
 */
export function planNewSchool(
  county: CountyDesk,
  asked: { readonly school: School; readonly clients: readonly Client[] },
  options: SolveOptions,
): NewSchoolRoutes {
  const { school, clients } = asked;
  const leaving = leavingOf(county, clients);
  const facts = moved(county.facts, clients, school);
  const work = sortCounty(facts);
  const own = work.schools.find((each) => each.listed && each.school.urn === school.urn);
  const { routes, unallocated } =
    own === undefined ? { routes: [], unallocated: [] } : planSchool(own, facts, options);
  const ids = new Set(clients.map((each) => each.id));
  const untried = work.unallocated.filter((each) => ids.has(each.client_id));
  const year_pence = sumPence(routes.map((route) => route.cost_year_pence));
  return {
    routes,
    unallocated: onePerClient([...unallocated, ...untried]),
    year_pence,
    leaving,
    change_pence: year_pence - (leaving?.year_pence ?? 0),
  };
}
