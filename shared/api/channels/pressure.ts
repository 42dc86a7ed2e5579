/** Channels of why the cost changed: they read, but for what people record beside it. */
import { z } from 'zod';
import { SPLIT_DIMENSIONS } from '../../pressure/split/split-by.ts';
import { SPLIT_BARS } from '../../pressure/split/split-sides.ts';
import { channel } from '../channel.ts';
import { recordedChannels } from './recorded.ts';
import type { BehindPage, SplitPage } from '../views/pressure.ts';

/** `2025-26`, `2026-01`, `plan-3`, `central-2027-28`; null: last year and the year planned. */
const side = z.string().min(1).max(60).nullable();

export const pressureChannels = {
  ...recordedChannels,
  'costs/split': channel<SplitPage>()(
    z.object({ from: side, to: side, by: z.enum(SPLIT_DIMENSIONS) }).strict(),
  ),
  /** The clients behind a bar; `school_urn` keeps to one school. */
  'costs/behind': channel<BehindPage>()(
    z
      .object({
        from: side,
        to: side,
        bar: z.enum(SPLIT_BARS),
        school_urn: z.number().int().nullable(),
      })
      .strict(),
  ),
};
