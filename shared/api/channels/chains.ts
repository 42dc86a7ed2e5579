/** Channels of runs that one vehicle could do one after the other. They read; nothing is changed. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { ChainsPage } from '../views/chains.ts';

/** Seconds; null: by the setting. */
const seconds = z.number().int().min(0).max(5400).nullable();
/** How much earlier the first run may reach its school, and how long children may wait there in the afternoon. */
const asked = { earlier_s: seconds, wait_s: seconds };

export const chainsChannels = {
  /** Every pair of the plan in use, and those that can be had at once. */
  'routes/chains': channel<ChainsPage>()(z.object(asked).strict()),
  /** The list as .csv: those counted, or every pair. */
  'routes/chains-export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ ...asked, list: z.enum(['counted', 'all']) }).strict(),
  ),
};
