import { hrefOf } from '../../state/place.ts';

/** The parts of the letters as the address names them. */
type LettersPart = 'due' | 'not-due' | 'families' | 'issued' | 'wording';

/** The address of one part of the letters. */
export function hrefOfLetters(
  part: LettersPart,
  params: Readonly<Record<string, string>> = {},
): string {
  return hrefOf('applications', ['letters', part], params);
}
