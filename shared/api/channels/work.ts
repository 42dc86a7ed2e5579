/** The team's work: queues, assignment, bulk actions, burn-up and renewals. */
import { z } from 'zod';
import { APPLICATION_STATUSES } from '../../model/client.ts';
import { channel } from '../channel.ts';
import type { BulkAction, BulkPreview } from '../views/bulk.ts';
import type { Job } from '../views/jobs.ts';
import { BURN_UP_SPLITS } from '../../casework/work/burn-up.ts';
import type { BurnUpView, DueToday, RenewalsView, WorkOverview } from '../views/work.ts';
import { dayInput, signerInput, wordsInput } from './inputs.ts';

const nothing = z.object({}).strict();
const clientIds = z.array(z.number().int().positive()).min(1).max(20_000);

const officer = z.string().trim().min(1).max(120);

const bulkAction: z.ZodType<BulkAction> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), officer: z.string().max(120) }).strict(),
  z.object({ kind: z.literal('share'), officers: z.array(officer).max(60) }).strict(),
  z
    .object({
      kind: z.literal('set_status'),
      status: z.enum(APPLICATION_STATUSES),
      note: wordsInput,
    })
    .strict(),
  z
    .object({
      kind: z.literal('ask'),
      asked_for: wordsInput,
      asked_of: signerInput,
      chase_on: dayInput,
      signed_by: signerInput,
    })
    .strict(),
  z.object({ kind: z.literal('sign'), signed_by: signerInput }).strict(),
  z.object({ kind: z.literal('hand_over'), signed_by: signerInput, note: wordsInput }).strict(),
  z.object({ kind: z.literal('renew'), received_on: dayInput, signed_by: signerInput }).strict(),
  z.object({ kind: z.literal('confirm_tif'), signed_by: signerInput }).strict(),
  z.object({ kind: z.literal('expect'), told_on: dayInput }).strict(),
  z.object({ kind: z.literal('roll_years') }).strict(),
  z.object({ kind: z.literal('held'), accept: z.boolean(), reason: wordsInput }).strict(),
]);

export const workChannels = {
  'work/overview': channel<WorkOverview>()(nothing),
  /** What else is due today: letters to write, and what changes within a week. */
  'work/due': channel<DueToday>()(nothing),
  /** Names that work may be given to: those it is assigned to, and whoever works at this machine. */
  'work/officers': channel<readonly string[]>()(nothing),
  /** Gives applications to an officer, or with '' to nobody. */
  'work/assign': channel<{ readonly changed: number }>()(
    z.object({ client_ids: clientIds, officer: z.string().max(120) }).strict(),
  ),
  'work/burn-up': channel<BurnUpView>()(z.object({ split: z.enum(BURN_UP_SPLITS) }).strict()),
  /** The curves as a .csv file. */
  'work/export-burn-up': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ split: z.enum(BURN_UP_SPLITS) }).strict(),
  ),
  'work/renewals': channel<RenewalsView>()(nothing),
  /** What an action would change; nothing is written. */
  'work/preview': channel<BulkPreview>()(
    z.object({ action: bulkAction, client_ids: clientIds }).strict(),
  ),
  /** Does what a preview showed, in a worker, all or nothing; the digest is the preview's. */
  'work/apply': channel<Job>()(
    z.object({ action: bulkAction, client_ids: clientIds, digest: z.string().max(40) }).strict(),
  ),
};
