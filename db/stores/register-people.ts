import { defined } from '../../shared/kernel/assert.ts';
import type { Worker, WorkerCompetence } from '../../shared/model/register.ts';
import { recordTable, tally, type RecordTable } from '../record-table.ts';
import type { RegisterStore } from '../register-aggregate.ts';
import type { Session } from '../session.ts';

/** Drivers, assistants and what they hold. */
export type PeoplePart = Pick<
  RegisterStore,
  | 'workers'
  | 'worker'
  | 'upsertWorkers'
  | 'changeWorkerRef'
  | 'removeWorker'
  | 'competences'
  | 'competencesOf'
  | 'setCompetence'
  | 'removeCompetence'
>;

function workerTable(session: Session): RecordTable<Worker> {
  return recordTable<Worker>(session, {
    table: 'worker',
    key: 'ref',
    fields: {
      id: 'number',
      ref: 'text',
      name: 'text',
      provider: 'text',
      role: 'text',
      licensing_authority: 'text',
      badge_number: 'text',
      badge_expires_on: 'text',
      dbs_on: 'text',
      training: 'text',
      training_expires_on: 'text',
      phone: 'text',
      left_on: 'text',
      notes: 'text',
    },
    blank: {
      ref: '',
      name: '',
      provider: '',
      role: 'driver',
      licensing_authority: '',
      badge_number: '',
      badge_expires_on: null,
      dbs_on: null,
      training: '',
      training_expires_on: null,
      phone: '',
      left_on: null,
      notes: '',
    },
    entity: 'worker',
    logAdded: true,
  });
}

/** A competence in a line, as the history has it. */
function said({ issued_on, expires_on }: WorkerCompetence): string {
  const words = [
    ...(issued_on === null ? [] : [`from ${issued_on}`]),
    ...(expires_on === null ? [] : [`to ${expires_on}`]),
  ];
  return words.length === 0 ? 'held' : words.join(' ');
}

/** Drivers and assistants of the register. */
export function registerPeople(session: Session): PeoplePart {
  const { sql } = session;
  const table = workerTable(session);
  const byId = sql.prepare(`SELECT ${table.columns} FROM worker WHERE id = ?`);
  const setRef = sql.prepare('UPDATE worker SET ref = ? WHERE id = ?');
  const dropAssignments = sql.prepare('DELETE FROM assignment WHERE worker_id = ?');
  const dropCompetences = sql.prepare('DELETE FROM worker_competence WHERE worker_id = ?');
  const drop = sql.prepare('DELETE FROM worker WHERE id = ?');
  const columns = 'worker_id, competence, issued_on, expires_on';
  const competences = sql.prepare(
    `SELECT ${columns} FROM worker_competence ORDER BY worker_id, competence`,
  );
  const of = sql.prepare(
    `SELECT ${columns} FROM worker_competence WHERE worker_id = ? ORDER BY competence`,
  );
  const one = sql.prepare(
    `SELECT ${columns} FROM worker_competence WHERE worker_id = ? AND competence = ?`,
  );
  const addOne = sql.prepare(`INSERT INTO worker_competence (${columns}) VALUES (?, ?, ?, ?)`);
  const putOne = sql.prepare(
    'UPDATE worker_competence SET issued_on = ?, expires_on = ? WHERE worker_id = ? AND competence = ?',
  );
  const dropOne = sql.prepare(
    'DELETE FROM worker_competence WHERE worker_id = ? AND competence = ?',
  );

  const worker = (id: number): Worker | null => {
    const row = byId.get(id);
    return row === undefined ? null : table.decode(row);
  };
  const log = (id: number, field: string, before: string, after: string): void => {
    const { ref } = defined(worker(id), `worker ${id}`);
    session.log({ entity: 'worker', ref, client_id: null, field, before, after });
  };
  return {
    workers: () => table.all('name, ref'),
    worker,
    upsertWorkers: (rows) => {
      const counted = tally<number>();
      for (const row of rows) {
        const { outcome, rowid, before } = table.upsert(row);
        counted.note(outcome, before === null ? rowid : Number(before['id']));
      }
      return counted.result();
    },
    changeWorkerRef: (id, ref) => {
      session.mustWrite();
      const before = defined(worker(id), `worker ${id}`).ref;
      if (before === ref) return;
      setRef.run(ref, id);
      log(id, 'ref', before, ref);
    },
    removeWorker: (id) => {
      session.mustWrite();
      log(id, '', '', 'taken out');
      dropAssignments.run(id);
      dropCompetences.run(id);
      drop.run(id);
    },
    competences: () => competences.all() as WorkerCompetence[],
    competencesOf: (worker_id) => of.all(worker_id) as WorkerCompetence[],
    setCompetence: (row) => {
      session.mustWrite();
      const { worker_id, competence, issued_on, expires_on } = row;
      const before = one.get(worker_id, competence) as WorkerCompetence | undefined;
      const field = `competence ${competence}`;
      if (before === undefined) {
        addOne.run(worker_id, competence, issued_on, expires_on);
        log(worker_id, field, '', said(row));
        return 'added';
      }
      if (before.issued_on === issued_on && before.expires_on === expires_on) return 'unchanged';
      putOne.run(issued_on, expires_on, worker_id, competence);
      log(worker_id, field, said(before), said(row));
      return 'changed';
    },
    removeCompetence: (worker_id, competence) => {
      session.mustWrite();
      const before = one.get(worker_id, competence) as WorkerCompetence | undefined;
      if (before === undefined) return;
      dropOne.run(worker_id, competence);
      log(worker_id, `competence ${competence}`, said(before), '');
    },
  };
}
