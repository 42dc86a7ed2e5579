/** Writes who and what is assigned to which contract. */
import { doubt, refusal } from '../../../shared/intake/register-rows.ts';
import type { AssignmentFacts } from '../../../shared/intake/register-people.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import type { Assignment, AssignmentRole } from '../../../shared/model/register.ts';
import type { Outcome } from '../../../db/store.ts';
import { tellOfCrew } from '../notices/crew-notices.ts';
import { peopleOf } from './write-register-people.ts';
import { problemAt, reportRow, type FiledRow, type RegisterRun } from './register-run.ts';

/** The contract meant: by its number, else the one of the route that ends last of those not over. */
function contractFinder(contracts: readonly Contract[], on: IsoDate) {
  const byRef = new Map(contracts.map((each) => [each.ref.toUpperCase(), each]));
  const byRoute = Map.groupBy(contracts, ({ route_ref }) => route_ref.toUpperCase());
  return ({ contract_ref, route_ref }: AssignmentFacts): Contract | null => {
    if (contract_ref !== '') return byRef.get(contract_ref) ?? null;
    const own = (byRoute.get(route_ref.toUpperCase()) ?? []).filter(({ ends_on }) => ends_on >= on);
    return own.toSorted((a, b) => (a.ends_on < b.ends_on ? 1 : -1))[0] ?? null;
  };
}

type Assigned = Omit<Assignment, 'id'> & { readonly role: AssignmentRole };

/** Assignments; a row may bring a person and a vehicle at once. */
export function writeAssignments(
  run: RegisterRun,
  rows: readonly FiledRow<AssignmentFacts>[],
  on: IsoDate,
): void {
  const { register, contracts } = run.store;
  const find = contractFinder(contracts.all(), on);
  const people = peopleOf(run);
  const vehicles = new Map(register.vehicles().map((each) => [each.mark, each]));
  // As it was before the file: a list that names one driver after another tells nobody anything new the first time.
  const was = new Map<number, readonly Assignment[]>();
  const added: Assigned[] = [];
  const putIn = (given: Assigned): Outcome => {
    if (!was.has(given.contract_id)) was.set(given.contract_id, register.assignmentsOf(given.contract_id)); // prettier-ignore
    const outcome = put(run, given);
    if (outcome === 'added') added.push(given);
    return outcome;
  };
  for (const row of rows) {
    const { facts } = row;
    const found: Problem[] = [];
    const contract = find(facts);
    if (contract === null)
      found.push(
        problemAt(
          row,
          facts.contract_ref === '' ? 'route_ref' : 'contract_ref',
          refusal(
            'contract_not_known',
            `No contract ${facts.contract_ref || `of route ${facts.route_ref}`} is in the store.`,
            'Import the contract register first, or correct the row.',
          ),
        ),
      );
    const named = facts.keys.ref !== '' || facts.keys.name !== '' || facts.keys.badge_number !== '';
    const worker = named ? people.find(facts.keys) : null;
    if (named && worker === null)
      found.push(
        problemAt(
          row,
          'name',
          refusal(
            'person_not_known',
            `${facts.keys.name || facts.keys.ref || facts.keys.badge_number} is not on the register.`,
            'Import the list of drivers and assistants first, or correct the row.',
          ),
        ),
      );
    const vehicle = facts.mark === '' ? null : (vehicles.get(facts.mark) ?? null);
    if (facts.mark !== '' && vehicle === null)
      found.push(
        problemAt(
          row,
          'mark',
          refusal(
            'vehicle_not_known',
            `${facts.mark} is not on the register.`,
            'Import the list of vehicles first, or correct the row.',
          ),
        ),
      );
    if (contract === null || found.length > 0) {
      reportRow(run, row, 'refused', found);
      continue;
    }
    const from_on = facts.from_on ?? contract.starts_on;
    const days = { from_on, to_on: facts.to_on };
    const outcomes: Outcome[] = [];
    if (worker !== null) {
      const full = register.worker(worker.id);
      const role =
        facts.role === 'vehicle' || facts.role === null
          ? full?.role === 'assistant'
            ? 'assistant'
            : 'driver'
          : facts.role;
      outcomes.push(
        putIn({
          contract_id: contract.id,
          role,
          worker_id: worker.id,
          vehicle_id: null,
          ...days,
        }),
      );
      noteOther(row, found, worker.provider, contract);
    }
    if (vehicle !== null) {
      outcomes.push(
        putIn({
          contract_id: contract.id,
          role: 'vehicle',
          worker_id: null,
          vehicle_id: vehicle.id,
          ...days,
        }),
      );
      noteOther(row, found, vehicle.provider, contract);
    }
    const outcome = outcomes.includes('added')
      ? 'added'
      : outcomes.includes('changed')
        ? 'changed'
        : 'unchanged';
    reportRow(run, row, outcome, found);
  }
  for (const { contract_id, role, from_on } of added)
    tellOfCrew(
      run.store,
      { contract_id, role, from_on, before: was.get(contract_id) ?? [] },
      { on, by: 'Import', override_reason: '', effective_on: from_on < on ? on : from_on },
    );
}

function noteOther(
  row: FiledRow<unknown>,
  found: Problem[],
  provider: string,
  contract: Contract,
): void {
  if (provider === '' || contract.provider === '') return;
  if (providerKey(provider) === providerKey(contract.provider)) return;
  found.push(
    problemAt(
      row,
      'provider',
      doubt(
        'other_provider',
        `The contract is ${contract.provider}’s, not ${provider}’s. The assignment was taken.`,
        'Check that the work is subcontracted with the council’s leave, or correct the row.',
      ),
    ),
  );
}

/** One assignment: the same person or vehicle in the same role from the same day is the same one. */
function put({ store }: RegisterRun, given: Assigned): Outcome {
  const { register } = store;
  const known = register
    .assignmentsOf(given.contract_id)
    .find(
      (each) =>
        each.role === given.role &&
        each.worker_id === given.worker_id &&
        each.vehicle_id === given.vehicle_id &&
        each.from_on === given.from_on,
    );
  if (known === undefined) {
    register.assign(given);
    return 'added';
  }
  if (given.to_on === null || known.to_on === given.to_on) return 'unchanged';
  register.changeAssignment(known.id, given);
  return 'changed';
}
