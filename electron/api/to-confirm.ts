/** Contracts of the plan in use with everything that confirming them looks at. */
import type { Store } from '../../db/store.ts';
import type { TransportAnswer } from '../../shared/api/views/service.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { NOBODY_ASSIGNED } from '../../shared/model/register.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { asksOf } from '../../shared/service/child-need.ts';
import { firstRun, type ToConfirm } from '../../shared/service/confirm.ts';
import { gapReader } from '../../shared/service/register-gaps.ts';

export interface Confirming extends ToConfirm {
  readonly routes: readonly PlannedRoute[];
  /** Children of whom something is not confirmed: the contract, the child, or some of their days. */
  readonly not_confirmed: number;
  readonly nobody_assigned: boolean;
}

const UNCONFIRMED: ReadonlySet<string> = new Set(['awarded', 'child_not_confirmed', 'days_not_confirmed']); // prettier-ignore

/** Contracts by id; null: every one on a route of the plan in use of which somebody is not confirmed. Those that are no more are left out. */
export function contractsToConfirm(
  store: Store,
  ids: readonly number[] | null,
  today: IsoDate,
): readonly Confirming[] {
  const routes = Map.groupBy(
    (store.plans.current()?.routes ?? []).filter(({ contract_id, stops }) => contract_id !== null && stops.length > 0), // prettier-ignore
    ({ contract_id }) => contract_id ?? 0,
  );
  const waiting = waitingFor(store, ids === null ? null : [...routes.values()].flat(), ids, today);
  const wanted = ids ?? [...waiting.keys()];
  const assigned = ids === null ? store.register.assigned() : null;
  const settings = store.settings.all();
  return wanted.flatMap((id) => {
    const contract = store.contracts.get(id);
    const own = routes.get(id) ?? [];
    if (contract === null) return [];
    const aboard = ridersOf(store, own);
    const people = assigned === null ? store.register.assignedTo(id) : (assigned.get(id) ?? NOBODY_ASSIGNED); // prettier-ignore
    const gaps = gapReader({ assigned: () => people, contracts: [contract], settings });
    return [
      {
        contract,
        routes: own,
        steps: store.service.stepsOfContract(id),
        aboard: aboard.map(({ ref, asks }) => ({
          ref,
          wheelchair: asks.wheelchair,
          needs_assistant: asks.assistant !== 'none',
        })),
        plan_has_assistant: own.some(({ assistant }) => assistant),
        gaps: gaps(id, () => aboard, firstRun(contract, today)),
        not_confirmed: waiting.get(id) ?? 0,
        nobody_assigned: people.workers.length === 0 && people.vehicles.length === 0,
      },
    ];
  });
}

/** By contract, how many children wait for its provider's word. */
function waitingFor(
  store: Store,
  routes: readonly PlannedRoute[] | null,
  ids: readonly number[] | null,
  today: IsoDate,
): ReadonlyMap<number, number> {
  const chosen = new Set(ids);
  const children: readonly TransportAnswer[] =
    routes === null
      ? store.read.transport.everyone(null, today)
      : store.read.transport.of(
          routes.filter(({ contract_id }) => contract_id !== null && chosen.has(contract_id)).flatMap(({ stops }) => stops.map(({ client_id }) => client_id)), // prettier-ignore
          null,
          today,
        );
  const counts = new Map<number, number>();
  for (const { rides } of children) {
    const waits = new Set(
      rides.flatMap(
        ({ contract_id, reasons }) =>
        contract_id !== null && reasons.some(({ code }) => UNCONFIRMED.has(code)) ? [contract_id] : [], // prettier-ignore
      ),
    );
    for (const id of waits) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Everyone aboard, each once a stop, with what they ask. */
function ridersOf(store: Store, routes: readonly PlannedRoute[]) {
  return routes.flatMap(({ stops }) =>
    stops.flatMap(({ client_id, mornings, afternoons }) => {
      const client = store.clients.get(client_id);
      if (client === null) return [];
      const help = client.tif_signed === 'none' ? '' : (store.tif.lastSigned(client_id)?.answers['transfer_help'] ?? ''); // prettier-ignore
      return [
        {
          client_id,
          ref: client.ref,
          asks: asksOf(client, help),
          mornings,
          afternoons,
          stop_mornings: mornings,
          stop_afternoons: afternoons,
          first_day: null,
          asked_on: null,
        },
      ];
    }),
  );
}
