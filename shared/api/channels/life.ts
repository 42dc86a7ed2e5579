/** Channels for what happens to an application besides its decision. */
import { z } from 'zod';
import { LIFE_STEPS } from '../../model/life.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type { DecisionPage } from '../views/decisions.ts';
import type { ProtectedAddress, StepsTaken } from '../views/life.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

export const lifeChannels = {
  /**
   * Signs a step after the decision on one application or on many; with `preview` nothing is written, and the answer says what would
   * be. Those that cannot take the step are named, each with why; the others take it.
   */
  'life/step': channel<StepsTaken>()(
    z
      .object({
        refs: z.array(z.string().min(1).max(60)).min(1).max(20_000),
        kind: z.enum(LIFE_STEPS),
        on: dayInput,
        signed_by: signerInput,
        note: wordsInput,
        preview: z.boolean(),
      })
      .strict(),
  ),
  /** Makes the appeal pack of a client's application as one .pdf, in a worker. */
  'life/appeal-pack': channel<Job>()(z.object({ client_id: idInput }).strict()),
  /** Shows a protected address to an officer who is named for it; the look is kept in the history. */
  'life/look': channel<ProtectedAddress>()(z.object({ client_id: idInput }).strict()),
  /** Takes back a step signed in error; it stays to be seen. */
  'life/take-back': channel<DecisionPage>()(
    z
      .object({ client_id: idInput, step_id: idInput, signed_by: signerInput, why: wordsInput })
      .strict(),
  ),
  /** Asks somebody for what a decision needs; the application waits for it. */
  'life/ask': channel<DecisionPage>()(
    z
      .object({
        client_id: idInput,
        asked_for: wordsInput,
        asked_of: signerInput,
        asked_on: dayInput,
        chase_on: dayInput,
        signed_by: signerInput,
      })
      .strict(),
  ),
  /** Says that an answer came (the last one open sets the application to being checked), or that it was chased. */
  'life/answer': channel<DecisionPage>()(
    z
      .object({
        client_id: idInput,
        request_id: idInput,
        signed_by: signerInput,
        step: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('answered'), on: dayInput, note: wordsInput }).strict(),
          z.object({ kind: z.literal('chased'), on: dayInput, chase_on: dayInput }).strict(),
        ]),
      })
      .strict(),
  ),
};
