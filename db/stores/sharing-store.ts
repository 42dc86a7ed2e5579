import type { SharingPair, StaysApart } from '../../shared/model/sharing.ts';
import { toRecord } from '../rows.ts';
import type { Session } from '../session.ts';
import type { SharingStore } from '../sharing-aggregate.ts';

const SAID = 'reason, recorded_on, recorded_by';

/** One row a pair of schools, one a child; what was said before stands in the history. */
export function sharingStore(session: Session): SharingStore {
  const { sql, touched } = session;
  const pairs = sql.prepare(
    `SELECT school_a, school_b, allowed, ${SAID} FROM school_sharing ORDER BY school_a, school_b`,
  );
  const onePair = sql.prepare(
    `SELECT school_a, school_b, allowed, ${SAID} FROM school_sharing WHERE school_a = ? AND school_b = ?`,
  );
  const putPair = sql.prepare(
    `INSERT INTO school_sharing (school_a, school_b, allowed, ${SAID}) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (school_a, school_b) DO UPDATE SET allowed = excluded.allowed, reason = excluded.reason,
       recorded_on = excluded.recorded_on, recorded_by = excluded.recorded_by`,
  );
  const dropPair = sql.prepare('DELETE FROM school_sharing WHERE school_a = ? AND school_b = ?');
  const apart = sql.prepare(
    `SELECT client_id, ground, ${SAID} FROM stays_apart ORDER BY client_id`,
  );
  const oneApart = sql.prepare(
    `SELECT client_id, ground, ${SAID} FROM stays_apart WHERE client_id = ?`,
  );
  const putApart = sql.prepare(
    `INSERT INTO stays_apart (client_id, ground, ${SAID}) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (client_id) DO UPDATE SET ground = excluded.ground, reason = excluded.reason,
       recorded_on = excluded.recorded_on, recorded_by = excluded.recorded_by`,
  );
  const dropApart = sql.prepare('DELETE FROM stays_apart WHERE client_id = ?');
  const nameOf = sql.prepare('SELECT name FROM school WHERE urn = ?').pluck();
  const refOf = sql.prepare('SELECT ref FROM client WHERE id = ?').pluck();
  const toPair = (row: unknown): SharingPair =>
    toRecord(row, [], ['allowed']) as unknown as SharingPair;
  const wordsOf = ({ allowed, reason }: SharingPair): string =>
    `${allowed ? 'may' : 'may not'} share a vehicle: ${reason}`;
  const logPair = ({ school_a, school_b }: SharingPair, before: string, after: string): void => {
    const ref = `${String(nameOf.get(school_a))} and ${String(nameOf.get(school_b))}`;
    session.log({
      entity: 'school_sharing',
      ref,
      client_id: null,
      field: 'sharing',
      before,
      after,
    });
  };
  const logApart = (client_id: number, before: string, after: string): void => {
    const ref = String(refOf.get(client_id));
    session.log({ entity: 'client', ref, client_id, field: 'stays_apart', before, after });
    touched.clients.add(client_id);
  };
  return {
    records: () => ({ pairs: pairs.all().map(toPair), apart: apart.all() as StaysApart[] }),
    setPair: (pair) => {
      session.mustWrite();
      const { school_a, school_b, allowed, reason, recorded_on, recorded_by } = pair;
      const before = onePair.get(school_a, school_b);
      putPair.run(school_a, school_b, allowed ? 1 : 0, reason, recorded_on, recorded_by);
      logPair(pair, before === undefined ? '' : wordsOf(toPair(before)), wordsOf(pair));
    },
    clearPair: (pair) => {
      session.mustWrite();
      dropPair.run(pair.school_a, pair.school_b);
      logPair(pair, wordsOf(pair), 'nothing said any more');
    },
    setApart: (given) => {
      session.mustWrite();
      const { client_id, ground, reason, recorded_on, recorded_by } = given;
      const before = oneApart.get(client_id) as StaysApart | undefined;
      putApart.run(client_id, ground, reason, recorded_on, recorded_by);
      logApart(client_id, before?.reason ?? '', reason);
    },
    clearApart: ({ client_id, reason }) => {
      session.mustWrite();
      dropApart.run(client_id);
      logApart(client_id, reason, 'may share again');
    },
  };
}
