import type { TransportState } from '../shared/api/views/applications.ts';
import type { IsoDate } from '../shared/calendar/dates.ts';
import { NOBODY_ASSIGNED, type Assigned } from '../shared/model/register.ts';
import type { ConfirmedSeat, ServiceStep } from '../shared/model/service.ts';
import { JUST_A_SEAT, type Asks, type ChildNeed } from '../shared/service/child-need.ts';
import type {
  ContractRecord,
  RouteRecord,
  SeatRecord,
  ServiceRecords,
  StopRecord,
  UntoldRecord,
} from '../shared/service/service-records.ts';
import { gapReader } from '../shared/service/register-gaps.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { Store } from './store.ts';
import { HOLDING } from './stores/notice-rows.ts';

/** What the status of transport is judged from, read in a handful of statements. */
export interface ServiceReader {
  /** Everyone who is to be carried. */
  readonly all: () => ReadRecords;
  /** Some clients and everybody aboard the routes they are on, with all that these rest on. */
  readonly some: (ids: readonly number[]) => ReadRecords;
}

/** Records with the clients they are whole for: whose every route has everyone aboard in it. */
export interface ReadRecords {
  readonly records: ServiceRecords;
  readonly clients: readonly ClientFact[];
}

/** A client as the casework facts have them, who may or may not have to be carried. */
export interface ClientFact extends ChildNeed {
  /** No request is open. */
  readonly closed: boolean;
  /** Why the plan in use left them out; null: it did not. */
  readonly left_out: string | null;
  /** Their transport as it was last worked out. */
  readonly kept: KeptTransport;
}

/** Columns of `client_state` that hold how a client stands. */
export interface KeptTransport {
  readonly active: number;
  readonly transport: TransportState;
  readonly reason: string;
  readonly route_id: number | null;
  readonly contract_id: number | null;
  readonly needed_on: IsoDate | null;
  readonly why: string;
  readonly why_since: IsoDate | null;
  readonly until_on: IsoDate | null;
}

const IN_USE = `(SELECT id FROM plan WHERE status <> 'superseded')`;
const FACT = `s.client_id, s.mornings, s.afternoons, s.asks, s.first_day, s.received_on AS asked_on, s.closed,
  s.active, s.transport, s.reason, s.route_id, s.contract_id, s.needed_on, s.why, s.why_since, s.until_on`;
const CONTRACT = `k.id, k.ref, k.route_ref, k.provider, k.vehicle_class, k.wheelchairs, k.assistant, k.starts_on, k.ends_on,
  k.confirmed, k.arrives_s, k.departs_s, EXISTS (SELECT 1 FROM confirmed_seat x WHERE x.contract_id = k.id) AS by_name`;
const STEP =
  's.id, s.route_ref, s.contract_id, s.state, s."on", s.by, s.why, s.said_by, s.how, s.recorded';

function lookIn(all: ReadonlyMap<number, Assigned>): (contract_id: number) => Assigned {
  return (contract_id) => all.get(contract_id) ?? NOBODY_ASSIGNED;
}

interface FactRow extends Omit<ClientFact, 'asks' | 'closed' | 'left_out' | 'kept'>, KeptTransport {
  readonly asks: string;
  readonly closed: number;
}

const kept = new Map<string, Asks>([['', JUST_A_SEAT]]);

/** Few children differ in what they ask: each text is read once. */
function asksIn(text: string): Asks {
  let asks = kept.get(text);
  if (asks === undefined) {
    asks = JSON.parse(text) as Asks;
    if (kept.size > 5000) kept.clear();
    kept.set(text, asks);
  }
  return asks;
}

/** The statements for a scope: pieces of text that keep to the routes, clients and contracts asked for. */
function statements(sql: Sql, isAll: boolean) {
  const among = (column: string): string =>
    isAll ? '' : `AND ${column} IN (SELECT value FROM json_each(?))`;
  const prepare = (text: string) => sql.prepare(text);
  return {
    facts: prepare(`SELECT ${FACT} FROM client_state s WHERE 1 ${among('s.client_id')}`),
    left: prepare(
      `SELECT client_id, reason FROM plan_unallocated WHERE plan_id = ${IN_USE} ${among('client_id')}`,
    ),
    routes: prepare(
      `SELECT id AS route_id, ref AS route_ref, contract_id, assistant, arrive_s, depart_s FROM plan_route
       WHERE plan_id = ${IN_USE} ${among('id')}`,
    ),
    // Home first, as the list and the case page have it.
    stops: prepare(
      `SELECT ps.route_id, ps.client_id, ps.place, ps.mornings, ps.afternoons, ps.pick_up_s, ps.drop_off_s
       FROM plan_stop ps JOIN plan_route r ON r.id = ps.route_id WHERE r.plan_id = ${IN_USE} ${among('ps.route_id')}
       ORDER BY ps.client_id, ps.place <> 'home', ps.route_id, ps.stop_order`,
    ),
    contracts: prepare(`SELECT ${CONTRACT} FROM contract k WHERE 1 ${among('k.id')}`),
    // The one that carries the child first.
    seats: prepare(
      `SELECT cs.contract_id, cs.client_id, cs.pick_up_s, cs.released, cs.left_on FROM contract_stop cs
       JOIN contract k ON k.id = cs.contract_id WHERE 1 ${among('cs.client_id')}
       ORDER BY cs.client_id, cs.left_on IS NOT NULL, cs.released, k.confirmed DESC, k.ends_on DESC, k.id`,
    ),
    confirmed: prepare(
      `SELECT contract_id, client_id, place, mornings, afternoons FROM confirmed_seat WHERE 1 ${among('client_id')}`,
    ),
    untold: prepare(
      `SELECT ${HOLDING.columns} FROM ${HOLDING.tables} WHERE ${HOLDING.are} ${among('n.client_id')}`,
    ),
    steps: prepare(
      isAll
        ? `SELECT ${STEP} FROM service_step s`
        : `SELECT ${STEP} FROM service_step s WHERE s.contract_id IN (SELECT value FROM json_each(?))
           UNION SELECT ${STEP} FROM service_step s WHERE s.route_ref IN (SELECT value FROM json_each(?))`,
    ),
  };
}

/** Prepares the reading. */
export function serviceReader(
  sql: Sql,
  store: Pick<Store, 'register' | 'settings'>,
): ServiceReader {
  const [every, scoped] = [statements(sql, true), statements(sql, false)];
  const made = sql.prepare(`SELECT made_on FROM plan WHERE status <> 'superseded'`).pluck();
  const routesOf = sql
    .prepare(
      `SELECT DISTINCT ps.route_id FROM plan_stop ps JOIN plan_route r ON r.id = ps.route_id
       WHERE r.plan_id = ${IN_USE} AND ps.client_id IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  const sharing = sql
    .prepare(
      `WITH given AS (SELECT value AS id FROM json_each(?))
       SELECT id FROM given
       UNION SELECT o.client_id FROM plan_stop o WHERE o.route_id IN (
         SELECT ps.route_id FROM plan_stop ps JOIN plan_route r ON r.id = ps.route_id
         WHERE r.plan_id = ${IN_USE} AND ps.client_id IN (SELECT id FROM given))
       UNION SELECT o.client_id FROM contract_stop o WHERE o.contract_id IN (
         SELECT cs.contract_id FROM contract_stop cs WHERE cs.client_id IN (SELECT id FROM given))`,
    )
    .pluck();

  const factsOf = (rows: readonly unknown[], left: ReadonlyMap<number, string>): ClientFact[] =>
    (rows as readonly FactRow[]).map((row) => ({
      client_id: row.client_id,
      mornings: row.mornings,
      afternoons: row.afternoons,
      asks: asksIn(row.asks),
      first_day: row.first_day,
      asked_on: row.asked_on,
      closed: row.closed === 1,
      left_out: left.get(row.client_id) ?? null,
      kept: row,
    }));
  const gather = (
    run: (name: keyof typeof every, ids: readonly (number | string)[], more?: readonly string[]) => unknown[], // prettier-ignore
    scope: { readonly clients: readonly number[]; readonly routes: readonly number[] },
    whole: ReadonlySet<number> | null,
  ): ReadRecords => {
    const leftRows = run('left', scope.clients) as { client_id: number; reason: string }[];
    const left = new Map(leftRows.map(({ client_id, reason }) => [client_id, reason]));
    const routes = (run('routes', scope.routes) as (Omit<RouteRecord, 'assistant'> & { assistant: number })[]).map((each): RouteRecord => ({ ...each, assistant: each.assistant === 1 })); // prettier-ignore
    const seats = (
      run('seats', scope.clients) as (Omit<SeatRecord, 'released'> & { released: number })[]
    ).map((each): SeatRecord => ({ ...each, released: each.released === 1 }));
    const confirmed_seats = run('confirmed', scope.clients) as ConfirmedSeat[];
    const contractIds = [
      ...new Set([
        ...routes.flatMap(({ contract_id }) => contract_id ?? []),
        ...seats.map(({ contract_id }) => contract_id),
        ...confirmed_seats.map(({ contract_id }) => contract_id),
      ]),
    ];
    const contracts = run('contracts', contractIds).map((raw) => {
      const row = raw as Record<string, SqlValue>;
      return { ...row, confirmed: row['confirmed'] === 1, assistant: row['assistant'] === 1, by_name: row['by_name'] === 1 } as unknown as ContractRecord; // prettier-ignore
    });
    const refs = routes.map(({ route_ref }) => route_ref);
    const clients = factsOf(run('facts', scope.clients), left);
    const records: ServiceRecords = {
      plan_made_on: (made.get() as IsoDate | undefined) ?? null,
      routes,
      stops: run('stops', scope.routes) as StopRecord[],
      unallocated: [...left.keys()],
      contracts,
      register_seats: seats,
      confirmed_seats,
      steps: run('steps', contractIds, refs) as ServiceStep[],
      untold: run('untold', scope.clients) as UntoldRecord[],
      needs: clients,
      gaps: gapReader({
        assigned: whole === null ? lookIn(store.register.assigned()) : store.register.assignedTo,
        contracts,
        settings: store.settings.all(),
      }),
    };
    return {
      records,
      clients: whole === null ? clients : clients.filter(({ client_id }) => whole.has(client_id)),
    };
  };
  return {
    all: () => gather((name) => every[name].all(), { clients: [], routes: [] }, null),
    some: (ids) => {
      const text = (list: readonly (number | string)[]): string => JSON.stringify(list);
      // Whoever shares a vehicle with one of them may stand otherwise now; what they ride besides must be whole too.
      const touched = sharing.all(text(ids)) as number[];
      const clients = sharing.all(text(touched)) as number[];
      const routes = routesOf.all(text(touched)) as number[];
      return gather(
        (name, list, more) =>
          more === undefined
            ? scoped[name].all(text(list))
            : scoped[name].all(text(list), text(more)),
        { clients, routes },
        new Set(touched),
      );
    },
  };
}
