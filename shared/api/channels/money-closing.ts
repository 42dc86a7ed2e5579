/** Signing a period of the budget off, opening it again, and how lines without contracts are forecast. */
import { z } from 'zod';
import { BUDGET_LINES } from '../../model/budget.ts';
import { CHOSEN_BASES } from '../../model/period-closing.ts';
import { channel } from '../channel.ts';
import { signerInput, wordsInput } from './inputs.ts';

const year = z.number().int().min(2000).max(2100);
const period = z.number().int().min(1).max(12);
const signed = { reason: wordsInput, by: signerInput };

export const moneyClosingChannels = {
  /** Keeps every line as it stands now; next month’s movement is against it. */
  'money/close-period': channel<{ readonly forecast_pence: number }>()(
    z.object({ year, period, ...signed }).strict(),
  ),
  'money/reopen-period': channel<{ readonly reopened: boolean }>()(
    z.object({ year, period, ...signed }).strict(),
  ),
  /** `pence` is the year’s forecast where it is typed, else null. */
  'money/choose-forecast': channel<{ readonly id: number }>()(
    z
      .object({
        year,
        line: z.enum(BUDGET_LINES),
        basis: z.enum(CHOSEN_BASES),
        pence: z.number().int().min(-100_000_000_000).max(100_000_000_000).nullable(),
        ...signed,
      })
      .strict(),
  ),
};
