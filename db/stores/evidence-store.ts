import type { IsoDate } from '../../shared/calendar/dates.ts';
import { evidenceWords } from '../../shared/casework/evidence-words.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { EvidenceGiven, EvidenceRecord, Withdrawal } from '../../shared/model/evidence.ts';
import type { EvidenceStore } from '../evidence-store.ts';
import type { Session } from '../session.ts';

interface Row {
  readonly id: number;
  readonly application_ref: string;
  readonly client_id: number;
  readonly given: string;
  readonly recorded_on: string;
  readonly recorded_by: string;
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string;
  readonly withdrawn_reason: string;
}

/** The withdrawal that a row holds, null for none. */
export function toWithdrawal(
  row: Pick<Row, 'withdrawn_on' | 'withdrawn_by' | 'withdrawn_reason'>,
): Withdrawal | null {
  return row.withdrawn_on === null
    ? null
    : { on: row.withdrawn_on as IsoDate, by: row.withdrawn_by, reason: row.withdrawn_reason };
}

function toRecord(raw: unknown): EvidenceRecord {
  const row = raw as Row;
  return {
    id: row.id,
    application_ref: row.application_ref,
    given: JSON.parse(row.given) as EvidenceGiven,
    recorded_on: row.recorded_on as IsoDate,
    recorded_by: row.recorded_by,
    withdrawn: toWithdrawal(row),
  };
}

/** Evidence of applications, one row a record for ever. */
export function evidenceStore(session: Session): EvidenceStore {
  const { sql } = session;
  const columns =
    'id, application_ref, client_id, given, recorded_on, recorded_by, withdrawn_on, withdrawn_by, withdrawn_reason';
  const one = sql.prepare(`SELECT ${columns} FROM evidence WHERE id = ?`);
  const of = sql.prepare(`SELECT ${columns} FROM evidence WHERE application_ref = ? ORDER BY id`);
  const all = sql.prepare(`SELECT ${columns} FROM evidence ORDER BY id`);
  const clientId = sql.prepare('SELECT client_id FROM evidence WHERE id = ?').pluck();
  const add = sql.prepare(
    `INSERT INTO evidence (application_ref, client_id, kind, given, recorded_on, recorded_by, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = sql.prepare(
    'UPDATE evidence SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const log = (ref: string, client_id: number, before: string, after: string): void => {
    session.log({ entity: 'application', ref, client_id, field: 'evidence', before, after });
    session.touched.clients.add(client_id);
  };
  return {
    of: (ref) => of.all(ref).map(toRecord),
    all: () => {
      const found = new Map<string, EvidenceRecord[]>();
      for (const raw of all.all()) {
        const record = toRecord(raw);
        const known = found.get(record.application_ref);
        if (known === undefined) found.set(record.application_ref, [record]);
        else known.push(record);
      }
      return found;
    },
    record: ({ ref, client_id }, given, { on, by }) => {
      session.mustWrite();
      const change = session.changeId();
      const added = add.run(ref, client_id, given.kind, JSON.stringify(given), on, by, change);
      log(ref, client_id, '', evidenceWords(given));
      const id = Number(added.lastInsertRowid);
      return toRecord(defined(one.get(id), `evidence ${id}`));
    },
    withdraw: ({ id, application_ref, given }, { on, by, reason }) => {
      session.mustWrite();
      withdraw.run(on, by, reason, id);
      const words = `withdrawn: ${reason}`;
      log(application_ref, Number(clientId.get(id)), evidenceWords(given), words);
    },
  };
}
