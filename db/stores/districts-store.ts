import type { District } from '../../shared/model/school.ts';
import { recordTable, tally } from '../record-table.ts';
import type { Session } from '../session.ts';
import type { DistrictsStore } from '../store.ts';

/** Districts by ONS code, with their boundary where one was imported. */
export function districtsStore(session: Session): DistrictsStore {
  const table = recordTable<District>(session, {
    table: 'district',
    key: 'code',
    fields: {
      code: 'text',
      name: 'text',
      own: 'flag',
      lat: 'number',
      lon: 'number',
      boundary: 'text',
    },
    blank: { code: '', name: '', own: false, lat: 0, lon: 0, boundary: '' },
    entity: null,
  });
  return {
    all: () => table.all('name, code'),
    get: (code) => table.get(code),
    upsertMany: (rows) => {
      const counted = tally<string>();
      for (const row of rows) {
        const { outcome } = table.upsert(row);
        if (outcome !== 'unchanged') session.touched.allClients = true;
        counted.note(outcome, row.code);
      }
      return counted.result();
    },
  };
}
