import type { IsoDate } from '../../shared/calendar/dates.ts';

/**
 * Keeps the last answer of a reader for as long as nothing in the store has changed, by whichever connection, and the day is the same.
 * `revision` must change with every write; the reader must read nothing else. The answer is shared: nobody may change it.
 */
export function keptUntilChange<T>(
  revision: () => string,
  read: (on: IsoDate) => T,
): (on: IsoDate) => T {
  let kept: { readonly at: string; readonly answer: T } | null = null;
  return (on) => {
    const at = `${on} ${revision()}`;
    if (kept?.at === at) return kept.answer;
    const answer = read(on);
    // Reading may itself keep something in the store: what holds is the state after.
    kept = { at: `${on} ${revision()}`, answer };
    return answer;
  };
}
