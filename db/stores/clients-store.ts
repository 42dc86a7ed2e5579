import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import { recordTable, tally, type Fields } from '../record-table.ts';
import type { Session } from '../session.ts';
import type { ClientsStore } from '../store.ts';

/** How each field of a client lies in its column. */
export const CLIENT_FIELDS: Fields<Client> = {
  id: 'number',
  ref: 'text',
  forename: 'text',
  surname: 'text',
  date_of_birth: 'text',
  year_group: 'number',
  carer_name: 'text',
  carer_relationship: 'text',
  phone: 'text',
  language_or_format: 'text',
  home_address: 'text',
  postcode: 'text',
  uprn: 'text',
  second_address: 'text',
  second_postcode: 'text',
  second_days: 'list',
  lat: 'number',
  lon: 'number',
  position_source: 'text',
  position_error_m: 'number',
  district_code: 'text',
  care_status: 'text',
  school_urn: 'number',
  school_given: 'text',
  school_urn_given: 'text',
  ehcp: 'flag',
  section_i: 'text',
  need: 'text',
  low_income_basis: 'text',
  religion_or_belief: 'text',
  social_worker: 'flag',
  mobility: 'text',
  wheelchair: 'text',
  occupied_weight_kg: 'number',
  sole_occupancy: 'flag',
  sole_until: 'text',
  assistant: 'text',
  not_with: 'list',
  equipment: 'text',
  medical: 'text',
  rescue_medication: 'flag',
  risk_assessment_on: 'text',
  handover: 'text',
  days: 'list',
  clinical_limit_s: 'number',
  transport_start_on: 'text',
  protected_address: 'flag',
  notes: 'text',
  tif_signed: 'text',
  tif_year: 'number',
};

/** A client of whom nothing is known but the reference. */
export const BLANK_CLIENT: Omit<Client, 'id'> = {
  ref: '',
  forename: '',
  surname: '',
  date_of_birth: null,
  year_group: null,
  carer_name: '',
  carer_relationship: '',
  phone: '',
  language_or_format: '',
  home_address: '',
  postcode: '',
  uprn: '',
  second_address: '',
  second_postcode: '',
  second_days: [],
  lat: null,
  lon: null,
  position_source: 'none',
  position_error_m: null,
  district_code: '',
  care_status: '',
  school_urn: null,
  school_given: '',
  school_urn_given: '',
  ehcp: null,
  section_i: '',
  need: null,
  low_income_basis: '',
  religion_or_belief: '',
  social_worker: false,
  mobility: null,
  wheelchair: '',
  occupied_weight_kg: null,
  sole_occupancy: false,
  sole_until: null,
  assistant: null,
  not_with: [],
  equipment: '',
  medical: '',
  rescue_medication: false,
  risk_assessment_on: null,
  handover: '',
  days: [],
  clinical_limit_s: null,
  transport_start_on: null,
  protected_address: false,
  notes: '',
  tif_signed: 'none',
  tif_year: null,
};

/** The children carried, keyed by the council's own reference. */
export function clientsStore(session: Session): ClientsStore {
  const { sql, touched } = session;
  const table = recordTable<Client>(session, {
    table: 'client',
    key: 'ref',
    fields: CLIENT_FIELDS,
    blank: BLANK_CLIENT,
    entity: 'client',
    clientOf: (row) => Number(row['id']),
  });
  const byId = sql.prepare(`SELECT ${table.columns} FROM client WHERE id = ?`);
  const ids = sql.prepare('SELECT ref, id FROM client').raw();
  const get = (id: number): Client | null => {
    const row = byId.get(id);
    return row === undefined ? null : table.decode(row);
  };
  return {
    count: table.count,
    all: () => table.all('id'),
    get,
    byRef: (ref) => table.get(ref),
    ids: () => new Map(ids.all() as [string, number][]),
    upsertMany: (rows) => {
      const counted = tally<number>();
      for (const row of rows) {
        const { outcome, rowid, before } = table.upsert(row);
        const id = before === null ? rowid : Number(before['id']);
        if (outcome !== 'unchanged') touched.clients.add(id);
        counted.note(outcome, id);
      }
      return counted.result();
    },
    update: (id, patch) => {
      const before = defined(get(id), `client ${id}`);
      const { outcome } = table.upsert({ ...patch, ref: before.ref });
      if (outcome === 'unchanged') return before;
      touched.clients.add(id);
      return defined(get(id), `client ${id}`);
    },
  };
}
