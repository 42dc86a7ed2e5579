import { expect, it } from 'vitest';
import type { AuditedPlan } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { auditedCounty, change, changeStop, routeWith } from '../helpers/audited-county.ts';

const fresh = routeWith(4);
const clinical = routeWith(5);

/** What is planted in the afternoon, where, and the code that must be found. */
const PLANTED: readonly (readonly [string, AuditedPlan, string])[] = [
  [
    'two clients let off in one place of the afternoon',
    changeStop(fresh, 4, { drop_off_order: 9 }),
    'drop_off_order_wrong',
  ],
  [
    'an afternoon that says it is shorter than it is',
    changeStop(fresh, 4, { home_ride_s: 10 }),
    'home_ride_wrong',
  ],
  [
    'a time at home that does not follow from leaving the school',
    changeStop(fresh, 4, { drop_off_s: 50_000 }),
    'drop_off_wrong',
  ],
  ['another length of the afternoon', change(fresh, { home_m: 1 }), 'home_distance_wrong'],
  ['another direct way home', changeStop(fresh, 4, { home_direct_s: 1 }), 'home_direct_wrong'],
  [
    'a way home over a clinical limit',
    changeStop(clinical, 5, { home_ride_s: 3001 }),
    'over_clinical_limit_home',
  ],
  [
    'a way home over the guide without need',
    changeStop(fresh, 4, { home_ride_s: 5000 }),
    'over_guide_home',
  ],
];

it.each(PLANTED)('the audit finds %s', (_what, planted, code) => {
  const report = auditPlan(planted, auditedCounty);
  expect(report.violations.map((each) => each.code)).toContain(code);
  expect(report.passed).toBe(false);
});
