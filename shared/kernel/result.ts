/** Expected failures are values with a way out; bugs throw. */

/**
 * A failure a person can act on.
 * `code` is one word a machine can match, `cause` says what happened, `action` what to do next.
 */
export interface Failure {
  readonly code: string;
  readonly cause: string;
  readonly action: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A failure with its code, cause and remedy. */
export function fail(
  code: string,
  cause: string,
  action: string,
  details?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly error: Failure } {
  return {
    ok: false,
    error: details === undefined ? { code, cause, action } : { code, cause, action, details },
  };
}
