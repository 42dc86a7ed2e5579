/** Plans edited by hand, and plans side by side. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type {
  ComparisonView,
  DifferencesView,
  EditAnswer,
  JoinableRoute,
  PlanHead,
  TargetAnswer,
  UseView,
} from '../views/edits.ts';
import type { PlanSummary } from '../views/plan.ts';
import { gateInput, idInput } from './inputs.ts';

const vehicle_class = z.string().min(1).max(60);
const layout = z.number().int().min(0).max(20);
const position = z.number().int().min(0).max(200);
const reason = z.string().max(400);
const signer = z.string().min(1).max(120);
const name = z.string().trim().min(1).max(80);
const note = z.string().max(1000);

/** School URNs in the order of a leg; null: as bells and rides have it; absent: as it is. */
const calls = z.array(idInput).min(2).max(20).readonly().nullable().optional();

/** Which of a child's stops; absent: the way from home. */
const place = z.string().min(1).max(60).optional();

const target = z.union([
  z.object({ route_id: idInput, position: position.nullable() }).strict(),
  z.object({ vehicle_class }).strict(),
]);

const edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), client_id: idInput, place, to: target }).strict(),
  z.object({ kind: z.literal('place'), client_id: idInput, place, to: target }).strict(),
  z.object({ kind: z.literal('reorder'), client_id: idInput, place, position }).strict(),
  z.object({ kind: z.literal('take-off'), client_id: idInput, place, reason }).strict(),
  z.object({ kind: z.literal('open'), school_urn: idInput, vehicle_class, layout }).strict(),
  z.object({ kind: z.literal('close'), route_id: idInput }).strict(),
  z.object({ kind: z.literal('merge'), route_id: idInput, into_id: idInput }).strict(),
  z.object({ kind: z.literal('calls'), route_id: idInput, there: calls, home: calls }).strict(),
  z.object({ kind: z.literal('part'), route_id: idInput }).strict(),
  z.object({ kind: z.literal('vehicle'), route_id: idInput, vehicle_class, layout }).strict(),
  z.object({ kind: z.literal('lock'), route_id: idInput, locked: z.boolean() }).strict(),
  z.object({ kind: z.literal('measure'), route_id: idInput }).strict(),
]);

const two = z.object({ a_id: idInput, b_id: idInput }).strict();

export const editsChannels = {
  /** Every plan kept: the one in use, trials, and those before. */
  'edits/plans': channel<readonly PlanHead[]>()(z.object({}).strict()),
  /** What an edit would do. Nothing is written. */
  'edits/try': channel<EditAnswer>()(z.object({ plan_id: idInput, edit }).strict()),
  /** Makes an edit. `release`: the seats on running contracts that it takes children off are given up as well, with this reason; for the plan in use alone. */
  'edits/apply': channel<EditAnswer>()(
    z
      .object({ plan_id: idInput, edit, release: reason.min(1).optional(), notices: gateInput })
      .strict(),
  ),
  /** The best three places for a client's stop; without `place` the one from home, or the first that has no route. */
  'edits/targets': channel<readonly TargetAnswer[]>()(
    z.object({ plan_id: idInput, client_id: idInput, place }).strict(),
  ),
  /** Routes that children of these schools may join. */
  'edits/joinable': channel<readonly JoinableRoute[]>()(
    z.object({ plan_id: idInput, school_urns: z.array(idInput).max(20) }).strict(),
  ),
  /** Copies a plan as a trial. */
  'edits/copy': channel<{ readonly plan_id: number }>()(
    z.object({ plan_id: idInput, name, note }).strict(),
  ),
  'edits/rename': channel<PlanSummary>()(z.object({ plan_id: idInput, name, note }).strict()),
  'edits/delete': channel<{ readonly deleted: boolean }>()(z.object({ plan_id: idInput }).strict()),
  /** Puts a trial or an earlier plan in use; the one in use becomes a trial. `release`: seats on running contracts follow, in the same write. */
  'edits/use': channel<PlanSummary>()(
    z.object({ plan_id: idInput, release: z.boolean().optional(), notices: gateInput }).strict(),
  ),
  /** What putting a plan in use does to seats on running contracts. Nothing is written. */
  'edits/use-preview': channel<UseView>()(z.object({ plan_id: idInput }).strict()),
  /** Audits the whole plan by the records of today. */
  'edits/check': channel<PlanSummary>()(z.object({ plan_id: idInput }).strict()),
  'edits/freeze': channel<PlanSummary>()(z.object({ plan_id: idInput, by: signer }).strict()),
  'edits/withdraw': channel<PlanSummary>()(
    z.object({ plan_id: idInput, by: signer, reason: reason.min(1) }).strict(),
  ),
  'edits/compare': channel<ComparisonView>()(two),
  /** Two plans route by route, for the map. */
  'edits/differences': channel<DifferencesView>()(two),
  /** The comparison child by child as a .csv file. */
  'edits/export': channel<{ readonly file_id: string; readonly name: string }>()(two),
};
