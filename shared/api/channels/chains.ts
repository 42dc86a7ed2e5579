/** Channels of runs that one vehicle could do one after the other. They read; nothing is changed. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { ChainsPage } from '../views/chains.ts';

/** How much earlier the first run may reach its school, seconds; null: by the setting. */
const earlier_s = z.number().int().min(0).max(5400).nullable();

export const chainsChannels = {
  /** Every pair of the plan in use, and those that can be had at once. */
  'routes/chains': channel<ChainsPage>()(z.object({ earlier_s }).strict()),
  /** The list as .csv: those counted, or every pair. */
  'routes/chains-export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ earlier_s, list: z.enum(['counted', 'all']) }).strict(),
  ),
};
