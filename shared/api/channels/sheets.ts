/** Channels of providers' sheets, rides over their limit, and changes since a day. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { OverLimitPage, RideRecords } from '../views/sheets.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

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
};
