import type { Random } from '../../shared/kernel/random.ts';
import { foldText } from '../../shared/search/fold.ts';

/** Neighbours on a British keyboard. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'qsz',
  b: 'vgn',
  c: 'xdv',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  i: 'uok',
  j: 'hku',
  k: 'jli',
  l: 'ko',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'ryg',
  u: 'yij',
  v: 'cbf',
  w: 'qes',
  x: 'zcs',
  y: 'tuh',
  z: 'xa',
};

/** Spellings of one sound that people write for one another. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['c', 'k'],
  ['k', 'c'],
  ['ee', 'ea'],
  ['ie', 'y'],
  ['y', 'ie'],
  ['y', 'i'],
  ['i', 'y'],
  ['z', 's'],
  ['s', 'z'],
  ['oo', 'u'],
  ['ai', 'ay'],
  ['ei', 'ie'],
  ['h', ''],
  ['e', 'a'],
  ['a', 'e'],
  ['ll', 'l'],
  ['tt', 't'],
  ['ss', 's'],
  ['nn', 'n'],
  ['mm', 'm'],
];

/** The ways in which a name is typed wrong, each on a name as folded; the same where it cannot be done. */
export const SLIPS: Readonly<Record<string, (name: string, random: Random) => string>> = {
  swapped: (name, random) => {
    const places = name
      .split('')
      .slice(1)
      .flatMap((letter, at) => (letter === name[at] ? [] : [at]));
    if (places.length === 0) return name;
    const at = random.pick(places);
    return `${name.slice(0, at)}${name[at + 1] ?? ''}${name[at] ?? ''}${name.slice(at + 2)}`;
  },
  missing: (name, random) => {
    const at = random.below(name.length);
    return name.slice(0, at) + name.slice(at + 1);
  },
  doubled: (name, random) => {
    const at = random.below(name.length);
    return name.slice(0, at + 1) + name.slice(at);
  },
  wrong: (name, random) => {
    const at = random.below(name.length);
    const keys = NEIGHBOURS[name[at] ?? ''] ?? '';
    return keys === ''
      ? name
      : name.slice(0, at) + random.pick(keys.split('')) + name.slice(at + 1);
  },
  'by ear': (name, random) => {
    const fits = SOUNDS.filter(([from]) => name.includes(from, 1));
    if (fits.length === 0) return name;
    const rule = random.pick(fits);
    const at = name.indexOf(rule[0], 1);
    return name.slice(0, at) + rule[1] + name.slice(at + rule[0].length);
  },
  plain: (name) => name,
};

/** A name as somebody types it: without accents, apostrophes and hyphens. */
export function typedPlain(name: string): string {
  return foldText(name).replaceAll(/['’-]/gu, '').trim();
}
