import { defined } from '../../shared/kernel/assert.ts';
import type { RetenderRound, RoundSchool, RoundSignature } from '../../shared/model/retender-round.ts'; // prettier-ignore
import type { NoticesStore } from '../notices-aggregate.ts';
import type { Session } from '../session.ts';

type RoundsPart = Pick<
  NoticesStore,
  'rounds' | 'round' | 'saveRound' | 'deleteRound' | 'signRound' | 'removeSignatures' | 'closeRound'
>;

/** Retender rounds with their schools, contracts and signatures. */
export function roundsPart(session: Session): RoundsPart {
  const { sql } = session;
  const columns = 'id, name, note, starts_on, plan_id, made_on, made_by, closed_on';
  const all = sql.prepare(`SELECT ${columns} FROM retender_round ORDER BY id DESC`);
  const one = sql.prepare(`SELECT ${columns} FROM retender_round WHERE id = ?`);
  const schools = sql.prepare('SELECT urn, moves_on FROM round_school WHERE round_id = ? ORDER BY urn'); // prettier-ignore
  const contracts = sql.prepare('SELECT contract_id FROM round_contract WHERE round_id = ? ORDER BY contract_id').pluck(); // prettier-ignore
  const signatures = sql.prepare(
    'SELECT seat, officer, signed_on, stood, override_reason FROM round_signature WHERE round_id = ? ORDER BY seat',
  );
  const add = sql.prepare(
    'INSERT INTO retender_round (name, note, starts_on, plan_id, made_on, made_by) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const change = sql.prepare('UPDATE retender_round SET name = ?, note = ?, starts_on = ?, plan_id = ? WHERE id = ?'); // prettier-ignore
  const drop = sql.prepare('DELETE FROM retender_round WHERE id = ?');
  const addSchool = sql.prepare('INSERT INTO round_school (round_id, urn, moves_on) VALUES (?, ?, ?)'); // prettier-ignore
  const dropSchools = sql.prepare('DELETE FROM round_school WHERE round_id = ?');
  const addContract = sql.prepare('INSERT INTO round_contract (round_id, contract_id) VALUES (?, ?)'); // prettier-ignore
  const dropContracts = sql.prepare('DELETE FROM round_contract WHERE round_id = ?');
  const sign = sql.prepare(
    'INSERT INTO round_signature (round_id, seat, officer, signed_on, stood, override_reason) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const unsign = sql.prepare('DELETE FROM round_signature WHERE round_id = ?');
  const close = sql.prepare('UPDATE retender_round SET closed_on = ? WHERE id = ?');

  type Head = Omit<RetenderRound, 'schools' | 'contract_ids' | 'signatures'>;
  const toRound = (raw: unknown): RetenderRound => {
    const head = raw as Head;
    return {
      ...head,
      schools: schools.all(head.id) as RoundSchool[],
      contract_ids: contracts.all(head.id) as number[],
      signatures: signatures.all(head.id).map((each): RoundSignature => {
        const row = each as Omit<RoundSignature, 'stood'> & { readonly stood: string };
        return { ...row, stood: JSON.parse(row.stood) as RoundSignature['stood'] };
      }),
    };
  };
  const round = (id: number): RetenderRound | null => {
    const row = one.get(id);
    return row === undefined ? null : toRound(row);
  };
  const log = (ref: string, before: string, after: string): void => {
    session.log({ entity: 'round', ref, client_id: null, field: 'round', before, after });
  };
  const nameOf = (id: number): string => defined(round(id), `round ${id}`).name;
  return {
    rounds: () => all.all().map(toRound),
    round,
    saveRound: (given_id, given) => {
      session.mustWrite();
      const { name, note, starts_on, plan_id } = given;
      const id =
        given_id ??
        Number(add.run(name, note, starts_on, plan_id, given.made_on, given.made_by).lastInsertRowid); // prettier-ignore
      if (given_id !== null) change.run(name, note, starts_on, plan_id, id);
      dropSchools.run(id);
      for (const { urn, moves_on } of given.schools) addSchool.run(id, urn, moves_on);
      dropContracts.run(id);
      for (const contract_id of given.contract_ids) addContract.run(id, contract_id);
      const what = `${given.schools.length} schools, ${given.contract_ids.length} contracts besides, from ${starts_on}`;
      log(name, given_id === null ? '' : 'as it was', what);
      return id;
    },
    deleteRound: (id) => {
      session.mustWrite();
      const name = nameOf(id);
      // By hand and not by cascade: so that each row is in the journal, and comes back when this is undone.
      dropSchools.run(id);
      dropContracts.run(id);
      unsign.run(id);
      drop.run(id);
      log(name, 'set up', 'taken out');
    },
    signRound: (id, { seat, officer, signed_on, stood, override_reason }) => {
      session.mustWrite();
      sign.run(id, seat, officer, signed_on, JSON.stringify(stood), override_reason);
      const reason = override_reason === '' ? '' : `, though not every line is met: ${override_reason}`; // prettier-ignore
      log(nameOf(id), '', `gate signed by ${officer}${reason}`);
    },
    removeSignatures: (id) => {
      session.mustWrite();
      unsign.run(id);
      log(nameOf(id), 'gate signed', 'signatures taken back');
    },
    closeRound: (id, on) => {
      session.mustWrite();
      close.run(on, id);
      log(nameOf(id), on === null ? 'closed' : 'open', on === null ? 'open again' : 'closed');
    },
  };
}
