import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { getsThere, streetLimit, type StreetLimit } from '../../shared/casework/street-access.ts';
import { bestTargets } from '../../shared/edits/best-targets.ts';
import { makeEdit } from '../../shared/edits/make-edit.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { ACCESS } from '../../shared/casework/tif/sections/journey.ts';
import type { Client } from '../../shared/model/client.ts';
import { auditedCounty, withClient } from '../helpers/audited-county.ts';
import { someClient } from '../helpers/cost-facts.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { planOf } from '../helpers/random-edits.ts';
import { someApplication } from '../helpers/random-county.ts';

const NARROW = new Map<number, StreetLimit>([[13, 'taxi']]);

/** Children of one village wait: ten are carried by one minibus, thirteen by one and a taxi. */
function village(streets: ReadonlyMap<number, StreetLimit>, size = 10): AuditFacts {
  const ids = Array.from({ length: size }, (_, at) => at + 10);
  const clients = ids.map((id): [number, Client] => [
    id,
    someClient(id, { lat: 51.3 + id / 10_000, lon: 0.6, school_urn: 1 }),
  ]);
  return {
    ...auditedCounty,
    clients: new Map(clients),
    applications: new Map(ids.map((id) => [id, someApplication(id)])),
    contracts: [],
    stops: [],
    streets,
  };
}

const classesOf = (facts: AuditFacts) =>
  new Map(
    planCounty(facts, 200).routes.flatMap((route) =>
      route.stops.map(({ client_id }) => [client_id, route.vehicle_class] as const),
    ),
  );

describe('streets that larger vehicles do not get to', () => {
  it.each<[StreetLimit | null, number, number, boolean]>([
    [null, 16, 0, true],
    ['taxi', 8, 0, true],
    ['taxi', 7, 1, true],
    ['taxi', 8, 1, false],
    ['car', 4, 0, true],
    ['car', 5, 0, false],
    ['car', 2, 1, false],
  ])(
    '%s: a vehicle of %s seats and %s wheelchair spaces: %s',
    (street, seats, wheelchairs, gets) => {
      const usual = { seats: 1, wheelchairs: 0 };
      expect(getsThere(street, { layouts: [usual, { seats, wheelchairs }] })).toBe(gets);
    },
  );

  it('reads the answers of the form, and no others', () => {
    const choices = ACCESS.questions.find(({ key }) => key === 'access_largest')?.choices ?? [];
    expect(choices.map(({ id }) => streetLimit(id))).toEqual([null, 'taxi', 'car']);
    expect(streetLimit(undefined)).toBeNull();
  });

  it('keep a child off a minibus, and the others on it', () => {
    expect(new Set(classesOf(village(new Map())).values())).toEqual(new Set(['minibus']));
    const with13 = classesOf(village(NARROW));
    expect(with13.get(13)).toBe('taxi');
    expect(with13.get(10)).toBe('minibus');
    expect(with13.size).toBe(10);
  });

  it('let two children of narrow streets share what gets there', () => {
    const facts = village(new Map([...NARROW, [14, 'car']]));
    const routes = planCounty(facts, 200).routes.filter((each) => each.vehicle_class === 'taxi');
    expect(
      routes.map(({ stops }) => stops.map((stop) => stop.client_id).toSorted((a, b) => a - b)),
    ).toEqual([[13, 14]]);
    expect(auditPlan(planCounty(facts, 200), facts).passed).toBe(true);
  });

  it('send a child to the route of another whose vehicle gets there, not to one of their own', () => {
    const [id] =
      [...classesOf(village(new Map(), 13))].find(([, each]) => each === 'minibus') ?? [];
    const facts = village(new Map([[id ?? 0, 'taxi']]), 13);
    const { routes } = planCounty(facts, 200);
    const loads = new Map(routes.map((each) => [each.vehicle_class, each.stops.length]));
    expect(routes).toHaveLength(2);
    expect(loads).toEqual(new Map([['minibus', 11], ['taxi', 2]])); // prettier-ignore
    expect(auditPlan(planCounty(facts, 200), facts).passed).toBe(true);
  });

  it('are kept to by the best places of the plan editor', () => {
    const facts = village(NARROW);
    const plan = planOf(facts);
    const off = makeEdit(plan, { kind: 'take-off', client_id: 13, reason: 'Tried' }, facts);
    if (!off.ok) throw new Error(off.error.cause);
    const found = bestTargets(off.value.plan, { client_id: 13, place: 'home' }, facts);
    if (!found.ok) throw new Error(found.error.cause);
    const [best, ...others] = found.value;
    const classAt = ({ plan: after }: { readonly plan: Plan }) =>
      after.routes.find(({ stops }) => stops.some(({ client_id }) => client_id === 13))
        ?.vehicle_class;
    expect(best === undefined ? '' : classAt(best.made)).toBe('taxi');
    // The minibus of the others is named after it, and the audit says why.
    const minibus = others.find(({ made }) => classAt(made) === 'minibus');
    expect(minibus?.made.effect.came.map(({ code }) => code)).toContain('street_too_narrow');
  });

  it.each([
    ['contradiction', { mobility: 'wheelchair_travels' }, 'car', 'travels in the wheelchair'],
    // An accessible minibus bears 300 kg, an accessible taxi 250 kg.
    ['no_access', { mobility: 'wheelchair_travels', occupied_weight_kg: 300 }, 'taxi', 'No minibus gets there, by the form'], // prettier-ignore
  ] as const)(
    'answer %s, with what would mend it, where nothing gets there',
    (reason, record, street, words) => {
      // prettier-ignore
      const facts = { ...withClient(3, record), streets: new Map([[3, street]]) };
      const plan = planCounty(facts, 100);
      const left = plan.unallocated.find((each) => each.client_id === 3);
      expect(left).toMatchObject({ reason });
      expect(left?.detail).toContain(words);
      expect(auditPlan(plan, facts).passed).toBe(true);
      const codes = auditPlan(plan, { ...facts, streets: new Map() }).violations.map(
        ({ code }) => code,
      );
      expect(codes).toContain('reason_wrong');
    },
  );

  it('are found by the audit when the form says more than the plan knew', () => {
    const plan = planCounty(village(new Map()), 200);
    const report = auditPlan(plan, village(NARROW));
    expect(report.violations.map(({ code, client_id }) => [code, client_id])).toEqual([
      ['street_too_narrow', 13],
    ]);
    expect(report.passed).toBe(false);
  });

  it('are a notice where the contract collects the child already', () => {
    const contracts = auditedCounty.contracts.map((each) => ({
      ...each,
      vehicle_class: 'minibus',
      seats: 12,
    }));
    const facts = { ...auditedCounty, contracts, streets: new Map([[1, 'taxi' as const]]) };
    const report = auditPlan(planCounty(facts, 100), facts);
    expect(
      report.violations.filter(({ code }) => code === 'street_too_narrow').map((e) => e.severity),
    ).toEqual(['notice']);
    expect(report.passed).toBe(true);
  });
});
