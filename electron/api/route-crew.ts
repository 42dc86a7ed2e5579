/** Who runs a contract, what its children need, and what is missing. */
import type { GateGiven } from '../../shared/api/views/notices.ts';
import type { Candidates, CrewPage } from '../../shared/api/views/register.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { providerKey } from '../../shared/intake/provider-name.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { Assignment, AssignmentRole } from '../../shared/model/register.ts';
import { gapWords } from '../../shared/service/register/gap-words.ts';
import { gapsOf, isHeld, isOn } from '../../shared/service/register/gaps.ts';
import { routeNeed, type Aboard, type RouteNeed } from '../../shared/service/register/need.ts';
import { registerRulesAt } from '../../shared/service/register/rules.ts';
import { isThere } from '../../shared/service/register/running-out.ts';
import type { Change, Store } from '../../db/store.ts';
import { answersReader } from '../jobs/sheets/answers-of.ts';
import { tellOfCrew } from '../jobs/notices/crew-notices.ts';
import { notComplete } from './client-case.ts';
import { answeredGate, holdAtGate } from './notices-gate.ts';
import { personPapers, vehicleState } from './register-views.ts';

/** Whoever a contract carries: as the plan in use says, else as the register of contracts does. */
function aboardOf(store: Store, contract: Contract): readonly Aboard[] {
  const answers = answersReader(store);
  const routes = (store.plans.current()?.routes ?? []).filter(
    ({ contract_id }) => contract_id === contract.id,
  );
  const stops =
    routes.length > 0
      ? routes.flatMap((route) => route.stops)
      : store.contracts
          .stopsOf(contract.id)
          .filter(({ left_on, released }) => left_on === null && !released)
          .map(({ client_id }) => ({ client_id, mornings: WHOLE_WEEK, afternoons: WHOLE_WEEK }));
  return stops.flatMap(({ client_id, mornings, afternoons }) => {
    const client = store.clients.get(client_id);
    return client === null ? [] : [{ client, answers: answers(client), mornings, afternoons }];
  });
}

function needOf(store: Store, contract: Contract, on: IsoDate): RouteNeed {
  const rules = registerRulesAt(store.settings.all(), on);
  return routeNeed(aboardOf(store, contract), { assistant: contract.assistant, rules });
}

function noContract(contract_id: number) {
  return fail('no_such_record', 'There is no such contract.', 'Look at the route again.', {
    contract_id,
  });
}

const ROLE_ORDER: readonly AssignmentRole[] = ['driver', 'assistant', 'cover', 'vehicle'];

/** The crew of a contract today, or on its first day where that is still to come. */
export function crewPage(store: Store, contract_id: number, today: IsoDate): Result<CrewPage> {
  const contract = store.contracts.get(contract_id);
  if (contract === null) return noContract(contract_id);
  const on = contract.starts_on > today ? contract.starts_on : today;
  const need = needOf(store, contract, on);
  const assigned = store.register.assignedTo(contract_id);
  const lines: CrewPage['lines'] = [
    ...assigned.workers.map(({ assignment, worker, competences }) => ({
      ...lineOf(assignment, on),
      kind: 'worker' as const,
      subject_id: worker.id,
      who: worker.name === '' ? worker.ref : worker.name,
      detail: competences
        .filter((each) => isHeld(each, on))
        .map(({ competence }) => competence)
        .join(', '),
      papers: personPapers({ worker, competences }, need.rules, on),
    })),
    ...assigned.vehicles.map(({ assignment, vehicle }) => ({
      ...lineOf(assignment, on),
      kind: 'vehicle' as const,
      subject_id: vehicle.id,
      who: vehicle.mark,
      detail: [vehicle.description, vehicle.layouts.join(' or ')].filter(Boolean).join(', '),
      papers: vehicleState(vehicle, need.rules, on),
    })),
  ];
  const { id, ref, route_ref, provider, starts_on, ends_on } = contract;
  return ok({
    contract: { id, ref, route_ref, provider, starts_on, ends_on },
    on,
    ahead_days: need.rules.ahead_days,
    lines: lines.toSorted(
      (a, b) =>
        Number(b.is_on) - Number(a.is_on) ||
        ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
        a.id - b.id,
    ),
    gaps: gapsOf(need, assigned, on).map((gap) => ({ text: gapWords(gap), blocks: gap.blocks })),
    competences: need.competences,
    assistant: need.assistant,
    register_empty: store.register.isEmpty(),
  });
}

function lineOf(assignment: Assignment, on: IsoDate) {
  const { id, role, from_on, to_on } = assignment;
  return { id, role, from_on, to_on, is_on: isOn(assignment, on) };
}

/** People and vehicles of the contract's provider, or of every one. */
export function candidates(
  store: Store,
  { contract_id, all }: { readonly contract_id: number; readonly all: boolean },
  today: IsoDate,
): Result<Candidates> {
  const contract = store.contracts.get(contract_id);
  if (contract === null) return noContract(contract_id);
  const { register } = store;
  const rules = registerRulesAt(store.settings.all(), today);
  const key = providerKey(contract.provider);
  const fits = (each: { readonly provider: string; readonly left_on: IsoDate | null }): boolean =>
    isThere(each, today) && (all || providerKey(each.provider) === key);
  const held = Map.groupBy(register.competences(), ({ worker_id }) => worker_id);
  const busy = Map.groupBy(
    register.assignments().filter(({ to_on }) => to_on === null || to_on >= today),
    ({ worker_id, vehicle_id }) => `${worker_id ?? ''}/${vehicle_id ?? ''}`,
  );
  return ok({
    workers: register
      .workers()
      .filter(fits)
      .map((worker) => {
        const competences = held.get(worker.id) ?? [];
        return {
          id: worker.id,
          name: worker.name === '' ? worker.ref : worker.name,
          role: worker.role,
          provider: worker.provider,
          holds: competences.filter((each) => isHeld(each, today)).map((each) => each.competence),
          out_of_date: personPapers({ worker, competences }, rules, today).out_of_date,
          routes: busy.get(`${worker.id}/`)?.length ?? 0,
        };
      }),
    vehicles: register
      .vehicles()
      .filter(fits)
      .map((vehicle) => ({
        id: vehicle.id,
        mark: vehicle.mark,
        provider: vehicle.provider,
        detail: [vehicle.description, vehicle.layouts.join(' or ')].filter(Boolean).join(', '),
        out_of_date: vehicleState(vehicle, rules, today).out_of_date,
        routes: busy.get(`/${vehicle.id}`)?.length ?? 0,
      })),
  });
}

/** Assigns a person or vehicle, and with `instead` ends on the day before whoever has the role. */
export function assign(
  store: Store,
  given: {
    readonly contract_id: number;
    readonly role: AssignmentRole;
    readonly subject_id: number;
    readonly from_on: IsoDate;
    readonly to_on: IsoDate | null;
    readonly instead: boolean;
    /** What was said at the gate: a change that counts today or did before asks for it where somebody is to be told. */
    readonly notices?: GateGiven | undefined;
  },
  { by, on }: { readonly by: Change; readonly on: IsoDate },
): Result<null> {
  const { contract_id, role, subject_id, from_on, to_on } = given;
  const contract = store.contracts.get(contract_id);
  if (contract === null) return noContract(contract_id);
  const { register } = store;
  const isVehicle = role === 'vehicle';
  const worker = isVehicle ? null : register.worker(subject_id);
  const vehicle = isVehicle ? register.vehicle(subject_id) : null;
  const subject = worker ?? vehicle;
  const own = register.assignmentsOf(contract_id);
  const isSame = (each: Assignment): boolean =>
    each.role === role && (each.worker_id ?? each.vehicle_id) === subject_id;
  const overlaps = (each: Assignment): boolean =>
    (to_on === null || each.from_on <= to_on) && (each.to_on === null || each.to_on >= from_on);
  const problems = [
    ...(subject === null ? ['Choose who or what is assigned: it is not on the register.'] : []),
    ...(to_on !== null && to_on < from_on ? ['The last day lies before the first.'] : []),
    ...(from_on > contract.ends_on ? ['The contract has ended by then.'] : []),
    ...(subject !== null && subject.left_on !== null && subject.left_on < from_on
      ? ['They are no longer with the provider by then.']
      : []),
    ...(worker?.role === 'assistant' && role === 'driver'
      ? [`${worker.name} is on the register as a passenger assistant, not as a driver.`]
      : []),
    ...(worker?.role === 'driver' && role === 'assistant'
      ? [`${worker.name} is on the register as a driver, not as a passenger assistant.`]
      : []),
    ...(own.some((each) => isSame(each) && overlaps(each))
      ? ['They are assigned in this role on some of these days already.']
      : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  const write = (): Result<null> =>
    store.write(by, () => {
      if (given.instead)
        for (const each of own.filter((line) => line.role === role && overlaps(line))) {
          if (each.from_on < from_on)
            register.changeAssignment(each.id, {
              from_on: each.from_on,
              to_on: addDays(from_on, -1),
            });
          else register.removeAssignment(each.id);
        }
      register.assign({
        contract_id,
        role,
        worker_id: isVehicle ? null : subject_id,
        vehicle_id: isVehicle ? subject_id : null,
        from_on,
        to_on,
      });
      const override_reason = given.notices?.reason.trim() ?? '';
      const effective_on = given.notices?.effective_on ?? (from_on < on ? on : from_on);
      const opened = tellOfCrew(store, { contract_id, role, from_on, before: own }, { on, by: by.who, override_reason, effective_on }); // prettier-ignore
      // What starts later is told until then; children of whom nobody knows by then count as without transport.
      if (from_on <= on) holdAtGate(opened, given.notices);
      return ok(null);
    });
  return answeredGate(store, write);
}
