import { words } from './normalise.ts';

/** Legal forms that lists write, shorten or leave out. */
const FORMS = /\b(limited|ltd|plc|llp|cic|uk)\b/g;

/**
 * A provider's name for comparing: `Beult Private Hire Ltd.` and `BEULT PRIVATE HIRE` are one. Never shown. '' where nothing is left.
 */
export function providerKey(name: string): string {
  const folded = words(name);
  const bare = folded
    .replaceAll(FORMS, ' ')
    .replace(/^t a | t a .*$/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare === '' ? folded : bare;
}
