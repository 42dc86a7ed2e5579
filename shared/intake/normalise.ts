/** Text reduced for comparing: no case, accents or marks. */

/** Lower-case letters and digits only: `Date of Birth*` is `dateofbirth`. */
export function compact(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '');
}

/** Lower-case words and numbers with single spaces: `Mon, Tue & Thu` is `mon tue and thu`. */
export function words(text: string): string {
  return fold(text)
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A school's name for comparing: without `the`, `school`, `academy` marks that lists disagree on. */
export function schoolKey(name: string): string {
  return words(name)
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bc of e\b|\bce\b|\bcofe\b/g, 'church of england')
    .replace(/\brc\b/g, 'roman catholic')
    .replace(/\b(the|school)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const PLAIN = /^[ -~\s]*$/;

function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[Łł]/g, 'l')
    .replace(/[Øø]/g, 'o')
    .toLowerCase();
}
