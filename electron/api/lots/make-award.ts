/** A lot given to a bid, or a route given directly: contract, seats, the plan's route, the step of the route, all in one write. */
import type { Change, Store } from '../../../db/store.ts';
import { addDays, type IsoDate } from '../../../shared/calendar/dates.ts';
import { academicYearOf } from '../../../shared/calendar/years.ts';
import { addWorkingDays } from '../../../shared/calendar/working-days.ts';
import { rateCardAt } from '../../../shared/costing/read-settings.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EventGiven } from '../../../shared/model/change-notice.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import { HOME } from '../../../shared/model/stop-place.ts';
import type { Award, Moment } from '../../../shared/model/tender.ts';
import { directAwardProblems, mayAward, mayLet, type DirectAwardForm } from '../../../shared/service/lots/check-award.ts'; // prettier-ignore
import { signedProblems } from '../../../shared/service/lots/check-tender.ts';
import { nextContractNumber } from '../../../shared/service/lots/contract-number.ts';
import { tenderSettingsAt } from '../../../shared/service/lots/tender-settings-at.ts';
import { mayStep, stateOn } from '../../../shared/service/states.ts';
import { specifier } from '../../jobs/lots/specify-routes.ts';
import { notComplete } from '../client-case.ts';
import { linkContract, withLinks } from './link-contract.ts';

/** When and in whose name. */
export interface When {
  readonly now: Moment;
  readonly on: IsoDate;
  readonly change: Change;
}

/** An award as it is signed. */
export interface AwardForm {
  readonly lot_id: number;
  readonly bid_id: number;
  /** '' takes the next of the pattern. */
  readonly contract_ref: string;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  readonly reason: string;
  readonly by: string;
}

/** Awards a lot to the bid chosen. Refused where the lot is gone, the bid does not count, or the route is let. */
export function awardLot(store: Store, form: AwardForm, when: When): Result<Award> {
  const lot = store.lots.lot(form.lot_id);
  const bid = store.lots.bid(form.bid_id);
  const tender = lot === null ? null : store.lots.tender(lot.tender_id);
  if (lot === null || bid === null || tender === null)
    return fail('no_such_record', 'There is no such lot or bid.', 'Look at the tender again.');
  const may = mayAward({ tender, lot, bid, awards: store.lots.awards(), now: when.now });
  if (!may.ok) return may;
  const problems = [
    ...signedProblems(form, 'Write why this bid.'),
    ...(form.ends_on < form.starts_on ? ['The contract ends before it starts.'] : []),
    ...(form.notice_days < 0 || form.notice_days > 366 ? ['The notice is 0 to 366 days.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  const { standstill_days } = tenderSettingsAt(store.settings.all(), when.on);
  return letRoute(
    store,
    {
      ...form,
      route_ref: lot.route_ref,
      provider: bid.provider,
      price_day_pence: bid.price_day_pence ?? 0,
      assistant_day_pence: bid.assistant_day_pence,
      assistant: lot.specification.assistants > 0,
      assistants: lot.specification.assistants,
      standstill_until: standstill_days === 0 ? null : addWorkingDays(when.on, standstill_days),
      bid: { lot_id: lot.id, bid_id: bid.id },
    },
    when,
  );
}

/** Gives a route directly, in an emergency: with reason and end. */
export function awardDirectly(
  store: Store,
  form: DirectAwardForm & { readonly route_ref: string; readonly contract_ref: string },
  when: When,
): Result<Award> {
  const problems = directAwardProblems(form, when.on);
  if (problems.length > 0) return notComplete(problems);
  const route = store.plans.current()?.routes.find(({ ref }) => ref === form.route_ref);
  const assistants = route === undefined ? null : specifier(store, when.on)(route).specification.assistants; // prettier-ignore
  return letRoute(
    store,
    {
      ...form,
      provider: form.provider.trim(),
      assistant: assistants === null ? form.assistant_day_pence > 0 : assistants > 0,
      assistants,
      standstill_until: null,
      bid: null,
    },
    when,
  );
}

interface Letting {
  readonly route_ref: string;
  readonly provider: string;
  readonly contract_ref: string;
  readonly price_day_pence: number;
  readonly assistant_day_pence: number;
  readonly assistant: boolean;
  /** How many its price holds; null: not counted. */
  readonly assistants: number | null;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  readonly standstill_until: IsoDate | null;
  readonly reason: string;
  readonly by: string;
  readonly bid: { readonly lot_id: number; readonly bid_id: number } | null;
}

function letRoute(store: Store, letting: Letting, { on, change }: When): Result<Award> {
  const route = store.plans.current()?.routes.find(({ ref }) => ref === letting.route_ref) ?? null;
  const before_id = route?.contract_id ?? null;
  const before = before_id === null ? null : store.contracts.get(before_id);
  const may = mayLet(route, letting.route_ref, before, letting.starts_on);
  if (!may.ok) return may;
  const taken = new Set(store.contracts.all().map(({ ref }) => ref));
  const given = letting.contract_ref.trim();
  if (taken.has(given))
    return fail(
      'contract_number_taken',
      `There is a contract ${given} already.`,
      'Give another number, or none to take the next.',
    );
  const { number_pattern } = tenderSettingsAt(store.settings.all(), on);
  const ref = given === '' ? nextContractNumber(number_pattern, letting.starts_on, taken) : given;
  const signed = { on, by: letting.by.trim(), reason: letting.reason.trim() };
  const work = (): Result<Award> => {
    const contract_id = writeContract(store, may.value, { ...letting, ref, on });
    const { bid, provider, route_ref, price_day_pence, assistant_day_pence, starts_on, ends_on, notice_days, standstill_until } = letting; // prettier-ignore
    const award = store.lots.recordAward({
      lot_id: bid?.lot_id ?? null,
      bid_id: bid?.bid_id ?? null,
      route_ref,
      contract_id,
      provider,
      price_day_pence,
      assistant_day_pence,
      starts_on,
      ends_on,
      notice_days,
      standstill_until,
      signed,
    });
    store.service.step({ route_ref, contract_id, state: 'awarded', on, by: signed.by, why: signed.reason }); // prettier-ignore
    if (!runsOn(before, starts_on, on)) putInPlan(store, award, before, on);
    return ok(award);
  };
  const told = asAward(change, letting, on);
  return withLinks(() => store.write({ ...told, who: signed.by }, work));
}

/** Who carries the children is another: whoever knew the one before is told, until the day on which the contract starts. */
export function asAward(
  change: Change,
  { route_ref, provider, starts_on }: Pick<Award, 'route_ref' | 'provider' | 'starts_on'>,
  on: IsoDate,
): Change {
  const event: EventGiven = {
    kind: 'award',
    effective_on: starts_on > on ? starts_on : null,
    what: `Let to ${provider}.`,
    override_reason: '',
    contract_id: null,
    route_ref,
    client_id: null,
    school_urn: null,
    plan_id: null,
    round_id: null,
  };
  return { ...change, notices: { event, gate: () => undefined } };
}

/**
 * Whether the contract before carries the children on this very day of the same school year: then the plan stays with it, and goes over
 * when it has ended. Between two years the plan is of the year to come, so it goes over at once.
 */
function runsOn(before: Contract | null, starts_on: IsoDate, on: IsoDate): boolean {
  return (
    before !== null &&
    before.confirmed &&
    before.starts_on <= on &&
    on <= before.ends_on &&
    academicYearOf(starts_on) === academicYearOf(on)
  );
}

/** The contract's row: not confirmed, price as bid, times and vehicle of the plan. It cost nothing last year. */
function writeContract(
  store: Store,
  route: PlannedRoute,
  given: Letting & { readonly ref: string; readonly on: IsoDate },
): number {
  const { classes } = rateCardAt(store.settings.all(), given.on);
  const { school_urn } = route;
  const school = school_urn === null ? null : store.schools.get(school_urn);
  const before = route.contract_id === null ? null : store.contracts.get(route.contract_id);
  const { ids } = store.contracts.upsertMany([
    {
      ref: given.ref,
      route_ref: route.ref,
      provider: given.provider,
      vehicle_given: classes.find(({ id }) => id === route.vehicle_class)?.name ?? route.vehicle_class, // prettier-ignore
      vehicle_class: route.vehicle_class,
      seats: route.seats,
      wheelchairs: route.wheelchairs,
      price_day_pence: given.price_day_pence,
      assistant: given.assistant,
      assistant_day_pence: given.assistant_day_pence,
      assistants:
        given.assistant && given.assistants !== null ? Math.max(1, given.assistants) : null,
      days_a_year: route.days_a_year,
      starts_on: given.starts_on,
      ends_on: given.ends_on,
      school_urn,
      school_given: school?.name ?? before?.school_given ?? '',
      arrives_s: route.arrive_s,
      departs_s: route.depart_s,
      previous_day_pence: 0,
      confirmed: false,
    },
  ]);
  return ids[0] ?? 0;
}

/** Seats the children of the route on the contract and puts it under the plan's route; their seats on the one before end with it. */
export function putInPlan(
  store: Store,
  award: Pick<Award, 'route_ref' | 'contract_id' | 'provider' | 'starts_on'>,
  before: Contract | null,
  on: IsoDate,
): void {
  const { route_ref, contract_id, provider, starts_on } = award;
  const route = store.plans.current()?.routes.find(({ ref }) => ref === route_ref);
  if (route === undefined) return;
  const homes = route.stops.filter(({ place }) => place === HOME);
  if (before !== null) {
    const aboard = new Set(homes.map(({ client_id }) => client_id));
    const day = addDays(starts_on, -1);
    const left_on = before.ends_on < day ? before.ends_on : day;
    store.contracts.upsertStops(
      store.contracts
        .stopsOf(before.id)
        .filter((stop) => stop.left_on === null && aboard.has(stop.client_id))
        .map((stop) => ({ ...stop, left_on })),
    );
  }
  store.contracts.upsertStops(
    homes.map(({ client_id, pick_up_s }, at) => ({
      contract_id,
      client_id,
      stop_order: at + 1,
      pick_up_s: Math.round(pick_up_s),
      released: false,
      left_on: null,
    })),
  );
  const ref = store.contracts.get(contract_id)?.ref ?? '';
  linkContract(store, { route_ref, contract_id, provider, sentence: `${route_ref} let to ${provider}, contract ${ref}` }, on); // prettier-ignore
}

/** Takes an award back before its provider confirmed: the seats are free, and the route is to be let anew. */
export function withdrawAward(
  store: Store,
  form: { readonly award_id: number; readonly reason: string; readonly by: string },
  { on, change }: When,
): Result<Award> {
  const award = store.lots.award(form.award_id);
  const contract = award === null ? null : store.contracts.get(award.contract_id);
  if (award === null || contract === null || award.withdrawn !== null)
    return fail('no_such_record', 'There is no such award that stands.', 'Look at the tender again.'); // prettier-ignore
  if (contract.confirmed)
    return fail(
      'confirmed_already',
      `${award.provider} has confirmed contract ${contract.ref}.`,
      'Hand the contract back instead: that finds new places for the children.',
    );
  const problems = signedProblems(form, 'Write why the award is taken back.');
  if (problems.length > 0) return notComplete(problems);
  const signed = { on, by: form.by.trim(), reason: form.reason.trim() };
  const { route_ref, contract_id } = award;
  return withLinks(() =>
    store.write({ ...change, who: signed.by }, () => {
      store.lots.withdrawAward(award, signed);
      const seats = store.contracts.stopsOf(contract_id).filter((stop) => stop.left_on === null && !stop.released); // prettier-ignore
      store.contracts.upsertStops(seats.map((stop) => ({ ...stop, released: true })));
      const from = stateOn(store.service.stepsOf(route_ref), contract, on);
      if (mayStep(from, 'handed_back').ok)
        store.service.step({ route_ref, contract_id, state: 'handed_back', on, by: signed.by, why: signed.reason }); // prettier-ignore
      const isLinked = store.plans.current()?.routes.some((each) => each.contract_id === contract_id) === true; // prettier-ignore
      if (isLinked)
        linkContract(store, { route_ref, contract_id: null, provider: '', sentence: `${route_ref} no longer let to ${award.provider}` }, on); // prettier-ignore
      return ok(store.lots.award(award.id) ?? award);
    }),
  );
}
