/** What placements cost, a placement being named, and provisions that are thought of. */
import { z } from 'zod';
import { NEEDS, PHASES } from '../../model/client.ts';
import { MOST_FEE_PENCE } from '../../model/placement.ts';
import { PLACEMENT_DIMENSIONS } from '../../pressure/placements/placed-clients.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type {
  KeptPlacements,
  NamingView,
  PlacedView,
  PlacementsView,
} from '../views/placements.ts';
import { dayInput, idInput } from './inputs.ts';

const urn = z.number().int();
const by = z.enum(PLACEMENT_DIMENSIONS);
const naming = z.object({ client_id: idInput, also: z.array(urn).max(20) }).strict();
/** One fee of a school: of a day, and of one need and phase or of every one (null). */
const feeKey = {
  school_urn: urn,
  from_on: dayInput,
  need: z.enum(NEEDS).nullable(),
  phase: z.enum(PHASES).nullable(),
};
/** Checked field by field by the rule that names every fault at once. */
const provision = z.record(z.string(), z.unknown());

export const placementsChannels = {
  'placements/list': channel<PlacementsView>()(z.object({ by }).strict()),
  /** The rows as a .csv without names and without figures that rest on 1 to 4 children. */
  'placements/export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.object({ by }).strict(),
  ),
  /** The clients of one row of the list. */
  'placements/clients': channel<readonly PlacedView[]>()(
    z.object({ by, key: z.string().max(60) }).strict(),
  ),
  /** Schools side by side, but for what adding the child to the plan would cost. */
  'placements/schools': channel<NamingView>()(naming),
  /** The same with that cost at every school, reckoned in a worker. */
  'placements/reckon': channel<Job>()(naming),
  'placements/kept': channel<KeptPlacements>()(z.object({}).strict()),
  /** One of the same school, day, need and phase is replaced. */
  'placements/save-fee': channel<KeptPlacements>()(
    z
      .object({
        ...feeKey,
        fee_pence: z.number().int().min(0).max(MOST_FEE_PENCE),
        source: z.string().trim().min(1).max(400),
      })
      .strict(),
  ),
  'placements/delete-fee': channel<KeptPlacements>()(z.object(feeKey).strict()),
  /** Tries provisions in a worker, each by itself; with `with_routes` theirs are planned too. Nothing is kept. */
  'placements/try': channel<Job>()(
    z.object({ provisions: z.array(provision).min(1).max(6), with_routes: z.boolean() }).strict(),
  ),
  /** One of the same name is replaced. */
  'placements/save-provision': channel<KeptPlacements>()(z.object({ provision }).strict()),
  'placements/delete-provision': channel<KeptPlacements>()(z.object({ id: idInput }).strict()),
};
