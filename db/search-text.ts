/**
 * What a person typed as an FTS5 expression: every word must begin a word of the record, case and accents
 * forgiven. Null where nothing can be searched for. Words are quoted, so no character is an operator.
 */
export function searchExpression(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const each = words.map((word) => `"${word}"*`).join(' AND ');
  // References and postcodes may be typed with or without their space and dash.
  const joined = words.join('');
  const compact = words.length > 1 && /\d/.test(joined) ? ` OR "${joined}"*` : '';
  return compact === '' ? each : `(${each})${compact}`;
}

/** Letters and digits, in runs. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** A reference or postcode without what separates its parts: `KT26-00006` is also found as `kt2600006`. */
export function compact(text: string): string {
  return wordsOf(text).join('');
}

/** Lower case without accents, to sort names by. */
export function sortKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
