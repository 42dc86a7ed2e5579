/** Channels for an application entered by hand. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { AlikeChild } from '../views/family.ts';
import { dayInput, idInput } from './inputs.ts';

const line = z.string().max(400);

export const newApplicationChannels = {
  /** Enters an application for a new child or one who is here; answers with whose it is and its reference. */
  'applications/add': channel<{ readonly client_id: number; readonly ref: string }>()(
    z
      .object({
        of: z.union([
          z.object({ client_id: idInput }).strict(),
          z
            .object({
              child: z
                .object({
                  forename: line,
                  surname: line,
                  date_of_birth: dayInput.nullable(),
                  home_address: line,
                  postcode: z.string().max(20),
                  carer_name: line,
                  phone: line,
                  school_urn: idInput.nullable(),
                })
                .strict(),
            })
            .strict(),
        ]),
        type: z.string().max(60),
        received_on: dayInput,
        ref: z.string().max(60),
      })
      .strict(),
  ),
  /** Children that what is typed may be: one name and date of birth, or one name and postcode. */
  'applications/alike': channel<readonly AlikeChild[]>()(
    z
      .object({
        forename: line,
        surname: line,
        date_of_birth: dayInput.nullable(),
        postcode: z.string().max(20),
      })
      .strict(),
  ),
};
