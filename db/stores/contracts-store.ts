import type { Contract } from '../../shared/model/contract.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { recordTable, tally, type RecordTable } from '../record-table.ts';
import type { Session } from '../session.ts';
import type { ContractsStore } from '../store.ts';
import type { ContractMark } from './contract-mark.ts';
import { contractStops } from './contract-stops.ts';

function contractTable(session: Session): RecordTable<Contract> {
  return recordTable<Contract>(session, {
    table: 'contract',
    key: 'ref',
    fields: {
      id: 'number',
      ref: 'text',
      route_ref: 'text',
      provider: 'text',
      vehicle_given: 'text',
      vehicle_class: 'text',
      seats: 'number',
      wheelchairs: 'number',
      price_day_pence: 'number',
      assistant: 'flag',
      assistant_day_pence: 'number',
      assistants: 'number',
      days_a_year: 'number',
      starts_on: 'text',
      ends_on: 'text',
      school_urn: 'number',
      school_given: 'text',
      arrives_s: 'number',
      departs_s: 'number',
      fuel_share_percent: 'number',
      last_indexed_on: 'text',
      previous_day_pence: 'number',
      confirmed: 'flag',
    },
    // A contract without dates runs always; 190 school days a year is the usual school year in England
    // (Education (School Day and School Year) Regulations 1999: 380 sessions).
    blank: {
      ref: '',
      route_ref: '',
      provider: '',
      vehicle_given: '',
      vehicle_class: '',
      seats: 0,
      wheelchairs: 0,
      price_day_pence: 0,
      assistant: false,
      assistant_day_pence: 0,
      assistants: null,
      days_a_year: 190,
      starts_on: '0001-01-01' as IsoDate,
      ends_on: '9999-12-31' as IsoDate,
      school_urn: null,
      school_given: '',
      arrives_s: null,
      departs_s: null,
      fuel_share_percent: null,
      last_indexed_on: null,
      previous_day_pence: null,
      confirmed: false,
    },
    entity: 'contract',
    logAdded: true,
  });
}

/** The contract register: running routes and who is on them. */
export function contractsStore(session: Session, mark: ContractMark): ContractsStore {
  const { sql, touched } = session;
  const table = contractTable(session);
  const byId = sql.prepare(`SELECT ${table.columns} FROM contract WHERE id = ?`);
  const providers = sql.prepare(
    `SELECT DISTINCT provider FROM contract WHERE provider <> '' ORDER BY provider`,
  );
  return {
    count: table.count,
    all: () => table.all('id'),
    get: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : table.decode(row);
    },
    byRef: (ref) => table.get(ref),
    providers: () => providers.pluck().all() as string[],
    upsertMany: (rows) => {
      const counted = tally<number>();
      for (const row of rows) {
        const { outcome, rowid, before } = table.upsert(row);
        if (outcome !== 'unchanged') {
          touched.transport = true;
          const after = table.get(row.ref);
          if (after !== null)
            mark.follow(after, before === null ? null : before['confirmed'] === 1);
        }
        counted.note(outcome, before === null ? rowid : Number(before['id']));
      }
      return counted.result();
    },
    ...contractStops(session),
  };
}
