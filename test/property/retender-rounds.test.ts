/** Laws of a retender round: its gate is passed exactly under its conditions, and its schedule keeps the limit. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import type { RoundSignature } from '../../shared/model/retender-round.ts';
import { fullestWeek, mondayOf, roundGate, signingProblems, type RoundFacts } from '../../shared/service/notices/round-gate.ts'; // prettier-ignore
import { spreadRound } from '../../shared/service/notices/round-spread.ts';

const START = isoDate('2026-11-02');
const signature = (seat: 1 | 2, officer: string, override_reason = ''): RoundSignature => ({
  seat,
  officer,
  signed_on: START,
  stood: [],
  override_reason,
});

const facts: fc.Arbitrary<RoundFacts> = fc.record({
  children: fc
    .array(
      fc.record({
        tif_complete: fc.boolean(),
        confirmed: fc.boolean(),
        week: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 8 },
    )
    .map(
      (all) =>
      all.map(({ week, ...each }, at) => ({ ...each, client_id: at + 1, moves_on: addDays(START, week * 7 + (at % 5)) })), // prettier-ignore
    ),
  lots: fc.array(
    fc.boolean().map((awarded) => ({ route_ref: 'R1', awarded })),
    { maxLength: 3 },
  ),
  signatures: fc.constantFrom(
    [],
    [signature(1, 'S Clarke')],
    [signature(1, 'S Clarke'), signature(2, 'B Hill')],
    [signature(1, 'S Clarke'), signature(2, ' s clarke ')],
    [signature(1, 'S Clarke'), signature(2, 'B Hill', 'The last lot is awarded on Monday.')],
  ),
  tif_percent: fc.constantFrom(0, 50, 90, 100),
  most_a_week: fc.integer({ min: 1, max: 8 }),
});

describe('the gate of a round', () => {
  it('is passed exactly where two different officers signed and every line is met, or the second said why not', () => {
    let [passed, overridden] = [0, 0];
    fc.assert(
      fc.property(facts, (given) => {
        const gate = roundGate(given);
        const { children, lots, signatures } = given;
        const weeks = Map.groupBy(children, ({ moves_on }) => mondayOf(moves_on));
        const isMet =
          children.length > 0 &&
          children.filter((each) => each.tif_complete).length * 100 >=
            children.length * given.tif_percent &&
          lots.length > 0 &&
          lots.every(({ awarded }) => awarded) &&
          children.every(({ confirmed }) => confirmed) &&
          [...weeks.values()].every((those) => those.length <= given.most_a_week);
        const areTwo = new Set(signatures.map(({ officer }) => officer.trim().toLowerCase())).size === 2; // prettier-ignore
        const isOverridden = signatures[1] !== undefined && signatures[1].override_reason !== '';
        expect(gate.passed).toBe(areTwo && (isMet || isOverridden));
        expect(gate.met).toBe(isMet && areTwo);
        passed += gate.passed ? 1 : 0;
        overridden += gate.passed && !isMet ? 1 : 0;
        const late = gate.lines.find(({ key }) => key === 'confirmed');
        expect(late?.client_ids).toHaveLength((late?.of ?? 0) - (late?.count ?? 0));
      }),
      { numRuns: 2000 },
    );
    expect(passed).toBeGreaterThan(overridden);
    expect(overridden).toBeGreaterThan(0);
  });

  it('lets nobody sign twice, nobody sign third, and the second not without a reason where a line is open', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const gate = roundGate(given);
        const ask = (officer: string, override_reason: string) =>
          signingProblems(gate, given.signatures, { officer, override_reason });
        expect(ask('', 'x')).toContain('Sign with your name.');
        const isOpen = gate.lines.some(({ key, met }) => key !== 'signatures' && !met);
        if (given.signatures.length === 1) {
          expect(ask('s CLARKE ', 'x')).toEqual(['The second signature is another officer’s.']);
          expect(ask('B Hill', '')).toHaveLength(isOpen ? 1 : 0);
          expect(ask('B Hill', 'So it is.')).toEqual([]);
        }
        if (given.signatures.length === 2) expect(ask('C Wood', 'x')).not.toEqual([]);
        if (given.signatures.length === 0) expect(ask('S Clarke', '')).toEqual([]);
      }),
    );
  });
});

describe('a round spread over weeks', () => {
  const upwards = (a: number, b: number): number => a - b;
  const schools = fc
    .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 })
    .map((all) => all.map((children, at) => ({ urn: 100 + at, children })));
  const days = Array.from({ length: 14 }, (_, at) => addDays(START, at * 7));

  it('changes each school once and whole, in no week more children than the limit but for a school that alone is over it', () => {
    fc.assert(
      fc.property(schools, fc.integer({ min: 10, max: 80 }), (all, most) => {
        const { moves, too_large, left_over } = spreadRound(all, days, most);
        expect([...moves.map(({ urn }) => urn), ...left_over].toSorted(upwards)).toEqual(all.map(({ urn }) => urn).toSorted(upwards)); // prettier-ignore
        for (const those of Map.groupBy(moves, ({ moves_on }) => moves_on).values()) {
          const children = those.reduce((sum, each) => sum + each.children, 0);
          if (children > most)
            expect(those.filter(({ children: some }) => some > 0)).toHaveLength(1);
          if (children > most) expect(too_large).toContain(those.find(({ children: some }) => some > 0)?.urn); // prettier-ignore
        }
        expect(spreadRound(all.toReversed(), days, most)).toEqual({ moves, too_large, left_over });
      }),
    );
  });

  it('makes the week line of the gate true where no school alone is over the limit', () => {
    const all = [20, 20, 15, 5].map((children, at) => ({ urn: at, children }));
    const { moves } = spreadRound(all, days, 25);
    const children = moves.flatMap(({ children: many, moves_on }) => Array.from({ length: many }, () => ({ moves_on }))); // prettier-ignore
    expect(fullestWeek(children).children).toBe(25);
    expect(new Set(moves.map(({ moves_on }) => moves_on)).size).toBe(3);
  });
});
