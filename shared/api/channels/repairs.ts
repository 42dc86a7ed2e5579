/** Hand-backs. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { RepairTaken, RepairView } from '../views/repairs.ts';
import { dayInput, gateInput, idInput, signerInput, wordsInput } from './inputs.ts';

export const repairsChannels = {
  /** What it comes to when a contract is handed back. Nothing is changed. */
  'repairs/preview': channel<RepairView>()(z.object({ contract_id: idInput }).strict()),
  /** Records the hand-back, signed, and takes the repair, at the price that was shown: refused where it has changed. */
  'repairs/take': channel<RepairTaken>()(
    z
      .object({
        contract_id: idInput,
        last_day: dayInput,
        reason: wordsInput,
        by: signerInput,
        added_day_pence: z.number().int(),
        notices: gateInput,
      })
      .strict(),
  ),
};
