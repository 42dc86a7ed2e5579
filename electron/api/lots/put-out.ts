/** A tender drafted from routes of the plan in use, and put out: its lots, its rules, who is invited. Nothing is sent. */
import type { Change, Store } from '../../../db/store.ts';
import type { TenderDraft, DraftLot } from '../../../shared/api/views/lots.ts';
import { addDays, isoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import { firstDateOf, lastDateOf } from '../../../shared/calendar/years.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { Moment, Tender } from '../../../shared/model/tender.ts';
import { mayLet } from '../../../shared/service/lots/check-award.ts';
import { tenderProblems, type TenderForm } from '../../../shared/service/lots/check-tender.ts';
import { isStanding } from '../../../shared/service/lots/tender-state.ts';
import { tenderSettingsAt } from '../../../shared/service/lots/tender-settings-at.ts';
import { mayStep, stateOn } from '../../../shared/service/states.ts';
import { frameworkProviders } from '../../jobs/lots/framework.ts';
import { specifier } from '../../jobs/lots/specify-routes.ts';
import { notComplete } from '../client-case.ts';

/** What a tender of these routes would be, with every route that cannot be put out and why. */
export function draftTender(
  store: Store,
  refs: readonly string[],
  now: Moment,
  on: IsoDate,
): Result<TenderDraft> {
  const plan = store.plans.current();
  if (plan === null)
    return fail('no_plan', 'There is no plan to put routes out of.', 'Plan the county first.');
  const defaults = tenderSettingsAt(store.settings.all(), on);
  const year = store.year(on);
  const starts_on = firstDateOf(year) > on ? firstDateOf(year) : addDays(defaults.closes_on, 28);
  const specify = specifier(store, on);
  const found = new Map(plan.routes.map((route) => [route.ref, route]));
  const lots = refs.map((ref): DraftLot => {
    const route = found.get(ref) ?? null;
    const may = mayPutOut(store, route, ref, starts_on);
    if (!may.ok)
      return { route_ref: ref, why_not: `${may.error.cause} ${may.error.action}`, specification: null, model_day_pence: 0 }; // prettier-ignore
    const { specification, model_day_pence } = specify(may.value);
    return { route_ref: ref, why_not: '', specification, model_day_pence };
  });
  return ok({
    ref: nextTenderRef(store, starts_on),
    lots,
    opens_at: now,
    closes_at: `${defaults.closes_on}T12:00`,
    starts_on,
    // Contracts end with the school year: 31 July, as the council's frameworks have it.
    ends_on: isoDate(`${lastDateOf(year).slice(0, 4)}-07-31`),
    notice_days: defaults.notice_days,
    rules: defaults.rules,
    providers: frameworkProviders(store),
  });
}

/** `T2026-03`: the next of the year in which the contracts start. */
function nextTenderRef(store: Store, starts_on: IsoDate): string {
  const head = `T${starts_on.slice(0, 4)}-`;
  const taken = store.lots.tenders().flatMap(({ ref }) => (ref.startsWith(head) ? [Number(ref.slice(head.length))] : [])); // prettier-ignore
  return `${head}${String(Math.max(0, ...taken.filter(Number.isInteger)) + 1).padStart(2, '0')}`;
}

function mayPutOut(
  store: Store,
  route: PlannedRoute | null,
  ref: string,
  starts_on: IsoDate,
): Result<PlannedRoute> {
  const given = new Set(store.lots.awards().filter(isStanding).map((each) => each.lot_id)); // prettier-ignore
  const out = store.lots.lots().find((lot) => lot.route_ref === ref && lot.withdrawn === null && !given.has(lot.id) && store.lots.tender(lot.tender_id)?.cancelled === null); // prettier-ignore
  if (out !== undefined)
    return fail(
      'out_already',
      `Route ${ref} is out to tender as lot ${out.ref}.`,
      'Award or withdraw that lot first.',
    );
  const id = route?.contract_id ?? null;
  const contract = id === null ? null : store.contracts.get(id);
  return mayLet(route, ref, contract, starts_on);
}

/** Puts the tender out: the lots as the plan has them now, kept as they are for good. */
export function putOut(
  store: Store,
  refs: readonly string[],
  form: TenderForm,
  { now, on, change }: { readonly now: Moment; readonly on: IsoDate; readonly change: Change },
): Result<Tender> {
  const drafted = draftTender(store, refs, now, on);
  if (!drafted.ok) return drafted;
  const { ref, lots } = drafted.value;
  const problems = [
    ...tenderProblems(form, lots.length, on),
    ...lots.flatMap((lot) => (lot.why_not === '' ? [] : [lot.why_not])),
    ...namesIn(store, form.title, refs),
  ];
  const plan = store.plans.current();
  if (problems.length > 0 || plan === null) return notComplete(problems);
  const by = form.by.trim();
  return ok(
    store.write({ ...change, who: by }, () => {
      const { title, opens_at, closes_at, starts_on, ends_on, notice_days, price_weight, questions } = form; // prettier-ignore
      const source = drafted.value.rules.source;
      const made = store.lots.put(
        {
          ref,
          title: title.trim(),
          opens_at,
          closes_at,
          starts_on,
          ends_on,
          notice_days,
          rules: { price_weight, questions, source },
          made_on: on,
          made_by: by,
        },
        lots.flatMap(
          ({ route_ref, specification, model_day_pence }, at) =>
          specification === null
            ? []
            : [{ ref: lotRef(ref, at + 1), route_ref, plan_id: plan.id, specification, model_day_pence }], // prettier-ignore
        ),
        form.providers.map((name) => name.trim()),
      );
      for (const { route_ref } of lots) noteStep(store, { route_ref, state: 'out_to_tender', on, by, why: `tender ${ref}` }); // prettier-ignore
      return made;
    }),
  );
}

/** `T2026-03/07`. */
export function lotRef(tender_ref: string, number: number): string {
  return `${tender_ref}/${String(number).padStart(2, '0')}`;
}

/** A title goes to every bidder: it may not name a child aboard. */
function namesIn(store: Store, title: string, refs: readonly string[]): readonly string[] {
  const wanted = new Set(refs);
  const aboard = (store.plans.current()?.routes ?? [])
    .filter((route) => wanted.has(route.ref))
    .flatMap((route) => route.stops.flatMap(({ client_id }) => store.clients.get(client_id) ?? []));
  const text = title.toLowerCase();
  const says = (value: string): boolean => value.trim().length > 2 && text.includes(value.trim().toLowerCase()); // prettier-ignore
  return aboard.some((client) => says(client.surname) || says(client.ref) || says(client.postcode))
    ? ['The title names a child aboard: every bidder reads it.']
    : [];
}

/** Notes where a route that is not let stands now, where that may follow on how it stood. */
export function noteStep(
  store: Store,
  step: {
    readonly route_ref: string;
    readonly state: 'out_to_tender' | 'bids_in' | 'drafted';
    readonly on: IsoDate;
    readonly by: string;
    readonly why: string;
  },
): void {
  const from = stateOn(store.service.stepsOf(step.route_ref), null, step.on);
  if (from !== step.state && mayStep(from, step.state).ok)
    store.service.step({ ...step, contract_id: null });
}
