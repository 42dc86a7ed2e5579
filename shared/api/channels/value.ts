/** Channels of claims and of value. */
import { z } from 'zod';
import { CLAIM_OUTCOMES } from '../../model/claim.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import {
  SEAT_LISTS,
  VALUE_EXPORTS,
  type ClaimsPage,
  type ClaimView,
  type LonePage,
  type PeersPage,
  type PricesPage,
  type SeatsPage,
} from '../views/value.ts';
import { dayInput, idInput } from './inputs.ts';

const nothing = z.object({}).strict();
const percent = z.number().min(-90).max(500);

/** On one contract, or with contract '' on every running contract of a provider. */
const subject = {
  contract: z.string().max(80),
  provider: z.string().max(200),
  percent,
  priced_on: dayInput.nullable(),
};

export const valueChannels = {
  'value/claims': channel<ClaimsPage>()(nothing),
  'value/weigh': channel<ClaimView>()(z.object(subject).strict()),
  /** Keeps a claim as it is weighed now. */
  'value/record-claim': channel<{ readonly id: number }>()(
    z
      .object({
        ...subject,
        received_on: dayInput,
        said: z.string().max(2000),
        by: z.string().max(120),
      }) // prettier-ignore
      .strict(),
  ),
  'value/answer-claim': channel<{ readonly id: number }>()(
    z
      .object({
        claim_id: idInput,
        outcome: z.enum(CLAIM_OUTCOMES),
        /** Of the part accepted; else not looked at. */
        percent: percent.nullable(),
        on: dayInput,
        why: z.string().max(2000),
        by: z.string().max(120),
      })
      .strict(),
  ),
  /** One page for the provider, as a .pdf: no other provider's price is on it. */
  'value/claim-note': channel<Job>()(z.object({ claim_id: idInput }).strict()),
  'value/prices': channel<PricesPage>()(nothing),
  'value/peers': channel<PeersPage>()(z.object({ group: z.string().max(300) }).strict()),
  /** Works out in a worker what lone taxis could share, what each seat's route would save, or which routes could be one; the pages then have it. */
  'value/start': channel<Job>()(z.object({ what: z.enum(['lone', 'seats', 'as_one']) }).strict()),
  'value/lone': channel<LonePage>()(nothing),
  /** What a page of value lists, as a .csv with its evidence: clients by reference, never by name. `list`: which of the seats. */
  'value/export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ what: z.enum(VALUE_EXPORTS), list: z.enum(SEAT_LISTS) }).strict(),
  ),
  /** A hundred rows of a list from `offset` on. */
  'value/seats': channel<SeatsPage>()(
    z.object({ list: z.enum(SEAT_LISTS), offset: z.number().int().min(0) }).strict(),
  ),
};
