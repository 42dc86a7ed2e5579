import type { HandBack } from '../../shared/model/bedding-in.ts';
import type { BeddingInStore } from '../bedding-in-aggregate.ts';
import type { Session } from '../session.ts';

/** Hand-backs. */
export function beddingInStore(session: Session): BeddingInStore {
  const { sql } = session;
  const columns = 'id, contract_id, "on", last_day, reason, by, children';
  const all = sql.prepare(`SELECT ${columns} FROM hand_back ORDER BY id DESC`);
  const of = sql.prepare(`SELECT ${columns} FROM hand_back WHERE contract_id = ? ORDER BY id DESC`);
  const add = sql.prepare(
    `INSERT INTO hand_back (contract_id, "on", last_day, reason, by, children) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const contractRef = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();
  return {
    handBacks: () => all.all() as HandBack[],
    handBacksOf: (contract_id) => of.all(contract_id) as HandBack[],
    recordHandBack: (given) => {
      session.mustWrite();
      const { contract_id, on, last_day, reason, by, children } = given;
      const { lastInsertRowid } = add.run(contract_id, on, last_day, reason, by, children);
      session.log({
        entity: 'contract',
        ref: String(contractRef.get(contract_id)),
        client_id: null,
        field: 'hand_back',
        before: '',
        after: `last day ${last_day}, ${reason}, signed by ${by}`,
      });
      return { ...given, id: Number(lastInsertRowid) };
    },
  };
}
