/** The independent audit: is a plan lawful and feasible, and does its bill add up? */
import type { AuditReport } from '../model/plan.ts';
import type { AuditedPlan, AuditFacts, Check } from './audit-facts.ts';
import { assistants } from './checks/assistants.ts';
import { bill } from './checks/bill.ts';
import { competences } from './checks/competences.ts';
import { contractsKept } from './checks/contracts-kept.ts';
import { everyoneOnce } from './checks/everyone-once.ts';
import { fleets } from './checks/fleets.ts';
import { load } from './checks/load.ts';
import { numbers } from './checks/numbers.ts';
import { notWith } from './checks/not-with.ts';
import { provisional } from './checks/provisional.ts';
import { reasons } from './checks/reasons.ts';
import { rides } from './checks/rides.ts';
import { rightSchool } from './checks/right-school.ts';
import { schoolTimes } from './checks/school-times.ts';
import { sharing } from './checks/sharing.ts';
import { soleOccupancy } from './checks/sole-occupancy.ts';
import { streets } from './checks/streets.ts';
import { weeks } from './checks/weeks.ts';
import { tieDowns } from './checks/tie-downs.ts';
import { waysHome } from './checks/ways-home.ts';

const CHECKS: readonly Check[] = [
  numbers,
  everyoneOnce,
  weeks,
  contractsKept,
  rightSchool,
  sharing,
  load,
  tieDowns,
  streets,
  soleOccupancy,
  notWith,
  assistants,
  rides,
  waysHome,
  schoolTimes,
  bill,
  provisional,
  fleets,
  competences,
  reasons,
];

/**
 * Checks a plan against the records, sharing no code with the route builder. Passed means that nothing
 * is broken; notices are for a person to look at.
 */
export function auditPlan(plan: AuditedPlan, facts: AuditFacts): AuditReport {
  const violations = CHECKS.flatMap((check) => check(plan, facts)).toSorted(
    (a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'),
  );
  return {
    passed: violations.every((each) => each.severity === 'notice'),
    checked_routes: plan.routes.length,
    checked_clients:
      plan.routes.reduce((sum, route) => sum + route.stops.length, 0) + plan.unallocated.length,
    violations,
  };
}
