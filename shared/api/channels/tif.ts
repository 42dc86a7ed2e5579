/** The channels of the Transport Information Form. */
import { z } from 'zod';
import { parseIsoDate, type IsoDate } from '../../calendar/dates.ts';
import { TIF_SIGNERS } from '../../model/tif.ts';
import { channel } from '../channel.ts';
import type { TifCompletion, TifPage } from '../views/tif.ts';

const client_id = z.number().int().positive();
const person = z.string().max(200);
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'is not a date',
);
/** More than any answer on paper. */
const answer = z.string().max(20_000);

export const tifChannels = {
  'tif/get': channel<TifPage>()(z.object({ client_id }).strict()),
  /** Keeps one answer as it was typed. `known` is what the screen showed before: where another officer gave another one since, it is refused. */
  'tif/answer': channel<TifPage>()(
    z.object({ client_id, key: z.string().max(60), typed: answer, known: answer }).strict(),
  ),
  /** Makes what is being written the next version. `revision` says what the signature is put under. */
  'tif/sign': channel<TifPage>()(
    z
      .object({
        client_id,
        revision: z.number().int().min(0),
        signed_by: person,
        signer: z.enum(TIF_SIGNERS),
        relationship: person,
        signed_on: day,
        received_on: day,
        entered_by: person,
      })
      .strict(),
  ),
  /** Nothing has changed: the last signed version stands for the year planned too. */
  'tif/confirm': channel<TifPage>()(
    z
      .object({
        client_id,
        confirmed_by: person,
        relationship: person,
        confirmed_on: day,
        entered_by: person,
      })
      .strict(),
  ),
  'tif/completion': channel<TifCompletion>()(z.object({}).strict()),
  /** The completion tables as a .csv file. */
  'tif/export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({}).strict(),
  ),
};
