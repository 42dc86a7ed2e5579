/** Answers of handlers and jobs, taken apart the same way in every test. */
import type { Result } from '../../shared/kernel/result.ts';

/** The value of an answer; a failure fails the test with its code and cause. */
export async function value<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`${settled.error.code}: ${settled.error.cause}`);
  return settled.value;
}

/** The code of a failure, `ok` for an answer that is none. */
export async function code(result: Result<unknown> | Promise<Result<unknown>>): Promise<string> {
  const settled = await result;
  return settled.ok ? 'ok' : settled.error.code;
}
