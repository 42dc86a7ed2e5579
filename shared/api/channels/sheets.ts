/** Channels of providers' sheets, rides over their limit, and changes since a day. */
import { z } from 'zod';
import { HANDED } from '../../model/paper.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type {
  ChangesPage,
  FamilyDetailsPage,
  OverLimitPage,
  RideRecords,
  SheetPreview,
  SheetsPage,
} from '../views/sheets.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const route_ref = z.string().min(1).max(80);
const ids = z.array(idInput).min(1).max(2000);
const withdrawing = z.object({ id: idInput, client_id: idInput, reason: wordsInput, by: signerInput }).strict(); // prettier-ignore

export const sheetsChannels = {
  /** What is recorded of one child's ride: waivers, reasons, the ride of the plan in use. */
  'rides/records': channel<RideRecords>()(z.object({ client_id: idInput }).strict()),
  'rides/record-waiver': channel<RideRecords>()(
    z
      .object({
        client_id: idInput,
        given: z
          .object({
            allowed_s: z.number().int().min(1).max(86_400),
            granted_by: signerInput,
            reason: wordsInput,
            evidence: wordsInput,
            from_on: dayInput,
            until_on: dayInput,
          })
          .strict(),
        by: signerInput,
      })
      .strict(),
  ),
  'rides/withdraw-waiver': channel<RideRecords>()(withdrawing),
  /** One reason for the rides of several children as the plan in use has them; both times are kept with each. */
  'rides/record-reasons': channel<{ readonly recorded: number }>()(
    z.object({ client_ids: ids, reason: wordsInput, by: signerInput }).strict(),
  ),
  'rides/withdraw-reason': channel<RideRecords>()(withdrawing),
  /** Rides over their limit, those that want a reason first. */
  'rides/over-limit': channel<OverLimitPage>()(z.object({}).strict()),

  /** Every route of the plan in use with where its sheet stands. */
  'sheets/list': channel<SheetsPage>()(z.object({}).strict()),
  /** One route's sheet as it would be given out now. */
  'sheets/preview': channel<SheetPreview>()(z.object({ route_ref }).strict()),
  /** Makes the files in a worker, then records the sheets as issued; null: of every route. Nothing is sent. */
  'sheets/issue': channel<Job>()(
    z
      .object({
        refs: z.array(route_ref).min(1).max(10_000).nullable(),
        /** Children whose protected address is to stand on the one sheet asked for, by reference. */
        shown: z.array(z.string().max(80)).max(50),
        shown_reason: wordsInput,
        how: z.enum(HANDED).or(z.literal('')),
      })
      .strict(),
  ),
  /** Says of a sheet that it no longer counts; it stays to be seen. */
  'sheets/withdraw': channel<SheetPreview>()(
    z.object({ id: idInput, route_ref, reason: wordsInput, by: signerInput }).strict(),
  ),
  /** What changed for whom since a day. */
  'changes/since': channel<ChangesPage>()(z.object({ since: dayInput }).strict()),
  'changes/export': channel<Job>()(
    z.object({ since: dayInput, format: z.enum(['csv', 'xlsx']) }).strict(),
  ),
  /** How many families can be told of their child's transport, and of whom what is missing. */
  'family-details/get': channel<FamilyDetailsPage>()(z.object({}).strict()),
  /** The mail merge of those who can be told, as one archive. */
  'family-details/export': channel<Job>()(z.object({}).strict()),
};
