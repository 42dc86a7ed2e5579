/** Problems of routes, reported before there was one contact log, are entries of it afterwards. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { ok } from '../../shared/kernel/result.ts';
import { openStore } from '../../db/open.ts';
import { madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

describe('a store of the version before the contact log', () => {
  it('keeps every problem of a route, open or closed, and finds those about a child', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    const before = MIGRATIONS.filter(({ version }) => version < 215);
    migrate(sql, before, () => ok(null));
    sql.exec(`
      INSERT INTO change (id, at, who, why) VALUES (1, '2026-08-01T09:00:00.000Z', 'Tester', 'a test');
      INSERT INTO school (urn, name, town, postcode, lat, lon, district_code, type_group, status, needs, designation, independent)
        VALUES (7, 'School', '', '', 51.2, 0.5, '', '', 'open', '[]', '', 0);
      INSERT INTO client (id, ref, forename, surname, carer_name, carer_relationship, phone, language_or_format, home_address, postcode,
         uprn, second_address, second_postcode, second_days, position_source, district_code, care_status, school_urn, school_given,
         school_urn_given, section_i, low_income_basis, religion_or_belief, social_worker, wheelchair, sole_occupancy, not_with,
         equipment, medical, rescue_medication, handover, days, protected_address, notes)
       VALUES (3, 'A1', '', '', '', '', '', '', '', '', '', '', '', '[]', 'none', '', '', 7, '', '', '', '', '', 0, '', 0, '[]', '', '',
         0, '', '[]', 0, '');
      INSERT INTO contract (id, ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence, assistant,
        assistant_day_pence, days_a_year, starts_on, ends_on, school_urn, school_given, confirmed)
        VALUES (1, 'C1', 'R1', 'Old Cars', '', 'taxi', 4, 0, 7000, 0, 0, 190, '2023-09-01', '2026-07-31', 7, '', 1),
          (2, 'C2', 'R1', 'New Cars', '', 'taxi', 4, 0, 7000, 0, 0, 190, '2026-09-01', '2027-07-31', 7, '', 1);
      INSERT INTO route_problem (id, route_ref, client_id, kind, happened_on, what, told_by, recorded_on, recorded_by)
        VALUES (4, 'R1', 3, 'late', '2026-09-07', 'Marzipan spilt on the seat.', 'parent', '2026-09-08', 'S Clarke');
      INSERT INTO route_problem (id, route_ref, kind, happened_on, what, told_by, recorded_on, recorded_by, closed_on, closed_by, outcome)
        VALUES (9, 'R2', 'vehicle', '2026-09-04', 'Ramp stuck.', '', '2026-09-04', 'S Clarke', '2026-09-09', 'T Ashdown', 'Mended.');`);
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(
      sql
        .prepare(
          'SELECT id, kind, client_id, route_ref, provider, urn, what, closed_on, closed_by, outcome, restricted FROM contact ORDER BY id',
        )
        .all(),
    ).toEqual([
      {
        id: 4,
        kind: 'late',
        client_id: 3,
        route_ref: 'R1',
        provider: 'New Cars',
        urn: 7,
        what: 'Marzipan spilt on the seat.',
        closed_on: null,
        closed_by: '',
        outcome: '',
        restricted: 0,
      },
      {
        id: 9,
        kind: 'vehicle',
        client_id: null,
        route_ref: 'R2',
        provider: '',
        urn: null,
        what: 'Ramp stuck.',
        closed_on: '2026-09-09',
        closed_by: 'T Ashdown',
        outcome: 'Mended.',
        restricted: 0,
      },
    ]);
    expect(sql.prepare('SELECT contact_id, kind, by, words FROM contact_step').all()).toEqual([
      { contact_id: 9, kind: 'closed', by: 'T Ashdown', words: 'Mended.' },
    ]);
    const found = sql.prepare(`SELECT rowid FROM note_text WHERE note_text MATCH 'marzipan'`);
    expect(found.pluck().all()).toEqual([4 * 8 + 7]);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    sql.close();
  });

  it('opens as a store of today', () => {
    const path = join(folder.path, 'today.kerbside');
    madeStore(path).close();
    const opened = openStore(path, {});
    expect(opened.ok && opened.value.inYear.contacts({}, { restricted: true })).toEqual([]);
    if (opened.ok) opened.value.close();
  });
});
