/** What is wrong with a bid, each in a sentence with the way out. A bid with a problem is kept and held; none is thrown away. */
import { formatMoment } from './moment.ts';
import { formatPence } from '../../format/money.ts';
import { wholeDayPence, type BidProblem, type Lot, type Moment, type Tender } from '../../model/tender.ts'; // prettier-ignore

/** Every problem in words: what it is, and what to do. */
export const BID_PROBLEM_WORDS: Readonly<
  Record<BidProblem, { readonly reason: string; readonly remedy: string }>
> = {
  late: {
    reason: 'The bid came after the closing time.',
    remedy: 'It counts only if somebody accepts it on the tender, with the reason.',
  },
  before_opening: {
    reason: 'The bid came before the tender opened.',
    remedy: 'Check the day and time it was received.',
  },
  tender_cancelled: {
    reason: 'The tender was cancelled.',
    remedy: 'Tell the provider; the bid is kept.',
  },
  lot_withdrawn: {
    reason: 'The lot was withdrawn.',
    remedy: 'Tell the provider; the bid is kept.',
  },
  lot_awarded: {
    reason: 'The lot is closed: it has been awarded.',
    remedy: 'Tell the provider; the bid is kept.',
  },
  not_on_framework: {
    reason: 'The provider is not on the framework: neither invited, nor in the register of providers, nor running a contract.',
    remedy: 'Check the name, or put the provider on the register, then accept the bid.',
  }, // prettier-ignore
  formula: {
    reason: 'A formula stands in place of a price.',
    remedy: 'Ask the provider for the price as a number.',
  },
  currency: {
    reason: 'The price is not in pounds sterling.',
    remedy: 'Ask the provider for the price in pounds.',
  },
  not_a_price: {
    reason: 'What stands in place of a price is no amount.',
    remedy: 'Ask the provider for the price as a number of pounds.',
  },
  negative: {
    reason: 'The price is below nothing.',
    remedy: 'Ask the provider for the right price.',
  },
  absurd: {
    reason: 'The price is far from what such a route costs.',
    remedy: 'Ask the provider whether it is meant, then accept it or wait for another bid.',
  },
  no_price: {
    reason: 'There is no price for the vehicle.',
    remedy: 'Ask the provider for the price.',
  },
  no_assistant_price: {
    reason: 'A passenger assistant is asked for, and the line for the assistant is empty.',
    remedy: 'Ask the provider: 0 says that the assistant is in the price of the vehicle.',
  },
  no_vehicle: {
    reason: 'The vehicle offered is not said.',
    remedy: 'Ask the provider which vehicle is offered.',
  },
  unknown_vehicle: {
    reason: 'The vehicle offered is none of the list.',
    remedy: 'Ask the provider which class of the list it is.',
  },
  line_twice: {
    reason: 'The lot stands twice in the file, with two offers.',
    remedy: 'Ask the provider which of them counts, and accept that one.',
  },
};

/** Problems that nobody can accept: without a price there is nothing to award, and a lot that is gone cannot be. */
const FINAL: ReadonlySet<BidProblem> = new Set([
  'formula',
  'currency',
  'not_a_price',
  'negative',
  'no_price',
  'no_assistant_price',
  'tender_cancelled',
  'lot_withdrawn',
  'lot_awarded',
]);

/** Why a held bid can never count as it is; null where a person may accept it. */
export function finalProblem(problems: readonly BidProblem[]): BidProblem | null {
  return problems.find((each) => FINAL.has(each)) ?? null;
}

/** A line of a bid as it was understood. */
export interface BidLine {
  readonly price_day_pence: number | null;
  /** Null where the cell is empty. */
  readonly assistant_day_pence: number | null;
  readonly vehicle_given: string;
  readonly vehicle_class: string;
  /** What its cells are wrong with by themselves. */
  readonly cells: readonly BidProblem[];
}

/** What a bid is checked against. */
export interface BidCircumstances {
  readonly tender: Tender;
  readonly lot: Lot;
  readonly awarded: boolean;
  readonly received_at: Moment;
  readonly on_framework: boolean;
  readonly absurd_times: number;
}

/** Every problem of a bid, in the order of `BID_PROBLEMS`. */
export function bidProblems(line: BidLine, at: BidCircumstances): readonly BidProblem[] {
  const { tender, lot, received_at } = at;
  const unread = line.cells.length > 0;
  const none = line.price_day_pence === null;
  const negative = (line.price_day_pence ?? 0) < 0 || (line.assistant_day_pence ?? 0) < 0;
  const found: readonly (readonly [BidProblem, boolean])[] = [
    ['late', received_at > tender.closes_at],
    ['before_opening', received_at < tender.opens_at],
    ['tender_cancelled', tender.cancelled !== null],
    ['lot_withdrawn', lot.withdrawn !== null],
    ['lot_awarded', at.awarded],
    ['not_on_framework', !at.on_framework],
    ...line.cells.map((each) => [each, true] as const),
    ['negative', negative],
    ['absurd', !none && !negative && isAbsurd(line, lot, at.absurd_times)],
    ['no_price', none && !unread],
    ['no_assistant_price', lot.specification.assistants > 0 && line.assistant_day_pence === null && !unread], // prettier-ignore
    ['no_vehicle', line.vehicle_given === ''],
    ['unknown_vehicle', line.vehicle_given !== '' && line.vehicle_class === ''],
  ];
  return [...new Set(found.filter(([, is]) => is).map(([problem]) => problem))];
}

/** Nothing at all, or so many times the model's price, or so small a part of it. Without a model's price only nothing is absurd. */
function isAbsurd(line: BidLine, { model_day_pence: model }: Lot, times: number): boolean {
  const whole = wholeDayPence({
    price_day_pence: line.price_day_pence,
    assistant_day_pence: line.assistant_day_pence ?? 0,
  });
  if (whole <= 0 || (line.price_day_pence ?? 0) <= 0) return true;
  return model > 0 && (whole > model * times || whole * times < model);
}

/** What is said of one problem, with the figures that make it understood. */
export function bidProblemText(
  problem: BidProblem,
  at: Pick<BidCircumstances, 'tender' | 'lot' | 'received_at'>,
): string {
  const { reason } = BID_PROBLEM_WORDS[problem];
  if (problem === 'late')
    return `The bid came ${formatMoment(at.received_at)}, after the closing time, ${formatMoment(at.tender.closes_at)}.`;
  if (problem === 'before_opening')
    return `The bid came ${formatMoment(at.received_at)}, before the tender opened, ${formatMoment(at.tender.opens_at)}.`;
  if (problem === 'absurd')
    return `The price is far from what such a route costs, ${formatPence(at.lot.model_day_pence)} a day by the rate card.`;
  return reason;
}
