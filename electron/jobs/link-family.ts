/** Families that a person links by hand, so that they are written to once a day. */
import type { Change, Store } from '../../db/store.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { FamilyMember } from '../../shared/model/letter.ts';

/** Makes one family of the children with these references (of the cohort, of clients or of applications). */
export function linkFamily(
  store: Store,
  refs: readonly string[],
  by: Change,
): Result<readonly FamilyMember[]> {
  const members = membersOf(store, refs);
  if (!members.ok) return members;
  if (members.value.length < 2) {
    return fail(
      'one_alone',
      'A family is linked from two children or more.',
      'Give their references with commas between them.',
      { refs },
    );
  }
  store.write(by, () => store.letters.link(members.value));
  return members;
}

/** Takes these children out of the families they were linked to. Those in none are left as they are. */
export function unlinkFamily(
  store: Store,
  refs: readonly string[],
  by: Change,
): Result<readonly FamilyMember[]> {
  const members = membersOf(store, refs);
  if (!members.ok) return members;
  store.write(by, () => {
    for (const member of members.value) store.letters.unlink(member);
  });
  return members;
}

function membersOf(store: Store, refs: readonly string[]): Result<readonly FamilyMember[]> {
  const cohort = new Set(store.cohort.all().map(({ ref }) => ref));
  const found = new Map<string, FamilyMember>();
  const unknown: string[] = [];
  for (const ref of refs) {
    const member = memberOf(store, cohort, ref);
    if (member === null) unknown.push(ref);
    else found.set(`${member.kind} ${member.ref}`, member);
  }
  if (unknown.length === 0) return ok([...found.values()]);
  return fail(
    'child_not_found',
    `Nobody in this store has the reference ${unknown.join(', ')}.`,
    'Give references of the cohort, of clients or of applications.',
    { unknown },
  );
}

function memberOf(store: Store, cohort: ReadonlySet<string>, ref: string): FamilyMember | null {
  if (cohort.has(ref)) return { kind: 'cohort', ref };
  const application = store.applications.get(ref);
  const client =
    store.clients.byRef(ref) ??
    (application === null ? null : store.clients.get(application.client_id));
  return client === null ? null : { kind: 'client', ref: client.ref };
}
