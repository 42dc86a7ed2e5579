/** Who a row is of: the same person however the lists name them, and one reference for each. */
import type { Worker } from '../model/register.ts';
import { compact, words } from './normalise.ts';
import { providerKey } from './provider-name.ts';
import type { PersonKeys } from './register-people.ts';

type Known = Pick<
  Worker,
  'id' | 'ref' | 'name' | 'provider' | 'licensing_authority' | 'badge_number'
>;

/** A badge by its authority and number, '' without a number. */
export function badgeKey(of: Pick<Worker, 'licensing_authority' | 'badge_number'>): string {
  const number = compact(of.badge_number);
  return number === '' ? '' : `${compact(of.licensing_authority)} ${number}`;
}

function nameKey({ name, provider }: Pick<Worker, 'name' | 'provider'>): string {
  return name === '' ? '' : `${words(name)}\n${providerKey(provider)}`;
}

function badgeRef({ licensing_authority, badge_number }: Omit<PersonKeys, 'ref'>): string {
  return badge_number === '' ? '' : `${licensing_authority} ${badge_number}`.trim().toUpperCase();
}

function nameRef({ name, provider }: Omit<PersonKeys, 'ref'>): string {
  const key = providerKey(provider);
  return (key === '' ? name : `${name}, ${key}`).toUpperCase();
}

/** The reference of somebody: their own, else of the badge, else of name and provider; upper case, as lists give theirs. */
export function refOf(keys: PersonKeys): string {
  return keys.ref || badgeRef(keys) || nameRef(keys);
}

/** How good a reference is: 3 given by somebody, 2 made of the badge, 1 made of the name. */
function rank(ref: string, of: Omit<PersonKeys, 'ref'>): number {
  if (ref === nameRef(of)) return 1;
  return ref === badgeRef(of) ? 2 : 3;
}

/** People already known, found by any of what tells them apart. */
export interface People {
  /** The person meant; null where it is somebody new. */
  readonly find: (keys: PersonKeys) => Known | null;
  /** Who else has the badge of these keys; null for nobody. */
  readonly otherWithBadge: (keys: PersonKeys) => Known | null;
  /** A better reference than the one a person has, null where theirs is as good. */
  readonly betterRef: (person: Known, keys: PersonKeys) => string | null;
  /** Takes somebody in, or in again as they are now. */
  readonly put: (person: Known) => void;
}

/** People by reference, badge and name. Of two with one name and one provider a badge or reference tells which is meant. */
export function peopleIndex(known: readonly Known[]): People {
  const byId = new Map<number, Known>();
  const byRef = new Map<string, number>();
  const byBadge = new Map<string, number>();
  const byName = new Map<string, Set<number>>();
  const put = (person: Known): void => {
    byId.set(person.id, person);
    byRef.set(person.ref, person.id);
    const badge = badgeKey(person);
    if (badge !== '') byBadge.set(badge, person.id);
    const name = nameKey(person);
    if (name === '') return;
    const ids = byName.get(name) ?? new Set<number>();
    ids.add(person.id);
    byName.set(name, ids);
  };
  for (const person of known) put(person);
  const at = (id: number | undefined): Known | null =>
    id === undefined ? null : (byId.get(id) ?? null);

  const contradicts = (person: Known, keys: PersonKeys): boolean => {
    const [own, asked] = [badgeKey(person), badgeKey(keys)];
    if (own !== '' && asked !== '' && own !== asked) return true;
    return keys.ref !== '' && rank(person.ref, person) === 3 && person.ref !== keys.ref;
  };
  const byBadgeOf = (keys: PersonKeys): Known | null => at(byBadge.get(badgeKey(keys)));
  const isSameName = (person: Known, keys: PersonKeys): boolean =>
    person.name === '' || keys.name === '' || words(person.name) === words(keys.name);
  return {
    find: (keys) => {
      const own = keys.ref === '' ? null : at(byRef.get(keys.ref));
      if (own !== null) return own;
      const badged = badgeKey(keys) === '' ? null : byBadgeOf(keys);
      if (badged !== null && isSameName(badged, keys) && !contradicts(badged, keys)) return badged;
      const named = [...(byName.get(nameKey(keys)) ?? [])]
        .map((id) => at(id))
        .filter((each) => each !== null && !contradicts(each, keys));
      return named.length === 1 ? (named[0] ?? null) : null;
    },
    otherWithBadge: (keys) => {
      const badged = badgeKey(keys) === '' ? null : byBadgeOf(keys);
      return badged;
    },
    betterRef: (person, keys) => {
      const ref = refOf(keys);
      return rank(ref, keys) > rank(person.ref, person) && !byRef.has(ref) ? ref : null;
    },
    put,
  };
}
