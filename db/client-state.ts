import { planningYearOf } from '../shared/calendar/years.ts';
import type { AcademicYear, IsoDate } from '../shared/calendar/dates.ts';
import type { Application, Client } from '../shared/model/client.ts';
import { FACT_COLUMNS, factBasis, factsOf } from './client-facts.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

/**
 * Who is carried, in one statement over all clients; only rows that differ are written.
 * in_place: on a contract (not released, not left) confirmed and running on the client's first day, and not moved
 * to another route by the plan. planned: on a route without that. unallocated: the plan could not place them.
 * not_planned: no plan knows them. A client is active with an open application or a place on the register.
 */
const WORK_OUT_TRANSPORT = `
WITH carried AS (
  SELECT cs.client_id, cs.contract_id, cs.released, k.confirmed, k.starts_on, k.ends_on,
    row_number() OVER (PARTITION BY cs.client_id
      ORDER BY cs.released, k.confirmed DESC, k.ends_on DESC, k.id) AS place
  FROM contract_stop cs JOIN contract k ON k.id = cs.contract_id
  WHERE cs.left_on IS NULL
),
plan_now AS (SELECT id FROM plan WHERE status <> 'superseded'),
routed AS (
  SELECT ps.client_id, min(r.id) AS route_id, r.contract_id
  FROM plan_route r JOIN plan_stop ps ON ps.route_id = r.id
  WHERE r.plan_id = (SELECT id FROM plan_now) GROUP BY ps.client_id
),
fact AS (
  SELECT s.client_id, r.route_id, k.contract_id, u.reason AS plan_reason,
    s.closed = 0 OR k.client_id IS NOT NULL AS active,
    coalesce(k.released = 0 AND k.confirmed = 1 AND s.first_day BETWEEN k.starts_on AND k.ends_on
      AND (r.route_id IS NULL OR r.contract_id IS k.contract_id), 0) AS confirmed,
    r.route_id IS NOT NULL
      OR (NOT EXISTS (SELECT 1 FROM plan_now) AND coalesce(k.released = 0, 0)) AS on_route
  FROM client_state s
  LEFT JOIN carried k ON k.client_id = s.client_id AND k.place = 1
  LEFT JOIN routed r ON r.client_id = s.client_id
  LEFT JOIN plan_unallocated u
    ON u.plan_id = (SELECT id FROM plan_now) AND u.client_id = s.client_id
),
decided AS (
  SELECT client_id, route_id, contract_id, active,
    CASE WHEN NOT active THEN 'closed' WHEN confirmed THEN 'in_place' WHEN on_route THEN 'planned'
      WHEN plan_reason IS NOT NULL THEN 'unallocated' ELSE 'not_planned' END AS transport,
    CASE WHEN NOT active OR confirmed OR on_route THEN ''
      WHEN plan_reason IS NOT NULL THEN plan_reason
      WHEN EXISTS (SELECT 1 FROM plan_now) THEN 'new_since_plan' ELSE 'no_plan' END AS reason
  FROM fact
)
UPDATE client_state AS s
SET active = d.active, transport = d.transport, reason = d.reason, route_id = d.route_id,
  contract_id = d.contract_id
FROM decided AS d
WHERE d.client_id = s.client_id AND (s.active <> d.active OR s.transport <> d.transport
  OR s.reason <> d.reason OR s.route_id IS NOT d.route_id OR s.contract_id IS NOT d.contract_id)`;

/** Keeps `client_state` in step with what it is derived from. */
export interface ClientStates {
  /** At the end of a write: only what was touched. */
  readonly settle: () => void;
  /** Before a read: everything, where the day has moved on to another planning year. */
  readonly ensureYear: (on: IsoDate) => void;
  /** Works everything out anew, compares, and takes it back. */
  readonly drift: (on: IsoDate) => readonly string[];
}

type StateRow = Readonly<Record<string, unknown>> & { readonly ref: string };

function differences(before: readonly StateRow[], after: readonly StateRow[]): string[] {
  const kept = new Map(before.map((row) => [row.ref, JSON.stringify(row)]));
  const found: string[] = [];
  for (const row of after) {
    if (kept.get(row.ref) !== JSON.stringify(row)) {
      found.push(`The state of client ${row.ref} is not what its records say.`);
    }
    kept.delete(row.ref);
  }
  for (const ref of kept.keys()) found.push(`Client ${ref} has a state and no record.`);
  return found;
}

type FactSources = Pick<
  Store,
  'settings' | 'schools' | 'districts' | 'terms' | 'clients' | 'applications'
>;

/** `machineDay` is asked where nobody gave a day yet. */
export function clientStates(
  session: Session,
  store: FactSources,
  machineDay: () => IsoDate,
): ClientStates {
  const { sql, touched } = session;
  const places = FACT_COLUMNS.map(() => '?').join(', ');
  const put = sql.prepare(
    `INSERT INTO client_state (${FACT_COLUMNS.join(', ')}, active, transport, reason)
     VALUES (${places}, 0, 'closed', '')
     ON CONFLICT (client_id) DO UPDATE SET
     ${FACT_COLUMNS.slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
  );
  const workOutTransport = sql.prepare(WORK_OUT_TRANSPORT);
  const dropWords = sql.prepare('DELETE FROM client_text WHERE rowid = ?');
  const dropAllWords = sql.prepare('DELETE FROM client_text');
  const addWords = sql.prepare('INSERT INTO client_text (rowid, words) VALUES (?, ?)');
  const readDay = sql.prepare(`SELECT value FROM meta WHERE key = 'state_day'`).pluck();
  const writeDay = sql.prepare(
    `INSERT INTO meta (key, value) VALUES ('state_day', ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );

  const everything = sql.prepare('SELECT * FROM client_state ORDER BY client_id');

  const day = (): IsoDate => (readDay.get() as IsoDate | undefined) ?? machineDay();
  const refreshAll = (on: IsoDate): void => {
    const basis = factBasis(store, on);
    const latest = new Map<number, Application>();
    for (const application of store.applications.all()) {
      const other = latest.get(application.client_id);
      const later = (other?.received_on ?? '') <= (application.received_on ?? '');
      if (other === undefined || later) latest.set(application.client_id, application);
    }
    dropAllWords.run();
    for (const client of store.clients.all()) {
      const { values, words } = factsOf(client, latest.get(client.id) ?? null, basis);
      put.run(...values);
      addWords.run(client.id, words);
    }
    writeDay.run(on);
    workOutTransport.run();
  };
  const refreshSome = (ids: ReadonlySet<number>): void => {
    const basis = factBasis(store, day());
    for (const id of ids) {
      const client: Client | null = store.clients.get(id);
      if (client === null) continue;
      const { values, words } = factsOf(client, store.applications.ofClient(id), basis);
      put.run(...values);
      dropWords.run(id);
      addWords.run(id, words);
    }
    workOutTransport.run();
  };

  let checkedYear: AcademicYear | null = null;
  const ensureYear = (on: IsoDate): void => {
    const year = planningYearOf(on);
    if (year === checkedYear) return;
    const kept = readDay.get() as IsoDate | undefined;
    if (kept === undefined || planningYearOf(kept) !== year) {
      const own = !sql.inTransaction;
      if (own) sql.exec('BEGIN IMMEDIATE');
      try {
        refreshAll(on);
        if (own) sql.exec('COMMIT');
      } catch (error) {
        if (own && sql.inTransaction) sql.exec('ROLLBACK');
        throw error;
      }
    }
    checkedYear = year;
  };
  return {
    settle: () => {
      if (touched.allClients) refreshAll(day());
      else if (touched.clients.size > 0) refreshSome(touched.clients);
      else if (touched.transport) workOutTransport.run();
    },
    ensureYear,
    drift: (on) => {
      ensureYear(on);
      const before = everything.all() as StateRow[];
      sql.exec('BEGIN IMMEDIATE');
      try {
        refreshAll(day());
        return differences(before, everything.all() as StateRow[]);
      } finally {
        sql.exec('ROLLBACK');
      }
    },
  };
}
