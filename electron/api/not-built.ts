import { fail } from '../../shared/kernel/result.ts';

/** Stands in for a channel that is not there yet. Deleted with the last of them. */
export function notBuilt(channel: string) {
  return fail('not_built', `${channel} is not there yet.`, 'Use a later version.');
}
