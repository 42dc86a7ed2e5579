import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { readSectionI } from '../../shared/eligibility/section-i.ts';
import { someSchool } from '../helpers/cost-facts.ts';
import { decideCase, ruleOf, type CaseGiven } from '../helpers/eligibility-case.ts';

const CONDITION = 'School named; parental preference, a nearer school is also named';
const qualifying = (given: CaseGiven) => ruleOf(decideCase(given), 'qualifying_school');
const nearest = (given: CaseGiven) => ruleOf(decideCase(given), 'nearest_suitable_school');
/** Between the home, 10 km south of the school, and the school. */
const near = (urn: number, given: Partial<ReturnType<typeof someSchool>> = {}) =>
  someSchool(urn, { name: `Nearer ${urn}`, lat: 51.25, lon: 0.5, ...given });
const answered = (urn: number, suitable: boolean) => ({
  nearer: [{ urn, suitable, on: isoDate('2026-02-10'), source: 'The head, by letter' }],
});

describe('the words of section I', () => {
  it.each([
    ['', 'none'],
    ['School named, no condition', 'named'],
    [CONDITION, 'conditional'],
    ['School named by parental preference; nearer school also named', 'conditional'],
    ['Type of school only', 'type_only'],
    ['Special school; not named', 'type_only'],
    ['Meadowfield School', 'named'],
    ['A place at MEADOWFIELD from September', 'named'],
    ['Meadowfield School, on condition that the parents provide transport', 'conditional'],
    ['See the annex', 'not_understood'],
    ['Meadow', 'not_understood'],
  ])('%j are %s', (text, kind) => {
    expect(readSectionI(text, 'Meadowfield School')).toBe(kind);
  });

  it('are kept word for word', () => {
    const section_i = '  Meadowfield  School (v. 3) ';
    expect(decideCase({ client: { section_i } }).school.section_i).toBe(section_i);
  });
});

describe('a qualifying school', () => {
  // Education Act 1996 Sch 35B para 15.
  it.each<[string, CaseGiven, string]>([
    ['a special school', {}, 'met'],
    ['a primary school', { school: { type_group: 'primary' } }, 'met'],
    ['a pupil referral unit', { school: { type_group: 'pru_or_ap' } }, 'met'],
    ['non-maintained special', { school: { type_group: 'special_non_maintained' } }, 'met'],
    ['a college', { school: { type_group: 'fe_college' } }, 'not_met'],
    ['of no known type', { school: { type_group: '' } }, 'cannot_tell'],
    ['closed', { school: { status: 'closed' } }, 'cannot_tell'],
    ['independent, named', { school: { independent: true } }, 'met'],
    [
      'independent, a type only',
      { school: { independent: true }, client: { section_i: 'Type of school only' } },
      'not_met',
    ],
    [
      'independent, words unclear',
      { school: { independent: true }, client: { section_i: 'See the annex' } },
      'cannot_tell',
    ],
    ['independent, no EHCP', { school: { independent: true }, client: { ehcp: false } }, 'not_met'],
    [
      'independent, EHCP not known',
      { school: { independent: true }, client: { ehcp: null } },
      'cannot_tell',
    ],
    ['not given', { client: { school_urn: null } }, 'cannot_tell'],
    ['not in the list', { client: { school_urn: 99, school_given: 'Far' } }, 'cannot_tell'],
  ])('%s', (_what, given, outcome) => {
    const rule = qualifying(given);
    expect(rule.outcome).toBe(outcome);
    expect(rule.citation).toContain('para 15');
    if (outcome === 'cannot_tell') expect(rule.missing.length).toBeGreaterThan(0);
  });

  it('that does not qualify is no right, however far', () => {
    const decided = decideCase({ school: { type_group: 'independent' } });
    expect(decided).toMatchObject({ proposal: 'not_met' });
    expect(decided.reason).toContain('not one that qualifies');
  });
});

describe('the nearest suitable school', () => {
  const client = { section_i: CONDITION };

  it('is the one section I names without a condition, whatever is nearer', () => {
    expect(nearest({ others: [near(2)] })).toMatchObject({ outcome: 'met' });
  });

  // S v Dudley MBC [2012] EWCA Civ 346: a place on the date the school was named, which a roll does not tell.
  it('asks of each nearer school for its evidence on the date of naming', () => {
    const rule = nearest({ client, others: [near(2)] });
    expect(rule.outcome).toBe('cannot_tell');
    expect(rule.missing.join(' ')).toContain('Nearer 2 (URN 2, 2.8 miles in a straight line)');
    expect(rule.citation).toContain('Dudley');
  });

  it('goes by what was recorded of the nearer schools', () => {
    const others = [near(2)];
    expect(nearest({ client, others, evidence: answered(2, true) }).outcome).toBe('not_met');
    expect(nearest({ client, others, evidence: answered(2, false) }).outcome).toBe('met');
    const decided = decideCase({ client, others, evidence: answered(2, true) });
    expect(decided).toMatchObject({ proposal: 'not_met' });
    expect(decided.reason).toContain('recorded as suitable');
  });

  it('is met where every nearer school is ruled out by what is known', () => {
    const out = [
      near(2, { needs: ['PD'] }),
      near(3, { roll: 100 }),
      near(4, { age_to: 7 }),
      near(5, { status: 'closed' }),
      near(6, { independent: true }),
      near(7, { lat: 51.5 }),
    ];
    expect(nearest({ client, others: out }).outcome).toBe('met');
  });

  it('names five and counts the rest', () => {
    const others = [2, 3, 4, 5, 6, 7, 8].map((urn) => near(urn));
    const { missing } = nearest({ client, others });
    expect(missing).toHaveLength(7);
    expect(missing.at(-1)).toBe('2 more nearer schools.');
  });

  it.each<[string, CaseGiven, string]>([
    ['without positions', { metres: null, client }, 'positions'],
    ['without an EHCP', { client: { ehcp: false } }, 'nearer school'],
    ['where the EHCP is not known', { client: { ehcp: null } }, 'has an EHCP'],
    ['without a school', { client: { school_urn: null } }, 'The school'],
  ])('cannot be told %s', (_what, given, missing) => {
    const rule = nearest(given);
    expect(rule.outcome).toBe('cannot_tell');
    expect(rule.missing.join(' ')).toContain(missing);
  });

  it('notes a section I without an EHCP', () => {
    expect(decideCase({ client: { ehcp: false } }).notes.join(' ')).toContain('no EHCP');
  });
});
