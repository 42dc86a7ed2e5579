import type { Postcode } from '../../shared/model/school.ts';
import type { Session } from '../session.ts';
import type { PostcodesStore } from '../store.ts';

/**
 * Postcodes and their centroids, up to 1.8 million: a clustered table, one statement a row, and counts
 * from the table's growth, so that a whole directory goes in at some hundred thousand rows a second.
 */
export function postcodesStore(session: Session): PostcodesStore {
  const { sql } = session;
  const columns = 'postcode, lat, lon, district_code, country_code, error_m';
  const counting = sql.prepare('SELECT count(*) FROM postcode').pluck();
  const one = sql.prepare(`SELECT ${columns} FROM postcode WHERE postcode = ?`);
  const put = sql.prepare(
    `INSERT INTO postcode (${columns}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (postcode) DO UPDATE SET lat = excluded.lat, lon = excluded.lon,
       district_code = excluded.district_code, country_code = excluded.country_code,
       error_m = excluded.error_m
     WHERE lat <> excluded.lat OR lon <> excluded.lon OR district_code <> excluded.district_code
       OR country_code <> excluded.country_code OR error_m <> excluded.error_m`,
  );
  const count = (): number => Number(counting.get());
  return {
    count,
    get: (postcode) => (one.get(postcode) as Postcode | undefined) ?? null,
    lookup: (postcodes) => {
      const found = new Map<string, Postcode>();
      for (const postcode of postcodes) {
        if (found.has(postcode)) continue;
        const row = one.get(postcode) as Postcode | undefined;
        if (row !== undefined) found.set(postcode, row);
      }
      return found;
    },
    upsertMany: (rows) => {
      session.mustWrite();
      const before = count();
      let written = 0;
      for (const row of rows) {
        written += put.run(
          row.postcode,
          row.lat,
          row.lon,
          row.district_code,
          row.country_code,
          row.error_m,
        ).changes;
      }
      const added = count() - before;
      return { added, changed: written - added, unchanged: rows.length - written };
    },
  };
}
