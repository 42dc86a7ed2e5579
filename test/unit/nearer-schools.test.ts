import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
/** Nearer schools by ways on a network: what they are called, what is not known, and how the rules speak of it. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { measureWords } from '../../shared/casework/decision-words.ts';
import { judgePlacement } from '../../shared/eligibility/judge-placement.ts';
import { compareSchools, type SchoolWays } from '../../shared/eligibility/nearer-schools.ts';
import type { NetworkWays } from '../../shared/eligibility/network-ways.ts';
import { costPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { makeOverview } from '../../shared/pressure/overview.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { judgePlacements, sumPlacements } from '../../shared/pressure/placement.ts';
import {
  ON,
  someClient,
  someContract,
  someFacts,
  someLine,
  someRoute,
  someSchool,
  someStop,
  YEAR,
} from '../helpers/cost-facts.ts';
import { decideCase, ruleOf } from '../helpers/eligibility-case.ts';

const SOURCE = 'kent.osm.pbf, map of 1 Mar 2026, imported 10 Aug 2026';

/** Ways by URN, metres; beyond the network for any other. */
const waysBy = (
  kind: SchoolWays['kind'],
  lengths: Readonly<Record<number, number>>,
): SchoolWays => ({
  kind,
  source: SOURCE,
  to: (schools) => Float64Array.from(schools, ({ urn }) => lengths[urn] ?? Number.NaN),
});

// One degree of latitude is 111,195 m on the sphere: the home lies 11.1 km from school 1 and 5.6 km from school 2.
const NAMED = someSchool(1, { lat: 51.3, lon: 0.5, name: 'Meadowfield School' });
const NEAR = someSchool(2, { lat: 51.25, lon: 0.5, name: 'Oast School' });
const HOME = { lat: 51.2, lon: 0.5 };
const placing = { client: someClient(1, HOME), phase: 'primary' as const, year: YEAR };

describe('schools compared with the one named', () => {
  const compare = (lengths: Readonly<Record<number, number>> | null) =>
    compareSchools(placing, {
      named: NAMED,
      candidates: [NAMED, NEAR],
      ways: lengths === null ? null : waysBy('walking', lengths),
    });

  it('are nearer on foot or not, whatever the straight line says', () => {
    expect(compare(null)?.schools).toMatchObject([{ school: { urn: 2 }, by: 'straight_line' }]);
    expect(compare({ 1: 12_000, 2: 14_000 })?.schools).toEqual([]);
    expect(compare({ 1: 12_000, 2: 11_000 })).toMatchObject({
      named_m: 12_000,
      by: 'walking',
      source: SOURCE,
      schools: [{ distance_m: 11_000, by: 'walking', is_nearer: 'yes' }],
    });
    // The same length is not nearer.
    expect(compare({ 1: 12_000, 2: 12_000 })?.schools).toEqual([]);
  });

  it('cannot be told beyond the network, unless the line alone is too long', () => {
    expect(compare({ 1: 12_000 })?.schools).toMatchObject([
      { school: { urn: 2 }, by: 'straight_line', is_nearer: 'cannot_tell' },
    ]);
    expect(compare({ 1: 5500 })?.schools).toEqual([]);
  });

  it('are all by straight line where the network reaches not both home and school named', () => {
    expect(compare({ 2: 100 })).toEqual(compare(null));
  });

  it('make a placement that cannot be told where the only nearer one lies beyond the network', () => {
    const judged = (lengths: Readonly<Record<number, number>>) =>
      judgePlacement(placing, {
        named: NAMED,
        candidates: [NEAR],
        ways: waysBy('road', lengths),
        tolerance_m: 500,
      });
    expect(judged({ 1: 12_000 })).toMatchObject({ kind: 'cannot_tell' });
    expect(judged({ 1: 12_000, 2: 11_600 })).toEqual({ kind: 'nearest', by: 'road' });
    expect(judged({ 1: 12_000, 2: 9000 })).toMatchObject({
      kind: 'beyond',
      named_m: 12_000,
      nearest_m: 9000,
      by: 'road',
    });
  });
});

describe('the rule of the nearest suitable school', () => {
  const client = { section_i: 'School named; parental preference, a nearer school is also named' };
  const near = someSchool(2, { lat: 51.25, lon: 0.5, name: 'Oast School' });
  const answered = (suitable: boolean) => ({
    nearer: [{ urn: 2, suitable, on: isoDate('2026-02-10'), source: 'The head, by letter' }],
  });
  const ways = (lengths: Readonly<Record<number, number>>): NetworkWays => ({
    walking: () => ({ distance_m: 12_000, home_reach_m: 20, school_reach_m: 10, source: SOURCE }),
    driving: () => null,
    schools: waysBy('walking', lengths),
  });
  const nearest = (
    lengths: Readonly<Record<number, number>>,
    evidence: Parameters<typeof decideCase>[0] = {},
  ) =>
    ruleOf(
      decideCase({ client, others: [near], ways: ways(lengths), ...evidence }),
      'nearest_suitable_school',
    );

  it('asks with the distance, its kind and the network', () => {
    const rule = nearest({ 1: 12_000, 2: 6437.376 });
    expect(rule.outcome).toBe('cannot_tell');
    expect(rule.missing.join(' ')).toContain('Oast School (URN 2, 4.0 miles walking)');
    expect(rule.measure).toMatchObject({ kind: 'walking_network', distance_m: 12_000 });
    expect(rule.measure?.how).toContain(SOURCE);
    expect(measureWords(rule)).toBe('The school named: 7.5 miles, walking, on the road network');
  });

  it('refuses with both distances said', () => {
    const rule = nearest({ 1: 12_000, 2: 6437.376 }, { evidence: answered(true) });
    expect(rule).toMatchObject({ outcome: 'not_met' });
    expect(rule.reason).toContain(
      'Oast School is 4.0 miles walking, the school named 7.5 miles walking.',
    );
  });

  it('is met where every way is longer, though a line is shorter', () => {
    expect(nearest({ 1: 12_000, 2: 12_001 }, { evidence: answered(true) }).outcome).toBe('met');
  });

  it('does not refuse by a school whose way is not known, though it would have suited', () => {
    const rule = nearest({ 1: 12_000 }, { evidence: answered(true) });
    expect(rule.outcome).toBe('cannot_tell');
    expect(rule.missing.join(' ')).toContain('in a straight line): is it nearer on foot?');
    expect(nearest({ 1: 12_000 }, { evidence: answered(false) }).outcome).toBe('met');
  });

  it('says nothing of measures without a network', () => {
    const rule = ruleOf(decideCase({ client, others: [near] }), 'nearest_suitable_school');
    expect(rule.measure).toBeNull();
    expect(rule.missing.join(' ')).toContain('miles in a straight line): was it suitable');
  });
});

describe('what a placement costs', () => {
  const client = someClient(1, { ...HOME, school_urn: 1 });
  const leaver = someClient(2, { lat: 51.28, lon: 0.5, school_urn: 1 });
  const roads = (lengths: Readonly<Record<number, number>>) => ({
    source: SOURCE,
    from: () => waysBy('road', lengths),
  });
  const facts = (lengths: Readonly<Record<number, number>> | null, plan_roads = '') => {
    const made = someFacts({
      routes: [someRoute(1, { stops: [someStop(1)] }, [someLine('distance', 10_000)])],
      clients: [client, leaver],
      schools: [NAMED, NEAR],
      contracts: [someContract(9)],
    });
    const stops = [1, 2].map((client_id) => ({
      contract_id: 9,
      client_id,
      stop_order: client_id,
      pick_up_s: null,
      released: false,
      left_on: null,
    }));
    const plan = { ...made.plan, roads: plan_roads };
    const found = { ...made, plan, stops };
    return lengths === null ? found : { ...found, roads: roads(lengths) };
  };
  const placed = (lengths: Readonly<Record<number, number>> | null) => {
    const given = facts(lengths);
    const all = judgePlacements(given, buildLedger(given));
    return { all, sum: sumPlacements(given, all) };
  };

  it('goes by the ways by road, and says so', () => {
    const line = placed(null);
    expect(line.sum.distances).toBe('est.');
    expect(line.sum.note).not.toContain('road:');
    const road = placed({ 1: 20_000, 2: 15_000 });
    expect(road.sum).toMatchObject({ distances: 'by road', excess_distance_m: 5000 });
    expect(road.sum.note).toContain(`fastest ways by car on ${SOURCE}.`);
    // A quarter of the part that comes with distance, where the straight line says half of it.
    expect(road.sum.excess_year_pence * 2).toBeCloseTo(line.sum.excess_year_pence, -1);
    expect(placed({ 1: 10_000, 2: 15_000 }).sum.clients_beyond).toBe(0);
  });

  it('counts a child on two routes to one school once, with both shares', () => {
    const once = placed({ 1: 20_000, 2: 15_000 });
    const two = sumPlacements(facts({}), [...once.all, ...once.all]);
    expect(two).toMatchObject({ clients_beyond: 1, excess_distance_m: 5000 });
    expect(two.excess_year_pence).toBe(2 * once.sum.excess_year_pence);
    expect(two.rows).toMatchObject([{ clients: 1, mean_excess_m: 5000 }]);
  });

  it('is said to be estimated where the network does not reach', () => {
    const { sum } = placed({});
    expect(sum.distances).toBe('est.');
    expect(sum.note).toContain('For 1 of the 1 clients beyond');
    expect(sum.excess_distance_m).toBe(placed(null).sum.excess_distance_m);
  });

  it('is cautioned about where the plan and the network loaded are not of one piece', () => {
    const marks = { county: 'Kent', demo: false, on: ON, version: '' };
    const cautions = (given: ReturnType<typeof facts>) =>
      costPressureSummary(given, marks).cautions.filter((text) => /istances/.test(text));
    const lines = 'Distances are estimated from straight lines, not measured by road.';
    const again = `A road network is loaded since the plan was made (${SOURCE}): plan again to have its distances.`;
    expect(cautions(facts(null))).toEqual([lines]);
    expect(cautions(facts({}))).toEqual([lines, again]);
    const made = facts({}, SOURCE);
    const routes = made.plan.routes.map((route) => ({ ...route, distance_basis: 'road' as const }));
    const byRoad = { ...made, plan: { ...made.plan, routes, distance_basis: 'road' as const } };
    expect(cautions(byRoad)).toEqual([`Distances are fastest ways by road on ${SOURCE}.`]);
    expect(makeOverview(byRoad)).toMatchObject({ distances: 'by road', roads: SOURCE });
    expect(makeOverview(byRoad).assumptions.find(({ key }) => key === 'distances')).toMatchObject({
      value: 'by road',
      source: `Fastest ways by car on ${SOURCE}`,
    });
  });

  it('has last year’s shares by distance by road only where the plan is measured on the same network', () => {
    const settings = DEFAULT_SETTINGS.map((each) =>
      each.key === 'share_rule' ? { ...each, value: 'distance' } : each,
    );
    const shares = (given: ReturnType<typeof facts>) =>
      buildLedger({ ...given, settings }).last_year.map(({ day_pence }) => day_pence);
    const lengths = { 1: 40_000 };
    expect(shares(facts(lengths))).toEqual(shares(facts(null)));
    expect(shares(facts(lengths, 'another file'))).toEqual(shares(facts(null)));
    const [carried = 0, left = 0] = shares(facts(lengths, SOURCE));
    // The plan's own stop is 9 km, the leaver's way by road 40 km.
    expect(left / carried).toBeCloseTo(40 / 9, 1);
  });
});
