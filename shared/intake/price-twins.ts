/** Weeks, months, wage floors and fees that a file gives more than once. */
import type { Parsed } from './prices.ts';
import type { Problem } from './problem.ts';

/** A row with the file that it came from. */
export type FiledRow<T> = Parsed<T> & { readonly file: string };

/**
 * Rows of one key: where they say the same, the first counts and the others are told of; where they differ none counts, for nothing says
 * which is right. Every row stays in the report with its value.
 */
export function settleTwins<T>(
  rows: readonly FiledRow<T>[],
  named: {
    readonly keyOf: (record: T) => string;
    readonly column: string;
    readonly what: string;
    /** Where it can be entered by hand; Costs, Prices unless told. */
    readonly byHand?: string;
  },
): readonly FiledRow<T>[] {
  const byKey = Map.groupBy(
    rows.filter(({ record }) => record !== null),
    ({ record }) => (record === null ? '' : named.keyOf(record)),
  );
  return rows.map((row) => {
    const { record } = row;
    if (record === null) return row;
    const key = named.keyOf(record);
    const alike = byKey.get(key) ?? [];
    const [first] = alike;
    if (alike.length < 2 || first === undefined) return row;
    const same = alike.every((each) => JSON.stringify(each.record) === JSON.stringify(first.record));
    const others = alike.filter((each) => each !== row).map((each) => `line ${each.line}`).join(', ');
    const at = { column: named.column, value: key };
    if (!same) {
      const problem: Problem = {
        ...at,
        severity: 'refuse',
        code: 'given_twice_differently',
        reason: `${named.what} ${key} is given more than once with different values, here and on ${others}: none was taken.`,
        remedy: `Find out which is right, correct the file and import it again, or enter the value by hand on ${named.byHand ?? 'Costs, Prices'}.`,
      };
      return { ...row, record: null, problems: [...row.problems, problem] };
    }
    if (row === first) return row;
    const problem: Problem = {
      ...at,
      severity: 'warn',
      code: 'given_twice',
      reason: `${named.what} ${key} is given more than once with the same values: it counts once.`,
      remedy: 'Nothing needs doing.',
    };
    return { ...row, problems: [...row.problems, problem] };
  });
} // prettier-ignore
