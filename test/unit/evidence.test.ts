/** What officers record: how the rules read it, what is refused before it is kept, and how it is said. */
import { describe, expect, it } from 'vitest';
import { isoDate, type AcademicYear } from '../../shared/calendar/dates.ts';
import {
  evidenceProblems,
  sectionIProblems,
  walkingRouteProblems,
  withdrawalProblems,
} from '../../shared/casework/check-evidence.ts';
import { evidenceWords } from '../../shared/casework/evidence-words.ts';
import { readEvidence, routeFinder } from '../../shared/eligibility/evidence.ts';
import { sectionIOn } from '../../shared/eligibility/section-i.ts';
import type { EvidenceGiven, EvidenceRecord } from '../../shared/model/evidence.ts';
import { someSchool } from '../helpers/cost-facts.ts';
import { decideCase, ruleOf, SCHOOL, TERM, type CaseGiven } from '../helpers/eligibility-case.ts';
import {
  accompanimentGiven,
  lowIncomeGiven,
  nearerGiven,
  recordOf,
  routeOf,
  versionOf,
  wayGiven,
} from '../helpers/evidence-of.ts';

const DAY = isoDate('2026-10-01');
const read = (records: readonly EvidenceRecord[]) =>
  readEvidence({ records, versions: [], routes: [] });

describe('evidence as the rules read it', () => {
  it('is the latest of its kind, and not a withdrawn one', () => {
    const first = recordOf(1, wayGiven({ distance_m: 1000 }));
    const second = recordOf(2, wayGiven({ distance_m: 2000 }));
    expect(read([first, second]).measured?.distance_m).toBe(2000);
    const withdrawn = { on: DAY, by: 'A. Officer', reason: 'Another home.' };
    expect(read([first, { ...second, withdrawn }]).measured?.distance_m).toBe(1000);
    expect(read([{ ...first, withdrawn }]).measured).toBeNull();
  });

  it('keeps a way on foot and a way by road apart', () => {
    const both = read([
      recordOf(1, wayGiven({ distance_m: 3000 })),
      recordOf(2, wayGiven({ kind: 'road', distance_m: 4500 })),
    ]);
    expect([both.measured?.distance_m, both.road?.distance_m]).toEqual([3000, 4500]);
  });

  it('is one answer a nearer school, and needs both: suitable, and a place on the date of naming', () => {
    // S v Dudley MBC [2012] EWCA Civ 346: a school that had no place was not an arrangement that could be made.
    const found = read([
      recordOf(1, nearerGiven({ urn: 2, suitable: true, had_place: true })),
      recordOf(2, nearerGiven({ urn: 3, suitable: true, had_place: false })),
      recordOf(3, nearerGiven({ urn: 2, suitable: false, had_place: true })),
    ]).nearer;
    expect(found.map(({ urn, suitable }) => [urn, suitable])).toEqual([
      [3, false],
      [2, false],
    ]);
  });

  it('of low income once granted holds the academic year, whatever is recorded after it', () => {
    // DfE, Travel to school, January 2024, para 35: to the end of the academic year.
    const granted = recordOf(1, lowIncomeGiven({ counts: true }));
    const stopped = recordOf(2, lowIncomeGiven({ counts: false }));
    const next = recordOf(3, lowIncomeGiven({ counts: false, year: '2027/28' as AcademicYear }));
    const years = (records: readonly EvidenceRecord[]) =>
      read(records).low_income.map(({ year, counts }) => [year, counts]);
    expect(years([granted, stopped, next])).toEqual([
      ['2026/27', true],
      ['2027/28', false],
    ]);
    expect(years([stopped, granted])).toEqual([['2026/27', true]]);
  });
});

describe('the register of walked routes', () => {
  const home = { lat: 51.3, lon: 0.5, postcode: 'ME14 1XX', school_urn: 1 };
  const around = (radius_m: number, lat = 51.301) =>
    routeOf(1, { place: { kind: 'around', lat, lon: 0.5, radius_m } });
  const finds = (routes: Parameters<typeof routeFinder>[0], journey: typeof home) =>
    routeFinder(routes)(journey).map(({ id }) => id);

  it('covers a home within its radius and none beyond it, 111.2 m to a thousandth of a degree', () => {
    expect(finds([around(112)], home)).toEqual([1]);
    expect(finds([around(111)], home)).toEqual([]);
  });

  it('covers every home of its postcode, on the way to its school only', () => {
    const route = routeOf(1, { place: { kind: 'postcode', postcode: 'ME14 1XX' } });
    expect(finds([route], home)).toEqual([1]);
    expect(finds([route], { ...home, postcode: 'ME14 1XY' })).toEqual([]);
    expect(finds([route], { ...home, postcode: '' })).toEqual([]);
    expect(finds([route], { ...home, school_urn: 2 })).toEqual([]);
  });

  it('gives what stands, the latest walk first', () => {
    const older = routeOf(1, { assessed_on: isoDate('2025-01-10') });
    const newer = routeOf(2, { assessed_on: isoDate('2026-01-10') });
    expect(finds([older, newer], home)).toEqual([2, 1]);
    expect(finds([{ ...older, superseded_by: 2 }, newer], home)).toEqual([2]);
    const withdrawn = { on: DAY, by: 'A', reason: 'Wrong school.' };
    expect(finds([older, { ...newer, withdrawn }], home)).toEqual([1]);
  });

  it('answers the rule with its name, its walk and its review', () => {
    const unsafe = readEvidence({ records: [], versions: [], routes: [routeOf(1, {})] });
    const rule = ruleOf(decideCase({ metres: 1000, evidence: unsafe }), 'unsafe_route');
    expect(rule.outcome).toBe('met');
    expect(rule.reason).toContain('by the register: Mill Lane, walked on 10 Feb 2026');
    expect(rule.reason).toContain('reviewed by 10 Feb 2028');
  });

  it('cannot tell where two assessments that stand disagree', () => {
    const routes = [routeOf(1, {}), routeOf(2, { name: 'The long way', safe: true })];
    const evidence = readEvidence({ records: [], versions: [], routes });
    const rule = ruleOf(decideCase({ metres: 1000, evidence }), 'unsafe_route');
    expect(rule).toMatchObject({ outcome: 'cannot_tell' });
    expect(rule.reason).toContain('Mill Lane (10 Feb 2026), The long way (10 Feb 2026)');
  });
});

describe('section I by its version in force', () => {
  const client = { section_i: 'School named, no condition', school_given: '' };
  const on = isoDate('2026-11-02');
  const of = (versions: Parameters<typeof sectionIOn>[1], school = SCHOOL) =>
    sectionIOn(client, versions, { school, on }).reading;

  it.each([
    ['the school named, no condition', { urns: [1] }, 'named'],
    ['with a condition', { urns: [1, 2], condition: 'Parental preference.' }, 'conditional'],
    ['a type only', { urns: [] }, 'type_only'],
    ['another school', { urns: [2] }, 'other_school'],
  ])('%s', (_what, given, reading) => {
    expect(of([versionOf(1, given)])).toBe(reading);
  });

  it('changes on the day of the next plan and not before', () => {
    const versions = [
      versionOf(1, { urns: [1] }),
      versionOf(2, { urns: [2], plan_on: isoDate('2026-11-03') }),
    ];
    expect(of(versions)).toBe('named');
    const next = sectionIOn(client, versions, { school: SCHOOL, on: isoDate('2026-11-03') });
    expect(next).toMatchObject({ reading: 'other_school', version: { version: 2 } });
  });

  it('is the words of the record where nothing is written down or all is withdrawn', () => {
    expect(of([])).toBe('named');
    const withdrawn = { on: DAY, by: 'A', reason: 'Another child.' };
    expect(of([{ ...versionOf(1, { urns: [2] }), withdrawn }])).toBe('named');
  });

  it('asks no more for its version once that is kept', () => {
    const asked = (given: CaseGiven) =>
      ruleOf(decideCase(given), 'nearest_suitable_school').missing;
    expect(asked({})).toEqual(['Section I, word for word, with its version and date.']);
    const section_i = [versionOf(1, { urns: [1] })];
    expect(asked({ evidence: { section_i } })).toEqual([]);
  });

  it('lets an independent school qualify only as the nearest of all that are named', () => {
    // Education Act 1996 Sch 35B para 15(3): the only school named, or the nearer or nearest of those named.
    const school = { independent: true, type_group: 'special_independent' };
    const other = (lat: number) => someSchool(2, { name: 'Far House', lat, lon: 0.5 });
    const given = (lat: number): CaseGiven => ({
      school,
      others: [other(lat)],
      evidence: { section_i: [versionOf(1, { urns: [1, 2] })] },
    });
    const outcome = (lat: number) => ruleOf(decideCase(given(lat)), 'qualifying_school').outcome;
    // The home lies 10 km south of 51.3; Far House 40 km away, then as far, then 1.1 km.
    expect(outcome(51.57)).toBe('met');
    expect(outcome(51.12)).toBe('cannot_tell');
    expect(outcome(51.22)).toBe('not_met');
    const condition = {
      section_i: 'School named; parental preference, a nearer school is also named',
    };
    expect(ruleOf(decideCase({ school, client: condition }), 'qualifying_school').outcome).toBe(
      'cannot_tell',
    );
  });

  it('with a condition is tested again at the annual review and at a change of address', () => {
    const section_i = [
      versionOf(1, {
        urns: [1, 2],
        condition: 'Parental preference.',
        review_on: isoDate('2026-12-01'),
      }),
    ];
    const { changes } = decideCase({
      application: { type: 'Change of address' },
      starts_on: '2026-11-20',
      evidence: { section_i },
    });
    expect(changes.map(({ kind, on: day }) => [kind, day])).toEqual([
      ['section_i', '2026-11-20'],
      ['section_i', '2026-12-01'],
    ]);
  });
});

describe('after 16', () => {
  const born = { date_of_birth: isoDate('2009-11-01') };
  const evidence = (necessary: boolean) => ({
    post_16: { necessary, reason: 'Cannot travel alone.', on: DAY, by: 'A. Officer' },
  });
  // Education Act 1996 s509AA(2) and s508F(1): arrangements as far as they are considered necessary.
  it.each([
    [true, 'met'],
    [false, 'not_met'],
  ])('a recorded answer decides: %s', (necessary, proposal) => {
    const decided = decideCase({ client: born, evidence: evidence(necessary) });
    expect(decided).toMatchObject({ power: { name: 's509AA' }, proposal });
    expect(decided.reason).toContain('Cannot travel alone');
  });

  it('without one nothing is told', () => {
    expect(decideCase({ client: born }).proposal).toBe('cannot_tell');
  });
});

describe('a way by road that was measured', () => {
  const twelve = { date_of_birth: isoDate('2014-05-01') };
  const income = lowIncomeGiven({ counts: true });
  const outcome = (road: number) => {
    const evidence = read([
      recordOf(1, income),
      recordOf(2, wayGiven({ distance_m: 4700 })),
      recordOf(3, wayGiven({ kind: 'road', distance_m: road })),
    ]);
    const section_i = [versionOf(1, { urns: [1] })];
    return ruleOf(
      decideCase({ client: twelve, metres: 4690, evidence: { ...evidence, section_i } }),
      'extended_rights',
    ).outcome;
  };
  // Education Act 1996 Sch 35B para 11: not more than six miles; by road, DfE 2024 para 34.
  it('settles the upper limit of six miles', () => {
    expect(outcome(6 * 1609.344)).toBe('met');
    expect(outcome(6 * 1609.344 + 1)).toBe('not_met');
  });
});

describe('what keeps evidence from being recorded', () => {
  const problems = (given: EvidenceGiven, by = 'A. Officer') =>
    evidenceProblems(given, { on: TERM, by });

  it('names everything at once', () => {
    const given = wayGiven({
      distance_m: 0,
      error_m: -1,
      tool: ' ',
      measured_by: '',
      from: '',
      to: '',
    });
    expect(problems(given, ' ')).toHaveLength(7);
    expect(problems(wayGiven({}))).toEqual([]);
  });

  it('weighs disability, other children and work one by one', () => {
    // Ombudsman 18 010 993 (Bexley) and 19 019 971 (Leeds): the parent's circumstances are weighed, not a category.
    const given = accompanimentGiven({ parent_can_accompany: true, other_children: '', work: ' ' });
    expect(problems(given)).toEqual([
      'Weigh the other children: none is an answer.',
      'Weigh the parent’s work: none is an answer.',
    ]);
    expect(problems(accompanimentGiven({ parent_can_accompany: null, work: '' }))).toEqual([]);
    const nothing = { walks_accompanied: null, parent_can_accompany: null };
    expect(problems(accompanimentGiven(nothing))).toEqual(['Answer one of the two questions.']);
  });

  it.each<[string, EvidenceGiven, string]>([
    ['a day after today', wayGiven({ measured_on: isoDate('2026-11-03') }), 'lies after today'],
    [
      'an error as long as the way',
      wayGiven({ distance_m: 5, error_m: 5 }),
      'how far it may be out',
    ],
    [
      'a temporary problem that ended before',
      accompanimentGiven({ ends_on: isoDate('2026-09-30') }),
      'ends before',
    ],
    ['a nearer school not chosen', nearerGiven({ urn: 0 }), 'Choose the school'],
    ['nobody asked', nearerGiven({ asked: '' }), 'who was asked'],
    ['no basis', lowIncomeGiven({ basis: '' }), 'Name the basis'],
    [
      'preferred without a belief',
      { kind: 'belief', stated: '', stated_by: 'Mother', stated_on: DAY, nearest_preferred: true },
      'not preferred on that ground',
    ],
    ['a course without a name', { kind: 'course', course: '', began_on: DAY }, 'Name the course'],
    [
      'a concern of nobody',
      { kind: 'route_concern', concern: 'No footway.', raised_by: '', raised_on: DAY },
      'who raised it',
    ],
    [
      'nothing weighed after 16',
      { kind: 'post_16', necessary: true, instead: '', reason: 'So.', answered_on: DAY },
      'weighed instead',
    ],
  ])('%s', (_what, given, sentence) => {
    expect(problems(given).join(' ')).toContain(sentence);
  });

  it('is the same for section I, the register and a withdrawal', () => {
    const version = {
      words: '',
      plan_on: null,
      urns: [],
      condition: 'x',
      named_on: null,
      review_on: null,
    };
    expect(sectionIProblems(version, '')).toHaveLength(4);
    const route = routeOf(1, {
      safe: true,
      way_round: 'By the church',
      safe_way_m: 900,
      times: '',
    });
    expect(walkingRouteProblems(route, { on: TERM, by: 'A' })).toHaveLength(2);
    expect(walkingRouteProblems(routeOf(1, {}), { on: TERM, by: 'A' })).toEqual([]);
    const place = { kind: 'postcode', postcode: 'ME14' } as const;
    expect(walkingRouteProblems(routeOf(1, { place }), { on: TERM, by: 'A' })).toHaveLength(1);
    expect(withdrawalProblems({ reason: ' ', by: '' })).toHaveLength(2);
  });
});

describe('evidence in words', () => {
  it.each<[EvidenceGiven, string]>([
    [wayGiven({ distance_m: 3218.688 }), 'Walking route measured: 2.0 miles to within 5 m'],
    [accompanimentGiven({ ends_on: isoDate('2026-12-18') }), 'until 18 Dec 2026'],
    [lowIncomeGiven({ counts: false }), 'does not count for 2026/27'],
    [nearerGiven({ had_place: false }), 'suitable, no place on 15 Feb 2026'],
    [{ kind: 'route_concern', concern: '', raised_by: 'A', raised_on: DAY }, 'settled'],
    [{ kind: 'course', course: 'Level 1', began_on: DAY }, 'Level 1, from 1 Oct 2026'],
  ])('%j', (given, words) => {
    expect(evidenceWords(given)).toContain(words);
  });
});
