import type { Change, Store } from '../../../db/store.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { JobContext } from '../context.ts';
import { digestOf, planBulk, type BulkRequest } from './plan-bulk.ts';

/** Applications between two looks at the cancel button. */
const LOT = 50;

/** A person pressed cancel: rolls the transaction back. */
class Stopped extends Error {}

/**
 * Does to many applications what the preview showed, in one transaction with one change id: all of it or nothing. Refused where the
 * records changed since the preview, so that nothing is changed that nobody saw.
 */
export function runBulk(
  store: Store,
  request: BulkRequest & { readonly digest: string; readonly change: Change },
  ctx: JobContext,
): Result<{ readonly changed: number; readonly left_out: number }> {
  ctx.stage('Looking at each application', null);
  try {
    return store.write(request.change, () => {
      const plan = planBulk(store, request);
      if (plan.problems.length > 0)
        return fail('not_complete', plan.problems.join(' '), 'Mend this and do it again.');
      if (digestOf(plan) !== request.digest)
        return fail(
          'changed_meanwhile',
          'The records changed since the preview was made, so nothing was done.',
          'Look at the preview again.',
        );
      plan.planned.forEach(({ write }, at) => {
        if (at % LOT === 0) {
          if (ctx.cancelled()) throw new Stopped();
          ctx.stage('Changing the applications', at / plan.planned.length);
        }
        write();
      });
      return ok({ changed: plan.planned.length, left_out: plan.left_out.length });
    });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return fail('cancelled', 'Stopped; nothing was changed.', 'Start again when you like.');
  }
}
