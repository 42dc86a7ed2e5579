/**
 * What a bidder is told of the outcome: own marks and place, who won. Never a price, and no points for price, since with one's own price
 * those tell the lowest one. As text for whoever writes the letter: Kerbside sends nothing.
 */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatQuantity } from '../../format/number.ts';
import type { Award, Lot, Tender } from '../../model/tender.ts';
import type { Marks, ScoredBid } from './evaluate.ts';
import { markKey } from './evaluate.ts';

/** One lot as a bidder is told of it. */
export interface OutcomeLine {
  readonly lot: Lot;
  readonly award: Award;
  /** All bids that counted, the best first. */
  readonly scored: readonly ScoredBid[];
}

/** What the letter is made of. */
export interface OutcomeFacts {
  readonly tender: Tender;
  readonly provider: string;
  readonly lines: readonly OutcomeLine[];
  readonly marks: Marks;
  readonly team: string;
  readonly contact: string;
  readonly on: IsoDate;
}

/** The text; '' where the provider bid for none of the lots awarded. */
export function outcomeLetter(facts: OutcomeFacts): string {
  const { tender, provider, team, contact, on } = facts;
  const own = facts.lines.flatMap((line) => {
    const bid = line.scored.find((each) => each.bid.provider === provider);
    return bid === undefined ? [] : [{ ...line, bid }];
  });
  if (own.length === 0) return '';
  const until = own
    .flatMap(({ award }) => award.standstill_until ?? [])
    .toSorted()
    .at(-1);
  return [
    formatDate(on),
    `To ${provider}`,
    `Tender ${tender.ref}: ${tender.title}`,
    'Thank you for your bid. This is the outcome of the lots you bid for that have been awarded so far.',
    ...own.map((line) => outcomeOf(line, provider)),
    ...qualityLines(facts),
    until === undefined
      ? 'The contracts are entered into without a standstill.'
      : `No contract is entered into before the end of ${formatDate(until)}. Until then you may ask us to explain the outcome of your own bid.`,
    [team, contact].filter((part) => part !== '').join(', '),
  ].join('\n\n');
}

function outcomeOf(
  { lot, award, scored, bid }: OutcomeLine & { readonly bid: ScoredBid },
  provider: string,
): string {
  const of = formatQuantity(scored.length, 'bid');
  return award.provider === provider
    ? `Lot ${lot.ref}, ${lot.specification.school}: awarded to you. The contract begins when you have confirmed it.`
    : `Lot ${lot.ref}, ${lot.specification.school}: awarded to ${award.provider}. Your bid was number ${bid.rank} of ${of}.`;
}

function qualityLines({ tender, provider, marks }: OutcomeFacts): readonly string[] {
  const lines = tender.rules.questions.map(({ id, question, weight }) => {
    const mark = marks.get(markKey(provider, id));
    return mark === undefined
      ? `${question} (weight ${weight}): not marked.`
      : `${question} (weight ${weight}): ${mark.score} of 5. ${mark.reason}`;
  });
  return lines.length === 0 ? [] : [`Your answers on quality, which has ${100 - tender.rules.price_weight}% of the weight:\n${lines.join('\n')}`]; // prettier-ignore
}
