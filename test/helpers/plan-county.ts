import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { PlannedRoute, Unallocated } from '../../shared/model/plan.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { nameRoutes } from '../../shared/planning/route-refs.ts';
import { onePerClient } from '../../shared/planning/unallocated.ts';
import { shareRoutes } from '../../shared/planning/sharing/share-routes.ts';
import { sharedContract } from '../../shared/planning/sharing/shared-contracts.ts';
import { planSchool } from '../../shared/planning/plan-school.ts';

/** A county's plan without a store: as the planning job makes it. */
export function planCounty(
  facts: AuditFacts,
  iterations: number,
): { readonly routes: readonly PlannedRoute[]; readonly unallocated: readonly Unallocated[] } {
  const work = sortCounty(facts);
  const parts = work.schools.map((each) =>
    planSchool(each, facts, { seed: 1, iterations, shouldStop: () => false }),
  );
  const routes = [
    ...shareRoutes(
      parts.flatMap((part) => part.routes),
      facts,
    ),
    ...work.shared.map((run) => sharedContract(run, facts)),
  ];
  return {
    routes: nameRoutes(routes, (urn) => (urn === null ? '' : (facts.schools.get(urn)?.name ?? ''))),
    unallocated: onePerClient([...work.unallocated, ...parts.flatMap((part) => part.unallocated)]),
  };
}
