/** Hand-backs, and problems of routes that bed in. */
import { z } from 'zod';
import { ROUTE_PROBLEM_KINDS, type RouteProblem } from '../../model/bedding-in.ts';
import { channel } from '../channel.ts';
import type { RepairTaken, RepairView } from '../views/repairs.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const routeRef = z.string().min(1).max(80);

export const repairsChannels = {
  /** What it comes to when a contract is handed back. Nothing is changed. */
  'repairs/preview': channel<RepairView>()(z.object({ contract_id: idInput }).strict()),
  /** Records the hand-back, signed, and takes the repair, at the price that was shown: refused where it has changed. */
  'repairs/take': channel<RepairTaken>()(
    z
      .object({
        contract_id: idInput,
        last_day: dayInput,
        reason: wordsInput,
        by: signerInput,
        added_day_pence: z.number().int(),
      })
      .strict(),
  ),
  /** Problems reported against a route, or with null against any: open ones first. */
  'route-problems/list': channel<readonly RouteProblem[]>()(
    z.object({ route_ref: routeRef.nullable() }).strict(),
  ),
  'route-problems/report': channel<RouteProblem>()(
    z
      .object({
        route_ref: routeRef,
        client_id: idInput.nullable(),
        kind: z.enum(ROUTE_PROBLEM_KINDS),
        happened_on: dayInput,
        what: wordsInput,
        told_by: signerInput,
        recorded_by: signerInput,
      })
      .strict(),
  ),
  /** Closes an open problem with its outcome; with an outcome of null opens it again. */
  'route-problems/close': channel<RouteProblem>()(
    z.object({ id: idInput, outcome: wordsInput.nullable(), by: signerInput }).strict(),
  ),
};
