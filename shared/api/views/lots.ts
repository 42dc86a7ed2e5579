/** Tenders, their lots and bids, and contracts with what happened to them, as the screens ask for them. Money in pence a day. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Contract } from '../../model/contract.ts';
import type {
  Award,
  Bid,
  BidAnswer,
  BidScore,
  ContractEvent,
  Invitation,
  Lot,
  LotSpecification,
  Moment,
  Tender,
  TenderRules,
} from '../../model/tender.ts';
import type { Alike, Benchmarks } from '../../service/lots/benchmarks.ts';
import type { ScoredBid } from '../../service/lots/evaluate.ts';
import type { TenderState } from '../../service/lots/tender-state.ts';

/** One route of a tender that is being drafted. */
export interface DraftLot {
  readonly route_ref: string;
  /** Why it cannot be put out; '' where it can. */
  readonly why_not: string;
  readonly specification: LotSpecification | null;
  readonly model_day_pence: number;
}

/** What a tender begins with; all of it may be changed. */
export interface TenderDraft {
  readonly ref: string;
  readonly lots: readonly DraftLot[];
  readonly opens_at: Moment;
  readonly closes_at: Moment;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  readonly rules: TenderRules;
  readonly providers: readonly {
    readonly name: string;
    readonly registered: boolean;
    readonly contracts: number;
  }[];
}

/** One tender of the list. */
export interface TenderRow {
  readonly id: number;
  readonly ref: string;
  readonly title: string;
  readonly state: TenderState;
  readonly opens_at: Moment;
  readonly closes_at: Moment;
  readonly lots: number;
  readonly awarded: number;
  readonly invited: number;
  /** Bids that count. */
  readonly bids: number;
  readonly held: number;
  /** Lots of those not withdrawn for which no bid counts, and for which one does. */
  readonly no_bid: number;
  readonly one_bid: number;
}

export interface TendersPage {
  readonly now: Moment;
  /** The latest first. */
  readonly rows: readonly TenderRow[];
}

/** A bid that counts, scored and measured. */
export interface BidView extends ScoredBid {
  readonly benchmarks: Benchmarks;
  /** What whoever awards it must have read. */
  readonly cautions: readonly string[];
}

/** A bid that waits for a person, with what is wrong in words. */
export interface HeldBid {
  readonly bid: Bid;
  readonly reasons: readonly { readonly reason: string; readonly remedy: string }[];
  /** Why it can never count as it is; '' where somebody may accept it. */
  readonly final: string;
}

export interface LotView {
  readonly lot: Lot;
  /** The route of the plan in use; null where it has none of the name. */
  readonly route_id: number | null;
  /** How the route differs from what was put out. */
  readonly changes: readonly string[];
  readonly alike: Omit<Alike, 'routes'>;
  /** The best first. */
  readonly bids: readonly BidView[];
  readonly held: readonly HeldBid[];
  /** Bids that a later one of the same provider took the place of. */
  readonly replaced: readonly Bid[];
  readonly award: (Award & { readonly contract_ref: string; readonly confirmed: boolean; readonly linked: boolean }) | null; // prettier-ignore
}

export interface TenderPage {
  readonly now: Moment;
  readonly tender: Tender;
  readonly state: TenderState;
  readonly lots: readonly LotView[];
  readonly invitations: readonly Invitation[];
  /** Everybody who bid for anything, by name. */
  readonly bidders: readonly string[];
  readonly answers: readonly BidAnswer[];
  /** The marks that count. */
  readonly marks: readonly BidScore[];
  readonly next_contract: string;
  /** Last day of a standstill that begins today; null where the setting says none. */
  readonly standstill_until: IsoDate | null;
}

/** The text of a letter of outcome. */
export interface OutcomeText {
  readonly provider: string;
  readonly text: string;
}

/** A contract with what happened to it. */
export interface ContractPage {
  readonly contract: Contract;
  readonly route_id: number | null;
  readonly award: Award | null;
  readonly tender: Pick<Tender, 'id' | 'ref'> | null;
  /** The latest first, each with its sentence. */
  readonly events: readonly (ContractEvent & { readonly sentence: string })[];
  /** Vehicle and assistant today, where a variation lies ahead or behind. */
  readonly today_day_pence: number;
  readonly notice_days: number | null;
}
