/** Laws of evaluation: the order of bids means nothing, a worse bid changes nothing, points never exceed their weights. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, lastMarks } from '../../shared/service/lots/evaluate.ts';
import type { Bid, BidScore } from '../../shared/model/tender.ts';
import { bidOf, RULES, scoreOf } from '../helpers/tender-of.ts';

const scores = fc.integer({ min: 0, max: 5 });
const drawn = fc.record({
  price: fc.integer({ min: 1, max: 60_000 }),
  crew: scores,
  late: scores,
  minute: fc.integer({ min: 0, max: 59 }),
});
type Drawn = { readonly price: number; readonly crew: number; readonly late: number; readonly minute: number }; // prettier-ignore

function bidsOf(all: readonly Drawn[]): readonly Bid[] {
  return all.map(({ price, minute }, at) =>
    bidOf({
      id: at + 1,
      provider: `Provider ${at}`,
      price_day_pence: price,
      received_at: `2026-08-05T10:${String(minute).padStart(2, '0')}`,
    }),
  );
}

function marksOf(all: readonly Drawn[]) {
  const given = all.flatMap(({ crew, late }, at): readonly BidScore[] => [
    scoreOf({ id: at * 2 + 1, provider: `Provider ${at}`, question_id: 'crew', score: crew }),
    scoreOf({ id: at * 2 + 2, provider: `Provider ${at}`, question_id: 'late', score: late }),
  ]);
  return lastMarks(given);
}

const rulesOf = (price_weight: number) => ({ ...RULES, price_weight });
const weight = fc.integer({ min: 0, max: 100 });

describe('evaluation', () => {
  it('does not depend on the order in which bids are given', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 8 }), weight, fc.infiniteStream(fc.nat()), (all, price_weight, keys) => {
        const bids = bidsOf(all);
        const shuffled = bids
          .map((bid) => ({ bid, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ bid }) => bid);
        const marks = marksOf(all);
        expect(evaluate(shuffled, rulesOf(price_weight), marks)).toEqual(evaluate(bids, rulesOf(price_weight), marks));
      }),
    ); // prettier-ignore
  });

  it('keeps the winner when a bid comes that is worse than one of the others', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 6 }), drawn, weight, fc.nat(), (all, other, price_weight, pick) => {
        const against = all[pick % all.length] ?? other;
        const worse: Drawn = {
          price: against.price + 1 + other.price,
          crew: Math.min(against.crew, other.crew),
          late: Math.min(against.late, other.late),
          minute: other.minute,
        };
        const rules = rulesOf(price_weight);
        const [before] = evaluate(bidsOf(all), rules, marksOf(all));
        const [after] = evaluate(bidsOf([...all, worse]), rules, marksOf([...all, worse]));
        expect(after?.bid).toEqual(before?.bid);
        expect(after?.points).toBe(before?.points);
      }),
    ); // prettier-ignore
  });

  it('gives the lowest price its whole weight, nobody more, and adds up as shown', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 8 }), weight, (all, price_weight) => {
        const scored = evaluate(bidsOf(all), rulesOf(price_weight), marksOf(all));
        const lowest = Math.min(...all.map(({ price }) => price));
        for (const each of scored) {
          expect(each.price_points).toBeLessThanOrEqual(price_weight);
          expect(each.quality_points).toBeLessThanOrEqual(100 - price_weight);
          expect(Math.round(each.points * 100)).toBe(Math.round((each.price_points + each.quality_points) * 100)); // prettier-ignore
          if (each.whole_day_pence === lowest) expect(each.price_points).toBe(price_weight);
        }
        expect(scored.map(({ rank }) => rank)).toEqual(all.map((_, at) => at + 1));
      }),
    );
  });

  it('counts only the last mark of an answer, whatever their order', () => {
    const first = scoreOf({ id: 1, score: 5 });
    const last = scoreOf({ id: 2, score: 1 });
    const rules = rulesOf(0);
    const pointsOf = (given: readonly BidScore[]) => evaluate([bidOf()], rules, lastMarks(given))[0]?.points; // prettier-ignore
    expect(pointsOf([first, last])).toBe(15);
    expect(pointsOf([last, first])).toBe(15);
  });
});
