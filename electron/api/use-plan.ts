/** Puts a plan in use, and has the seats on running contracts follow it. */
import type { Change, Store } from '../../db/store.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { SeatView, UseView } from '../../shared/api/views/edits.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import {
  seatsOfPlan,
  type SeatOnContract,
  type SeatsOfPlan,
} from '../../shared/edits/seats-of-plan.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { readPlanFacts } from '../jobs/plan-facts.ts';
import { factsForEdits } from './edit-desk.ts';

/** What putting it in use would do, with the names that officers know. */
export function useView(store: Store, plan: Plan, on: IsoDate): UseView {
  const facts = factsForEdits(store, on);
  const seats = seatsOfPlan(plan, facts);
  const { released, restored, empty } = seats;
  const { violations } = auditPlan(plan, afterwards(facts, seats));
  const named = (seat: SeatOnContract): SeatView => {
    const client = store.clients.get(seat.client_id);
    const name = client === null ? '' : `${client.forename} ${client.surname}`.trim();
    return { ...seat, ref: client?.ref ?? '', name };
  };
  return {
    released: released.map(named),
    restored: restored.map(named),
    empty,
    broken: violations.filter((each) => each.severity === 'broken').length,
  };
}

/** The records once the seats have followed the plan. */
function afterwards(facts: AuditFacts, { released, restored }: SeatsOfPlan): AuditFacts {
  const off = new Set(released.map((each) => each.client_id));
  const on = new Set(restored.map((each) => each.client_id));
  return {
    ...facts,
    stops: facts.stops.map((stop) => {
      const follows = stop.left_on === null && (off.has(stop.client_id) || on.has(stop.client_id));
      return follows ? { ...stop, released: off.has(stop.client_id) } : stop;
    }),
  };
}

/** One write: the plan, the seats it gives up and takes back, and its audit by the records as they are then. Undone as one. */
export function usePlan(
  store: Store,
  plan: Plan,
  order: {
    /** What the plan in use is called once it is a trial. */
    readonly name: string;
    readonly release: boolean;
    readonly on: IsoDate;
    readonly change: Change;
  },
): void {
  const { released, restored } = seatsOfPlan(plan, factsForEdits(store, order.on));
  store.write(order.change, () => {
    store.trials.putInUse(plan.id, order.name);
    if (!order.release || released.length + restored.length === 0) return;
    for (const { client_id } of released) store.contracts.release(client_id, true);
    for (const { client_id } of restored) store.contracts.release(client_id, false);
    // Read afresh, never kept: the gate may take all of it back.
    store.trials.keepAudit(plan.id, auditPlan(plan, readPlanFacts(store, order.on)));
  });
}
