import { joined } from './fold.ts';

/** Whether what was typed is a reference, a postcode or a part of one: it has a digit. */
export function isCode(text: string): boolean {
  return /\d/.test(text);
}

/** A code as it reads: letters that look like a digit are that digit. O is 0, I and L are 1. */
export function readingOf(code: string): string {
  return code.replaceAll('o', '0').replaceAll(/[il]/g, '1');
}

/** A letter that nobody types sets the reading of a code apart from codes as they are written. */
const READ = 'ʘ';

/** The word that a code is found by as it reads. */
export function readWord(code: string): string {
  return READ + readingOf(code);
}

/** The words that a reference or postcode is found by: as given, as one word, and as it reads. */
export function codeWords(code: string): readonly string[] {
  const whole = joined(code);
  return whole === '' ? [] : [...new Set([code, whole, readWord(whole)])];
}

const DIGITS = '0123456789'.split('');

/** Shorter codes fit too much when a sign of theirs is changed. */
const SHORTEST = 5;

/**
 * What somebody may have meant who typed a code (joined, lower case), the likeliest kind of slip first: two signs swapped; one too
 * many, or a digit left out; a wrong digit. The caller takes the first kind that finds anything.
 */
export function codeGuesses(code: string): readonly (readonly string[])[] {
  if (code.length < SHORTEST) return [];
  const at = Array.from({ length: code.length }, (_, index) => index);
  const cut = (from: number, to: number, put: string): string =>
    code.slice(0, from) + put + code.slice(to);
  const swapped = at
    .slice(1)
    .map((index) => cut(index - 1, index + 1, `${code[index] ?? ''}${code[index - 1] ?? ''}`));
  const without = at.map((index) => cut(index, index + 1, ''));
  const put = [...at, code.length].flatMap((index) =>
    DIGITS.map((digit) => cut(index, index, digit)),
  );
  const wrong = at
    .filter((index) => DIGITS.includes(code[index] ?? ''))
    .flatMap((index) => DIGITS.map((digit) => cut(index, index + 1, digit)));
  const fresh = (guesses: readonly string[]): string[] =>
    [...new Set(guesses)].filter((guess) => guess !== code);
  return [fresh(swapped), fresh([...without, ...put]), fresh(wrong)];
}
