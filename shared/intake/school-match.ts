import type { School } from '../model/school.ts';
import { schoolKey, words } from './normalise.ts';

/** How a school was found. `by_name`: the URN given is not known; `other_name`: the URN's school is called otherwise. */
export type SchoolMatch =
  | { readonly kind: 'none_given' }
  | {
      readonly kind: 'matched';
      readonly school: School;
      readonly how: 'urn' | 'name' | 'by_name' | 'other_name';
    }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'ambiguous'; readonly count: number };

/** Schools by URN and by name. */
export interface SchoolIndex {
  readonly size: number;
  match(given: string, urnGiven: string): SchoolMatch;
}

/** Words that say nothing of which school it is. */
const PLAIN =
  /^(the|school|academy|college|primary|secondary|infant|junior|nursery|community|church|of|england|roman|catholic|st|and|special|for|voluntary|controlled|aided|ce|rc|cofe|c|e)$/;

/** Indexes the schools once; open ones go before closed ones of the same name. */
export function schoolIndex(schools: readonly School[]): SchoolIndex {
  const byUrn = new Map(schools.map((school) => [school.urn, school]));
  const byName = new Map<string, School[]>();
  for (const school of schools) {
    const key = schoolKey(school.name);
    const same = byName.get(key);
    if (same) same.push(school);
    else byName.set(key, [school]);
  }
  const named = (given: string): readonly School[] => {
    const all = byName.get(schoolKey(given)) ?? [];
    const open = all.filter((school) => school.status === 'open');
    return open.length > 0 ? open : all;
  };
  return {
    size: byUrn.size,
    match: (given, urnGiven) => {
      if (given.trim() === '' && urnGiven.trim() === '') return { kind: 'none_given' };
      const byNumber = /^\d+$/.test(urnGiven.trim()) ? byUrn.get(Number(urnGiven)) : undefined;
      if (byNumber) {
        const how = given.trim() !== '' && !alike(given, byNumber.name) ? 'other_name' : 'urn';
        return { kind: 'matched', school: byNumber, how };
      }
      const found = given.trim() === '' ? [] : named(given);
      const [school, ...others] = found;
      if (school === undefined) return { kind: 'not_found' };
      if (others.length > 0) return { kind: 'ambiguous', count: found.length };
      return { kind: 'matched', school, how: urnGiven.trim() === '' ? 'name' : 'by_name' };
    },
  };
}

/** Whether two names share a word that tells schools apart. */
function alike(a: string, b: string): boolean {
  if (schoolKey(a) === schoolKey(b)) return true;
  const telling = (name: string) =>
    words(name)
      .split(' ')
      .filter((word) => !PLAIN.test(word));
  const others = new Set(telling(b));
  const own = telling(a);
  return own.length === 0 || others.size === 0 || own.some((word) => others.has(word));
}
