import { partsOf, type IsoDate } from '../../calendar/dates.ts';

/**
 * The next number of a pattern: `CT{yy}-{number:4}` gives `CT26-0001`, then one more than the highest that is taken of the same
 * year's pattern. `{year}` and `{yy}` are of the day the contract starts.
 */
export function nextContractNumber(
  pattern: string,
  starts_on: IsoDate,
  taken: Iterable<string>,
): string {
  const { year } = partsOf(starts_on);
  const dated = pattern
    .replaceAll('{year}', String(year))
    .replaceAll('{yy}', String(year % 100).padStart(2, '0'));
  const match = /\{number(?::(\d))?\}/.exec(dated);
  const [before, after] = match === null ? [dated, ''] : [dated.slice(0, match.index), dated.slice(match.index + match[0].length)]; // prettier-ignore
  const digits = Number(match?.[1] ?? 1);
  let last = 0;
  for (const ref of taken) {
    if (!ref.startsWith(before) || !ref.endsWith(after)) continue;
    const middle = ref.slice(before.length, ref.length - after.length);
    if (/^\d{1,9}$/.test(middle)) last = Math.max(last, Number(middle));
  }
  return `${before}${String(last + 1).padStart(digits, '0')}${after}`;
}
