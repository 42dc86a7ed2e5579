import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { PlacementFee, SavedProvision } from '../../shared/model/placement.ts';
import { readProvision } from '../../shared/pressure/placements/read-provision.ts';
import type { PlacementsStore } from '../placements-aggregate.ts';
import type { Session } from '../session.ts';

/** What another version of Kerbside wrote and this one cannot read is left out of the list; it stays in the file. */
function toProvision(raw: unknown): SavedProvision[] {
  const row = raw as { id: number; name: string; asked: string; saved_on: IsoDate };
  const { provision } = readProvision({ ...(JSON.parse(row.asked) as object), name: row.name });
  return provision === null ? [] : [{ id: row.id, saved_on: row.saved_on, provision }];
}

/** Fees of single schools and named provisions. */
export function placementsStore(session: Session): PlacementsStore {
  const { sql } = session;
  const fees = sql.prepare(
    'SELECT school_urn, from_on, fee_pence, source FROM placement_fee ORDER BY school_urn, from_on',
  );
  const putFee = sql.prepare(
    `INSERT INTO placement_fee (school_urn, from_on, fee_pence, source) VALUES (?, ?, ?, ?)
     ON CONFLICT (school_urn, from_on) DO UPDATE SET fee_pence = excluded.fee_pence, source = excluded.source`,
  );
  const dropFee = sql.prepare('DELETE FROM placement_fee WHERE school_urn = ? AND from_on = ?');
  const columns = 'id, name, asked, saved_on';
  const list = sql.prepare(`SELECT ${columns} FROM provision ORDER BY name`);
  const byName = sql.prepare(`SELECT ${columns} FROM provision WHERE name = ?`);
  const put = sql.prepare(
    `INSERT INTO provision (name, asked, saved_on) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET asked = excluded.asked, saved_on = excluded.saved_on`,
  );
  const drop = sql.prepare('DELETE FROM provision WHERE id = ?');
  return {
    fees: () => fees.all() as PlacementFee[],
    saveFee: ({ school_urn, from_on, fee_pence, source }) => {
      session.mustWrite();
      putFee.run(school_urn, from_on, fee_pence, source);
    },
    deleteFee: (school_urn, from_on) => {
      session.mustWrite();
      return dropFee.run(school_urn, from_on).changes > 0;
    },
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
