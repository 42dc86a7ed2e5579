/** Takes a contract back from its provider and puts the repair in the plan in use, in one write. */
import type { Store } from '../../db/store.ts';
import type { GateGiven } from '../../shared/api/views/notices.ts';
import type { RepairTaken } from '../../shared/api/views/repairs.ts';
import { addDays, type IsoDate } from '../../shared/calendar/dates.ts';
import { addWorkingDays } from '../../shared/calendar/working-days.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatPence } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { silent } from '../jobs/context.ts';
import { isLeft } from '../../shared/planning/repair.ts';
import { keepPlan, type KeptChange } from '../jobs/keep-plan.ts';
import { repairPlan } from '../jobs/repair.ts';
import { notComplete } from './client-case.ts';
import { throughGate, type GatedChange } from './notices-gate.ts';

/** The hand-back as it was signed, with what the repair was shown to add a day. */
export interface HandBackSigned {
  readonly contract_id: number;
  readonly last_day: IsoDate;
  readonly reason: string;
  readonly by: string;
  readonly added_day_pence: number;
  /** What was said at the gate of notices. */
  readonly notices?: GateGiven | undefined;
}

/** Records and repairs; refused where the form is not complete, a rule would be broken, or the repair is no longer what was shown. */
export function takeRepair(store: Store, signed: HandBackSigned, on: IsoDate): Result<RepairTaken> {
  const reason = signed.reason.trim();
  const by = signed.by.trim();
  const problems = [
    ...(reason === '' ? ['Write why the contract is handed back.'] : []),
    ...(by === '' ? ['Sign with your name.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  const made = repairPlan(store, { contract_id: signed.contract_id, on }, silent);
  if (!made.ok) return made;
  const { repair, desk } = made.value;
  const { trial, contract_ref } = repair;
  const added = trial.day_after_pence - trial.day_before_pence;
  if (added !== signed.added_day_pence)
    return fail(
      'repair_changed',
      `The repair now comes to ${formatPence(added)} a day, not ${formatPence(signed.added_day_pence)}: the plan or the records have changed.`,
      'Look at it again.',
    );
  const [broken] = trial.violations;
  if (broken !== undefined)
    return fail('breaks_a_rule', broken.text, 'Mend that on the case, then hand back.', {
      texts: trial.violations.map((each) => each.text),
    });
  const { contract_id, last_day } = signed;
  const gated: GatedChange = {
    kind: 'hand_back',
    change: { who: by, why: `hand-back of contract ${contract_ref}` },
    given: signed.notices,
    subject: { contract_id },
    effective_on: addWorkingDays(last_day, 1),
    what: reason,
  };
  const change: KeptChange = {
    routes: trial.routes,
    unallocated: trial.unallocated,
    sentence: `contract ${contract_ref} handed back`,
    client_id: null,
    records: () => {
      const children = repair.rehomed.length;
      store.beddingIn.recordHandBack({ contract_id, on, last_day, reason, by, children });
      keepSeats(store, contract_id, desk.plan);
      endContract(store, contract_id, last_day);
      signHandBack(store, { contract_id, last_day, reason, by });
      const words = `Contract ${contract_ref} was handed back; its last day is ${formatDate(last_day)}.`;
      store.papers.withdrawFor(contract_id, on, words);
    },
  };
  const kept = throughGate(store, gated, (told) => keepPlan(store, desk, change, told));
  if (!kept.ok) return kept;
  const left = repair.rehomed.filter(isLeft).length;
  return ok({
    sentence: `Contract ${contract_ref} is handed back from ${formatDate(last_day)}: ${formatQuantity(repair.rehomed.length - left, 'child', 'children')} placed anew${left === 0 ? '' : `, ${left} without a place on some day or every day`}.`,
  });
}

/**
 * Whom its provider had confirmed stays written down, since it carries them to its last day though the plan has them elsewhere: seats of
 * the register become seats on the days of the plan's stops.
 */
function keepSeats(store: Store, contract_id: number, plan: Plan): void {
  const contract = store.contracts.get(contract_id);
  if (contract?.confirmed !== true) return;
  const known = Map.groupBy(store.service.seatsOf(contract_id), ({ client_id }) => client_id);
  const listed = new Set(
    store.contracts
      .stopsOf(contract_id)
      .filter((stop) => stop.left_on === null && !stop.released)
      .map(({ client_id }) => client_id),
  );
  const stops = plan.routes
    .filter((route) => route.contract_id === contract_id)
    .flatMap((route) => route.stops);
  const aboard = new Set(stops.map(({ client_id }) => client_id));
  store.service.confirmSeats(contract_id, [
    ...[...known.values()].flat().filter(({ client_id }) => aboard.has(client_id)),
    ...stops.filter(({ client_id }) => listed.has(client_id) && !known.has(client_id)),
  ]);
}

/** The route's step, from the day after the last that the provider runs. */
function signHandBack(
  store: Store,
  { contract_id, last_day, reason: why, by }: Omit<HandBackSigned, 'added_day_pence'>,
): void {
  const contract = store.contracts.get(contract_id);
  if (contract === null) return;
  const { ref, route_ref: given } = contract;
  const route_ref = given === '' ? ref : given;
  store.service.step({ route_ref, contract_id, state: 'handed_back', on: addDays(last_day, 1), by, why }); // prettier-ignore
}

/** Its seats are free and it ends with its last day. */
function endContract(store: Store, contract_id: number, last_day: IsoDate): void {
  const contract = store.contracts.get(contract_id);
  if (contract !== null && last_day < contract.ends_on) {
    // Handed back before it began, it ends on the day it would have begun: its step says that it never ran.
    const ends_on = last_day < contract.starts_on ? contract.starts_on : last_day;
    store.contracts.upsertMany([{ ref: contract.ref, ends_on }]);
  }
  store.contracts.upsertStops(
    store.contracts
      .stopsOf(contract_id)
      .filter((stop) => stop.left_on === null && !stop.released)
      .map((stop) => ({ ...stop, released: true })),
  );
}
