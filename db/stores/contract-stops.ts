import type { ContractStop } from '../../shared/model/contract.ts';
import { tally } from '../record-table.ts';
import type { Session } from '../session.ts';
import type { SqlValue } from '../sql.ts';
import type { ContractsStore } from '../store.ts';

interface StopRow {
  readonly contract_id: number;
  readonly client_id: number;
  readonly stop_order: number;
  readonly pick_up_s: number | null;
  readonly released: number;
  readonly left_on: string | null;
}

function toStop(row: unknown): ContractStop {
  const stop = row as StopRow;
  return { ...stop, released: stop.released === 1 } as ContractStop;
}

function textOf(value: SqlValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

const COLUMNS = 'contract_id, client_id, stop_order, pick_up_s, released, left_on';

type StopsPart = Pick<
  ContractsStore,
  'stops' | 'stopsOf' | 'stopOfClient' | 'upsertStops' | 'release'
>;

/** Who is on which contract, in pick-up order. */
export function contractStops(session: Session): StopsPart {
  const { sql, touched } = session;
  const all = sql.prepare(
    `SELECT ${COLUMNS} FROM contract_stop ORDER BY contract_id, stop_order, client_id`,
  );
  const ofContract = sql.prepare(
    `SELECT ${COLUMNS} FROM contract_stop WHERE contract_id = ? ORDER BY stop_order, client_id`,
  );
  const one = sql.prepare(
    `SELECT ${COLUMNS} FROM contract_stop WHERE contract_id = ? AND client_id = ?`,
  );
  const carrying = sql.prepare(
    `SELECT ${COLUMNS} FROM contract_stop WHERE client_id = ? AND left_on IS NULL
     ORDER BY released, contract_id LIMIT 1`,
  );
  const put = sql.prepare(
    `INSERT INTO contract_stop (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (contract_id, client_id) DO UPDATE SET stop_order = excluded.stop_order,
       pick_up_s = excluded.pick_up_s, released = excluded.released, left_on = excluded.left_on`,
  );
  const contractRef = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();
  const setReleased = sql.prepare(
    'UPDATE contract_stop SET released = ? WHERE contract_id = ? AND client_id = ?',
  );

  const log = (
    row: StopRow,
    field: string,
    before: SqlValue | undefined,
    after: SqlValue,
  ): void => {
    session.log({
      entity: 'stop',
      ref: String(contractRef.get(row.contract_id)),
      client_id: row.client_id,
      field,
      before: textOf(before),
      after: textOf(after),
    });
  };

  return {
    stops: () => all.all().map(toStop),
    stopsOf: (contract_id) => ofContract.all(contract_id).map(toStop),
    stopOfClient: (client_id) => {
      const row = carrying.get(client_id);
      return row === undefined ? null : toStop(row);
    },
    upsertStops: (rows) => {
      session.mustWrite();
      const counted = tally<string>();
      for (const row of rows) {
        const before = one.get(row.contract_id, row.client_id) as StopRow | undefined;
        const released =
          row.released === undefined ? (before?.released ?? 0) : row.released ? 1 : 0;
        const next: StopRow = { ...row, released };
        const fields = ['stop_order', 'pick_up_s', 'released', 'left_on'] as const;
        const changed = fields.filter((field) => before?.[field] !== next[field]);
        const outcome =
          before === undefined ? 'added' : changed.length > 0 ? 'changed' : 'unchanged';
        if (outcome !== 'unchanged') {
          const { contract_id, client_id, stop_order, pick_up_s, left_on } = next;
          put.run(contract_id, client_id, stop_order, pick_up_s, released, left_on);
          touched.clients.add(client_id);
          if (before === undefined) log(next, '', '', 'added');
          else for (const field of changed) log(next, field, before[field], next[field]);
        }
        counted.note(outcome, `${row.contract_id} ${row.client_id}`);
      }
      return counted.result();
    },
    release: (client_id, released) => {
      session.mustWrite();
      const row = carrying.get(client_id) as StopRow | undefined;
      if (row === undefined) return false;
      const next = released ? 1 : 0;
      if (row.released === next) return true;
      setReleased.run(next, row.contract_id, client_id);
      touched.clients.add(client_id);
      log(row, 'released', row.released === 1 ? 'yes' : 'no', released ? 'yes' : 'no');
      return true;
    },
  };
}
