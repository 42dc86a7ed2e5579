/** What people record beside the cost that is reckoned: policy, savings, income and one-offs, and the words of the committee paper. */
import { z } from 'zod';
import { ADJUSTED_BARS, ADJUSTMENT_KINDS, type Adjustment } from '../../costing/adjustment-settings.ts'; // prettier-ignore
import { PAPER_PARTS } from '../../costing/paper-settings.ts';
import { channel } from '../channel.ts';
import type { AdjustmentsPage, PaperPage } from '../views/recorded.ts';
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

  /** What is written of the committee paper, and by whom. */
  'paper/page': channel<PaperPage>()(z.object({}).strict()),
  /** Keeps what is written of some parts; refused whole where one is no longer as it `was` seen. */
  'paper/save': channel<PaperPage>()(
    z
      .object({
        parts: z
          .array(
            z
              .object({
                part: z.enum(PAPER_PARTS),
                was: z.string().max(5000),
                text: z.string().max(5000),
              })
              .strict(),
          )
          .max(PAPER_PARTS.length),
      })
      .strict(),
  ),
};
