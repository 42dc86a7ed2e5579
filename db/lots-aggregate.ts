/** Tenders, lots, who was asked, bids and their marks, awards, and what happened to contracts. The rules are the callers'. */
import type {
  Award,
  Bid,
  BidAnswer,
  BidScore,
  ContractEvent,
  Invitation,
  Lot,
  Moment,
  Signed,
  Tender,
} from '../shared/model/tender.ts';

/** What a tender begins as. */
export type TenderGiven = Omit<Tender, 'id' | 'cancelled'>;
export type LotGiven = Omit<Lot, 'id' | 'tender_id' | 'withdrawn'>;
export type BidToKeep = Omit<Bid, 'id' | 'accepted' | 'replaced_by'>;
export type AwardGiven = Omit<Award, 'id' | 'withdrawn'>;

export interface TendersPart {
  /** The latest first. */
  readonly tenders: () => readonly Tender[];
  readonly tender: (id: number) => Tender | null;
  readonly tenderByRef: (ref: string) => Tender | null;
  /** Keeps a tender with its lots and those invited. */
  readonly put: (
    given: TenderGiven,
    lots: readonly LotGiven[],
    providers: readonly string[],
  ) => Tender;
  readonly cancelTender: (tender: Tender, signed: Signed) => void;
  /** Every lot, by tender and reference. */
  readonly lots: () => readonly Lot[];
  readonly lotsOf: (tender_id: number) => readonly Lot[];
  readonly lot: (id: number) => Lot | null;
  readonly withdrawLot: (lot: Lot, signed: Signed) => void;
  readonly invitationsOf: (tender_id: number) => readonly Invitation[];
  /** Adds those not invited yet. */
  readonly addInvited: (
    tender: Tender,
    providers: readonly string[],
    by: Pick<Signed, 'on' | 'by'>,
  ) => void;
  /** Notes that the files of these providers were written. */
  readonly recordWritten: (
    tender: Tender,
    providers: readonly string[],
    written: { readonly at: Moment; readonly by: string },
  ) => void;
  /** Notes that somebody handed the files to a provider, and how. */
  readonly recordHanded: (
    invitation: Invitation,
    handed: { readonly on: Signed['on']; readonly by: string; readonly how: string },
  ) => void;
}

export interface BidsPart {
  /** Every bid of a tender in the order they were kept, replaced ones among them. */
  readonly bidsOf: (tender_id: number) => readonly Bid[];
  readonly bid: (id: number) => Bid | null;
  /** Keeps a bid; `replaces` are the bids that it takes the place of. */
  readonly saveBid: (bid: BidToKeep, replaces: readonly Bid[]) => Bid;
  /** A held bid counts from now on, with the reason, in the place of those given. */
  readonly recordAccepted: (bid: Bid, signed: Signed, replaces: readonly Bid[]) => void;
  readonly bidAnswers: (tender_id: number) => readonly BidAnswer[];
  /** Puts a provider's answers in the place of those before. */
  readonly saveAnswers: (answers: readonly BidAnswer[]) => void;
  /** Every mark ever given, oldest first. */
  readonly bidScores: (tender_id: number) => readonly BidScore[];
  readonly recordScore: (score: Omit<BidScore, 'id'>) => void;
}

export interface AwardsPart {
  /** Oldest first, withdrawn ones among them. */
  readonly awards: () => readonly Award[];
  readonly award: (id: number) => Award | null;
  readonly awardOfContract: (contract_id: number) => Award | null;
  readonly recordAward: (award: AwardGiven) => Award;
  readonly withdrawAward: (award: Award, signed: Signed) => void;
  /** Of one contract, oldest first. */
  readonly eventsOf: (contract_id: number) => readonly ContractEvent[];
  readonly recordEvent: (event: Omit<ContractEvent, 'id'>) => ContractEvent;
}

export type LotsStore = TendersPart & BidsPart & AwardsPart;
