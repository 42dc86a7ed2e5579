import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { BulkAction, BulkPreview } from '../../../shared/api/views/bulk.ts';
import { planAssign, planShare } from './assign-bulk.ts';
import type { BulkBasis, BulkPlan } from './bulk-plan.ts';
import { planHandOver } from './hand-over-bulk.ts';
import { planConfirmTif, planExpect } from './new-year-bulk.ts';
import { planRollYears } from './roll-years-bulk.ts';
import { planRenewals } from './renew-bulk.ts';
import { planSign } from './sign-bulk.ts';
import { planAsk, planHeld, planStatus } from './state-bulk.ts';

/** How many changes a preview shows one by one. */
const SAMPLES = 12;

export interface BulkRequest {
  readonly action: BulkAction;
  readonly client_ids: readonly number[];
  readonly on: IsoDate;
}

/** What an action would change, as the store stands. */
export function planBulk(store: Store, { action, client_ids, on }: BulkRequest): BulkPlan {
  const chosen = [...new Set(client_ids)].flatMap((id) => {
    const client = store.clients.get(id);
    return client === null ? [] : [{ client, application: store.applications.ofClient(id) }];
  });
  return planAction({ store, on, chosen }, action);
}

function planAction(basis: BulkBasis, action: BulkAction): BulkPlan {
  switch (action.kind) {
    case 'assign':
      return planAssign(basis, action.officer.trim());
    case 'share':
      return planShare(basis, action.officers);
    case 'set_status':
      return planStatus(basis, action);
    case 'ask':
      return planAsk(basis, action);
    case 'sign':
      return planSign(basis, action.signed_by);
    case 'hand_over':
      return planHandOver(basis, action);
    case 'renew':
      return planRenewals(basis, action);
    case 'confirm_tif':
      return planConfirmTif(basis, action.signed_by);
    case 'roll_years':
      return planRollYears(basis);
    case 'expect':
      return planExpect(basis, action.told_on);
    default:
      return planHeld(basis, action);
  }
}

/** Stands for exactly these changes (FNV-1a; Fowler, Noll and Vo, 1991). */
export function digestOf({ planned }: BulkPlan): string {
  let hash = 0x811c9dc5;
  for (const { ref, from, to } of planned) {
    for (const letter of `${ref}|${from}|${to}\n`) {
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    }
  }
  return `${planned.length}-${(hash >>> 0).toString(16)}`;
}

/** From so many different states on, only what they become is told. */
const MANY_KINDS = 8;

/** How many change, from what to what, who is left out and why. */
export function previewOf(plan: BulkPlan): BulkPreview {
  const left = Map.groupBy(plan.left_out, ({ reason }) => reason);
  return {
    asked: plan.planned.length + plan.left_out.length,
    changes: plan.planned.length,
    kinds: kindsOf(plan),
    samples: plan.planned.slice(0, SAMPLES).map(({ write: _write, ...change }) => change),
    left_out: [...left]
      .map(([reason, those]) => ({
        reason,
        count: those.length,
        client_ids: those.map(({ client_id }) => client_id),
      }))
      .toSorted((a, b) => b.count - a.count),
    problems: plan.problems,
    digest: digestOf(plan),
  };
}

function kindsOf({ planned }: BulkPlan): BulkPreview['kinds'] {
  const count = (fromOf: (from: string) => string): BulkPreview['kinds'] => {
    const kinds = new Map<string, { from: string; to: string; count: number }>();
    for (const { from: given, to } of planned) {
      const from = fromOf(given);
      const known = kinds.get(`${from}\n${to}`);
      if (known === undefined) kinds.set(`${from}\n${to}`, { from, to, count: 1 });
      else known.count += 1;
    }
    return [...kinds.values()].toSorted((a, b) => b.count - a.count);
  };
  const each = count((from) => from);
  // Told together only where that makes the list shorter: year 6 to year 7 is one kind, however many years there are.
  const together = count(() => 'Various');
  return each.length <= MANY_KINDS || together.length === each.length ? each : together;
}
