/** Writes drivers, assistants and what they hold. */
import { doubt, together } from '../../../shared/intake/register-rows.ts';
import {
  badgeKey,
  peopleIndex,
  refOf,
  type People,
} from '../../../shared/intake/register-identity.ts';
import type {
  CompetenceFacts,
  HeldFacts,
  PersonFacts,
  PersonKeys,
} from '../../../shared/intake/register-people.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import type { Outcome } from '../../../db/store.ts';
import { placeOf, problemAt, reportRow, type FiledRow, type RegisterRun } from './register-run.ts';

/** Everybody on the register, as it is now. */
export function peopleOf({ store }: Pick<RegisterRun, 'store'>): People {
  return peopleIndex(store.register.workers());
}

/** Badges that rows of different people claim: none of them is taken with it until that is settled. */
function claimedTwice(
  rows: readonly FiledRow<PersonFacts>[],
): ReadonlyMap<string, readonly FiledRow<PersonFacts>[]> {
  const byBadge = Map.groupBy(
    rows.filter(({ facts }) => badgeKey(facts.keys) !== ''),
    ({ facts }) => badgeKey(facts.keys),
  );
  const nameOf = ({ facts }: FiledRow<PersonFacts>): string => facts.keys.name.toLowerCase();
  return new Map([...byBadge].filter(([, own]) => new Set(own.map(nameOf)).size > 1));
}

function badgeTwice(name: string, place: string): Omit<Problem, 'column' | 'value'> {
  return doubt(
    'badge_twice',
    `The badge is also given for ${name}${place}. It was not taken for this row until that is settled.`,
    'Find out whose badge it is, correct the other row and import the file again.',
  );
}

/** People of the lists; a person named before, however, is the same person. */
export function writePeople(run: RegisterRun, rows: readonly FiledRow<PersonFacts>[]): void {
  const people = peopleOf(run);
  const twice = claimedTwice(rows);
  const firstRow = new Map<number, FiledRow<PersonFacts>>();
  const read = new Map<number, PersonFacts['worker']>();
  const held = heldWriter(run);
  for (const row of rows) {
    const found: Problem[] = [];
    const claims = twice.get(badgeKey(row.facts.keys)) ?? [];
    const other = claims.find((each) => each.facts.keys.name !== row.facts.keys.name);
    let keys = row.facts.keys;
    if (other !== undefined) {
      found.push(
        problemAt(
          row,
          'badge_number',
          badgeTwice(other.facts.keys.name, `, ${placeOf(other, row)}`),
        ),
      );
      keys = { ...keys, badge_number: '' };
    }
    const known = people.find(keys);
    const owner = people.otherWithBadge(keys);
    if (owner !== null && owner.id !== known?.id) {
      found.push(
        problemAt(row, 'badge_number', badgeTwice(owner.name || owner.ref, ' on the register')),
      );
      keys = { ...keys, badge_number: '' };
    }
    const { id, outcome } = writeOne(run, people, { row, keys, known, firstRow, read }, found);
    const outcomes = row.facts.held.map((each) => held(id, row, each, found));
    const touched = outcomes.some((each) => each !== 'unchanged');
    reportRow(run, row, outcome === 'unchanged' && touched ? 'changed' : outcome, found);
  }
}

interface One {
  readonly row: FiledRow<PersonFacts>;
  readonly keys: PersonKeys;
  readonly known: ReturnType<People['find']>;
  readonly firstRow: Map<number, FiledRow<PersonFacts>>;
  readonly read: Map<number, PersonFacts['worker']>;
}

function writeOne(
  run: RegisterRun,
  people: People,
  { row, keys, known, firstRow, read }: One,
  found: Problem[],
): { readonly id: number; readonly outcome: Outcome } {
  const { register } = run.store;
  const { badge_number: _given, ...rest } = row.facts.worker;
  let facts: PersonFacts['worker'] =
    keys.badge_number === '' ? rest : { ...rest, badge_number: keys.badge_number };
  const before = known === null ? null : register.worker(known.id);
  const first = known === null ? undefined : firstRow.get(known.id);
  if (known !== null && first !== undefined) {
    const merged = together(read.get(known.id) ?? {}, facts);
    facts = merged.facts;
    const says =
      merged.differ.length === 0
        ? 'with the same facts'
        : `which says otherwise of ${merged.differ.map((field) => field.replaceAll('_', ' ').replace(/ on$/, '')).join(', ')}; of two days the earlier counts`;
    found.push(
      problemAt(
        row,
        'name',
        doubt(
          'person_twice',
          `${keys.name} stands on ${placeOf(first, row)} already, ${says}.`,
          'Take one of the rows out, or give each person their own reference or badge.',
        ),
      ),
    );
  }
  const better = known === null ? null : people.betterRef(known, keys);
  if (known !== null && better !== null) register.changeWorkerRef(known.id, better);
  const ref = better ?? known?.ref ?? refOf(keys);
  // Whoever came by their competences alone may be assigned as either until a list of people says more.
  const patch =
    before === null
      ? { role: 'both' as const, ...facts }
      : run.keep({ entity: 'worker', ref }, before, facts);
  const written = register.upsertWorkers([{ ...patch, ref }]);
  const id = known?.id ?? defined(written.ids[0], ref);
  people.put(defined(register.worker(id), ref));
  if (!firstRow.has(id)) firstRow.set(id, row);
  read.set(id, facts);
  const outcome = written.outcomes[0] ?? 'unchanged';
  return { id, outcome: outcome === 'unchanged' && better !== null ? 'changed' : outcome };
}

/** Competences, a line each; somebody who is on no list of people comes on the register by them. */
export function writeCompetences(
  run: RegisterRun,
  rows: readonly FiledRow<CompetenceFacts>[],
): void {
  const { register } = run.store;
  const people = peopleOf(run);
  const held = heldWriter(run);
  for (const row of rows) {
    const { keys } = row.facts;
    const found: Problem[] = [];
    let id = people.find(keys)?.id;
    if (id === undefined) {
      const taken = people.otherWithBadge(keys);
      if (taken !== null) {
        found.push(
          problemAt(row, 'badge_number', {
            ...badgeTwice(taken.name || taken.ref, ' on the register'),
            severity: 'refuse',
          }),
        );
        reportRow(run, row, 'refused', found);
        continue;
      }
      const { ref: _ref, ...known } = keys;
      const written = register.upsertWorkers([{ ...known, role: 'both', ref: refOf(keys) }]);
      id = defined(written.ids[0], refOf(keys));
      people.put(defined(register.worker(id), refOf(keys)));
      found.push(
        problemAt(
          row,
          'name',
          doubt(
            'person_not_listed',
            `${keys.name || refOf(keys)} is on no list of people so far, and was taken in with this competence.`,
            'Import the list of drivers and assistants too.',
          ),
        ),
      );
    } else {
      const known = defined(register.worker(id), `worker ${id}`);
      const better = people.betterRef(known, keys);
      if (better !== null) {
        register.changeWorkerRef(id, better);
        people.put(defined(register.worker(id), better));
      }
    }
    reportRow(run, row, held(id, row, row.facts.held, found), found);
  }
}

/** Writes what somebody holds. Of two days for one competence in one import the earlier counts. */
function heldWriter({ store }: RegisterRun) {
  const { register } = store;
  const read = new Map<
    string,
    { readonly facts: Partial<HeldFacts>; readonly row: FiledRow<unknown> }
  >();
  const known = new Map(
    register.competences().map((each) => [`${each.worker_id}\n${each.competence}`, each]),
  );
  return (
    worker_id: number,
    row: FiledRow<unknown>,
    given: HeldFacts,
    found: Problem[],
  ): Outcome => {
    const key = `${worker_id}\n${given.competence}`;
    let facts: Partial<HeldFacts> = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== null),
    );
    const first = read.get(key);
    if (first !== undefined) {
      const merged = together(first.facts, facts);
      facts = merged.facts;
      if (merged.differ.length > 0)
        found.push(
          problemAt(
            row,
            'expires_on',
            doubt(
              'competence_twice',
              `Another day for ${given.competence} stands on ${placeOf(first.row, row)}. The earlier day counts until it is settled.`,
            ),
          ),
        );
    }
    read.set(key, { facts, row: first?.row ?? row });
    const before = known.get(key);
    const expires_on = facts.expires_on ?? before?.expires_on ?? null;
    let issued_on = facts.issued_on ?? before?.issued_on ?? null;
    // A new expiry beside an older list's issue: the issue is what is doubted.
    if (issued_on !== null && expires_on !== null && expires_on < issued_on) issued_on = null;
    const outcome = register.setCompetence({
      worker_id,
      competence: given.competence,
      issued_on,
      expires_on,
    });
    known.set(key, { worker_id, competence: given.competence, issued_on, expires_on });
    return outcome;
  };
}
