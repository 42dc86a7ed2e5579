/** Who has transport, and what providers confirm. */
import { z } from 'zod';
import { SAID_HOW } from '../../model/service.ts';
import { NOT_YET } from '../../service/reasons.ts';
import { channel } from '../channel.ts';
import type { ChildTransport, ConfirmRow, RouteService, TransportPage } from '../views/service.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const contract_ids = z.array(idInput).min(1).max(2000);

export const serviceChannels = {
  /** A window of everyone who is to be carried. `on` null: each on their own first day, or today once that has passed. */
  'service/who': channel<TransportPage>()(
    z
      .object({
        on: dayInput.nullable(),
        show: z.enum(['all', 'in_place', 'without', ...NOT_YET]),
        text: z.string().max(200),
        school_urn: z.number().int().nullable(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      })
      .strict(),
  ),
  'service/child': channel<ChildTransport>()(
    z.object({ client_id: idInput, on: dayInput.nullable() }).strict(),
  ),
  'service/route': channel<RouteService>()(
    z.object({ route_ref: z.string().min(1).max(80) }).strict(),
  ),
  /** Contracts of the plan in use that wait for their provider, or of which somebody is not confirmed; with ids these alone. */
  'service/to-confirm': channel<readonly ConfirmRow[]>()(
    z.object({ contract_ids: z.array(idInput).max(2000).nullable() }).strict(),
  ),
  /** Records that providers confirmed: all of them or, with every reason, none. */
  'service/confirm': channel<{ readonly sentence: string }>()(
    z
      .object({
        contract_ids,
        said_by: z.string().max(200),
        how: z.enum(SAID_HOW),
        on: dayInput,
        note: wordsInput,
        by: signerInput,
      })
      .strict(),
  ),
  /** Takes confirmations back: the contracts are awarded again. */
  'service/unconfirm': channel<{ readonly sentence: string }>()(
    z.object({ contract_ids, why: wordsInput, by: signerInput }).strict(),
  ),
};
