/** Channels of retender rounds. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { RoundContractRow, RoundPage, RoundRow } from '../views/rounds.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const round_id = idInput;

export const roundsChannels = {
  /** The latest first. */
  'rounds/list': channel<readonly RoundRow[]>()(z.object({}).strict()),
  'rounds/get': channel<RoundPage>()(z.object({ round_id }).strict()),
  /** Sets a round up, or with its id changes it: signatures are taken back where what they signed is another round. */
  'rounds/save': channel<RoundPage>()(
    z
      .object({
        round_id: idInput.nullable(),
        name: z.string().trim().min(1).max(80),
        note: wordsInput,
        starts_on: dayInput,
        school_urns: z.array(idInput).max(2000),
        contract_ids: z.array(idInput).max(5000),
        plan_id: idInput.nullable(),
        by: signerInput,
      })
      .strict(),
  ),
  /** Contracts that have not ended, by the beginnings of words of number, provider, route or school; in order of number. */
  'rounds/contracts': channel<readonly RoundContractRow[]>()(
    z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100) }).strict(),
  ),
  'rounds/delete': channel<{ readonly deleted: boolean }>()(z.object({ round_id }).strict()),
  /** Proposes a week for each school, so that none changes more children than the limit, and keeps it. */
  'rounds/spread': channel<RoundPage>()(z.object({ round_id }).strict()),
  /** Puts every school back on the round's own day. */
  'rounds/gather': channel<RoundPage>()(z.object({ round_id }).strict()),
  /** Signs the gate as it stands. The second signature is another officer's, with a reason where a line is not met. */
  'rounds/sign': channel<RoundPage>()(
    z.object({ round_id, officer: signerInput, override_reason: wordsInput }).strict(),
  ),
  'rounds/unsign': channel<RoundPage>()(z.object({ round_id }).strict()),
};
