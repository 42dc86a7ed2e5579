import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Accompaniment, RouteAssessment } from '../../shared/eligibility/evidence.ts';
import { someSchool } from '../helpers/cost-facts.ts';
import { decideCase, ruleOf, walked, type CaseGiven } from '../helpers/eligibility-case.ts';

const NEAR = 1000;
const MILE = 1609.344;
const CONDITION = 'School named; parental preference, a nearer school is also named';

function answer(given: Partial<Accompaniment>): CaseGiven {
  const accompaniment = {
    walks_accompanied: null,
    parent_can_accompany: null,
    reason: 'seen',
    by: 'A. Officer',
    on: isoDate('2026-10-01'),
    ends_on: null,
    ...given,
  };
  return { metres: NEAR, evidence: { accompaniment } };
}

describe('special educational needs, disability or mobility', () => {
  // Education Act 1996 Sch 35B paras 2 and 3: within walking distance, cannot reasonably be expected to walk.
  it.each<[string, CaseGiven, string]>([
    ['beyond walking distance', {}, 'not_needed'],
    ['nothing recorded', { metres: NEAR }, 'cannot_tell'],
    ['cannot walk even accompanied', answer({ walks_accompanied: false }), 'met'],
    [
      'walks accompanied, and a parent can',
      answer({ walks_accompanied: true, parent_can_accompany: true }),
      'not_met',
    ],
    [
      'walks accompanied, but no parent can',
      answer({ walks_accompanied: true, parent_can_accompany: false }),
      'met',
    ],
    ['the parent not asked', answer({ walks_accompanied: true }), 'cannot_tell'],
    ['the walk not asked', answer({ parent_can_accompany: true }), 'cannot_tell'],
    [
      'a temporary problem, on its last day',
      answer({ walks_accompanied: false, ends_on: isoDate('2026-11-02') }),
      'met',
    ],
    [
      'a temporary problem that ended',
      answer({ walks_accompanied: false, ends_on: isoDate('2026-11-01') }),
      'cannot_tell',
    ],
  ])('%s', (_what, given, outcome) => {
    const rule = ruleOf(decideCase(given), 'sen');
    expect(rule.outcome).toBe(outcome);
    expect(rule.missing.length > 0).toBe(outcome === 'cannot_tell');
    expect(rule.citation).toContain('paras 2 and 3');
  });

  it('asks about accompaniment, and refuses nobody before it is answered', () => {
    const decided = decideCase({ metres: NEAR });
    expect(decided.proposal).toBe('cannot_tell');
    expect(decided.waiting_for.join(' ')).toMatch(/accompanied.*parent/);
    const asked = decideCase(answer({ walks_accompanied: true, parent_can_accompany: true }));
    expect(asked).toMatchObject({ proposal: 'not_met', waiting_for: [] });
    expect(asked.reason).toContain('None of the four groups');
  });
});

describe('an unsafe route', () => {
  const assessed = (given: Partial<RouteAssessment>): CaseGiven => ({
    metres: NEAR,
    evidence: {
      routes: [
        {
          id: 1,
          name: 'Mill Lane',
          assessed_on: isoDate('2026-03-01'),
          assessor: 'A. Walker',
          conditions: 'weekday morning, winter, unlit, 50 mph',
          safe: false,
          safe_way_m: null,
          review_on: null,
          ...given,
        },
      ],
    },
  });

  // Education Act 1996 Sch 35B paras 4 and 5; a safe way round counts by its own length.
  it.each<[string, CaseGiven, string]>([
    ['beyond walking distance', {}, 'not_needed'],
    ['nobody raised it', { metres: NEAR }, 'not_met'],
    [
      'raised, not assessed',
      { metres: NEAR, evidence: { route_concern: 'No footway.' } },
      'cannot_tell',
    ],
    ['assessed as safe', assessed({ safe: true }), 'not_met'],
    ['no safe way', assessed({}), 'met'],
    ['a safe way of just three miles', assessed({ safe_way_m: 3 * MILE }), 'not_met'],
    ['a safe way of more', assessed({ safe_way_m: 3 * MILE + 1 }), 'met'],
    ['on the day of review', assessed({ review_on: isoDate('2026-11-02') }), 'met'],
    ['past its review', assessed({ review_on: isoDate('2026-11-01') }), 'cannot_tell'],
    [
      'a way between the limits, the age not known',
      { ...assessed({ safe_way_m: 4000 }), client: { date_of_birth: null } },
      'cannot_tell',
    ],
  ])('%s', (_what, given, outcome) => {
    const rule = ruleOf(decideCase(given), 'unsafe_route');
    expect(rule.outcome).toBe(outcome);
    expect(rule.citation).toContain('paras 4 and 5');
  });

  it('says what is missing even where it is not met', () => {
    const { missing } = ruleOf(decideCase({ metres: NEAR }), 'unsafe_route');
    expect(missing.join(' ')).toContain('walked assessment');
  });

  it('alone is enough', () => {
    expect(decideCase(assessed({}))).toMatchObject({ proposal: 'met' });
  });
});

describe('extended rights', () => {
  const proved = {
    seen_on: isoDate('2026-09-10'),
    year: '2026/27' as never,
    checked_by: 'A. Officer',
    counts: true,
  };
  const TEN = { date_of_birth: isoDate('2016-05-01'), section_i: CONDITION };
  const TWELVE = { date_of_birth: isoDate('2014-05-01'), section_i: CONDITION };
  const rule = (given: CaseGiven) => ruleOf(decideCase(given), 'extended_rights');
  const on = (metres: number, given: CaseGiven = {}): CaseGiven => ({
    metres: 4000,
    ...given,
    evidence: { low_income: [proved], ...walked(metres), ...given.evidence },
  });

  // Education Act 1996 Sch 35B paras 9 to 14: 8 to 10, nearest suitable, more than two miles.
  it.each([
    ['just two miles', 2 * MILE, '2016-05-01', 'not_met'],
    ['more than two miles', 2 * MILE + 1, '2016-05-01', 'met'],
    ['on the eighth birthday', 2 * MILE + 1, '2018-11-02', 'met'],
    ['the day before it, where two miles are the limit anyway', 2 * MILE, '2018-11-03', 'not_met'],
  ])('at eight to ten, %s', (_what, metres, born, outcome) => {
    const client = { ...TEN, date_of_birth: isoDate(born) };
    expect(rule(on(metres, { client }))).toMatchObject({ outcome });
  });

  // From 11: one of the three nearest suitable, more than two miles on foot and not more than six by road.
  it.each<[string, CaseGiven, string]>([
    ['within both', on(4000, { client: TWELVE }), 'met'],
    ['two miles only', on(2 * MILE, { client: TWELVE }), 'not_met'],
    ['perhaps six miles by road', on(4800, { client: TWELVE, metres: 4700 }), 'cannot_tell'],
    [
      'on the eleventh birthday',
      on(4000, { client: { ...TWELVE, date_of_birth: isoDate('2015-11-02') } }),
      'met',
    ],
  ])('from eleven, %s', (_what, given, outcome) => {
    expect(rule(given)).toMatchObject({ outcome });
  });

  it('from eleven reach no further than six miles by road', () => {
    const others = [someSchool(2, { lat: 51.29, lon: 0.5 })];
    const nearer = [{ urn: 2, suitable: true, on: isoDate('2026-02-10'), source: 'The head' }];
    const far = (metres: number) =>
      rule(on(metres, { client: TWELVE, others, metres, evidence: { nearer } }));
    expect(far(9700).outcome).toBe('not_met');
    expect(far(9600).outcome).toBe('cannot_tell');
    expect(far(4000).outcome).toBe('met');
  });

  it('counts the nearer suitable schools: two leave it among the three, three do not', () => {
    const others = [2, 3, 4].map((urn) => someSchool(urn, { lat: 51.29, lon: 0.5 }));
    const recorded = (count: number) => ({
      nearer: others.map(({ urn }, at) => ({
        urn,
        suitable: at < count,
        on: isoDate('2026-02-10'),
        source: 'The head',
      })),
    });
    const given = (count: number) =>
      on(4000, { client: TWELVE, others, evidence: recorded(count) });
    expect(rule(given(2)).outcome).toBe('met');
    expect(decideCase(given(2)).proposal).toBe('met');
    expect(rule(given(3)).outcome).toBe('not_met');
    const open = on(4000, { client: TWELVE, others });
    expect(rule(open)).toMatchObject({ outcome: 'cannot_tell' });
    expect(rule(open).missing.join(' ')).toContain('one of the 3 nearest');
  });

  it('by religion or belief needs the parent’s statement, within fifteen miles', () => {
    const others = [2, 3, 4].map((urn) => someSchool(urn, { lat: 51.29, lon: 0.5 }));
    const nearer = others.map(({ urn }) => ({
      urn,
      suitable: true,
      on: isoDate('2026-02-10'),
      source: 'The head',
    }));
    const belief = (nearest_preferred: boolean) => ({
      belief: { stated_on: isoDate('2026-01-10'), nearest_preferred },
    });
    const client = { ...TWELVE, religion_or_belief: 'Roman Catholic' };
    const far = (evidence: CaseGiven['evidence'], metres = 8000) =>
      on(metres, { client, others, metres, evidence: { nearer, ...evidence } });
    expect(rule(far({}))).toMatchObject({ outcome: 'cannot_tell' });
    expect(rule(far({})).missing.join(' ')).toContain('denomination is not evidence');
    expect(rule(far(belief(true)))).toMatchObject({ outcome: 'met' });
    expect(rule(far(belief(false)))).toMatchObject({ outcome: 'not_met' });
    expect(rule(far(belief(true), 24_300))).toMatchObject({ outcome: 'not_met' });
  });

  it.each([
    ['', '2026-08-10', 'not_met', ''],
    ['Universal Credit, under threshold', '2026-08-10', 'cannot_tell', 'Proof'],
    ['Universal Credit, over threshold', '2026-08-10', 'not_met', ''],
    ['FSM eligible', '2026-08-10', 'cannot_tell', 'Proof'],
    ['FSM eligible', '2026-09-01', 'cannot_tell', 'Which basis'],
    ['Universal Credit', '2026-08-10', 'cannot_tell', 'Which basis'],
    ['Something else', '2026-08-10', 'cannot_tell', 'Which basis'],
  ])('with a basis only said, %j on %s: %s', (low_income_basis, day, outcome, missing) => {
    const client = { ...TEN, low_income_basis };
    const found = rule({ client, metres: 4000, evidence: walked(4000), on: day });
    expect(found.outcome).toBe(outcome);
    expect(found.missing.join(' ')).toContain(missing);
    if (missing === 'Proof') expect(found.missing.join(' ')).not.toContain('Which basis');
  });

  it('hold for the academic year in which they were proved', () => {
    expect(rule(on(4000, { client: TEN, on: '2027-08-31' })).outcome).toBe('met');
    expect(rule(on(4000, { client: TEN, on: '2027-09-01' })).outcome).not.toBe('met');
    const refused = { low_income: [{ ...proved, counts: false }] };
    expect(rule(on(4000, { client: TEN, evidence: refused })).outcome).toBe('not_met');
  });

  it('are not needed beyond walking distance, and cannot be told without age or place', () => {
    const client = { low_income_basis: 'FSM' };
    expect(rule({ client }).outcome).toBe('not_needed');
    expect(rule({ client: { ...client, date_of_birth: null }, metres: 2000 }).outcome).toBe(
      'cannot_tell',
    );
    expect(rule({ client, metres: null }).outcome).toBe('cannot_tell');
  });
});

describe('a proposal', () => {
  it('says by which group it is met', () => {
    expect(decideCase().reason).toBe(
      'Met by distance. The straight line of 6.2 miles alone is more than 3.0 miles.',
    );
  });

  it('of a held application waits for a person, whatever the rules say', () => {
    const decided = decideCase({ application: { held_reason: 'Born in another century.' } });
    expect(decided.proposal).toBe('cannot_tell');
    expect(decided.reason).toContain('Born in another century.');
    expect(decided.notes).toContain('Held: Born in another century.');
  });

  it('notes a second home', () => {
    expect(decideCase({ client: { second_days: ['Fri'] } }).notes.join(' ')).toContain('Fri');
  });

  it('names no child, address or postcode', () => {
    const client = {
      forename: 'Zephyrine',
      surname: 'Quillfeather',
      home_address: '1 Hidden Lane',
      postcode: 'ME14 1CV',
      protected_address: true,
    };
    expect(JSON.stringify(decideCase({ client }))).not.toMatch(/Zephyr|Quill|Hidden|ME14/);
  });
});
