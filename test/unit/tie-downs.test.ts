import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { Client } from '../../shared/model/client.ts';
import { auditedCounty, withClient } from '../helpers/audited-county.ts';
import { planCounty } from '../helpers/plan-county.ts';

/** The county with client 3, who waits, in a wheelchair of a weight. */
const weighing = (occupied_weight_kg: number | null, given: Partial<Client> = {}): AuditFacts =>
  withClient(3, { mobility: 'wheelchair_travels', occupied_weight_kg, ...given });

const classOf = (facts: AuditFacts, client_id: number): string | undefined =>
  planCounty(facts, 100).routes.find(({ stops }) =>
    stops.some((stop) => stop.client_id === client_id),
  )?.vehicle_class;

/** Limits [A] by the settings: 250 kg in an accessible taxi, 350 kg in an accessible minibus. */
describe('wheelchairs and what vehicles bear', () => {
  it.each([
    [null, 'accessible_taxi'],
    [250, 'accessible_taxi'],
    [251, 'accessible_minibus'],
    [350, 'accessible_minibus'],
    [351, undefined],
  ])('%s kg travels by %s', (kg, vehicle) => {
    const facts = weighing(kg, { sole_occupancy: true });
    expect(classOf(facts, 3)).toBe(vehicle);
    expect(auditPlan(planCounty(facts, 100), facts).passed).toBe(true);
  });

  it('says what would mend it where no vehicle bears them', () => {
    const [left] = planCounty(weighing(351), 100).unallocated.filter(
      (each) => each.client_id === 3,
    );
    expect(left).toMatchObject({ reason: 'too_heavy' });
    expect(left?.detail).toContain('351 kg');
  });

  it('says that the rate card has no wheelchair space', () => {
    const settings = auditedCounty.settings.map((each) =>
      each.key === 'rate_card'
        ? {
            ...each,
            value: {
              classes: [
                {
                  id: 'taxi',
                  name: 'Taxi',
                  layouts: [{ seats: 3, wheelchairs: 0 }],
                  fixed_pence: 1,
                  per_km_pence: 1,
                },
              ],
              assistant_pence: 1,
            },
          }
        : each,
    );
    const facts = { ...weighing(100), settings };
    const [left] = planCounty(facts, 50).unallocated.filter((each) => each.client_id === 3);
    expect(left).toMatchObject({
      reason: 'no_vehicle',
      detail:
        'No vehicle class of the rate card offers 1 wheelchair space in one layout: it has no wheelchair space at all. Add a class or a layout to the rate card.',
    });
  });

  it('is found by the audit when the record is heavier than the plan knew', () => {
    const plan = planCounty(weighing(100, { sole_occupancy: true }), 100);
    const report = auditPlan(plan, weighing(300, { sole_occupancy: true }));
    expect(report.violations.map(({ code }) => code)).toContain('over_tie_down');
    expect(report.passed).toBe(false);
  });
});
