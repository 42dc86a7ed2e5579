/** Steps of a random walk of a service: each done as the product does it, or not at all where it may not follow. */
import type { Store } from '../../db/store.ts';
import { confirmContracts, unconfirmContracts } from '../../electron/api/confirm-contracts.ts';
import { recordEvent } from '../../electron/api/record-event.ts';
import type { EventGiven, NoticeRecipient } from '../../shared/model/change-notice.ts';
import { addDays, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import { mayStep, stateOn } from '../../shared/service/states.ts';

/** One thing that happens. Days are counted from 1 September 2026. */
export type WalkStep =
  | { readonly kind: 'move'; readonly child: number; readonly to: number | null; readonly mornings: number; readonly afternoons: number; readonly counts: number | null; readonly override: boolean } // prettier-ignore
  | { readonly kind: 'sign'; readonly route: number; readonly state: 'out_to_tender' | 'bids_in' | 'drafted' } // prettier-ignore
  | { readonly kind: 'award'; readonly route: number; readonly starts: number; readonly runs: number; readonly assistant: boolean } // prettier-ignore
  | { readonly kind: 'confirm'; readonly route: number }
  | { readonly kind: 'unconfirm'; readonly route: number }
  | { readonly kind: 'hand_back'; readonly route: number; readonly last: number; readonly stays: boolean } // prettier-ignore
  | { readonly kind: 'assign'; readonly route: number; readonly role: 'driver' | 'assistant' | 'cover'; readonly holds: boolean; readonly expires: number } // prettier-ignore
  | { readonly kind: 'vehicle'; readonly route: number; readonly expires: number }
  | { readonly kind: 'child'; readonly child: number; readonly rescue: boolean; readonly days: boolean; readonly starts: number | null } // prettier-ignore
  | { readonly kind: 'crew'; readonly route: number; readonly from: number }
  | { readonly kind: 'tell'; readonly child: number; readonly who: NoticeRecipient; readonly told: boolean } // prettier-ignore
  | { readonly kind: 'override'; readonly child: number }
  | { readonly kind: 'release'; readonly child: number; readonly released: boolean };

const TODAY = isoDate('2026-08-10');
const BY = { who: 'S Clarke', why: 'a walk' };
const day = (from_september: number): IsoDate => addDays(isoDate('2026-09-01'), from_september);

/** Does one step. */
export function takeStep(store: Store, ids: readonly number[], each: WalkStep): void {
  const plan = defined(store.plans.current(), 'a plan');
  const route = 'route' in each ? defined(plan.routes[each.route % plan.routes.length], 'a route') : null; // prettier-ignore
  const child = 'child' in each ? (ids[each.child] ?? 0) : 0;
  if (each.kind === 'move') move(store, plan, child, each);
  else if (each.kind === 'tell') tell(store, child, each);
  else if (each.kind === 'override') override(store, child);
  else if (each.kind === 'child') changeChild(store, child, each);
  else if (each.kind === 'release')
    store.write(BY, () => store.contracts.release(child, each.released)); // prettier-ignore
  else if (route !== null) onRoute(store, plan, route, each);
}

function changeChild(store: Store, id: number, each: Extract<WalkStep, { kind: 'child' }>): void {
  store.write(BY, () =>
    store.clients.update(id, {
      rescue_medication: each.rescue,
      days: each.days ? ['Mon', 'Thu'] : [],
      transport_start_on: each.starts === null ? null : day(each.starts),
    }),
  );
}

/** An edit of the plan: off every route, and on to another on some days. */
function move(
  store: Store,
  plan: Plan,
  id: number,
  each: Extract<WalkStep, { kind: 'move' }>,
): void {
  // prettier-ignore
  const routes = plan.routes.map((route, at): PlannedRoute => {
    const joins = each.to !== null && at === each.to % plan.routes.length;
    const stays = route.stops.filter(({ client_id }) => client_id !== id);
    if (!joins && stays.length === route.stops.length) return route;
    const own = route.stops.find(({ client_id }) => client_id === id) ?? defined(plan.routes.flatMap(({ stops }) => stops)[0] ?? madeStop(id), 'a stop'); // prettier-ignore
    const { mornings, afternoons } = each;
    return { ...route, stops: joins ? [...stays, { ...own, client_id: id, mornings, afternoons }] : stays }; // prettier-ignore
  });
  const others = plan.unallocated.filter(({ client_id }) => client_id !== id);
  const unallocated =
    each.to === null
      ? [...others, { client_id: id, reason: 'taken_off' as const, detail: 'Taken off.' }]
      : others;
  const after: Plan = { ...plan, routes, unallocated };
  // As the gate lets a change through: it opens notices that count from a day, overridden or not.
  const event: EventGiven = { ...ABOUT_NOTHING, kind: 'plan_in_use', effective_on: day(each.counts ?? 0), what: '', override_reason: each.override ? 'Rung today.' : '' }; // prettier-ignore
  const notices = each.counts === null ? {} : { notices: { event, gate: () => {} } };
  store.write({ ...BY, ...notices }, () =>
    store.trials.applyEdit({ before: plan, after, sentence: 'a walk', client_id: id }),
  );
}

function madeStop(client_id: number): PlannedRoute['stops'][number] {
  return {
    client_id,
    place: 'home',
    mornings: 31,
    afternoons: 31,
    pick_up_s: 30_000,
    ride_s: 900,
    limit_s: 2700,
    limit_kind: 'advisory',
    direct_s: 800,
    direct_m: 8000,
    drop_off_order: 1,
    drop_off_s: 56_000,
    home_ride_s: 900,
    home_direct_s: 800,
    fixed: false,
    provisional: false,
  };
}

const ABOUT_NOTHING = { contract_id: null, route_ref: null, client_id: null, school_urn: null, plan_id: null, round_id: null } as const; // prettier-ignore

/** Whoever of one kind is to be told of a child is told, or the telling is taken back. */
function tell(store: Store, id: number, { who, told }: Extract<WalkStep, { kind: 'tell' }>): void {
  const own = store.notices.noticesOfClient(id).filter((each) => each.who === who && (each.told === null) === told && each.withdrawn === null); // prettier-ignore
  if (own.length === 0) return;
  const texts = new Map(own.map((each) => [each.id, 'Told.']));
  store.write(BY, () => {
    if (told) store.notices.markTold(own, { on: TODAY, how: 'telephone', by: 'S Clarke', texts });
    else store.notices.removeTold(own);
  });
}

function override(store: Store, id: number): void {
  const event = store.notices.standingOfClient(id).map(({ event_id }) => store.notices.event(event_id)).find((each) => each?.override_reason === ''); // prettier-ignore
  if (event === undefined || event === null) return;
  store.write(BY, () => {
    store.notices.override(event, { on: TODAY, by: 'S Clarke', reason: 'Rung today.' });
  });
}

type OfRoute = Exclude<WalkStep, { kind: 'move' | 'child' | 'release' | 'tell' | 'override' }>;

function onRoute(store: Store, plan: Plan, route: PlannedRoute, each: OfRoute): void {
  const contract_id = route.contract_id;
  switch (each.kind) {
    case 'sign': {
      const from = stateOn(store.service.stepsOf(route.ref), null, TODAY);
      if (!mayStep(from, each.state).ok || contract_id !== null) return;
      store.write(
        BY,
        () =>
        store.service.step({ route_ref: route.ref, contract_id: null, state: each.state, on: TODAY, by: 'S Clarke', why: '' }), // prettier-ignore
      );
      return;
    }
    case 'award':
      if (contract_id === null) award(store, plan, route, each);
      return;
    case 'confirm':
      if (contract_id === null) return;
      confirmContracts(store, { contract_ids: [contract_id], said_by: 'J Beult', how: 'email', on: TODAY, note: '', by: 'S Clarke' }, TODAY); // prettier-ignore
      return;
    case 'unconfirm':
      if (contract_id === null) return;
      unconfirmContracts(store, { contract_ids: [contract_id], why: 'They rang.', by: 'S Clarke' }, TODAY); // prettier-ignore
      return;
    case 'hand_back':
      if (contract_id !== null) handBack(store, plan, route, each);
      return;
    case 'assign':
      if (contract_id !== null) assign(store, contract_id, each);
      return;
    case 'crew':
      recordEvent(
        store,
        { ...ABOUT_NOTHING, kind: 'crew', route_ref: route.ref, effective_on: day(each.from), what: 'Ill', by: 'S Clarke', crew: [{ field: 'driver', old: 'A Hill', now: 'B Wood' }], away_until: null }, // prettier-ignore
        { change: BY, on: TODAY },
      );
      return;
    case 'vehicle':
      if (contract_id === null) return;
      store.write(BY, () => {
        const mark = `GK${store.register.vehicles().length} ABC`;
        const { ids } = store.register.upsertVehicles([{ mark, mot_expires_on: day(each.expires) }]); // prettier-ignore
        store.register.assign({ contract_id, role: 'vehicle', worker_id: null, vehicle_id: ids[0] ?? 0, from_on: day(-30), to_on: null }); // prettier-ignore
      });
  }
}

/** A contract of its own with those aboard, and the route on it: as an award leaves them. */
function award(
  store: Store,
  plan: Plan,
  route: PlannedRoute,
  each: Extract<WalkStep, { kind: 'award' }>,
): void {
  // prettier-ignore
  store.write(BY, () => {
    const ref = `K${store.contracts.count() + 1}`;
    const { ids } = store.contracts.upsertMany([
      { ref, route_ref: route.ref, provider: 'Beult', vehicle_class: 'minibus', seats: 12, assistant: each.assistant, starts_on: day(each.starts), ends_on: day(each.starts + each.runs), confirmed: false }, // prettier-ignore
    ]);
    const contract_id = defined(ids[0], 'a contract');
    store.contracts.upsertStops(
      route.stops.map(({ client_id }, at) => ({ contract_id, client_id, stop_order: at + 1, pick_up_s: null, released: false, left_on: null })), // prettier-ignore
    );
    store.service.step({ route_ref: route.ref, contract_id, state: 'awarded', on: TODAY, by: 'S Clarke', why: 'Best of three.' }); // prettier-ignore
    link(store, plan, route, contract_id);
  });
}

function link(store: Store, plan: Plan, route: PlannedRoute, contract_id: number | null): void {
  const routes = plan.routes.map((each) => (each === route ? { ...each, contract_id } : each));
  store.trials.applyEdit({ before: plan, after: { ...plan, routes }, sentence: 'a walk', client_id: null }); // prettier-ignore
}

/** As a hand-back leaves them: those confirmed written down, seats freed, the step signed, the route let anew or (`stays`) still on it. */
function handBack(
  store: Store,
  plan: Plan,
  route: PlannedRoute,
  each: Extract<WalkStep, { kind: 'hand_back' }>,
): void {
  // prettier-ignore
  const contract_id = route.contract_id ?? 0;
  const contract = defined(store.contracts.get(contract_id), 'a contract');
  if (!mayStep(stateOn(store.service.stepsOfContract(contract_id), contract, TODAY), 'handed_back').ok) return; // prettier-ignore
  const last_day = day(each.last);
  store.write(BY, () => {
    if (last_day < contract.ends_on)
      store.contracts.upsertMany([{ ref: contract.ref, ends_on: last_day < contract.starts_on ? contract.starts_on : last_day }]); // prettier-ignore
    const listed = store.contracts.stopsOf(contract_id).filter(({ released }) => !released);
    const known = store.service.seatsOf(contract_id);
    if (contract.confirmed && known.length === 0)
      store.service.confirmSeats(contract_id, listed.map(({ client_id }) => ({ client_id, place: 'home', mornings: 31, afternoons: 31 }))); // prettier-ignore
    store.contracts.upsertStops(listed.map((stop) => ({ ...stop, released: true })));
    store.service.step({ route_ref: route.ref, contract_id, state: 'handed_back', on: addDays(last_day, 1), by: 'S Clarke', why: 'No drivers.' }); // prettier-ignore
    if (!each.stays) link(store, plan, route, null);
  });
}

function assign(
  store: Store,
  contract_id: number,
  each: Extract<WalkStep, { kind: 'assign' }>,
): void {
  // prettier-ignore
  store.write(BY, () => {
    const ref = `W${store.register.workers().length + 1}`;
    const { ids } = store.register.upsertWorkers([{ ref, name: ref, provider: 'Beult', role: 'both', badge_expires_on: day(each.expires + 60) }]); // prettier-ignore
    const worker_id = ids[0] ?? 0;
    if (each.holds)
      store.register.setCompetence({ worker_id, competence: 'Rescue medication', issued_on: null, expires_on: day(each.expires) }); // prettier-ignore
    store.register.assign({ contract_id, role: each.role, worker_id, vehicle_id: null, from_on: day(-30), to_on: null }); // prettier-ignore
  });
}
