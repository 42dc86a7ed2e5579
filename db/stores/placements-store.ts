import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { SavedProvision } from '../../shared/model/placement.ts';
import { readProvision } from '../../shared/pressure/placements/read-provision.ts';
import type { PlacementsStore } from '../placements-aggregate.ts';
import type { Session } from '../session.ts';
import { placementFees } from './placement-fees.ts';

/** What another version of Kerbside wrote and this one cannot read is left out of the list; it stays in the file. */
function toProvision(raw: unknown): SavedProvision[] {
  const row = raw as { id: number; name: string; asked: string; saved_on: IsoDate };
  const { provision } = readProvision({ ...(JSON.parse(row.asked) as object), name: row.name });
  return provision === null ? [] : [{ id: row.id, saved_on: row.saved_on, provision }];
}

/** Fees of single schools and named provisions. */
export function placementsStore(session: Session): PlacementsStore {
  const { sql } = session;
  const columns = 'id, name, asked, saved_on';
  const list = sql.prepare(`SELECT ${columns} FROM provision ORDER BY name`);
  const byName = sql.prepare(`SELECT ${columns} FROM provision WHERE name = ?`);
  const put = sql.prepare(
    `INSERT INTO provision (name, asked, saved_on) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET asked = excluded.asked, saved_on = excluded.saved_on`,
  );
  const drop = sql.prepare('DELETE FROM provision WHERE id = ?');
  return {
    ...placementFees(session),
    provisions: () => list.all().flatMap(toProvision),
    saveProvision: (provision, on) => {
      session.mustWrite();
      put.run(provision.name, JSON.stringify(provision), on);
      const [saved] = toProvision(byName.get(provision.name));
      return defined(saved, `provision ${provision.name}`);
    },
    deleteProvision: (id) => {
      session.mustWrite();
      return drop.run(id).changes > 0;
    },
  };
}
