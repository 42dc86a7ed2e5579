/** What people record beside the cost that is reckoned: policy, savings, income and one-offs. */
import { z } from 'zod';
import { ADJUSTED_BARS, ADJUSTMENT_KINDS, type Adjustment } from '../../costing/adjustment-settings.ts'; // prettier-ignore
import { channel } from '../channel.ts';
import type { AdjustmentsPage } from '../views/adjustments.ts';
import { dayInput, signerInput } from './inputs.ts';

const adjustment: z.ZodType<Adjustment> = z
  .object({
    kind: z.enum(ADJUSTMENT_KINDS),
    label: z.string().max(1000),
    from_on: dayInput,
    to_on: dayInput,
    pence: z.number(),
    within: z.enum(ADJUSTED_BARS),
    source: z.string().max(1000),
    signed_by: signerInput,
  })
  .strict();

export const recordedChannels = {
  'adjustments/page': channel<AdjustmentsPage>()(z.object({}).strict()),
  /** Keeps one in the place of `was`, as it was seen; null adds it. */
  'adjustments/save': channel<AdjustmentsPage>()(
    z.object({ was: adjustment.nullable(), now: adjustment }).strict(),
  ),
  /** Takes one out; the history keeps it, with why. */
  'adjustments/remove': channel<AdjustmentsPage>()(
    z.object({ was: adjustment, why: z.string().max(400), by: signerInput }).strict(),
  ),
};
