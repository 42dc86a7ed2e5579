import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { NetworkWay } from '../../shared/eligibility/network-ways.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { decideCase, ruleOf, TERM, walked, type CaseGiven } from '../helpers/eligibility-case.ts';

const distance = (given: CaseGiven) => ruleOf(decideCase(given), 'distance');
const SEVEN = { date_of_birth: isoDate('2019-05-01') };
const TEN = { date_of_birth: isoDate('2016-05-01') };

describe('the walking distance', () => {
  // Education Act 1996 s444(5): 3.218688 km under eight, 4.828032 km from eight; "more than" (s508B, Sch 35B).
  it.each([
    ['under eight', SEVEN, 3218.687, 'not_met'],
    ['under eight, just two miles', SEVEN, 3218.688, 'not_met'],
    ['under eight, more', SEVEN, 3218.7, 'met'],
    ['from eight', TEN, 4800, 'not_met'],
    ['from eight, just three miles', TEN, 4828.032, 'not_met'],
    ['from eight, more', TEN, 4828.05, 'met'],
  ])('measured on foot, %s', (_what, client, metres, outcome) => {
    const rule = distance({ client, evidence: walked(metres) });
    expect(rule).toMatchObject({ outcome, marginal: true, measure: { kind: 'walking_route' } });
    expect(rule.citation).toContain('s444(5)');
    expect(rule.measure?.how).toContain('a measuring wheel on 1 Oct 2026 by A. Officer');
  });

  it.each([
    ['the day before the eighth birthday', '2018-11-03', 2, 'met'],
    ['on the eighth birthday', '2018-11-02', 3, 'not_met'],
    ['the day after', '2018-11-01', 3, 'not_met'],
  ])('%s', (_what, born, miles, outcome) => {
    const client = { date_of_birth: isoDate(born) };
    const rule = distance({ client, evidence: walked(4000) });
    expect(rule).toMatchObject({ outcome, threshold: { miles } });
  });

  it.each([
    ['2027-02-28', 'met'],
    ['2027-03-01', 'met'],
    ['2028-02-28', 'met'],
    ['2028-02-29', 'not_met'],
  ])('of one born on 29 February 2020, on %s', (on, outcome) => {
    const client = { date_of_birth: isoDate('2020-02-29') };
    expect(distance({ client, evidence: walked(4000), on })).toMatchObject({ outcome });
  });

  // Without a walking network: over by the straight line, under by 2.19 times it, or the walking route is asked for.
  it.each([
    [5000, 'met', null],
    [4870, 'met', 'entrance'],
    [4850, 'cannot_tell', 'exact home'],
    [4800, 'cannot_tell', 'walking route'],
    [2250, 'cannot_tell', 'walking route'],
    [2200, 'cannot_tell', 'exact home'],
    [2170, 'not_met', 'entrance'],
    [2000, 'not_met', null],
  ])('by a straight line of %i m at ten: %s', (metres, outcome, missing) => {
    const rule = distance({ metres });
    expect(rule).toMatchObject({ outcome, measure: { kind: 'straight_line', home_error_m: 30 } });
    if (missing === null) expect(rule.missing).toEqual([]);
    else expect(rule.missing[0]).toContain(missing);
    expect(rule.margin_m).toBeCloseTo(metres - 4828.032, 0);
  });

  it('asks for the exact home where a postcode is all that is known', () => {
    const client = { position_source: 'postcode', position_error_m: 300 } as const;
    const near = distance({ metres: 5000, client });
    expect(near).toMatchObject({ outcome: 'cannot_tell', marginal: true });
    expect(near.missing[0]).toContain('exact home');
    expect(near.measure?.from).toContain('centroid');
    expect(near.measure?.error_m).toBeCloseTo(300 + 100 + 25, 1);
    expect(distance({ metres: 5300, client }).outcome).toBe('met');
  });

  it('takes the error that is set where the position gives none', () => {
    expect(distance({ client: { position_error_m: null } }).measure?.error_m).toBe(350);
  });

  it('flags a case within five per cent of its threshold', () => {
    expect(distance({ metres: 5060 })).toMatchObject({ outcome: 'met', marginal: true });
    expect(distance({ metres: 5080 })).toMatchObject({ outcome: 'met', marginal: false });
    expect(decideCase({ metres: 5060 }).marginal).toEqual(['distance']);
  });

  it('cannot tell without positions, and answers without an age where both limits agree', () => {
    expect(distance({ metres: null }).missing).toEqual(['The position of the home.']);
    expect(distance({ school: { lat: null, lon: null } }).missing).toEqual([
      'The position of the school.',
    ]);
    const client = { date_of_birth: null, year_group: 3 };
    expect(distance({ client, metres: 9000 }).outcome).toBe('met');
    expect(distance({ client, metres: 500 }).outcome).toBe('not_met');
    const between = distance({ client, evidence: walked(4000) });
    expect(between).toMatchObject({ outcome: 'cannot_tell', missing: ['The date of birth.'] });
  });

  it('follows its setting from the day it is changed', () => {
    const limit = defined(
      DEFAULT_SETTINGS.find(({ key }) => key === 'walk_limit_over_miles'),
      'limit',
    );
    const changed = { ...limit, value: 2.5, from_on: isoDate('2026-11-03'), source: 'A new Act' };
    const settings = [...DEFAULT_SETTINGS, changed];
    const given = { settings, evidence: walked(4200) };
    expect(distance({ ...given, on: TERM }).outcome).toBe('not_met');
    expect(distance({ ...given, on: '2026-11-03' })).toMatchObject({
      outcome: 'met',
      threshold: { miles: 2.5, from_on: '2026-11-03', source: 'A new Act' },
    });
  });
});

describe('edges of the personal transport budget', () => {
  // Kent's bands change at 5 and 10 miles of straight line.
  it.each([
    [7600, []],
    [7700, [5]],
    [8046.72, [5]],
    [8400, [5]],
    [8500, []],
    [15_300, [10]],
    [16_900, []],
  ])('at %d m: %j', (metres, edges) => {
    const found = decideCase({ metres }).cliff_edges;
    expect(found.map(({ edge_miles }) => edge_miles)).toEqual(edges);
  });

  it('say how far, on which side, and whether within the error', () => {
    const [near] = decideCase({ metres: 8000 }).cliff_edges;
    expect(near).toMatchObject({ within_error: true, margin_m: -46.7 });
    expect(near?.text).toContain('below the band edge at 5 miles');
    expect(decideCase({ metres: 8300 }).cliff_edges[0]?.within_error).toBe(false);
  });
});

describe('a way on foot on the road network', () => {
  const way = (distance_m: number, reach_m = 20): NetworkWay => ({
    distance_m,
    home_reach_m: reach_m,
    school_reach_m: 0,
    source: 'kent.osm.pbf, imported 10 Aug 2026',
  });
  // Ten years old: three miles, 4,828 m. Error: home 30 m, entrance as set, 5% of the way, the reach.
  const entrance = numberAt(DEFAULT_SETTINGS, 'school_error_m', TERM);
  const error = (metres: number, reach_m = 20) => 30 + entrance + 0.05 * metres + reach_m;
  const THREE = 3 * 1609.344;
  const tried = (
    metres: number,
    walking: NetworkWay | null,
    evidence: CaseGiven['evidence'] = {},
  ) => {
    let asked = 0;
    const ways = {
      walking: () => {
        asked++;
        return walking;
      },
      driving: () => null,
      schools: { kind: 'walking', source: '', to: () => new Float64Array() } as const,
    };
    const rule = ruleOf(decideCase({ metres, evidence, ways }), 'distance');
    return { rule, asked: () => asked };
  };

  it.each([
    ['is more than the limit by more than its error', 5600, 'met'],
    ['is more than the limit by less', 4900, 'cannot_tell'],
    ['falls short by less than its error', 4750, 'cannot_tell'],
    ['falls short by more', 4100, 'not_met'],
  ])('%s', (_what, metres, outcome) => {
    const { rule } = tried(3600, way(metres));
    expect(rule).toMatchObject({
      outcome,
      measure: { kind: 'walking_network', distance_m: metres },
    });
    expect(rule.measure?.error_m).toBeCloseTo(error(metres), 0);
    expect(rule.measure?.how).toContain('kent.osm.pbf');
    expect(Math.abs(metres - THREE) > error(metres)).toBe(outcome !== 'cannot_tell');
  });

  it('that lies far from the home proves less', () => {
    expect(tried(3600, way(5300, 10)).rule.outcome).toBe('met');
    expect(tried(3600, way(5300, 400)).rule.outcome).toBe('cannot_tell');
  });

  it('is asked for only where the straight line is not beyond the distance itself', () => {
    const far = tried(20_000, way(25_000));
    expect(far.rule).toMatchObject({ outcome: 'met', measure: { kind: 'straight_line' } });
    expect(far.asked()).toBe(0);
    expect(tried(3600, way(4100)).asked()).toBeGreaterThan(0);
  });

  it('corrects what the usual factor on a short line would have said', () => {
    const alone = tried(1000, null).rule;
    expect(alone).toMatchObject({ outcome: 'not_met', measure: { kind: 'straight_line' } });
    expect(tried(1000, way(5600)).rule.outcome).toBe('met');
  });

  it('gives way to what an officer measured', () => {
    const { rule } = tried(3600, way(4100), walked(5000));
    expect(rule).toMatchObject({ outcome: 'met', measure: { kind: 'walking_route' } });
  });
});
