import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ClinicalWaiver, GuideReason } from '../../shared/model/ride-record.ts';
import {
  auditedCounty as facts,
  auditedPlan as plan,
  routeWith,
  withClient,
} from '../helpers/audited-county.ts';
import { ON } from '../helpers/cost-facts.ts';
import { planCounty } from '../helpers/plan-county.ts';

const fresh = routeWith(4);
const clinical = routeWith(5);

const WAIVER: ClinicalWaiver = {
  id: 1,
  client_id: 5,
  allowed_s: 14_400,
  granted_by: 'Dr Amin',
  reason: 'No nearer school.',
  evidence: 'Letter of 1 Jul 2026',
  from_on: isoDate('2026-08-01'),
  until_on: isoDate('2027-07-31'),
  recorded_on: ON,
  recorded_by: 'S Clarke',
  withdrawn: null,
};

/** The client with a clinical limit of a minute, and a waiver of it. */
function waived(given: Partial<ClinicalWaiver>): AuditFacts {
  return {
    ...withClient(5, { clinical_limit_s: 60 }),
    waivers: new Map([[5, [{ ...WAIVER, ...given }]]]),
  };
}

/** Everybody's guide is a minute, which no direct journey keeps; one of them has a reason on record. */
function explained(given: Partial<GuideReason>): AuditFacts {
  const [stop] = fresh.stops;
  const { client_id, direct_s, ride_s } = defined(stop, 'a stop');
  const reason = {
    id: 1,
    client_id,
    route_ref: fresh.ref,
    school_urn: 1,
    direct_s,
    planned_s: ride_s,
    reason: 'Nobody is nearer.',
    recorded_on: ON,
    recorded_by: 'S Clarke',
    withdrawn: null,
    ...given,
  };
  return { ...facts, guide_reasons: new Map([[client_id, [reason]]]), settings: minuteGuide() };
}

function minuteGuide(): AuditFacts['settings'] {
  return DEFAULT_SETTINGS.map((each) => {
    if (/^ride_guide_(primary|secondary)_s$/.test(each.key)) return { ...each, value: 60 };
    // Every ride is within need: only what stands on the list matters here.
    return each.key === 'over_guide_allowance' ? { ...each, value: 100 } : each;
  });
}

const overGuide = (given: AuditFacts): readonly (number | null)[] =>
  auditPlan(plan, given).violations.flatMap(({ code, severity, client_id }) =>
    code === 'over_guide' && severity === 'notice' ? [client_id] : [],
  );

/** In the morning and on the way home. */
const BROKEN = ['broken over_clinical_limit', 'broken over_clinical_limit_home'];

describe('rides over their limit', () => {
  const codes = (given: AuditFacts) =>
    auditPlan(plan, given).violations.flatMap(({ code, severity, client_id }) =>
      client_id === 5 && /clinical|waiver/.test(code) ? [`${severity} ${code}`] : [],
    );

  it('are broken over a clinical limit, and a notice under a waiver in force', () => {
    expect(codes(withClient(5, { clinical_limit_s: 60 }))).toEqual(BROKEN);
    expect(codes(waived({}))).toEqual(['notice under_waiver', 'notice under_waiver_home']);
  });

  it.each<[string, Partial<ClinicalWaiver>]>([
    ['was withdrawn', { withdrawn: { on: ON, by: 'S Clarke', reason: 'Taken back.' } }],
    ['has ended', { until_on: isoDate('2026-08-09') }],
    ['has not begun', { from_on: isoDate('2026-08-11') }],
    ['allows less than the ride', { allowed_s: 120 }],
  ])('are broken under a waiver that %s', (_what, given) => {
    expect(codes(waived(given))).toEqual(BROKEN);
  });

  it('want a reason over the guide, until one is recorded', () => {
    const [stop] = fresh.stops;
    const { client_id, ride_s } = defined(stop, 'a stop');
    const wanted = overGuide({ ...facts, settings: minuteGuide() });
    expect(wanted).toContain(client_id);
    expect(overGuide(explained({}))).toEqual(wanted.filter((each) => each !== client_id));
    for (const planted of [
      { planned_s: ride_s - 120 },
      { school_urn: 2 },
      { withdrawn: { on: ON, by: 'S Clarke', reason: 'Wrong child.' } },
    ])
      expect(overGuide(explained(planted))).toEqual(wanted);
    // A ride that moved by less than the minute an officer saw stays covered.
    expect(overGuide(explained({ planned_s: ride_s - 50 }))).not.toContain(client_id);
  });

  it('let the planner use a waiver, and no more than it allows', () => {
    const direct = defined(
      clinical.stops.find((stop) => stop.client_id === 5),
      'stop',
    ).direct_s;
    const left = (given: AuditFacts) =>
      planCounty(given, 50).unallocated.flatMap(({ client_id, reason }) =>
        client_id === 5 ? [reason] : [],
      );
    expect(left(withClient(5, { clinical_limit_s: 60 }))).toEqual(['clinical_limit']);
    expect(left(waived({ allowed_s: Math.ceil(direct) }))).toEqual([]);
    expect(left(waived({ allowed_s: Math.floor(direct) - 30 }))).toEqual(['clinical_limit']);
    const withWaiver = waived({ allowed_s: Math.ceil(direct) });
    expect(auditPlan(planCounty(withWaiver, 50), withWaiver).passed).toBe(true);
  });
});
