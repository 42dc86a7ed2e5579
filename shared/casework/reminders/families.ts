import type { FamilyLink, FamilyMember } from '../../model/letter.ts';

/** One who may belong to a family with others. */
export interface FamilyPerson extends FamilyMember {
  readonly surname: string;
  readonly home_address: string;
  readonly postcode: string;
}

/** The key of one person: kind and reference. */
export function memberKey({ kind, ref }: FamilyMember): string {
  return `${kind} ${ref}`;
}

/** An address without case, accents, marks and the words that lists shorten differently. */
export function addressKey(address: string): string {
  return plain(address)
    .replace(/\b(flat|apartment|apt|unit)\b/g, 'flat')
    .replace(/\bst\b/g, 'street')
    .replace(/\brd\b/g, 'road')
    .replace(/\bave\b/g, 'avenue')
    .replace(/\bcl\b/g, 'close')
    .replace(/\bln\b/g, 'lane')
    .replace(/\bdr\b/g, 'drive')
    .trim();
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Who is one family: the same normalised address and postcode, or linked by hand. One whose address is not known (a
 * cohort without addresses) goes with those of the same surname at the same postcode: at worst a letter waits a day.
 * A line that names no house, such as *no fixed abode*, makes no family. `same` are two records of one child. Answers a
 * name for each, by `memberKey`: that of the first of the family in order.
 */
export function familiesOf(
  people: readonly FamilyPerson[],
  links: readonly FamilyLink[],
  same: readonly (readonly [FamilyMember, FamilyMember])[],
): ReadonlyMap<string, string> {
  const groups = joinedGroups();
  const linked = new Map(links.map((link) => [memberKey(link), `link ${link.family}`]));
  for (const person of people) {
    const key = memberKey(person);
    groups.add(key);
    const link = linked.get(key);
    if (link !== undefined) groups.join(link, key);
    const home = homeOf(person);
    if (home !== null) groups.join(home, key);
  }
  for (const [one, other] of same) groups.join(memberKey(one), memberKey(other));
  // Those with an address offer their surname to those without one, and do not meet through it themselves.
  const byName = new Map<string, string[]>();
  for (const person of people) {
    const name = surnameAt(person);
    if (name === null) continue;
    const others = byName.get(name);
    if (others) others.push(memberKey(person));
    else byName.set(name, [memberKey(person)]);
  }
  for (const person of people) {
    const name = surnameAt(person);
    if (name === null || homeOf(person) !== null) continue;
    for (const other of byName.get(name) ?? []) groups.join(memberKey(person), other);
  }
  return groups.names(people.map(memberKey));
}

function homeOf({ home_address, postcode }: FamilyPerson): string | null {
  const address = addressKey(home_address);
  return /\d/.test(address) && postcode !== '' ? `home ${address}|${postcode}` : null;
}

function surnameAt({ surname, postcode }: FamilyPerson): string | null {
  const name = plain(surname);
  return name === '' || postcode === '' ? null : `${name}|${postcode}`;
}

/** Sets that grow together (Galler and Fischer, 1964), with paths halved. */
function joinedGroups() {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (;;) {
      const up = parent.get(at) ?? at;
      if (up === at) return at;
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
  };
  const add = (key: string): void => {
    if (!parent.has(key)) parent.set(key, key);
  };
  return {
    add,
    join: (a: string, b: string): void => {
      add(a);
      add(b);
      parent.set(root(a), root(b));
    },
    names: (keys: readonly string[]): ReadonlyMap<string, string> => {
      const first = new Map<string, string>();
      for (const key of [...keys].sort()) {
        const at = root(key);
        if (!first.has(at)) first.set(at, key);
      }
      return new Map(keys.map((key) => [key, first.get(root(key)) ?? key]));
    },
  };
}
