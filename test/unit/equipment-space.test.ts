import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { equipmentSeats, equipmentSeatsAt } from '../../shared/casework/equipment-space.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { checkSetting } from '../../shared/costing/read-settings.ts';
import { auditedCounty, withClient } from '../helpers/audited-county.ts';
import { ON } from '../helpers/cost-facts.ts';
import { planCounty } from '../helpers/plan-county.ts';

const table = equipmentSeatsAt(DEFAULT_SETTINGS, ON);

describe('equipment that takes seats', () => {
  it.each([
    ['', 0],
    ['Booster seat', 0],
    ['Harness', 0],
    ['Crelling harness', 0],
    ['Walking frame', 1],
    ['FRAMES', 1],
    ['frame, rollator', 2],
    ['Large harness seat (Carrot 3)', 1],
    ['large harness-seat and walker', 2],
    ['Picture-framed visor', 0],
  ])('%s: %i by the settings [A]', (equipment, seats) => {
    expect(equipmentSeats({ equipment }, table)).toBe(seats);
  });

  it.each([
    [{}, true],
    [{ 'standing frame': 2 }, true],
    [{ frame: 0.5 }, false],
    [{ frame: -1 }, false],
    [{ frame: 5 }, false],
    [{ '': 1 }, false],
    [[1], false],
  ])('takes %j as a list of seats: %s', (value, good) => {
    expect(checkSetting('equipment_seats', value).ok).toBe(good);
  });

  it('needs a larger vehicle, and says so where none holds it', () => {
    const classOf = (facts: AuditFacts) =>
      planCounty(facts, 100).routes.find(({ stops }) => stops.some((stop) => stop.client_id === 3));
    const own = { sole_occupancy: true, assistant: 'own' } as const;
    const bare = withClient(3, own);
    const framed = withClient(3, { ...own, equipment: 'Walking frame, large harness seat' });
    expect(classOf(bare)?.vehicle_class).toBe('taxi');
    expect(classOf(framed)?.vehicle_class).toBe('minibus');
    expect(auditPlan(planCounty(framed, 100), framed).passed).toBe(true);
    const settings = auditedCounty.settings.map((each) =>
      each.key === 'equipment_seats'
        ? { ...each, value: { frame: 4, 'harness seat': 4, walker: 4 } }
        : each,
    );
    const huge = {
      ...withClient(3, { ...own, equipment: 'Frame, walker, harness seat' }),
      settings,
    };
    const left = planCounty(huge, 50).unallocated.find((each) => each.client_id === 3);
    expect(left?.detail).toContain('14 seats (12 for the equipment)');
  });

  it('is found by the audit when the form names it after planning', () => {
    const own = { sole_occupancy: true, assistant: 'own' } as const;
    const plan = planCounty(withClient(3, own), 100);
    const now = withClient(3, { ...own, equipment: 'Walking frame, large harness seat' });
    const report = auditPlan(plan, now);
    expect(report.violations.find(({ code }) => code === 'over_seats')?.text).toContain(
      'equipment that takes 2 seats',
    );
    expect(report.passed).toBe(false);
  });

  it('is asked of the provider on a contract that carries them already', () => {
    const seats = Math.max(...auditedCounty.contracts.map((each) => each.seats));
    const settings = auditedCounty.settings.map((each) =>
      each.key === 'equipment_seats' ? { ...each, value: { frame: 4 } } : each,
    );
    const facts = { ...withClient(1, { equipment: 'Frame' }), settings };
    const report = auditPlan(planCounty(facts, 50), facts);
    expect(seats).toBeLessThan(5);
    expect(report.violations.map(({ code, severity }) => [code, severity])).toContainEqual([
      'equipment_without_seat',
      'notice',
    ]);
    expect(report.passed).toBe(true);
  });
});
