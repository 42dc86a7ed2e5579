import { foldText, joined } from './fold.ts';

/** A part of a text, from and up to, in UTF-16 units. */
export type Mark = readonly [from: number, to: number];

/** Words with what ties them together: `O'Brien`, `Mary-Jane`, `KT26-00006`. */
const TIED = /[\p{L}\p{N}\p{M}]+(?:['’\u02BC.-][\p{L}\p{N}\p{M}]+)*/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** How much of a piece makes up a folded beginning of this length. */
function lengthOf(piece: string, folded: number): number {
  for (let to = 1; to < piece.length; to++) {
    if (joined(piece.slice(0, to)).length < folded) continue;
    // Accents that follow a letter belong to it.
    while (/^\p{M}/u.test(piece.slice(to)) && to < piece.length) to += 1;
    return to;
  }
  return piece.length;
}

function beginning(text: string, at: number, words: readonly string[]): Mark | null {
  const folded = joined(text);
  const fits = words.filter((word) => folded.startsWith(word)).map((word) => word.length);
  return fits.length === 0 ? null : [at, at + lengthOf(text, Math.max(...fits))];
}

/**
 * Where a text shows the words searched for (folded): the beginnings of its words, also of words tied together, and the whole as one
 * word for a postcode. In order, none over another.
 */
export function marksOf(text: string, words: readonly string[]): readonly Mark[] {
  if (words.length === 0 || text === '') return [];
  const whole = [words.join('')].filter((word) => /\d/.test(word));
  const found: Mark[] = [];
  const entire = beginning(text, 0, whole);
  if (entire !== null) found.push(entire);
  for (const pattern of [TIED, WORD]) {
    for (const match of text.matchAll(pattern)) {
      const mark = beginning(match[0], match.index, words);
      if (mark !== null) found.push(mark);
    }
  }
  for (const match of text.matchAll(/\p{Script=Han}/gu)) {
    if (words.includes(match[0])) found.push([match.index, match.index + match[0].length]);
  }
  const kept: Mark[] = [];
  for (const mark of found.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark);
  }
  return kept;
}

/** Whether every one of these words begins a word of the text. */
export function hasWords(text: string, words: readonly string[]): boolean {
  const own = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const whole = own.join('');
  return words.every(
    (word) =>
      own.some((each) => each.startsWith(word)) || (/\d/.test(word) && whole.includes(word)),
  );
}
