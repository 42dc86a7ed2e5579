/** Fees of schools and provisions by name: kept, replaced, taken out; and a store of the version before takes them in. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';
import { FEE, PROVISION } from './placement-writes.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

describe('fees and provisions', () => {
  const store = madeStore(join(folder.path, 'kept.kerbside'));
  addPlaces(store);
  afterAll(() => {
    store.close();
  });

  it('are kept, one a school and day, one a name', () => {
    store.write(BY_TEST, () => {
      store.placements.saveFee(FEE);
      store.placements.saveFee({ ...FEE, fee_pence: 2 });
      store.placements.saveFee({ ...FEE, from_on: isoDate('2027-04-01') });
      store.placements.saveProvision(PROVISION, ON);
      store.placements.saveProvision({ ...PROVISION, places: 9 }, ON);
    });
    expect(store.placements.fees()).toEqual([
      { ...FEE, fee_pence: 2 },
      { ...FEE, from_on: '2027-04-01' },
    ]);
    const [kept] = store.placements.provisions();
    expect(kept?.provision).toEqual({ ...PROVISION, places: 9 });
    expect(store.write(BY_TEST, () => store.placements.deleteFee(FEE))).toBe(true);
    expect(store.write(BY_TEST, () => store.placements.deleteFee(FEE))).toBe(false);
    expect(store.write(BY_TEST, () => store.placements.deleteProvision(defined(kept, 'kept').id))).toBe(true); // prettier-ignore
    expect(store.placements.provisions()).toEqual([]);
  });

  it('refuse a fee below nothing, without a source, or of a school of no list', () => {
    const put = (given: Partial<typeof FEE>) => () => {
      store.write(BY_TEST, () => {
        store.placements.saveFee({ ...FEE, ...given });
      });
    };
    expect(put({ fee_pence: -1 })).toThrow(/CHECK/);
    expect(put({ source: '' })).toThrow(/CHECK/);
    expect(put({ school_urn: 1 })).toThrow(/FOREIGN KEY/);
  });
});

describe('a store of the version before placements', () => {
  it('keeps its scenarios and settings, and takes fees and provisions', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 255), () => ok(null)); // prettier-ignore
    sql.exec(`INSERT INTO scenario (name, assumptions, saved_on) VALUES ('Mine', '{}', '2026-08-01');
      INSERT INTO school (urn, name, town, postcode, lat, lon, district_code, type_group, status, needs, designation, independent)
        VALUES (7, 'School', '', '', 51.2, 0.5, '', '', 'open', '[]', '', 0);`);
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(sql.prepare('SELECT name FROM scenario').pluck().all()).toEqual(['Mine']);
    sql.exec(
      `INSERT INTO placement_fee (school_urn, from_on, fee_pence, source) VALUES (7, '2026-09-01', 100, 'Contract')`,
    );
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    sql.close();
  });
});

describe('a store of the version before fees by need', () => {
  it('keeps its fees as those of every child, and what was entered or taken out before can still be undone', () => {
    const path = join(folder.path, 'by-need.db');
    const sql = new Database(path);
    migrate(sql, MIGRATIONS.filter(({ version }) => version < 315), () => ok(null)); // prettier-ignore
    sql.exec(`INSERT INTO school (urn, name, town, postcode, lat, lon, district_code, type_group, status, needs, designation, independent)
        VALUES (7, 'School', '', '', 51.2, 0.5, '', '', 'open', '[]', '', 0);
      INSERT INTO placement_fee VALUES (7, '2026-09-01', 100, 'Contract');
      INSERT INTO change (at, who, why, clock) VALUES ('2026-08-01T09:00:00.000Z', 'A', '', '1');
      INSERT INTO row_change (change_id, record, key, field, before, after) VALUES
        (1, 'placement_fee', '[7,"2026-09-01"]', '', NULL, 'added'),
        (1, 'placement_fee', '[7,"2025-09-01"]', '', '{"school_urn":7,"from_on":"2025-09-01","fee_pence":90,"source":"Old"}', NULL),
        (1, 'placement_fee', '[7,"2026-09-01"]', 'fee_pence', 90, 100);`);
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(sql.prepare('SELECT * FROM placement_fee').all()).toEqual([{ school_urn: 7, from_on: '2026-09-01', need: '', phase: '', fee_pence: 100, source: 'Contract' }]); // prettier-ignore
    const kept = sql.prepare('SELECT key, before FROM row_change ORDER BY id').all() as { key: string; before: unknown }[]; // prettier-ignore
    expect(kept.map(({ key }) => key)).toEqual(['[7,"2026-09-01","",""]', '[7,"2025-09-01","",""]', '[7,"2026-09-01","",""]']); // prettier-ignore
    expect(JSON.parse(String(kept[1]?.before))).toEqual({ school_urn: 7, from_on: '2025-09-01', need: '', phase: '', fee_pence: 90, source: 'Old' }); // prettier-ignore
    expect(kept[2]?.before).toBe(90);
    sql.exec(`INSERT INTO placement_fee VALUES (7, '2026-09-01', 'ASD', '', 200, 'Contract')`);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    sql.close();
  });
});
