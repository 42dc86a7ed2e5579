/** What is written into the register by hand. Every problem of a form is told at once, and nothing is half kept. */
import type { Input } from '../../shared/api/contract.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { badgeKey, refOf } from '../../shared/intake/register-identity.ts';
import { parseMark } from '../../shared/intake/registration-mark.ts';
import { providerKey } from '../../shared/intake/provider-name.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { layoutRoom } from '../../shared/model/register.ts';
import { RENAMING } from '../../db/stores/provider-names.ts';
import type { Change, Store } from '../../db/store.ts';
import { notComplete } from './client-case.ts';

type ProviderGiven = Input<'register/save-provider'>;
type PersonGiven = Input<'register/save-person'>;
type VehicleGiven = Input<'register/save-vehicle'>;

/** Single spaces, none at the ends: as an import reads a cell, so that the workbook of the register comes back unchanged. */
function tidy<T extends object>(given: T): T {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? value.trim().replaceAll(/\s+/g, ' ') : value,
    ]),
  ) as T;
}

/** Writes a provider and its fleet. */
export function saveProvider(
  store: Store,
  given: ProviderGiven,
  by: Change,
): Result<{ readonly key: string }> {
  const { key: before, fleet, with_contracts, ...provider } = tidy(given);
  const key = providerKey(provider.name);
  const { register } = store;
  const problems = [
    ...(key === '' ? ['Give the provider’s name.'] : []),
    ...(key !== before && key !== '' && register.provider(key) !== null
      ? [`${register.provider(key)?.name ?? key} is on the register already.`]
      : []),
    ...twice(fleet.map((each) => `${each.vehicle_class} ${each.districts.toSorted().join()}`)).map(
      () => 'Two lines of the fleet are of one class and the same districts.',
    ),
  ];
  if (problems.length > 0) return notComplete(problems);
  const isRenamed = before !== null && (key !== before || register.provider(before)?.name !== provider.name); // prettier-ignore
  const named = isRenamed ? store.contracts.all().filter((each) => providerKey(each.provider) === before && each.provider !== provider.name) : []; // prettier-ignore
  if (named.length !== (with_contracts ?? 0) && named.length > 0)
    return fail(
      'contracts_name_it',
      `${formatQuantity(named.length, 'contract')} ${named.length === 1 ? 'names' : 'name'} this provider.`,
      'Have them renamed with it, or leave the name.',
      { contracts: named.length },
    );
  store.write(isRenamed ? { ...by, why: RENAMING } : by, () => {
    if (before !== null && before !== key) renameProvider(store, before, provider.name);
    renameContracts(store, named, provider.name);
    if (isRenamed) store.providerNames.rename(before, provider.name);
    register.upsertProviders([{ ...provider, districts: provider.districts.toSorted(), key }]);
    const classes = new Set([
      ...fleet.map((each) => each.vehicle_class),
      ...register
        .fleets()
        .filter((each) => providerKey(each.provider) === key)
        .map((each) => each.vehicle_class),
    ]);
    for (const vehicle_class of classes)
      register.setFleet(
        provider.name,
        vehicle_class,
        fleet.filter((each) => each.vehicle_class === vehicle_class),
      );
  });
  return ok({ key });
}

/** Gives everything of a provider on the register its new name. */
function renameProvider({ register }: Store, before: string, name: string): void {
  const isOwn = ({ provider }: { readonly provider: string }): boolean =>
    providerKey(provider) === before;
  register.upsertWorkers(
    register
      .workers()
      .filter(isOwn)
      .map(({ ref }) => ({ ref, provider: name })),
  );
  register.upsertVehicles(
    register
      .vehicles()
      .filter(isOwn)
      .map(({ mark }) => ({ mark, provider: name })),
  );
  for (const { provider, vehicle_class } of register.fleets().filter(isOwn))
    register.setFleet(provider, vehicle_class, []);
  register.removeProvider(before);
}

/** The contracts, and the plan in use and the trials that name their provider. What was issued, bid and awarded under the name before keeps it. */
function renameContracts(store: Store, named: readonly Contract[], name: string): void {
  if (named.length === 0) return;
  store.contracts.upsertMany(named.map(({ ref }) => ({ ref, provider: name })));
  const ids = new Set(named.map(({ id }) => id));
  const isOf = ({ contract_id }: PlannedRoute): boolean => contract_id !== null && ids.has(contract_id); // prettier-ignore
  const sentence = `${formatQuantity(named.length, 'contract')} renamed to ${name}`;
  for (const { id, kind } of store.trials.list()) {
    const before = kind === 'earlier' ? null : store.trials.plan(id);
    if (before === null || !before.routes.some(isOf)) continue;
    const routes = before.routes.map((route) => (isOf(route) ? { ...route, provider: name } : route)); // prettier-ignore
    store.trials.applyEdit({ before, after: { ...before, routes }, sentence, client_id: null });
  }
}

function twice(keys: readonly string[]): readonly string[] {
  return keys.filter((each, at) => keys.indexOf(each) !== at);
}

/** Writes a person and what they hold. */
export function savePerson(
  store: Store,
  given: PersonGiven,
  { by, on }: { readonly by: Change; readonly on: IsoDate },
): Result<{ readonly id: number }> {
  const { id, competences, ...tidied } = tidy(given);
  const person = { ...tidied, badge_number: tidied.badge_number.toUpperCase() };
  const { register } = store;
  const others = register.workers().filter((each) => each.id !== id);
  const badge = badgeKey(person);
  const owner = others.find((each) => badge !== '' && badgeKey(each) === badge);
  const ref = person.ref.toUpperCase() || refOf({ ...person, ref: '' });
  const problems = [
    ...(person.name === '' ? ['Give the name.'] : []),
    ...(person.provider === '' ? ['Name the provider.'] : []),
    ...(owner === undefined ? [] : [`The badge is ${owner.name}’s on the register.`]),
    ...(others.some((each) => each.ref === ref)
      ? [`The reference ${ref} is somebody else’s: give another, or a badge.`]
      : []),
    ...(person.dbs_on !== null && person.dbs_on > on
      ? [
          `The enhanced DBS check lies ahead (${formatDate(person.dbs_on)}): give the day it was made.`,
        ]
      : []),
    ...competences.flatMap(({ competence, issued_on, expires_on }) =>
      competence.trim() === ''
        ? ['Name every competence, or take its line out.']
        : issued_on !== null && expires_on !== null && expires_on < issued_on
          ? [`${competence} runs out before it was issued.`]
          : [],
    ),
    ...twice(competences.map(({ competence }) => competence)).map(
      (each) => `${each} stands twice.`,
    ),
    ...(id !== null && register.worker(id) === null
      ? ['This person is no longer on the register.']
      : []),
  ];
  if (problems.length > 0) return notComplete([...new Set(problems)]);
  const kept = store.write(by, () => {
    const before = id === null ? null : defined(register.worker(id), `worker ${id}`);
    if (before !== null) register.changeWorkerRef(before.id, ref);
    const { ids } = register.upsertWorkers([{ ...person, ref }]);
    const own = before?.id ?? defined(ids[0], ref);
    const now = new Set(competences.map(({ competence }) => competence));
    for (const { competence } of register.competencesOf(own))
      if (!now.has(competence)) register.removeCompetence(own, competence);
    for (const each of competences) register.setCompetence({ worker_id: own, ...each });
    return own;
  });
  return ok({ id: kept });
}

/** Writes a vehicle. */
export function saveVehicle(
  store: Store,
  given: VehicleGiven,
  { by, on }: { readonly by: Change; readonly on: IsoDate },
): Result<{ readonly id: number }> {
  const { id, layouts, ...vehicle } = tidy(given);
  const { register } = store;
  const mark = parseMark(vehicle.mark)?.mark ?? '';
  const before = id === null ? null : register.vehicle(id);
  const other = register.vehicles().find((each) => each.mark === mark && each.id !== id);
  const bare = layouts.map((each) => each.replaceAll(/\s/g, '')).filter((each) => each !== '');
  const problems = [
    ...(mark === '' ? ['Give the registration mark, such as GK19 ABC.'] : []),
    ...(vehicle.provider === '' ? ['Name the provider.'] : []),
    ...(other === undefined ? [] : [`${mark} is on the register already.`]),
    ...(before !== null && mark !== '' && mark !== before.mark
      ? ['A vehicle keeps its mark: enter the other mark as another vehicle.']
      : []),
    ...(id !== null && before === null ? ['This vehicle is no longer on the register.'] : []),
    ...bare
      .filter((each) => layoutRoom(each) === null)
      .map((each) => `${each} is no layout: write seats and wheelchair spaces as 8+0 or 4+2.`),
    ...(vehicle.lift_examined_on !== null && vehicle.lift_examined_on > on
      ? ['The examination of the lift lies ahead: give the day it was made.']
      : []),
  ];
  if (problems.length > 0) return notComplete([...new Set(problems)]);
  const { ids } = store.write(by, () =>
    register.upsertVehicles([{ ...vehicle, mark, layouts: [...new Set(bare)] }]),
  );
  return ok({ id: defined(ids[0], mark) });
}
