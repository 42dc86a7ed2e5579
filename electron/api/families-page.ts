/** Families that a person linked, and children who may be one family though their addresses do not say so. */
import type { Store } from '../../db/store.ts';
import type { FamiliesPage, FamilyGroup, FamilyPersonRow } from '../../shared/api/views/letters.ts';
import { memberKey } from '../../shared/casework/reminders/families.ts';
import { nameOf, type ChaseSubject } from '../../shared/casework/reminders/cases.ts';
import type { FamilyMember } from '../../shared/model/letter.ts';
import { fits } from './letters-search.ts';
import type { LettersKept } from './letters-today.ts';

/** Proposals and findings shown: a list longer than this is not worked through in one sitting. */
const PROPOSED = 60;
const FOUND = 30;

interface Person {
  readonly row: FamilyPersonRow;
  readonly family: string;
  readonly surname: string;
  readonly phone: string;
  readonly hidden: boolean;
}

/** The page of a search; '' finds nobody. */
export function familiesPage(store: Store, letters: LettersKept, text: string): FamiliesPage {
  const schools = new Map(store.schools.all().map(({ urn, name }) => [urn, name]));
  const people = peopleOf(letters.chases.subjects, schools);
  const byKey = new Map(people.map((person) => [memberKey(person.row), person.row]));
  const rowOf = (member: FamilyMember): FamilyPersonRow =>
    byKey.get(memberKey(member)) ?? strangerRow(store, schools, member);
  const linked = Map.groupBy(store.letters.links(), ({ family }) => family);
  return {
    linked: [...linked.values()].map((members) => ({ members: members.map(rowOf), why: '' })),
    proposed: proposals(people),
    found:
      text.trim() === ''
        ? []
        : people
            .filter(({ row }) => fits(text, [row.ref, row.name]))
            .slice(0, FOUND)
            .map(({ row }) => row),
  };
}

/** One a child: a child of the cohort who is a client stands as the client. */
function peopleOf(
  subjects: readonly ChaseSubject[],
  schools: ReadonlyMap<number, string>,
): readonly Person[] {
  const people = new Map<string, Person>();
  for (const subject of subjects) {
    const { client } = subject;
    const member = subject.chase === 'apply' ? subject.member : null;
    const child = client ?? member;
    if (child === null) continue;
    const hidden = client?.protected_address ?? false;
    const row: FamilyPersonRow = {
      kind: client === null ? 'cohort' : 'client',
      ref: child.ref,
      client_id: client?.id ?? null,
      name: nameOf(child),
      school: schools.get(child.school_urn ?? 0) ?? child.school_given,
      postcode: hidden ? '' : child.postcode,
    };
    const phone = (client?.phone ?? '').replaceAll(/\D/g, '');
    const { surname } = child;
    people.set(memberKey(row), { row, family: subject.each.family, surname, phone, hidden });
  }
  return [...people.values()];
}

function strangerRow(
  store: Store,
  schools: ReadonlyMap<number, string>,
  { kind, ref }: FamilyMember,
): FamilyPersonRow {
  const client = kind === 'client' ? store.clients.byRef(ref) : null;
  return {
    kind,
    ref,
    client_id: client?.id ?? null,
    name: client === null ? '' : nameOf(client),
    school: client === null ? '' : (schools.get(client.school_urn ?? 0) ?? client.school_given),
    postcode: client === null || client.protected_address ? '' : client.postcode,
  };
}

/** The same surname at one postcode, or the same surname and telephone. A protected address is never put beside another. */
function proposals(people: readonly Person[]): readonly FamilyGroup[] {
  const open = people.filter(({ hidden, surname }) => !hidden && surname !== '');
  const groups = [
    ...sharing(open, 'The same surname and telephone number.', ({ surname, phone }) =>
      phone === '' ? null : `${surname.toLowerCase()} ${phone}`,
    ),
    ...sharing(open, 'The same surname at one postcode.', ({ surname, row }) =>
      row.postcode === '' ? null : `${surname.toLowerCase()} ${row.postcode}`,
    ),
  ];
  const seen = new Set<string>();
  const proposed: FamilyGroup[] = [];
  for (const group of groups) {
    const key = group.members.map(memberKey).toSorted().join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    proposed.push(group);
    if (proposed.length === PROPOSED) break;
  }
  return proposed;
}

function sharing(
  people: readonly Person[],
  why: string,
  keyOf: (person: Person) => string | null,
): readonly FamilyGroup[] {
  const groups = Map.groupBy(people, keyOf);
  groups.delete(null);
  return [...groups.values()]
    .filter((group) => new Set(group.map(({ family }) => family)).size > 1)
    .map((group) => ({ members: group.map(({ row }) => row), why }));
}
