import { planningYearOf } from '../shared/calendar/years.ts';
import type { AcademicYear, IsoDate } from '../shared/calendar/dates.ts';
import { NO_STANDING } from '../shared/casework/stage.ts';
import type { Application, Client } from '../shared/model/client.ts';
import { FACT_COLUMNS, factBasis, factsOf, WORDS_APART } from './client-facts.ts';
import { wordKeeper } from './search-words.ts';
import type { Session } from './session.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { Store } from './store.ts';

/**
 * Who is carried, in one statement; only rows that differ are written.
 * in_place: on a contract (not released, not left) confirmed and running on the client's first day, and not moved
 * to another route by the plan. planned: on a route without that. unallocated: the plan could not place them, or not on all their days.
 * not_planned: no plan knows them. A client is active with an open application or a place on the register.
 */
const workOutTransport = (scope: string): string => `
WITH plan_now AS (SELECT id FROM plan WHERE status <> 'superseded'),
found AS (
  SELECT s.client_id, s.closed, s.first_day,
    (SELECT cs.contract_id FROM contract_stop cs JOIN contract k ON k.id = cs.contract_id
      WHERE cs.client_id = s.client_id AND cs.left_on IS NULL
      ORDER BY cs.released, k.confirmed DESC, k.ends_on DESC, k.id LIMIT 1) AS contract_id,
    (SELECT ps.route_id FROM plan_stop ps JOIN plan_route r ON r.id = ps.route_id
      WHERE ps.client_id = s.client_id AND r.plan_id = (SELECT id FROM plan_now)
      ORDER BY ps.place <> 'home', ps.route_id LIMIT 1) AS route_id
  FROM client_state s WHERE ${scope}
),
fact AS (
  SELECT f.client_id, f.contract_id, f.route_id, u.reason AS plan_reason,
    f.closed = 0 OR f.contract_id IS NOT NULL AS active,
    coalesce(cs.released = 0 AND k.confirmed = 1 AND f.first_day BETWEEN k.starts_on AND k.ends_on
      AND (r.id IS NULL OR r.contract_id IS k.id)
      -- On some days another route may carry them: every one of their routes is confirmed.
      AND NOT EXISTS (SELECT 1 FROM plan_stop o JOIN plan_route ro ON ro.id = o.route_id
        WHERE o.client_id = f.client_id AND ro.plan_id = (SELECT id FROM plan_now) AND ro.id <> r.id
          AND ro.confirmed = 0), 0) AS confirmed,
    r.id IS NOT NULL
      OR (NOT EXISTS (SELECT 1 FROM plan_now) AND coalesce(cs.released = 0, 0)) AS on_route,
    r.id IS NOT NULL AND u.client_id IS NOT NULL AS partly
  FROM found f
  LEFT JOIN contract k ON k.id = f.contract_id
  LEFT JOIN contract_stop cs ON cs.contract_id = f.contract_id AND cs.client_id = f.client_id
  LEFT JOIN plan_route r ON r.id = f.route_id
  LEFT JOIN plan_unallocated u
    ON u.plan_id = (SELECT id FROM plan_now) AND u.client_id = f.client_id
),
decided AS (
  SELECT client_id, route_id, contract_id, active,
    CASE WHEN NOT active THEN 'closed' WHEN partly THEN 'unallocated' WHEN confirmed THEN 'in_place' WHEN on_route THEN 'planned'
      WHEN plan_reason IS NOT NULL THEN 'unallocated' ELSE 'not_planned' END AS transport,
    CASE WHEN NOT active THEN '' WHEN partly THEN plan_reason WHEN confirmed OR on_route THEN ''
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
  'settings' | 'schools' | 'districts' | 'terms' | 'inYear' | 'clients' | 'applications' | 'life'
>;

/**
 * Runs work that fills the table anew without its indexes, which are built again at the end, each by one sort: half
 * the time of keeping eleven of them in order row by row. In the write's transaction, so nobody sees the gap.
 */
function withoutIndexes(sql: Sql, work: () => void): void {
  const indexes = sql
    .prepare(
      `SELECT name, sql FROM sqlite_schema
       WHERE type = 'index' AND tbl_name = 'client_state' AND sql IS NOT NULL`,
    )
    .all() as { readonly name: string; readonly sql: string }[];
  for (const { name } of indexes) sql.exec(`DROP INDEX "${name}"`);
  work();
  for (const index of indexes) sql.exec(index.sql);
}

/** From so many clients on it is quicker to read them all at once. */
const MANY = 2000;

/** The commonest state of a new client (active, transport, reason), so that working out who is carried finds little to write. */
const GUESS_OPEN = [1, 'not_planned', 'no_plan'] as const;
const GUESS_CLOSED = [0, 'closed', ''] as const;

/** Writes facts that differ from those kept, and the words a client is found by where they changed. */
function factWriter(sql: Sql) {
  const columns = FACT_COLUMNS.join(', ');
  const closed = FACT_COLUMNS.indexOf('closed');
  const put = sql.prepare(
    `INSERT INTO client_state (${columns}, active, transport, reason)
     VALUES (${FACT_COLUMNS.map(() => '?').join(', ')}, ?, ?, ?)
     ON CONFLICT (client_id) DO UPDATE SET
     ${FACT_COLUMNS.slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
  );
  const dropWords = sql.prepare('DELETE FROM client_text WHERE rowid = ?');
  const addWords = sql.prepare(
    'INSERT INTO client_text (rowid, name, code, school) VALUES (?, ?, ?, ?)',
  );
  const keeper = wordKeeper(sql);
  const all = sql.prepare(`SELECT ${columns} FROM client_state`).raw();
  const one = sql.prepare(`SELECT ${columns} FROM client_state WHERE client_id = ?`).raw();
  return {
    /** For the writes that follow: words kept once are not kept again. */
    keeper,
    all: (): ReadonlyMap<number, SqlValue[]> =>
      new Map((all.all() as SqlValue[][]).map((row) => [Number(row[0]), row])),
    of: (client_id: number): SqlValue[] | null =>
      (one.get(client_id) as SqlValue[] | undefined) ?? null,
    write: (
      values: readonly SqlValue[],
      kept: readonly SqlValue[] | null,
      keep: (kind: 'name', text: string) => void,
    ): void => {
      if (kept !== null && values.every((value, index) => value === kept[index])) return;
      put.run(...values, ...(values[closed] === 1 ? GUESS_CLOSED : GUESS_OPEN));
      const id = values[0] ?? null;
      const words = values.at(-1) ?? '';
      if (words === kept?.at(-1)) return;
      if (kept !== null) dropWords.run(id);
      const [name = '', code = '', school = ''] = String(words).split(WORDS_APART);
      addWords.run(id, name, code, school);
      keep('name', name);
    },
  };
}

/** `machineDay` is asked where nobody gave a day yet. */
export function clientStates(
  session: Session,
  store: FactSources,
  machineDay: () => IsoDate,
): ClientStates {
  const { sql, touched } = session;
  const transportOfAll = sql.prepare(workOutTransport('1'));
  const transportOfSome = sql.prepare(
    workOutTransport('s.client_id IN (SELECT value FROM json_each(?))'),
  );
  const facts = factWriter(sql);
  const readDay = sql.prepare(`SELECT value FROM meta WHERE key = 'state_day'`).pluck();
  const writeDay = sql.prepare(
    `INSERT INTO meta (key, value) VALUES ('state_day', ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );

  const everything = sql.prepare('SELECT * FROM client_state ORDER BY client_id');
  const countDay = sql.prepare(
    `INSERT INTO transport_day ("on", planned, in_place, planned_late, in_place_late)
     SELECT ?, coalesce(sum(transport IN ('planned', 'in_place')), 0), coalesce(sum(transport = 'in_place'), 0),
       coalesce(sum(late AND transport IN ('planned', 'in_place')), 0), coalesce(sum(late AND transport = 'in_place'), 0)
     FROM client_state WHERE application_ref <> ''
     ON CONFLICT ("on") DO UPDATE SET planned = excluded.planned, in_place = excluded.in_place,
       planned_late = excluded.planned_late, in_place_late = excluded.in_place_late`,
  );

  const day = (): IsoDate => (readDay.get() as IsoDate | undefined) ?? machineDay();
  const refreshAll = (on: IsoDate): void => {
    const standings = store.life.standings();
    const basis = factBasis(store, on, (ref) => standings.get(ref) ?? NO_STANDING);
    const latest = new Map<number, Application>();
    for (const application of store.applications.all()) {
      const other = latest.get(application.client_id);
      const later = (other?.received_on ?? '') <= (application.received_on ?? '');
      if (other === undefined || later) latest.set(application.client_id, application);
    }
    const kept = facts.all();
    const clients = store.clients.all();
    const fill = (): void => {
      const keep = facts.keeper();
      for (const client of clients) {
        const values = factsOf(client, latest.get(client.id) ?? null, basis);
        facts.write(values, kept.get(client.id) ?? null, keep);
      }
      transportOfAll.run();
    };
    if (clients.length - kept.size > Math.max(MANY, kept.size)) withoutIndexes(sql, fill);
    else fill();
    writeDay.run(on);
  };
  const refreshSome = (ids: ReadonlySet<number>): void => {
    const basis = factBasis(store, day(), store.life.standing);
    const keep = facts.keeper();
    for (const id of ids) {
      const client: Client | null = store.clients.get(id);
      if (client === null) continue;
      facts.write(factsOf(client, store.applications.ofClient(id), basis), facts.of(id), keep);
    }
    if (!touched.transport) transportOfSome.run(JSON.stringify([...ids]));
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
      if (touched.allClients || touched.clients.size > MANY) {
        refreshAll(day());
      } else {
        if (touched.clients.size > 0) refreshSome(touched.clients);
        if (touched.transport) transportOfAll.run();
      }
      if (touched.transport) countDay.run(machineDay());
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
        if (sql.inTransaction) sql.exec('ROLLBACK');
      }
    },
  };
}
