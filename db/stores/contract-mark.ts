import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { Session } from '../session.ts';

/** Keeps the register's mark of a contract (confirmed or not) and its last signed step saying the same. */
export interface ContractMark {
  /** A step was signed: the mark follows. */
  readonly set: (contract_id: number, confirmed: boolean) => void;
  /** The mark came or changed with the register: a step that says so, dated by the contract's start or by today where that is earlier. */
  readonly follow: (contract: Contract, before: boolean | null) => void;
}

const NEW = 'As the contract register says; the day is that of the contract’s start, or of its import where that came first.'; // prettier-ignore
const CHANGED = 'The contract register says otherwise than before.';

/** `today`: the day of the store, on which something is taken in. */
export function contractMark(session: Session, today: () => IsoDate): ContractMark {
  const { sql, touched } = session;
  const read = sql.prepare('SELECT ref, confirmed FROM contract WHERE id = ?');
  const write = sql.prepare('UPDATE contract SET confirmed = ? WHERE id = ?');
  const add = sql.prepare(
    `INSERT INTO service_step (route_ref, contract_id, state, "on", by, why, recorded)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT clock FROM change WHERE id = ?))`,
  );
  const words = (confirmed: boolean): string => (confirmed ? 'yes' : 'no');
  return {
    set: (contract_id, confirmed) => {
      const row = read.get(contract_id) as { readonly ref: string; readonly confirmed: number } | undefined; // prettier-ignore
      if (row === undefined || (row.confirmed === 1) === confirmed) return;
      write.run(confirmed ? 1 : 0, contract_id);
      touched.transport = true;
      touched.marked = true;
      session.log({
        entity: 'contract',
        ref: row.ref,
        client_id: null,
        field: 'confirmed',
        before: words(!confirmed),
        after: words(confirmed),
      });
    },
    follow: ({ id, ref, route_ref, confirmed, starts_on }, before) => {
      if (before === confirmed) return;
      touched.marked = true;
      const day = today();
      const on = before === null && starts_on < day ? starts_on : day;
      add.run(
        route_ref === '' ? ref : route_ref,
        id,
        confirmed ? 'confirmed' : 'awarded',
        on,
        'Contract register',
        before === null ? NEW : CHANGED,
        session.changeId(),
      );
    },
  };
}
