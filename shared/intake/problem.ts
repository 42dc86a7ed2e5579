/**
 * Something that a person should know about a row. `refuse`: the row stays out of the store; `hold`: kept, not used until
 * a person decides; `warn`: used as it is.
 */
export interface Problem {
  readonly severity: 'refuse' | 'hold' | 'warn';
  /** The file's heading, or the field's label where the file has none. */
  readonly column: string;
  readonly value: string;
  /** One word for machines, such as `date_not_real`. */
  readonly code: string;
  /** A sentence. */
  readonly reason: string;
  /** A sentence: what to do. */
  readonly remedy: string;
}

/** The gravest severity among problems, null for none. */
export function gravest(problems: readonly Problem[]): Problem['severity'] | null {
  if (problems.some((problem) => problem.severity === 'refuse')) return 'refuse';
  if (problems.some((problem) => problem.severity === 'hold')) return 'hold';
  return problems.length > 0 ? 'warn' : null;
}
