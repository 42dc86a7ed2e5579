/** Records that providers confirmed their contracts, or takes it back: many at once, each in full or not at all. */
import type { Store } from '../../db/store.ts';
import type { ConfirmRow } from '../../shared/api/views/service.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import type { ServiceStepGiven } from '../../shared/model/service.ts';
import { isAtHome } from '../../shared/model/stop-place.ts';
import { confirmProblems, givenProblems, HOW_WORDS, type ConfirmationGiven } from '../../shared/service/confirm.ts'; // prettier-ignore
import { mayStep, standingOn } from '../../shared/service/states.ts';
import { notComplete } from './client-case.ts';
import { contractsToConfirm, type Confirming } from './to-confirm.ts';

/** Confirms contracts. Refused with every reason of every contract where one cannot be; nothing is half done. */
export function confirmContracts(
  store: Store,
  given: ConfirmationGiven & { readonly contract_ids: readonly number[] },
  today: IsoDate,
): Result<{ readonly sentence: string }> {
  const missing = givenProblems(given, today);
  if (missing.length > 0) return notComplete(missing);
  const all = contractsToConfirm(store, given.contract_ids, today);
  const unknown = given.contract_ids.filter((id) => !all.some(({ contract }) => contract.id === id)); // prettier-ignore
  if (unknown.length > 0)
    return fail(
      'no_such_contract',
      'A contract is no longer on the register, or on no route of the plan in use.',
      'Look at the list again.',
      { contract_ids: unknown },
    );
  const refused = all.flatMap((each) => {
    const problems = confirmProblems(each, today);
    return problems.length === 0 ? [] : [{ ref: each.contract.ref, problems }];
  });
  if (refused.length > 0) return cannot(refused);
  const by = given.by.trim();
  const what = all.length === 1 ? `confirming contract ${all[0]?.contract.ref ?? ''}` : `confirming ${formatQuantity(all.length, 'contract')}`; // prettier-ignore
  store.write({ who: by, why: what }, () => {
    for (const each of all) confirmOne(store, each, { ...given, by });
  });
  const children = new Set(all.flatMap(({ aboard }) => aboard.map(({ ref }) => ref))).size;
  const how = given.how === '' ? '' : ` ${HOW_WORDS[given.how]}`;
  return ok({
    sentence: `${formatQuantity(all.length, 'contract')} for ${formatQuantity(children, 'child', 'children')} confirmed by ${given.said_by.trim()}${how} on ${formatDate(given.on)}.`,
  });
}

function cannot(
  refused: readonly { readonly ref: string; readonly problems: readonly string[] }[],
): { readonly ok: false; readonly error: Failure } {
  const all = refused.flatMap(({ ref, problems }) => problems.map((each) => `${ref}: ${each}`));
  return fail(
    'cannot_confirm',
    `${formatQuantity(refused.length, 'contract')} cannot be confirmed. ${all.join(' ')}`,
    'Mend what is named, or confirm the others without it.',
    { refused },
  );
}

function confirmOne(store: Store, to: Confirming, given: ConfirmationGiven): void {
  const { contract, routes } = to;
  const [first] = routes;
  store.service.step({
    route_ref: routeRefOf(contract, first),
    contract_id: contract.id,
    state: 'confirmed',
    on: given.on,
    by: given.by,
    why: given.note.trim(),
    said_by: given.said_by.trim(),
    how: given.how,
  });
  const stops = routes.flatMap((route) => route.stops);
  store.service.confirmSeats(
    contract.id,
    stops.map(({ client_id, place, mornings, afternoons }) => ({ client_id, place, mornings, afternoons })), // prettier-ignore
  );
  seatJoiners(store, contract.id, routes);
}

/** Whoever joined by the plan is on the contract from now on, so that the next plan keeps them there. */
function seatJoiners(store: Store, contract_id: number, routes: readonly PlannedRoute[]): void {
  const seated = new Set(
    store.contracts
      .stopsOf(contract_id)
      .filter(({ released, left_on }) => !released && left_on === null)
      .map(({ client_id }) => client_id),
  );
  store.contracts.upsertStops(
    routes.flatMap((route) =>
      route.stops.flatMap(
        ({ client_id, place, pick_up_s }, at) =>
        seated.has(client_id) || !isAtHome(place)
          ? []
          : [{ contract_id, client_id, stop_order: at + 1, pick_up_s: Math.round(pick_up_s), released: false, left_on: null }], // prettier-ignore
      ),
    ),
  );
}

function routeRefOf(
  contract: Pick<Contract, 'ref' | 'route_ref'>,
  route: PlannedRoute | undefined,
): string {
  // prettier-ignore
  return route?.ref ?? (contract.route_ref === '' ? contract.ref : contract.route_ref);
}

/** Takes confirmations back. What the provider had confirmed for each child goes with it. */
export function unconfirmContracts(
  store: Store,
  given: { readonly contract_ids: readonly number[]; readonly why: string; readonly by: string },
  today: IsoDate,
): Result<{ readonly sentence: string }> {
  const [why, by] = [given.why.trim(), given.by.trim()];
  const missing = [
    ...(why === '' ? ['Write why the confirmation no longer holds.'] : []),
    ...(by === '' ? ['Sign with your name.'] : []),
  ];
  if (missing.length > 0) return notComplete(missing);
  const steps: ServiceStepGiven[] = [];
  for (const contract_id of given.contract_ids) {
    const contract = store.contracts.get(contract_id);
    if (contract === null)
      return fail('no_such_contract', 'A contract is no longer on the register.', 'Look at the list again.', { contract_id }); // prettier-ignore
    const own = store.service.stepsOfContract(contract_id);
    const { state, step } = standingOn(own, contract, today);
    const may = mayStep(state, 'awarded');
    if (!may.ok || !contract.confirmed)
      return fail(
        'not_confirmed',
        `Contract ${contract.ref} is not confirmed: there is nothing to take back.`,
        'Look at the route again.',
        { contract_id },
      );
    const route_ref = step?.route_ref ?? routeRefOf(contract, undefined);
    steps.push({ route_ref, contract_id, state: 'awarded', on: today, by, why });
  }
  store.write({ who: by, why: 'taking a confirmation back' }, () => {
    for (const step of steps) {
      store.service.step(step);
      if (step.contract_id !== null) store.service.confirmSeats(step.contract_id, []);
    }
  });
  return ok({
    sentence: `${formatQuantity(steps.length, 'contract')} no longer confirmed: ${why}`,
  });
}

/** As the list of what is to be confirmed shows one. */
export function confirmRow(
  to: Confirming,
  school: (urn: number | null) => string,
  today: IsoDate,
): ConfirmRow {
  // prettier-ignore
  const { contract, routes, aboard } = to;
  const [first] = routes;
  return {
    contract_id: contract.id,
    contract_ref: contract.ref,
    route_ref: routes.map(({ ref }) => ref).join(', '),
    provider: contract.provider,
    school: school(first?.school_urn ?? null),
    starts_on: contract.starts_on,
    ends_on: contract.ends_on,
    children: aboard.length,
    not_confirmed: to.not_confirmed,
    nobody_assigned: to.nobody_assigned,
    problems: confirmProblems(to, today),
  };
}
