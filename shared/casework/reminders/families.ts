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

const LONG_WORDS: Readonly<Record<string, string>> = {
  apartment: 'flat',
  apt: 'flat',
  unit: 'flat',
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  cl: 'close',
  ln: 'lane',
  dr: 'drive',
};
const SHORTENED = new RegExp(`\\b(?:${Object.keys(LONG_WORDS).join('|')})\\b`, 'g');

/** An address without case, accents, marks and the words that lists shorten differently. */
export function addressKey(address: string): string {
  return plain(address)
    .replace(SHORTENED, (word) => LONG_WORDS[word] ?? word)
    .trim();
}

function plain(text: string): string {
  // Most of a county is written without accents: what takes them apart is left out there.
  if (/^[ -~]*$/.test(text)) {
    return text
      .toLowerCase()
      .replaceAll("'", '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
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
  const keys = people.map(memberKey);
  const homeless: number[] = [];
  for (const [at, person] of people.entries()) {
    const key = keys[at] ?? '';
    groups.add(key);
    const link = linked.get(key);
    if (link !== undefined) groups.join(link, key);
    const home = homeOf(person);
    if (home === null) homeless.push(at);
    else groups.join(home, key);
  }
  for (const [one, other] of same) groups.join(memberKey(one), memberKey(other));
  // Those with an address offer their surname to those without one, and do not meet through it themselves.
  const wanted = new Map<string, string>();
  const postcodes = new Set<string>();
  for (const at of homeless) {
    const person = people[at];
    const name = person === undefined ? null : surnameAt(person);
    if (person === undefined || name === null) continue;
    const other = wanted.get(name);
    const key = keys[at] ?? '';
    if (other === undefined) wanted.set(name, key);
    else groups.join(key, other);
    postcodes.add(person.postcode);
  }
  for (const [at, person] of people.entries()) {
    if (!postcodes.has(person.postcode)) continue;
    const name = surnameAt(person);
    const other = name === null ? undefined : wanted.get(name);
    if (other !== undefined) groups.join(keys[at] ?? '', other);
  }
  return groups.names(keys);
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
      const roots = keys.map(root);
      for (const [at, key] of keys.entries()) {
        const of = roots[at] ?? key;
        const other = first.get(of);
        if (other === undefined || key < other) first.set(of, key);
      }
      return new Map(keys.map((key, at) => [key, first.get(roots[at] ?? key) ?? key]));
    },
  };
}
