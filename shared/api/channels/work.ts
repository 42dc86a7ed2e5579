/** The team's work: queues, assignment, bulk actions, burn-up and renewals. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { WorkOverview } from '../views/work.ts';

const nothing = z.object({}).strict();
const clientIds = z.array(z.number().int().positive()).min(1).max(20_000);

export const workChannels = {
  'work/overview': channel<WorkOverview>()(nothing),
  /** Names that work may be given to: those it is assigned to, and whoever works at this machine. */
  'work/officers': channel<readonly string[]>()(nothing),
  /** Gives applications to an officer, or with '' to nobody. */
  'work/assign': channel<{ readonly changed: number }>()(
    z.object({ client_ids: clientIds, officer: z.string().max(120) }).strict(),
  ),
};
