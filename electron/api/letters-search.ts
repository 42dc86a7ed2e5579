/** A text without case and accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether every word of a search stands in one of the texts. */
export function fits(search: string, texts: readonly string[]): boolean {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return true;
  const all = plain(texts.join(' '));
  return words.every((word) => all.includes(word));
}
