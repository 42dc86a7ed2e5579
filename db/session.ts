import type { Change } from './store.ts';
import type { Sql } from './sql.ts';

/** One line of the history: a field of a record, or with field '' the record's coming (`added`). */
export interface HistoryLine {
  readonly entity:
    | 'client'
    | 'application'
    | 'school'
    | 'contract'
    | 'stop'
    | 'setting'
    | 'cohort'
    | 'plan'
    | 'district';
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
}

/** The connection and the write under way; shared by all stores of one open file. */
export interface Session {
  readonly sql: Sql;
  readonly touched: Touched;
  /** Throws outside `write`: a bug, for nothing changes without a reason. */
  readonly mustWrite: () => void;
  /** Id of the change being written; its row is made when first asked for, so that a change of nothing leaves none. */
  readonly changeId: () => number;
  readonly log: (line: HistoryLine) => void;
}

/** A session that can begin and end a write. */
export interface WritingSession extends Session {
  readonly begin: (change: Change) => void;
  /** Forgets the change and what it touched, after commit or rollback. */
  readonly end: () => void;
}

/** Starts a session on an open, migrated connection. */
export function startSession(sql: Sql): WritingSession {
  const addChange = sql.prepare('INSERT INTO change (at, who, why) VALUES (?, ?, ?)');
  const addHistory = sql.prepare(
    `INSERT INTO history (change_id, entity, ref, client_id, field, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const touched: Touched = { clients: new Set(), allClients: false, transport: false };
  let current: Change | null = null;
  let changeId: number | null = null;
  const session: WritingSession = {
    sql,
    touched,
    mustWrite: () => {
      if (current === null) throw new Error('The store was changed outside write()');
    },
    changeId: () => {
      if (current === null) throw new Error('The store was changed outside write()');
      changeId ??= Number(
        addChange.run(current.at ?? new Date().toISOString(), current.who, current.why)
          .lastInsertRowid,
      );
      return changeId;
    },
    log: (line) => {
      addHistory.run(
        session.changeId(),
        line.entity,
        line.ref,
        line.client_id,
        line.field,
        line.before,
        line.after,
      );
    },
    begin: (change) => {
      current = change;
      changeId = null;
    },
    end: () => {
      current = null;
      changeId = null;
      touched.clients.clear();
      touched.allClients = false;
      touched.transport = false;
    },
  };
  return session;
}
