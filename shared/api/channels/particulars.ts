/** Channels for what a child has beside the record that imports fill. */
import { z } from 'zod';
import { AWARD_LEGS, AWARD_POWERS } from '../../model/decision.ts';
import {
  ADDRESS_KINDS,
  BUDGETS,
  LOOK_AGAIN,
  PLACEMENT_KINDS,
  RHYTHMS,
} from '../../model/particulars.ts';
import { channel } from '../channel.ts';
import type { ParticularsPage } from '../views/particulars.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const line = z.string().max(400);
const days = z.array(z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])).max(5);
const span = { from_on: dayInput, to_on: dayInput.nullable() };
const page = channel<ParticularsPage>();

export const particularsChannels = {
  'particulars/get': page(z.object({ client_id: idInput }).strict()),
  /** Keeps an address; with an id, changes that one. */
  'particulars/save-address': page(
    z
      .object({
        client_id: idInput,
        id: idInput.nullable(),
        address: z
          .object({
            kind: z.enum(ADDRESS_KINDS),
            address: line,
            postcode: z.string().max(20),
            days,
            legs: z.enum(AWARD_LEGS),
            rhythm: z.enum(RHYTHMS),
            power: z.enum(AWARD_POWERS),
            budget: z.enum(BUDGETS),
            budget_note: line,
            protected: z.boolean(),
            note: wordsInput,
            ...span,
          })
          .strict(),
      })
      .strict(),
  ),
  'particulars/save-placement': page(
    z
      .object({
        client_id: idInput,
        id: idInput.nullable(),
        placement: z
          .object({
            kind: z.enum(PLACEMENT_KINDS),
            school_urn: idInput.nullable(),
            name: line,
            days,
            note: wordsInput,
            ...span,
          })
          .strict(),
      })
      .strict(),
  ),
  'particulars/save-care': page(
    z
      .object({
        client_id: idInput,
        id: idInput.nullable(),
        care: z
          .object({ authority: line, recharge: z.boolean(), note: wordsInput, ...span })
          .strict(),
      })
      .strict(),
  ),
  /** Takes out what was entered in error; the history keeps it. */
  'particulars/take-out': page(
    z
      .object({
        client_id: idInput,
        what: z.enum(['address', 'placement', 'care']),
        id: idInput,
      })
      .strict(),
  ),
  /** A change of home or school from a day on; what was before is kept. */
  'particulars/move': page(
    z
      .object({
        client_id: idInput,
        on: dayInput,
        signed_by: signerInput,
        note: wordsInput,
        to: z.discriminatedUnion('kind', [
          z
            .object({
              kind: z.literal('address'),
              home_address: line,
              postcode: z.string().max(20),
            })
            .strict(),
          z.object({ kind: z.literal('school'), school_urn: idInput }).strict(),
        ]),
      })
      .strict(),
  ),
  /** Takes a move that lay ahead into the record, or says what was looked at again. */
  'particulars/after-move': page(
    z
      .object({
        client_id: idInput,
        move_id: idInput,
        signed_by: signerInput,
        what: z.enum([...LOOK_AGAIN, 'take_in']),
      })
      .strict(),
  ),
};
