/** Parts of inputs that several channels share. */
import { z } from 'zod';
import { parseIsoDate, type IsoDate } from '../../calendar/dates.ts';

/** A day of the calendar, `YYYY-MM-DD`. */
export const dayInput = z.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'is not a date',
);

/** The name that something is signed with. */
export const signerInput = z.string().max(120);

/** A person's own words. */
export const wordsInput = z.string().max(4000);

/** The number of a record in the store. */
export const idInput = z.number().int().positive();

/** What an officer says at the gate before a change of transport goes live; absent: they were not asked yet. */
export const gateInput = z
  .object({ reason: z.string().trim().min(1).max(400), effective_on: dayInput.nullable() })
  .strict()
  .optional();
