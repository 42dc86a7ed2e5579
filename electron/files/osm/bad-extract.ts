import { fail, type Failure } from '../../../shared/kernel/result.ts';

/** A file that is not what it should be, on its way up to where it becomes a `Result`. */
export class BadExtract extends Error {
  readonly failure: Failure;

  constructor(code: string, cause: string, action: string) {
    super(cause);
    this.failure = fail(code, cause, action).error;
  }
}

const AGAIN = 'Download the extract again; the network before is still in use.';

/** The file ends before it is whole. */
export function truncated(): BadExtract {
  return new BadExtract(
    'extract_truncated',
    'The extract ends in the middle: the download was cut off.',
    AGAIN,
  );
}

/** The bytes do not mean anything. */
export function corrupted(what: string): BadExtract {
  return new BadExtract('extract_corrupted', `The extract is damaged (${what}).`, AGAIN);
}
