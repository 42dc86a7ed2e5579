/** What is recorded of a tender once it is out: who was handed the files, marks, held bids accepted, lots and tenders ended. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import { finalProblem, BID_PROBLEM_WORDS } from '../../../shared/service/lots/check-bid.ts';
import { signedProblems } from '../../../shared/service/lots/check-tender.ts';
import { isHeld, isStanding } from '../../../shared/service/lots/tender-state.ts';
import { notComplete } from '../client-case.ts';
import type { When } from './make-award.ts';
import { noteStep } from './put-out.ts';
import { noTender } from './tender-views.ts';

interface SignedForm {
  readonly by: string;
  readonly reason: string;
}

function sign({ by, reason }: SignedForm, on: IsoDate) {
  return { on, by: by.trim(), reason: reason.trim() };
}

/** Asks more providers; those asked already stay as they are. */
export function inviteProviders(
  store: Store,
  form: { readonly tender_id: number; readonly providers: readonly string[]; readonly by: string },
  { on, now, change }: When,
): Result<null> {
  const tender = store.lots.tender(form.tender_id);
  if (tender === null) return noTender();
  const asked = new Set(store.lots.invitationsOf(tender.id).map(({ provider }) => providerKey(provider))); // prettier-ignore
  const fresh = form.providers.map((name) => name.trim()).filter((name) => name !== '' && !asked.has(providerKey(name))); // prettier-ignore
  const problems = [
    ...(fresh.length === 0 ? ['Name a provider that is not invited yet.'] : []),
    ...(now > tender.closes_at ? ['Bids are closed.'] : []),
    ...(form.by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  store.write({ ...change, who: form.by.trim() }, () => {
    store.lots.addInvited(tender, fresh, { on, by: form.by.trim() });
  });
  return ok(null);
}

/** Notes that somebody handed the files to a provider. */
export function noteHanded(
  store: Store,
  form: { readonly tender_id: number; readonly invitation_id: number; readonly on: IsoDate; readonly how: string; readonly by: string }, // prettier-ignore
  { on, change }: When,
): Result<null> {
  const asked = store.lots.invitationsOf(form.tender_id).find(({ id }) => id === form.invitation_id); // prettier-ignore
  if (asked === undefined) return noTender();
  const problems = [
    ...(asked.written_at === null ? ['Write the files first.'] : []),
    ...(form.how.trim() === '' ? ['Say how: by the portal, by email, in person.'] : []),
    ...(form.on > on ? ['The day lies ahead.'] : []),
    ...(form.by.trim() === '' ? ['Sign with your name.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  store.write({ ...change, who: form.by.trim() }, () => {
    store.lots.recordHanded(asked, { on: form.on, by: form.by.trim(), how: form.how.trim() });
  });
  return ok(null);
}

/** Lets a held bid count, with the reason. */
export function acceptBid(
  store: Store,
  form: SignedForm & { readonly bid_id: number },
  { on, change }: When,
): Result<null> {
  const bid = store.lots.bid(form.bid_id);
  if (bid === null || !isHeld(bid))
    return fail('no_such_record', 'There is no such bid that is held.', 'Look at the tender again.'); // prettier-ignore
  const final = finalProblem(bid.problems);
  if (final !== null || bid.price_day_pence === null)
    return fail(
      'bid_cannot_count',
      BID_PROBLEM_WORDS[final ?? 'no_price'].reason,
      BID_PROBLEM_WORDS[final ?? 'no_price'].remedy,
    );
  const problems = signedProblems(form, 'Write why the bid counts all the same.');
  if (problems.length > 0) return notComplete(problems);
  const lot = store.lots.lot(bid.lot_id);
  const others = store.lots
    .bidsOf(lot?.tender_id ?? 0)
    .filter((each) => each.id !== bid.id && each.lot_id === bid.lot_id && each.provider === bid.provider && each.replaced_by === null); // prettier-ignore
  store.write({ ...change, who: form.by.trim() }, () => {
    store.lots.recordAccepted(bid, sign(form, on), others);
  });
  return ok(null);
}

/** Marks one answer, 0 to 5, with the reason. */
export function markAnswer(
  store: Store,
  form: SignedForm & { readonly tender_id: number; readonly provider: string; readonly question_id: string; readonly score: number }, // prettier-ignore
  { on, now, change }: When,
): Result<null> {
  const tender = store.lots.tender(form.tender_id);
  if (tender === null) return noTender();
  const problems = [
    ...(tender.rules.questions.some(({ id }) => id === form.question_id) ? [] : ['The tender has no such question.']), // prettier-ignore
    ...(now <= tender.closes_at ? ['Answers are marked once bids are closed.'] : []),
    ...signedProblems(form, 'Write why this mark.'),
  ];
  if (problems.length > 0) return notComplete(problems);
  const { tender_id, provider, question_id, score } = form;
  store.write({ ...change, who: form.by.trim() }, () => {
    store.lots.recordScore({ tender_id, provider, question_id, score, ...sign(form, on) });
  });
  return ok(null);
}

/** Takes a lot out of a tender, or with null the whole tender back. What is awarded stays. */
export function endLots(
  store: Store,
  form: SignedForm & { readonly tender_id: number; readonly lot_id: number | null },
  { on, change }: When,
): Result<null> {
  const tender = store.lots.tender(form.tender_id);
  if (tender === null) return noTender();
  const given = new Set(store.lots.awards().filter(isStanding).map((each) => each.lot_id)); // prettier-ignore
  const lots = store.lots
    .lotsOf(tender.id)
    .filter((lot) => lot.withdrawn === null && (form.lot_id === null || lot.id === form.lot_id));
  const awarded = lots.filter((lot) => given.has(lot.id));
  const problems = [
    ...(tender.cancelled !== null ? ['The tender was cancelled before.'] : []),
    ...(lots.length === 0 ? ['There is no such lot that stands.'] : []),
    ...(awarded.length > 0 ? [`Awarded already: ${awarded.map(({ ref }) => ref).join(', ')}.`] : []), // prettier-ignore
    ...signedProblems(form, 'Write why.'),
  ];
  if (problems.length > 0) return notComplete(problems);
  const signed = sign(form, on);
  store.write({ ...change, who: signed.by }, () => {
    if (form.lot_id === null) store.lots.cancelTender(tender, signed);
    for (const lot of lots) {
      store.lots.withdrawLot(lot, signed);
      noteStep(store, { route_ref: lot.route_ref, state: 'drafted', on, by: signed.by, why: signed.reason }); // prettier-ignore
    }
  });
  return ok(null);
}
