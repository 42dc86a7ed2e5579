/**
 * Letters that decomposition leaves whole though people type them plain: Polish, Danish, Icelandic, German, Turkish, Maltese and Azeri ones;
 * and the Arabic letters that are written one for the other at the end of a word.
 */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'e',
  ى: 'ي',
  ة: 'ه',
};
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
const ONLY_ASCII = /^[\p{ASCII}]*$/u;

/**
 * A text as it is searched: lower case, without accents, vowel points, stretched letters and marks of direction; full-width letters as
 * ordinary ones. Chinese characters stand apart, since nothing else does between two names.
 */
export function foldText(text: string): string {
  if (ONLY_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\u0640]+/gu, '')
    .replaceAll(/[\u02BB\u02BC]/gu, "'")
    .toLowerCase()
    .replaceAll(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/\p{Script=Han}/gu, ' $& ');
}

/** Letters and digits of the folded text, in runs. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A text as one word: `KT26-00006` is also found as `kt2600006`, `O'Brien` as `obrien`. */
export function joined(text: string): string {
  return wordsOf(text).join('');
}
