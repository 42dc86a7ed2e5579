import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import type { Outcome } from '../../shared/eligibility/rule-result.ts';
import { MOBILITIES, NEEDS } from '../../shared/model/client.ts';
import { decideCase, ruleOf, walked } from '../helpers/eligibility-case.ts';

const RANK: Readonly<Record<Outcome, number>> = {
  not_met: 0,
  cannot_tell: 1,
  not_needed: 1,
  met: 2,
};
const metres = fc.integer({ min: 0, max: 40_000 });
const born = fc
  .integer({ min: 0, max: 20 * 365 })
  .map((days) => addDays(isoDate('2005-01-01'), days));
const TYPES = ['special_state', 'special_non_maintained', 'primary', 'secondary', 'pru_or_ap'];

describe('eligibility', () => {
  it('is never met by a category: need, mobility, equipment or a kind of qualifying school changes no group', () => {
    const category = fc.record({
      need: fc.constantFrom(null, ...NEEDS),
      mobility: fc.constantFrom(null, ...MOBILITIES),
      equipment: fc.constantFrom('', 'Harness', 'Motability car'),
      medical: fc.constantFrom('', 'Epilepsy'),
    });
    fc.assert(
      fc.property(
        category,
        fc.constantFrom(...TYPES),
        metres,
        born,
        (given, type_group, at, day) => {
          const of = (client: typeof given | object, school: object) =>
            decideCase({ metres: at, client: { ...client, date_of_birth: day }, school });
          const plain = of({}, {});
          const categorised = of(given, { type_group });
          expect(categorised.rules).toEqual(plain.rules);
          expect(categorised.proposal).toBe(plain.proposal);
          expect(['cannot_tell', 'not_needed']).toContain(ruleOf(categorised, 'sen').outcome);
        },
      ),
    );
  });

  it('by distance never falls as the way grows, by straight line or on foot', () => {
    fc.assert(
      fc.property(metres, metres, born, fc.integer({ min: 0, max: 600 }), (a, b, day, error) => {
        const client = { date_of_birth: day, position_error_m: error };
        const rank = (at: number, onFoot: boolean) => {
          const given = onFoot ? { client, evidence: walked(at) } : { client, metres: at };
          return RANK[ruleOf(decideCase(given), 'distance').outcome];
        };
        const [near, far] = a < b ? [a, b] : [b, a];
        expect(rank(far, false)).toBeGreaterThanOrEqual(rank(near, false));
        expect(rank(far, true)).toBeGreaterThanOrEqual(rank(near, true));
      }),
    );
  });

  it('without a measured route is never told against what any measured route could say', () => {
    fc.assert(
      fc.property(metres, born, fc.double({ min: 1, max: 2.19, noNaN: true }), (at, day, way) => {
        const client = { date_of_birth: day, position_error_m: 0 };
        const guessed = ruleOf(decideCase({ client, metres: at }), 'distance').outcome;
        const known = ruleOf(
          decideCase({ client, evidence: walked(at * way) }),
          'distance',
        ).outcome;
        if (guessed === 'met' || guessed === 'not_met') expect(guessed).toBe(known);
      }),
    );
  });

  it('names a citation always, and what is missing wherever it cannot tell', () => {
    const client = fc.record({
      date_of_birth: fc.option(born),
      year_group: fc.option(fc.integer({ min: -1, max: 16 })),
      ehcp: fc.option(fc.boolean()),
      section_i: fc.constantFrom('', 'School named, no condition', 'Type of school only', 'prefer'),
      low_income_basis: fc.constantFrom('', 'FSM eligible', 'Universal Credit, under threshold'),
      school_urn: fc.constantFrom(null, 1, 7),
      district_code: fc.constantFrom('', 'E07000110', 'E06000035'),
    });
    fc.assert(
      fc.property(client, fc.option(metres), (given, at) => {
        const decided = decideCase({ client: given, metres: at });
        const { qualifying, nearest_suitable } = decided.school;
        for (const rule of [qualifying, nearest_suitable, ...decided.rules]) {
          expect(rule.citation).toMatch(/Act 1996/);
          if (rule.outcome === 'cannot_tell') {
            expect(rule.missing.length, rule.reason).toBeGreaterThan(0);
          }
        }
        if (decided.proposal === 'cannot_tell') {
          expect(decided.waiting_for.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
