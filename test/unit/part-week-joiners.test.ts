import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { auditedCounty } from '../helpers/audited-county.ts';
import { someClient, someContract } from '../helpers/cost-facts.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { someApplication } from '../helpers/random-county.ts';

/** Two children on a contract of three seats, and two who wait on their way: one on Mondays and Tuesdays, one on the other days. */
const clients = [
  someClient(1, { lat: 51.2, lon: 0.45, school_urn: 1 }),
  someClient(2, { lat: 51.22, lon: 0.5, school_urn: 1 }),
  someClient(3, { lat: 51.23, lon: 0.42, school_urn: 1, days: ['Mon', 'Tue'] }),
  someClient(4, { lat: 51.2301, lon: 0.4202, school_urn: 1, days: ['Wed', 'Thu', 'Fri'] }),
];
const facts: AuditFacts = {
  ...auditedCounty,
  clients: new Map(clients.map((each) => [each.id, each])),
  applications: new Map([3, 4].map((id) => [id, someApplication(id)])),
  contracts: [someContract(1, { seats: 3, arrives_s: 31_000 })],
};
const withOne = (id: number): AuditFacts => ({
  ...facts,
  clients: new Map(clients.filter((each) => each.id < 3 || each.id === id).map((c) => [c.id, c])),
});
const running = ({ routes }: { readonly routes: readonly PlannedRoute[] }) =>
  defined(routes.find((route) => route.contract_id === 1), 'the running route'); // prettier-ignore
const variationOf = (route: PlannedRoute): number =>
  route.cost.find(({ kind }) => kind === 'variation')?.pence ?? 0;
const codes = (route: PlannedRoute): readonly string[] =>
  auditPlan({ routes: [route], unallocated: [] }, facts).violations.map(({ code }) => code);

describe('joiners of part of a week', () => {
  it('share the last seat of a contract where they never meet', () => {
    const plan = planCounty(facts, 200);
    expect(plan.routes.map((route) => route.stops.length)).toEqual([4]);
    expect(auditPlan(plan, facts).passed).toBe(true);
  });

  it('are paid for on their days alone', () => {
    const [twoDays, threeDays] = [planCounty(withOne(3), 200), planCounty(withOne(4), 200)];
    const whole = { ...withOne(3) };
    const allWeek = planCounty(
      { ...whole, clients: new Map([...whole.clients, [3, { ...defined(clients[2], '3'), days: [] }]]) }, // prettier-ignore
      200,
    );
    const price = variationOf(running(allWeek));
    expect(price).toBeGreaterThan(0);
    expect(variationOf(running(twoDays))).toBe(Math.floor((price * 2) / 5 + 0.5));
    expect(Math.abs(variationOf(running(threeDays)) - (price * 3) / 5)).toBeLessThan(30);
    expect(running(twoDays).cost.find(({ kind }) => kind === 'variation')?.working).toContain(
      'on Mon, Tue alone: 2 of 5 days',
    );
  });

  it.each([
    ['priced for the whole week', 2.5],
    ['priced for nothing', 0],
  ])('are found by the audit when they are %s', (_, factor) => {
    const right = running(planCounty(withOne(3), 200));
    const cost = right.cost.map((line) =>
      line.kind === 'variation' ? { ...line, pence: Math.round(line.pence * factor) } : line,
    );
    const cost_day_pence = cost.reduce((sum, line) => sum + line.pence, 0);
    const cost_year_pence = cost_day_pence * right.days_a_year;
    expect(codes(right)).not.toContain('variation_wrong');
    expect(codes({ ...right, cost, cost_day_pence, cost_year_pence })).toContain('variation_wrong');
  });
});
