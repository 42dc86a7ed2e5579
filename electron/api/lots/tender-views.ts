/** Tenders as the screens draw them. */
import type { Store } from '../../../db/store.ts';
import type { BidView, HeldBid, LotView, OutcomeText, TenderPage, TenderRow, TendersPage } from '../../../shared/api/views/lots.ts'; // prettier-ignore
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { addWorkingDays } from '../../../shared/calendar/working-days.ts';
import { letterSenderAt } from '../../../shared/costing/read-settings.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { Award, Bid, Lot, Moment, Tender } from '../../../shared/model/tender.ts';
import { alikeOf, benchmarksOf, runningPrices, type RunningPrice } from '../../../shared/service/lots/benchmarks.ts'; // prettier-ignore
import { awardCautions, lotChanges } from '../../../shared/service/lots/check-award.ts';
import { BID_PROBLEM_WORDS, bidProblemText, finalProblem } from '../../../shared/service/lots/check-bid.ts'; // prettier-ignore
import { compareText } from '../../../shared/service/lots/compare-text.ts';
import { nextContractNumber } from '../../../shared/service/lots/contract-number.ts';
import { evaluate, lastMarks, type Marks } from '../../../shared/service/lots/evaluate.ts';
import { outcomeLetter } from '../../../shared/service/lots/standstill-letter.ts';
import { isCounted, isHeld, isStanding, tenderState } from '../../../shared/service/lots/tender-state.ts'; // prettier-ignore
import { tenderSettingsAt } from '../../../shared/service/lots/tender-settings-at.ts';
import { specifier } from '../../jobs/lots/specify-routes.ts';

/** Every tender, the latest first. */
export function tendersPage(store: Store, now: Moment): TendersPage {
  const awards = store.lots.awards().filter(isStanding);
  return { now, rows: store.lots.tenders().map((tender) => rowOf(store, tender, awards, now)) };
}

function rowOf(store: Store, tender: Tender, awards: readonly Award[], now: Moment): TenderRow {
  const lots = store.lots.lotsOf(tender.id);
  const bids = store.lots.bidsOf(tender.id);
  const ids = new Set(lots.map(({ id }) => id));
  const counted = bids.filter(isCounted);
  const open = lots.filter((lot) => lot.withdrawn === null);
  const countOf = ({ id }: Lot): number => counted.filter(({ lot_id }) => lot_id === id).length;
  const { id, ref, title, opens_at, closes_at } = tender;
  return {
    id,
    ref,
    title,
    opens_at,
    closes_at,
    state: tenderState(tender, lots, awards, now),
    lots: lots.length,
    awarded: awards.filter(({ lot_id }) => lot_id !== null && ids.has(lot_id)).length,
    invited: store.lots.invitationsOf(id).length,
    bids: counted.length,
    held: bids.filter(isHeld).length,
    no_bid: open.filter((lot) => countOf(lot) === 0).length,
    one_bid: open.filter((lot) => countOf(lot) === 1).length,
  };
}

/** What the lots of a tender are looked at with, read once. */
interface Basis {
  readonly tender: Tender;
  readonly bids: readonly Bid[];
  readonly awards: readonly Award[];
  readonly marks: Marks;
  readonly running: readonly RunningPrice[];
  readonly routes: ReadonlyMap<string, PlannedRoute>;
}

function basisOf(store: Store, tender: Tender): Basis {
  const routes = store.plans.current()?.routes ?? [];
  const contracts = new Map(store.contracts.all().map((each) => [each.id, each]));
  return {
    tender,
    bids: store.lots.bidsOf(tender.id),
    awards: store.lots.awards(),
    marks: lastMarks(store.lots.bidScores(tender.id)),
    running: runningPrices(routes, (id) => contracts.get(id) ?? null),
    routes: new Map(routes.map((route) => [route.ref, route])),
  };
}

/** One tender whole; no_tender where there is none. */
export function tenderPage(store: Store, id: number, now: Moment, on: IsoDate): Result<TenderPage> {
  const tender = store.lots.tender(id);
  if (tender === null) return noTender();
  const basis = basisOf(store, tender);
  const lots = store.lots.lotsOf(id);
  const settings = tenderSettingsAt(store.settings.all(), on);
  const taken = store.contracts.all().map(({ ref }) => ref);
  const specify = specifier(store, on);
  return ok({
    now,
    tender,
    state: tenderState(tender, lots, basis.awards, now),
    lots: lots.map((lot) => {
      const route = basis.routes.get(lot.route_ref) ?? null;
      const changes = lot.withdrawn !== null ? [] : lotChanges(lot.specification, route === null ? null : specify(route).specification); // prettier-ignore
      return lotView(store, lot, { basis, changes, route });
    }),
    invitations: store.lots.invitationsOf(id),
    bidders: [...new Set(basis.bids.map(({ provider }) => provider))].toSorted(compareText),
    answers: store.lots.bidAnswers(id),
    marks: [...basis.marks.values()],
    next_contract: nextContractNumber(settings.number_pattern, tender.starts_on, taken),
    standstill_until: settings.standstill_days === 0 ? null : addWorkingDays(on, settings.standstill_days), // prettier-ignore
  });
}

/** A tender that is not there. */
export function noTender() {
  return fail('no_tender', 'There is no such tender.', 'Look at the list of tenders again.');
}

interface LotAt {
  readonly basis: Basis;
  readonly changes: readonly string[];
  readonly route: PlannedRoute | null;
}

function lotView(store: Store, lot: Lot, { basis, changes, route }: LotAt): LotView {
  const { tender, marks } = basis;
  const own = basis.bids.filter(({ lot_id }) => lot_id === lot.id);
  const { routes: _routes, ...alike } = alikeOf(lot.specification, lot.route_ref, basis.running);
  const scored = evaluate(own.filter(isCounted), tender.rules, marks);
  const award = basis.awards.find((each) => each.lot_id === lot.id && isStanding(each)) ?? null;
  const contract = award === null ? null : store.contracts.get(award.contract_id);
  return {
    lot,
    route_id: route?.id ?? null,
    changes: award === null ? changes : [],
    alike,
    bids: scored.map((each): BidView => ({
      ...each,
      benchmarks: benchmarksOf(each.whole_day_pence, lot, { ...alike, routes: _routes }),
      cautions: awardCautions(each, scored, changes),
    })),
    held: own.filter(isHeld).map((bid) => heldOf(bid, tender, lot)),
    replaced: own.filter((bid) => bid.replaced_by !== null),
    award: award === null ? null : { ...award, contract_ref: contract?.ref ?? '', confirmed: contract?.confirmed ?? false, linked: route?.contract_id === award.contract_id }, // prettier-ignore
  };
}

function heldOf(bid: Bid, tender: Tender, lot: Lot): HeldBid {
  const final = finalProblem(bid.problems);
  const at = { tender, lot, received_at: bid.received_at };
  return {
    bid,
    reasons: bid.problems.map((each) => ({ reason: bidProblemText(each, at), remedy: BID_PROBLEM_WORDS[each].remedy })), // prettier-ignore
    final: final === null ? '' : BID_PROBLEM_WORDS[final].reason,
  };
}

/** The letters of outcome of a tender, by provider; those who bid for nothing that is awarded have none. */
export function outcomeTexts(
  store: Store,
  id: number,
  on: IsoDate,
): Result<readonly OutcomeText[]> {
  const tender = store.lots.tender(id);
  if (tender === null) return noTender();
  const { bids, awards, marks } = basisOf(store, tender);
  const lines = store.lots.lotsOf(id).flatMap((lot) => {
    const award = awards.find((each) => each.lot_id === lot.id && isStanding(each));
    if (award === undefined) return [];
    const counted = bids.filter((bid) => bid.lot_id === lot.id && isCounted(bid));
    return [{ lot, award, scored: evaluate(counted, tender.rules, marks) }];
  });
  const { team, contact } = letterSenderAt(store.settings.all(), on);
  const bidders = [...new Set(bids.map(({ provider }) => provider))].toSorted(compareText);
  const texts = bidders.map((provider) => ({
    provider,
    text: outcomeLetter({ tender, provider, lines, marks, team, contact, on }),
  }));
  return ok(texts.filter(({ text }) => text !== ''));
}
