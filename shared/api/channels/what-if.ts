/** What-ifs on the plan in use. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';

const urn = z.number().int();

export const whatIfChannels = {
  /** Tries it in a worker; the job's result is what it comes to. With a name it is kept as a trial; the plan in use stays as it is. */
  'what-if/start': channel<Job>()(
    z
      .object({
        asked: z.discriminatedUnion('what', [
          z.object({ what: z.literal('retender'), school_urn: urn }).strict(),
          z
            .object({
              what: z.literal('bell'),
              school_urn: urn,
              minutes: z.number().int().min(-240).max(240),
            })
            .strict(),
          z.object({ what: z.literal('merge'), school_urn: urn.nullable() }).strict(),
        ]),
        keep_as: z.string().max(80).nullable(),
      })
      .strict(),
  ),
};
