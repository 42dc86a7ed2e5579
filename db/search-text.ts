import { wordsOf } from '../shared/search/fold.ts';

/**
 * What a person typed as an FTS5 expression: every word must begin a word of the record, case and accents
 * forgiven. Null where nothing can be searched for. Words are quoted, so no character is an operator.
 */
export function searchExpression(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const each = words.map(beginning).join(' AND ');
  // References and postcodes may be typed with or without their space and dash.
  const whole = words.join('');
  return words.length > 1 && /\d/.test(whole) ? `(${each}) OR ${beginning(whole)}` : each;
}

/** A word of the record begins as this one. */
export function beginning(word: string): string {
  return `"${word}"*`;
}

/** Lower case without accents, to sort names by. */
export function sortKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
