/** Which schools may share a vehicle, and which children stay with their own school. */
import { z } from 'zod';
import { APART_GROUNDS } from '../../model/sharing.ts';
import { channel } from '../channel.ts';
import type { AsOnePage, SharingPage } from '../views/sharing.ts';
import { idInput, signerInput, wordsInput } from './inputs.ts';

const pair = { school_a: idInput, school_b: idInput };

export const sharingChannels = {
  'sharing/list': channel<SharingPage>()(z.object({}).strict()),
  /** Routes of two schools that could be one, as they were tried last. */
  'sharing/as-one': channel<AsOnePage>()(z.object({}).strict()),
  /** A planner's word on two schools, in either order. */
  'sharing/say-pair': channel<SharingPage>()(
    z.object({ ...pair, allowed: z.boolean(), reason: wordsInput, by: signerInput }).strict(),
  ),
  'sharing/forget-pair': channel<SharingPage>()(z.object(pair).strict()),
  /** A child by reference. */
  'sharing/say-apart': channel<SharingPage>()(
    z
      .object({
        ref: z.string().max(60),
        ground: z.enum(APART_GROUNDS),
        reason: wordsInput,
        by: signerInput,
      })
      .strict(),
  ),
  'sharing/forget-apart': channel<SharingPage>()(z.object({ client_id: idInput }).strict()),
};
