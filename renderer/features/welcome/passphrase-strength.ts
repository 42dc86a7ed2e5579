import type { Tone } from '../../state/notices.ts';

/** Shortest passphrase that is taken, characters: NCSC's advice of three random words comes to about this. */
export const SHORTEST = 12;

/** How well a passphrase would stand, in words. A hint by length and variety, not a promise. */
export interface Strength {
  readonly tone: Tone;
  readonly words: string;
  readonly enough: boolean;
}

const COMMON = /password|passphrase|kerbside|transport|12345|qwerty|letmein|(.)\1{4}/iu;

/** Judges a passphrase as it is typed. */
export function strengthOf(passphrase: string): Strength {
  const left = SHORTEST - passphrase.length;
  if (left > 0) {
    return {
      tone: 'neutral',
      words: `At least ${SHORTEST} characters: ${left} more.`,
      enough: false,
    };
  }
  if (COMMON.test(passphrase)) {
    return {
      tone: 'warning',
      words: 'Easy to guess: it holds a common word or pattern.',
      enough: true,
    };
  }
  const words = passphrase.split(/[\s\-_.]+/u).filter((word) => word.length > 2).length;
  if (passphrase.length >= 20 || words >= 4) {
    return { tone: 'good', words: 'Strong.', enough: true };
  }
  return { tone: 'info', words: 'Fair. A fourth unrelated word makes it strong.', enough: true };
}
