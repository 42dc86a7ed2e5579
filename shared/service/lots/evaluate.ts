/**
 * Bids for one lot scored on price and quality by the weights stated. Price: the lowest price over the bid's own, times the weight
 * of the price. Quality: the marks by the questions' weights, times the rest. A bid that is worse than another in both never changes who
 * is first: it cannot be the lowest. Scores are rounded to hundredths first and ranked as they are shown.
 */
import { compareText } from './compare-text.ts';
import { wholeDayPence, type Bid, type BidScore, type TenderRules } from '../../model/tender.ts';

/** A bid with its scores; points of 100 to two places. */
export interface ScoredBid {
  readonly bid: Bid;
  readonly whole_day_pence: number;
  readonly price_points: number;
  readonly quality_points: number;
  readonly points: number;
  /** 1 is best. */
  readonly rank: number;
  /** Questions without a mark; they count as 0. */
  readonly unmarked: number;
}

/** The last mark of each question and provider, by `provider\nquestion`. */
export type Marks = ReadonlyMap<string, BidScore>;

/** The marks that count. */
export function lastMarks(scores: readonly BidScore[]): Marks {
  const marks = new Map<string, BidScore>();
  for (const each of scores) {
    const key = markKey(each.provider, each.question_id);
    const before = marks.get(key);
    if (before === undefined || before.id < each.id) marks.set(key, each);
  }
  return marks;
}

/** The key of one provider's answer to one question. */
export function markKey(provider: string, question_id: string): string {
  return `${provider}\n${question_id}`;
}

/** Scores the bids that count; the best first. Bids without a price above nothing are left out. */
export function evaluate(
  bids: readonly Bid[],
  rules: TenderRules,
  marks: Marks,
): readonly ScoredBid[] {
  const priced = bids.flatMap((bid) => {
    const whole_day_pence = wholeDayPence(bid);
    return whole_day_pence > 0 && bid.price_day_pence !== null ? [{ bid, whole_day_pence }] : [];
  });
  const lowest = Math.min(...priced.map((each) => each.whole_day_pence));
  const scored = priced.map(({ bid, whole_day_pence }) => {
    const price_points = hundredths((rules.price_weight * lowest) / whole_day_pence);
    const { share, unmarked } = qualityOf(bid.provider, rules, marks);
    const quality_points = hundredths((100 - rules.price_weight) * share);
    const points = hundredths(price_points + quality_points);
    return { bid, whole_day_pence, price_points, quality_points, points, unmarked };
  });
  const ordered = scored.toSorted(
    (a, b) =>
      b.points - a.points ||
      a.whole_day_pence - b.whole_day_pence ||
      b.quality_points - a.quality_points ||
      compareText(a.bid.received_at, b.bid.received_at) ||
      compareText(a.bid.provider, b.bid.provider) ||
      a.bid.id - b.bid.id,
  );
  return ordered.map((each, at) => ({ ...each, rank: at + 1 }));
}

/** Share of the full marks, 0 to 1. Without questions everyone has the full share. */
function qualityOf(provider: string, { questions }: TenderRules, marks: Marks) {
  const weights = questions.reduce((sum, each) => sum + each.weight, 0);
  if (weights === 0) return { share: 1, unmarked: 0 };
  const given = questions.map(({ id, weight }) => {
    const mark = marks.get(markKey(provider, id));
    return { weight, score: mark?.score ?? 0, isMarked: mark !== undefined };
  });
  const sum = given.reduce((total, { weight, score }) => total + weight * score, 0);
  return { share: sum / (5 * weights), unmarked: given.filter((each) => !each.isMarked).length };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
