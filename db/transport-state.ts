import type { IsoDate } from '../shared/calendar/dates.ts';
import { tieDownLimitsAt } from '../shared/casework/tie-down.ts';
import { judgeOf, type Judge } from '../shared/service/status.ts';
import { serviceReader, type ClientFact, type KeptTransport, type ReadRecords } from './service-records.ts'; // prettier-ignore
import type { Sql } from './sql.ts';
import type { Store } from './store.ts';

/** Writes who has transport into `client_state`; only rows that differ. */
export interface TransportWriter {
  readonly all: (on: IsoDate) => void;
  /** Some clients, and whoever shares a vehicle with them. */
  readonly some: (ids: readonly number[], on: IsoDate) => void;
}

const COLUMNS = [
  'active',
  'transport',
  'reason',
  'route_id',
  'contract_id',
  'needed_on',
  'why',
  'why_since',
  'until_on',
] as const satisfies readonly (keyof KeptTransport)[];

/** `on`: the day from which on everybody is to be carried. */
export function transportWriter(
  sql: Sql,
  store: Pick<Store, 'settings' | 'register'>,
): TransportWriter {
  const reader = serviceReader(sql, store);
  const put = sql.prepare(
    `UPDATE client_state SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE client_id = ?`,
  );
  const write = ({ records, clients }: ReadRecords, on: IsoDate): void => {
    const judge = judgeOf(records, tieDownLimitsAt(store.settings.all(), on));
    const isPlanMade = records.plan_made_on !== null;
    const seats = new Map<number, { contract_id: number; released: boolean }>();
    // In the order in which they carry: the first of each client that was not left.
    for (const seat of records.register_seats)
      if (seat.left_on === null && !seats.has(seat.client_id)) seats.set(seat.client_id, seat);
    for (const client of clients) {
      const next = transportOf(client, { judge, isPlanMade, seat: seats.get(client.client_id) ?? null, on }); // prettier-ignore
      if (COLUMNS.some((column) => next[column] !== client.kept[column]))
        put.run(...COLUMNS.map((column) => next[column]), client.client_id);
    }
  };
  return {
    all: (on) => {
      write(reader.all(), on);
    },
    some: (ids, on) => {
      write(reader.some(ids), on);
    },
  };
}

/**
 * A client's columns. Active with an open request or a place on the register. unallocated: the plan could not place them, or not on all
 * their days. planned: on a route, and something is still to come. not_planned: no plan knows them.
 */
function transportOf(
  client: ClientFact,
  at: {
    readonly judge: Judge;
    readonly isPlanMade: boolean;
    /** The seat that carries them by the register. */
    readonly seat: { readonly contract_id: number; readonly released: boolean } | null;
    readonly on: IsoDate;
  },
): KeptTransport {
  const { seat, judge, isPlanMade } = at;
  const contract_id = seat?.contract_id ?? null;
  if (client.closed && seat === null)
    return { active: 0, transport: 'closed', reason: '', route_id: null, contract_id, needed_on: null, why: '', why_since: null, until_on: null }; // prettier-ignore
  const day = judge.dayThatCounts(client, at.on);
  const { in_place, reasons, rides, until_on } = judge.statusOf(client, day);
  const route_id = rides.find((ride) => ride.route_id !== null)?.route_id ?? null;
  const isCarried = !isPlanMade && seat !== null && !seat.released;
  const [why] = reasons;
  const state: Pick<KeptTransport, 'transport' | 'reason'> = in_place
    ? { transport: 'in_place', reason: '' }
    : client.left_out !== null
      ? { transport: 'unallocated', reason: client.left_out }
      : route_id !== null || isCarried
        ? { transport: 'planned', reason: '' }
        : { transport: 'not_planned', reason: isPlanMade ? 'new_since_plan' : 'no_plan' };
  return {
    active: 1,
    ...state,
    route_id,
    contract_id,
    needed_on: day,
    why: why?.code ?? '',
    why_since: why?.since ?? null,
    until_on,
  };
}
