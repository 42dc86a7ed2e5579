import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import {
  addressProblems,
  careProblems,
  placementProblems,
} from '../../shared/casework/check-particulars.ts';
import { stepProblems } from '../../shared/casework/check-step.ts';
import { demoCounty } from '../../shared/demo/demo-county.ts';

const county = demoCounty({ seed: 1 });
const applications = new Map(county.applications.map((each) => [each.ref, each]));
const { life, particulars } = county;

describe('the life of the invented requests', () => {
  it('hands over what was awarded, after the decision and by the own day, on working days', () => {
    expect(life.steps.length).toBeGreaterThan(400);
    for (const { ref, given } of life.steps) {
      const application = applications.get(ref);
      if (application === undefined) throw new Error(ref);
      const facts = {
        application,
        decided_on: application.decided_on,
        last: null,
        is_carried: false,
        first_day: county.own_day,
      };
      expect(stepProblems(given, facts, county.own_day), ref).toEqual([]);
      expect(isWorkingDay(given.on), `${ref} ${given.on}`).toBe(true);
    }
  });

  it('asks for something of somebody where it waits, and appeals what was refused', () => {
    expect(life.asked.length).toBeGreaterThan(50);
    for (const { ref, asked } of life.asked) {
      expect(applications.get(ref)?.status).toBe('more_information');
      expect(asked.asked_on >= (applications.get(ref)?.received_on ?? '9')).toBe(true);
      expect(asked.chase_on > asked.asked_on).toBe(true);
    }
    expect(life.appeals).toHaveLength(12);
    for (const { ref, decided_on, given, end } of life.appeals) {
      expect(applications.get(ref)?.status).toBe('refused');
      expect(given.lodged_on >= decided_on).toBe(true);
      expect(given.lodged_on <= county.own_day).toBe(true);
      if (end !== null) expect(end.on >= given.lodged_on && end.on <= county.own_day).toBe(true);
    }
  });
});

describe('what the invented children have beside their records', () => {
  it('stands up to the checks of the screens', () => {
    const { addresses, placements, care, moves } = particulars;
    expect([addresses.length > 60, placements.length > 40, care.length, moves.length]).toEqual([
      true,
      true,
      64,
      10,
    ]);
    for (const { given, client_id } of addresses) {
      const others = addresses.filter(
        (each) => each.client_id === client_id && each.given !== given,
      );
      expect(
        addressProblems(
          given,
          others.map((each) => each.given),
        ).filter((text) => !text.includes('both have')),
      ).toEqual([]);
    }
    for (const { given } of placements) expect(placementProblems(given)).toEqual([]);
    for (const { given } of care) expect(careProblems(given)).toEqual([]);
  });

  it('comes from streams of their own: the same again', () => {
    const again = demoCounty({ seed: 1 });
    expect(again.particulars).toEqual(particulars);
    expect(again.life).toEqual(life);
  });
});

describe('twins and children of one name', () => {
  it('are there, each a record of their own', () => {
    const key = (each: (typeof county.clients)[number]): string =>
      `${each.surname} ${each.postcode} ${each.date_of_birth}`;
    const requested = new Set(county.applications.map(({ client_id }) => client_id));
    const seen = new Map<string, number>();
    for (const each of county.clients)
      if (requested.has(each.id)) seen.set(key(each), (seen.get(key(each)) ?? 0) + 1);
    expect([...seen.values()].filter((count) => count === 2).length).toBeGreaterThanOrEqual(8);
    expect(new Set(county.clients.map(({ ref }) => ref)).size).toBe(county.clients.length);
  });
});
