/** Lots, what is asked of bidders, their bids, what was awarded, and what became of a contract. Money in whole pence a day. */
import type { DayMask } from '../calendar/day-mask.ts';
import type { IsoDate } from '../calendar/dates.ts';

/** A local date and time of day as text, `2026-08-07T12:00`, so that two compare as they stand. */
export type Moment = string;

/** One question on quality; the weights of a tender's questions are shares of the weight of quality. */
export interface QualityQuestion {
  readonly id: string;
  readonly question: string;
  /** 1 to 100. */
  readonly weight: number;
}

/** The rules a tender is evaluated by, settled when it is put out and never changed afterwards. */
export interface TenderRules {
  /** 0 to 100; quality has the rest. */
  readonly price_weight: number;
  readonly questions: readonly QualityQuestion[];
  /** Where the weights come from, in words. */
  readonly source: string;
}

/** Routes put out together: a mini-competition among the providers invited. */
export interface Tender {
  readonly id: number;
  /** `T2026-01`. */
  readonly ref: string;
  readonly title: string;
  readonly opens_at: Moment;
  /** Bids count until this minute. */
  readonly closes_at: Moment;
  /** The contracts' term. */
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  readonly rules: TenderRules;
  readonly made_on: IsoDate;
  readonly made_by: string;
  /** Null while it stands. */
  readonly cancelled: Signed | null;
}

/** Something done by a named person, with the reason. */
export interface Signed {
  readonly on: IsoDate;
  readonly by: string;
  readonly reason: string;
}

/** One stop as bidders are told of it: no name, no address. Times in seconds after midnight. */
export interface LotStop {
  /** Outward half of the postcode, `ME14`; words where it is not told. */
  readonly area: string;
  /** Null where nobody is collected, or brought, here. */
  readonly pick_up_s: number | null;
  readonly drop_off_s: number | null;
  readonly days: DayMask;
  readonly place: 'seat' | 'wheelchair';
}

/** What is asked for. It holds nothing that says who a child is. */
export interface LotSpecification {
  readonly school: string;
  readonly town: string;
  readonly vehicle_class: string;
  readonly vehicle: string;
  /** Seats for children and assistants, and wheelchair spaces, of the layout planned for. */
  readonly seats: number;
  readonly wheelchairs: number;
  /** Every layout of the class that would do, in words. */
  readonly layouts: readonly string[];
  readonly children: number;
  /** The heaviest wheelchair with its child, kg; null where none travels or none is known. */
  readonly heaviest_kg: number | null;
  /** Children who travel in a wheelchair whose weight is not known yet. */
  readonly weights_missing: number;
  /** Passenger assistants asked for. */
  readonly assistants: number;
  readonly competences: readonly string[];
  readonly arrive_s: number;
  readonly depart_s: number;
  readonly duration_s: number;
  readonly home_duration_s: number;
  readonly distance_m: number;
  readonly home_m: number;
  readonly distance_basis: 'estimated' | 'road';
  readonly days: DayMask;
  readonly days_a_year: number;
  /** In the order of the morning. */
  readonly stops: readonly LotStop[];
}

/** A route as it was put out. */
export interface Lot {
  readonly id: number;
  readonly tender_id: number;
  /** `T2026-01/03`. */
  readonly ref: string;
  readonly route_ref: string;
  readonly plan_id: number;
  readonly specification: LotSpecification;
  /** By the rate card on the day it was put out, vehicle and assistants. */
  readonly model_day_pence: number;
  readonly withdrawn: Signed | null;
}

/** A provider asked to bid: when the files were written, and who handed them over how. Kerbside sends nothing. */
export interface Invitation {
  readonly id: number;
  readonly tender_id: number;
  readonly provider: string;
  readonly invited_on: IsoDate;
  readonly invited_by: string;
  readonly written_at: Moment | null;
  readonly written_by: string;
  readonly handed: { readonly on: IsoDate; readonly by: string; readonly how: string } | null;
}

/** Why a bid is held; the words are in `service/lots/check-bid.ts`. */
export const BID_PROBLEMS = [
  'late',
  'before_opening',
  'tender_cancelled',
  'lot_withdrawn',
  'lot_awarded',
  'not_on_framework',
  'formula',
  'currency',
  'not_a_price',
  'negative',
  'absurd',
  'no_price',
  'no_assistant_price',
  'no_vehicle',
  'unknown_vehicle',
  'line_twice',
] as const;
export type BidProblem = (typeof BID_PROBLEMS)[number];

/** What stood in the provider's cells, as given. */
export interface BidGiven {
  readonly price: string;
  readonly assistant: string;
  readonly vehicle: string;
  readonly remarks: string;
}

/** One provider's offer for one lot. A held one is kept and does not count until somebody accepts it. */
export interface Bid {
  readonly id: number;
  readonly lot_id: number;
  readonly provider: string;
  readonly received_at: Moment;
  /** The file it came in. */
  readonly file: string;
  readonly given: BidGiven;
  /** Null where no price could be read. */
  readonly price_day_pence: number | null;
  readonly assistant_day_pence: number;
  /** Class of the rate card; '' where it is none. */
  readonly vehicle_class: string;
  readonly problems: readonly BidProblem[];
  /** Accepted in spite of its problems, with the reason; null: not. */
  readonly accepted: Signed | null;
  /** The later bid of the same provider for the same lot; null: this is the last. */
  readonly replaced_by: number | null;
}

/** What a provider wrote on quality, the last of each question; it counts for every lot of the tender. */
export interface BidAnswer {
  readonly tender_id: number;
  readonly provider: string;
  readonly question_id: string;
  readonly answer: string;
}

/** An evaluator's mark of one answer, 0 to 5, with the reason. The last one counts. */
export interface BidScore {
  readonly id: number;
  readonly tender_id: number;
  readonly provider: string;
  readonly question_id: string;
  readonly score: number;
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
}

/** A lot given to a bidder, or a route given directly. The contract number names a row of the register. */
export interface Award {
  readonly id: number;
  /** Null for a direct award. */
  readonly lot_id: number | null;
  readonly bid_id: number | null;
  readonly route_ref: string;
  readonly contract_id: number;
  readonly provider: string;
  readonly price_day_pence: number;
  readonly assistant_day_pence: number;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  /** Last day of the standstill; null where there was none. */
  readonly standstill_until: IsoDate | null;
  readonly signed: Signed;
  /** Taken back before the provider confirmed. */
  readonly withdrawn: Signed | null;
}

export const CONTRACT_EVENTS = ['notice', 'variation', 'default', 'extension'] as const;
export type ContractEventKind = (typeof CONTRACT_EVENTS)[number];

/** Something that happened to a contract. Prices and ends stand before and after, the same where it changed none. */
export interface ContractEvent {
  readonly id: number;
  readonly contract_id: number;
  readonly kind: ContractEventKind;
  /** From which day it counts: the new price, the last day, the day of the default. */
  readonly effective_on: IsoDate;
  readonly price_before_pence: number;
  readonly price_after_pence: number;
  readonly assistant_before_pence: number;
  readonly assistant_after_pence: number;
  readonly ends_before: IsoDate;
  readonly ends_after: IsoDate;
  readonly signed: Signed;
}

/** Whole price of a bid or contract a day, pence. */
export function wholeDayPence(each: {
  readonly price_day_pence: number | null;
  readonly assistant_day_pence: number;
}): number {
  return (each.price_day_pence ?? 0) + each.assistant_day_pence;
}
