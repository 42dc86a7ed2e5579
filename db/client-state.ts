import type { IsoDate } from '../shared/calendar/dates.ts';
import { NO_STANDING } from '../shared/casework/stage.ts';
import type { Application, Client } from '../shared/model/client.ts';
import { FACT_COLUMNS, factBasis, factsOf, WORDS_APART } from './client-facts.ts';
import { wordKeeper } from './search-words.ts';
import { HOLDING } from './stores/notice-rows.ts';
import { transportWriter } from './transport-state.ts';
import type { Session } from './session.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { Store } from './store.ts';

/** Keeps `client_state` in step with what it is derived from. */
export interface ClientStates {
  /** At the end of a write: only what was touched. */
  readonly settle: () => void;
  /** After the notices were brought into step: whoever waits for one to be told, or no longer does. */
  readonly settleNotified: () => void;
  /** Before a read: everything, where the day has moved on: a year, a contract or a badge may have ended with it. */
  readonly ensureDay: (on: IsoDate) => void;
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
  | 'settings'
  | 'schools'
  | 'districts'
  | 'terms'
  | 'inYear'
  | 'clients'
  | 'applications'
  | 'life'
  | 'particulars'
  | 'register'
  | 'tif'
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
  const transport = transportWriter(sql, store);
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
    const weeks = store.particulars.weeks();
    const helped = store.tif.lastSaid('transfer_help');
    const basis = factBasis(store, on, {
      standing: (ref) => standings.get(ref) ?? NO_STANDING,
      week: (id) => weeks.get(id),
      transferHelp: ({ id, tif_signed }) => (tif_signed === 'none' ? '' : (helped.get(id) ?? '')),
    });
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
      transport.all(on);
    };
    if (clients.length - kept.size > Math.max(MANY, kept.size)) withoutIndexes(sql, fill);
    else fill();
    writeDay.run(on);
  };
  const refreshFacts = (ids: ReadonlySet<number>): void => {
    const basis = factBasis(store, day(), {
      standing: store.life.standing,
      week: store.particulars.of,
      transferHelp: ({ id, tif_signed }) =>
        tif_signed === 'none' ? '' : (store.tif.lastSigned(id)?.answers['transfer_help'] ?? ''),
    });
    const keep = facts.keeper();
    for (const id of ids) {
      const client: Client | null = store.clients.get(id);
      if (client === null) continue;
      facts.write(factsOf(client, store.applications.ofClient(id), basis), facts.of(id), keep);
    }
  };

  // Whom no open notice held before or holds now stands as they stood, however many were opened and overridden.
  const held = sql
    .prepare(
      `SELECT s.client_id FROM client_state s WHERE s.client_id IN (SELECT value FROM json_each(?))
       AND (s.why = 'notice_open' OR EXISTS (SELECT 1 FROM ${HOLDING.tables} WHERE n.client_id = s.client_id AND ${HOLDING.are}))`,
    )
    .pluck();

  let checkedDay: IsoDate | null = null;
  const ensureDay = (on: IsoDate): void => {
    if (on === checkedDay) return;
    const kept = readDay.get() as IsoDate | undefined;
    if (kept !== on) {
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
    checkedDay = on;
  };
  return {
    settle: () => {
      const { clients, riders } = touched;
      if (touched.allClients || clients.size > MANY) {
        refreshAll(day());
      } else {
        if (clients.size > 0) refreshFacts(clients);
        if (touched.transport) transport.all(day());
        else if (clients.size + riders.size > 0) transport.some([...clients, ...riders], day());
      }
      if (touched.transport || riders.size > 0) countDay.run(machineDay());
    },
    settleNotified: () => {
      if (touched.notified.size === 0) return;
      const ids = held.all(JSON.stringify([...touched.notified])) as number[];
      if (ids.length > MANY) transport.all(day());
      else if (ids.length > 0) transport.some(ids, day());
      if (ids.length > 0) countDay.run(machineDay());
    },
    ensureDay,
    drift: (on) => {
      ensureDay(on);
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
