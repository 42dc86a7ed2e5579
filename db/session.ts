import { clockText, nextClock, parseClock } from '../shared/history/clock.ts';
import { deviceReader, type Place } from './device.ts';
import { startJournal } from './journal.ts';
import { lineMaker } from './journal-lines.ts';
import type { Change } from './store.ts';
import type { Sql } from './sql.ts';
import { tracedTables } from './traces.ts';

/** One line of the history: a field of a record, or with field '' the record's coming (`added`). */
export interface HistoryLine {
  /** The kind of record; its word is in `shared/history/entity-words.ts`. */
  readonly entity: string;
  readonly ref: string;
  readonly client_id: number | null;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What a write has touched, so that what is derived from it is brought into step before it is committed. */
export interface Touched {
  /** Clients whose own record, application or seat on a contract changed. */
  readonly clients: Set<number>;
  /** Something that every client's state may rest on changed: schools, districts, terms, settings. */
  allClients: boolean;
  /** Contracts or the plan changed: who is carried has to be worked out again for all. */
  transport: boolean;
  /** Clients whom an edit of the plan in use carries otherwise: with whoever shares their vehicles, they are all that it touches. */
  readonly riders: Set<number>;
  /** Clients of whom a notice was opened, told or withdrawn: those who wait for one to be told are judged again. */
  readonly notified: Set<number>;
  /** A contract's mark, confirmed or not, is another: it is noted with how its children are carried. */
  marked: boolean;
  /** The plan in use carries somebody otherwise than before, and did not come by being saved whole. */
  carriage: boolean;
}

/** The connection and the write under way; shared by all stores of one open file. */
export interface Session {
  readonly sql: Sql;
  /** Where this copy of the store lies. */
  readonly place: Place;
  readonly touched: Touched;
  /** Throws outside `write`: a bug, for nothing changes without a reason. */
  readonly mustWrite: () => void;
  /** Id of the change being written. A change of nothing leaves none. */
  readonly changeId: () => number;
  readonly log: (line: HistoryLine) => void;
  /** Writes without the journal: what is made or thrown away whole and by the thousand rows. Such a write is never undone. */
  readonly quietly: <T>(work: () => T) => T;
}

/** A session that can begin and end a write. */
export interface WritingSession extends Session {
  /** Before the transaction of a write begins. */
  readonly ready: () => void;
  /** Gives the change its clock; within the transaction. */
  readonly begin: (change: Change) => void;
  /** Before commit: lines for what no store wrote one for; a change of nothing is taken out again. */
  readonly finish: () => void;
  /** Forgets the change and what it touched, after commit or rollback. */
  readonly end: () => void;
}

/** Gives each change its row: who, why, when, and a clock later than that of every change in the store. */
function changeWriter(sql: Sql, place: Place) {
  const add = sql.prepare(
    'INSERT INTO change (at, who, why, clock, undoes) VALUES (?, ?, ?, ?, ?)',
  );
  const last = sql.prepare('SELECT max(clock) FROM change').pluck();
  const device = deviceReader(sql, place);
  return (change: Change): number => {
    const now = Date.now();
    const clock = nextClock(parseClock(String(last.get())), now, device());
    const at = change.at ?? new Date(now).toISOString();
    const { lastInsertRowid } = add.run(
      at,
      change.who,
      change.why,
      clockText(clock),
      change.undoes ?? null,
    );
    return Number(lastInsertRowid);
  };
}

/** Starts a session on an open, migrated connection to the file at a place. */
export function startSession(sql: Sql, place: Place): WritingSession {
  const addChange = changeWriter(sql, place);
  const tables = tracedTables(sql);
  const journal = startJournal(sql, tables);
  const makeLines = lineMaker(sql, tables);
  const isJournalled = sql
    .prepare('SELECT EXISTS (SELECT 1 FROM row_change WHERE change_id = ?)')
    .pluck();
  const dropChange = sql.prepare('DELETE FROM change WHERE id = ?');
  const addHistory = sql.prepare(
    `INSERT INTO history (change_id, entity, ref, client_id, field, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const touched: Touched = {
    clients: new Set(),
    allClients: false,
    transport: false,
    riders: new Set(),
    notified: new Set(),
    marked: false,
    carriage: false,
  };
  let current: { readonly id: number; readonly undoes: boolean } | null = null;
  let isUsed = false;
  const now = (): number => {
    if (current === null) throw new Error('The store was changed outside write()');
    return current.id;
  };
  const session: WritingSession = {
    sql,
    place,
    touched,
    mustWrite: () => {
      now();
    },
    changeId: () => {
      isUsed = true;
      return now();
    },
    log: (line) => {
      const { entity, ref, client_id, field, before, after } = line;
      addHistory.run(session.changeId(), entity, ref, client_id, field, before, after);
    },
    quietly: (work) => {
      const id = session.changeId();
      journal.tell(null);
      try {
        return work();
      } finally {
        journal.tell(id);
      }
    },
    ready: journal.ready,
    begin: (change) => {
      const id = addChange(change);
      current = { id, undoes: change.undoes !== undefined };
      isUsed = false;
      journal.tell(id);
    },
    finish: () => {
      const id = now();
      const { undoes } = current ?? { undoes: false };
      // An undoing writes its own lines: those of what it undoes, turned round.
      if (isJournalled.get(id) === 1 && !undoes) makeLines(id, isUsed, session.log);
      else if (!isUsed && isJournalled.get(id) === 0) dropChange.run(id);
    },
    end: () => {
      if (current !== null) journal.tell(null);
      current = null;
      touched.clients.clear();
      touched.allClients = false;
      touched.transport = false;
      touched.riders.clear();
      touched.notified.clear();
      touched.marked = false;
      touched.carriage = false;
    },
  };
  return session;
}
