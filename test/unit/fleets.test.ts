import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { ProviderFleet } from '../../shared/model/register.ts';
import { auditedCounty, auditedPlan } from '../helpers/audited-county.ts';

const fleet = (given: Partial<ProviderFleet>): ProviderFleet => ({
  provider: 'Apex',
  vehicle_class: 'taxi',
  count: 99,
  districts: [],
  ...given,
});
const found = (fleets: readonly ProviderFleet[], given: Partial<AuditFacts> = {}) =>
  auditPlan(auditedPlan, { ...auditedCounty, ...given, fleets }).violations.filter(
    ({ code }) => code === 'fleet_short',
  );
const taxis = auditedPlan.routes.filter(
  (route) => route.vehicle_class === 'taxi' && route.contract_id === null,
);

describe('the audit of fleets', () => {
  it('asks nothing where no fleet is on the register, nor of a class that no fleet names', () => {
    expect(taxis.length).toBeGreaterThan(0);
    expect(found([])).toEqual([]);
    expect(found([fleet({ vehicle_class: 'minibus', count: 0 })]).map(({ text }) => text).join(' ')).not.toContain('Taxi'); // prettier-ignore
  });

  it('says how many are short, of what, where and for which routes; it does not stop the plan', () => {
    const [short] = found([fleet({ count: 0 })], { district_names: new Map([['', 'Kent']]) });
    expect(short?.severity).toBe('notice');
    expect(short?.text).toContain(`${taxis.length} vehicle`);
    expect(short?.text).toContain('of the class Taxi');
    for (const { ref } of taxis) expect(short?.text).toContain(ref);
  });

  it('counts only vehicles that work where the routes begin', () => {
    const clients = new Map([...auditedCounty.clients].map(([id, client]) => [id, { ...client, district_code: 'E1' }])); // prettier-ignore
    const district_names = new Map([['E1', 'Maidstone']]);
    const here = { clients, district_names };
    expect(found([fleet({ districts: ['E1'] })], here)).toEqual([]);
    expect(found([fleet({ districts: ['E2'] })], here)[0]?.text).toContain('begin in Maidstone');
  });

  it('gives a contract none but its own provider’s, and asks nothing of a provider without a fleet', () => {
    const [contract] = auditedPlan.routes.filter((route) => route.contract_id !== null);
    const class_ = contract?.vehicle_class ?? '';
    const own = fleet({ provider: contract?.provider ?? '', vehicle_class: class_, count: 0 });
    const other = fleet({ provider: 'Somebody else', vehicle_class: class_ });
    const refs = (list: readonly { readonly text: string }[]) =>
      list.map(({ text }) => text).join();
    expect(refs(found([own, other]))).toContain(contract?.ref);
    expect(refs(found([other]))).not.toContain(contract?.ref ?? '-');
  });
});
