import { defined } from '../../shared/kernel/assert.ts';
import type { Application } from '../../shared/model/client.ts';
import { recordTable, tally } from '../record-table.ts';
import type { Session } from '../session.ts';
import type { ApplicationPatch, ApplicationsStore } from '../store.ts';

function withoutStatus({ status: _status, ...rest }: ApplicationPatch): ApplicationPatch {
  return rest;
}

/** Requests for transport, recognised by the council's own reference. */
export function applicationsStore(session: Session): ApplicationsStore {
  const { sql, touched } = session;
  const table = recordTable<Application>(session, {
    table: 'application',
    key: 'ref',
    fields: {
      ref: 'text',
      client_id: 'number',
      type: 'text',
      received_on: 'text',
      status: 'text',
      tif_received_on: 'text',
      tif_claimed_complete: 'flag',
      reminder_1_on: 'text',
      reminder_2_on: 'text',
      reminder_3_on: 'text',
      held_reason: 'text',
      held_accepted: 'text',
      questions: 'list',
      assigned_to: 'text',
      assigned_on: 'text',
      decided_on: 'text',
    },
    blank: {
      ref: '',
      client_id: 0,
      type: '',
      received_on: null,
      status: 'received',
      tif_received_on: null,
      tif_claimed_complete: false,
      reminder_1_on: null,
      reminder_2_on: null,
      reminder_3_on: null,
      held_reason: '',
      held_accepted: '',
      questions: [],
      assigned_to: '',
      assigned_on: null,
      decided_on: null,
    },
    entity: 'application',
    clientOf: (row) => Number(row['client_id']),
    logAdded: true,
  });
  const ofClient = sql.prepare(
    `SELECT ${table.columns} FROM application WHERE client_id = ?
     ORDER BY received_on DESC, ref DESC LIMIT 1`,
  );
  const signed = sql.prepare('SELECT DISTINCT application_ref FROM decision').pluck();
  const touch = (client_id: unknown): void => {
    touched.clients.add(Number(client_id));
  };
  return {
    count: table.count,
    all: () => table.all('ref'),
    get: (ref) => table.get(ref),
    ofClient: (client_id) => {
      const row = ofClient.get(client_id);
      return row === undefined ? null : table.decode(row);
    },
    upsertMany: (rows) => {
      const counted = tally<string>();
      // A file that was made before a decision was signed does not take its outcome back.
      const decided = new Set(signed.all() as string[]);
      for (const given of rows) {
        const row = decided.has(given.ref) ? withoutStatus(given) : given;
        const { outcome, before } = table.upsert(row);
        if (outcome !== 'unchanged') {
          touch(row.client_id);
          if (before !== null) touch(before['client_id']);
        }
        counted.note(outcome, row.ref);
      }
      return counted.result();
    },
    update: (ref, patch) => {
      const before = defined(table.get(ref), `application ${ref}`);
      const { outcome } = table.upsert({ ...patch, ref });
      if (outcome !== 'unchanged') touch(before.client_id);
      return defined(table.get(ref), `application ${ref}`);
    },
  };
}
