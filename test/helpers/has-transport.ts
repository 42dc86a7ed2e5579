/**
 * Who has transport, a second time and naively: day by day and way by way, from the records as the store gives them. Written apart from
 * `shared/service/status.ts`, to judge it.
 */
import type { Store } from '../../db/store.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { monthsLater } from '../../shared/service/register/papers.ts';
import type { Client } from '../../shared/model/client.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { ServiceStep } from '../../shared/model/service.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
type Leg = 'mornings' | 'afternoons';

/** The step that holds on a day, read one by one. */
function stateOf(steps: readonly ServiceStep[], on: IsoDate): string {
  const past = steps.filter((step) => step.on <= on).toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1)); // prettier-ignore
  return past.at(-1)?.state ?? 'none';
}

function runs(store: Store, contract: Contract, on: IsoDate): boolean {
  if (on < contract.starts_on || on > contract.ends_on) return false;
  return stateOf(store.service.stepsOfContract(contract.id), on) === 'confirmed';
}

function isAgreed(
  store: Store,
  contract: Contract,
  client: Client,
  way: { place: string; leg: Leg; bit: number },
  on: IsoDate,
): boolean {
  // prettier-ignore
  const all = store.service.seatsOf(contract.id);
  const seats = all.filter((seat) => seat.client_id === client.id);
  if (all.length > 0)
    return seats.some((seat) => seat.place === way.place && (seat[way.leg] & way.bit) !== 0);
  return store.contracts
    .stopsOf(contract.id)
    .some((stop) => stop.client_id === client.id && !stop.released && (stop.left_on === null || stop.left_on >= on)); // prettier-ignore
}

/** Papers of everyone and everything assigned on the day, and a holder and a cover of all the child needs. */
function isStaffed(store: Store, contract: Contract, client: Client, on: IsoDate): boolean {
  const assigned = store.register.assignedTo(contract.id);
  const isOn = ({ assignment }: { assignment: { from_on: IsoDate; to_on: IsoDate | null } }) =>
    assignment.from_on <= on && (assignment.to_on === null || on <= assignment.to_on);
  const workers = assigned.workers.filter(isOn);
  for (const { worker } of workers) {
    if (worker.left_on !== null && worker.left_on < on) return false;
    if (worker.badge_expires_on !== null && worker.badge_expires_on < on) return false;
    if (worker.training_expires_on !== null && worker.training_expires_on < on) return false;
    if (worker.dbs_on !== null && addDays(monthsLater(worker.dbs_on, 36), -1) < on) return false;
  }
  for (const { vehicle } of assigned.vehicles.filter(isOn)) {
    const last = [vehicle.plate_expires_on, vehicle.mot_expires_on, vehicle.insurance_expires_on, vehicle.left_on]; // prettier-ignore
    if (last.some((day) => day !== null && day < on)) return false;
  }
  if (!client.rescue_medication) return true;
  const holding = workers.filter(
    ({ competences }) =>
    competences.some(({ competence, expires_on }) => competence === 'Rescue medication' && (expires_on === null || expires_on >= on)), // prettier-ignore
  );
  return holding.some(
    (holder) =>
    holder.assignment.role !== 'cover' &&
    holding.some((cover) => cover.assignment.role === 'cover' && cover.worker.id !== holder.worker.id), // prettier-ignore
  );
}

function suits(store: Store, contract: Contract, client: Client, hasAssistant: boolean): boolean {
  const needs = client.rescue_medication || (client.assistant !== null && client.assistant !== 'none'); // prettier-ignore
  const isSeated = store.service.seatsOf(contract.id).some((seat) => seat.client_id === client.id);
  if (needs && !contract.assistant && !(hasAssistant && isSeated)) return false;
  return client.mobility !== 'wheelchair_travels' || contract.wheelchairs > 0;
}

/** Whether a client has transport on a day: every way of every day that they travel. */
export function hasTransport(store: Store, client: Client, on: IsoDate): boolean {
  const plan = store.plans.current();
  const days = client.days.length === 0 ? DAYS : client.days;
  for (const day of days) {
    const bit = 1 << DAYS.indexOf(day);
    for (const leg of ['mornings', 'afternoons'] as const) if (!isCarried(bit, leg)) return false;
  }
  return !isUntold();

  /** Somebody at home or at school does not know yet of a change that counts on the day. */
  function isUntold(): boolean {
    return store.notices.noticesOfClient(client.id).some((notice) => {
      const event = store.notices.event(notice.event_id);
      if (event === null || !event.live || event.taken_back !== null) return false;
      if (event.override_reason !== '' || event.kind === 'suspension' || event.effective_on > on) return false; // prettier-ignore
      const concerns = notice.who === 'family' || notice.who === 'school';
      return concerns && notice.told === null && notice.withdrawn === null;
    });
  }

  function isCarried(bit: number, leg: Leg): boolean {
    const goes = (contract: Contract | null, place: string, hasAssistant: boolean): boolean =>
      contract !== null &&
      runs(store, contract, on) &&
      isAgreed(store, contract, client, { place, leg, bit }, on) &&
      suits(store, contract, client, hasAssistant) &&
      isStaffed(store, contract, client, on);
    let isKnown = plan?.unallocated.some((each) => each.client_id === client.id) === true;
    for (const route of plan?.routes ?? []) {
      for (const stop of route.stops) {
        if (stop.client_id !== client.id) continue;
        isKnown = true;
        const contract = route.contract_id === null ? null : store.contracts.get(route.contract_id);
        if ((stop[leg] & bit) !== 0 && goes(contract, stop.place, route.assistant)) return true;
      }
    }
    for (const contract of store.contracts.all()) {
      const back = store.service.stepsOfContract(contract.id).some((step) => step.state === 'handed_back'); // prettier-ignore
      const seats = store.service.seatsOf(contract.id).filter((seat) => seat.client_id === client.id); // prettier-ignore
      if (back && seats.some((seat) => (seat[leg] & bit) !== 0 && goes(contract, seat.place, contract.assistant))) return true; // prettier-ignore
      const listed = store.contracts.stopsOf(contract.id).some((stop) => stop.client_id === client.id && !stop.released); // prettier-ignore
      if (!isKnown && listed && goes(contract, 'home', contract.assistant)) return true;
    }
    return false;
  }
}
