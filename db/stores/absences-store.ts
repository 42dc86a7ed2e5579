import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Absence, ContractRule } from '../../shared/model/year.ts';
import type { Session } from '../session.ts';
import type { YearStore } from '../year-aggregate.ts';

interface AbsenceRow extends Omit<Absence, 'told' | 'withdrawn'> {
  readonly told_on: IsoDate | null;
  readonly told_s: number | null;
  readonly withdrawn_on: IsoDate | null;
  readonly withdrawn_by: string;
  readonly withdrawn_why: string;
}

function toAbsence(raw: unknown): Absence {
  const { told_on, told_s, withdrawn_on, withdrawn_by, withdrawn_why, ...rest } = raw as AbsenceRow;
  return {
    ...rest,
    told: told_on === null || told_s === null ? null : { on: told_on, s: told_s },
    withdrawn:
      withdrawn_on === null ? null : { on: withdrawn_on, by: withdrawn_by, why: withdrawn_why },
  };
}

type AbsencesPart = Pick<
  YearStore,
  'absences' | 'absence' | 'recordAbsence' | 'withdrawAbsence' | 'contractRules' | 'setContractRule'
>;

/** Who was away, and contracts' own rules of standing down. */
export function absencesPart(session: Session): AbsencesPart {
  const { sql } = session;
  const columns = `id, kind, client_id, urn, contract_id, from_on, to_on, legs, told_on, told_s, why, recorded_on, recorded_by,
    withdrawn_on, withdrawn_by, withdrawn_why`;
  const counting = sql.prepare(
    `SELECT ${columns} FROM absence WHERE withdrawn_on IS NULL ORDER BY from_on, id`,
  );
  const one = sql.prepare(`SELECT ${columns} FROM absence WHERE id = ?`);
  const add = sql.prepare(
    `INSERT INTO absence (kind, client_id, urn, contract_id, from_on, to_on, legs, told_on, told_s, why, recorded_on,
       recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = sql.prepare(
    'UPDATE absence SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_why = ? WHERE id = ?',
  );
  const rules = sql.prepare(
    'SELECT contract_id, days_before, by_s, share_percent, source FROM contract_rule ORDER BY contract_id',
  );
  const rule = sql.prepare(
    'SELECT contract_id, days_before, by_s, share_percent, source FROM contract_rule WHERE contract_id = ?',
  );
  const setRule = sql.prepare(
    `INSERT INTO contract_rule (contract_id, days_before, by_s, share_percent, source) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (contract_id) DO UPDATE SET days_before = excluded.days_before, by_s = excluded.by_s,
       share_percent = excluded.share_percent, source = excluded.source`,
  );
  const dropRule = sql.prepare('DELETE FROM contract_rule WHERE contract_id = ?');
  const contractRef = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();
  const schoolName = sql.prepare('SELECT name FROM school WHERE urn = ?').pluck();
  const clientRef = sql.prepare('SELECT ref FROM client WHERE id = ?').pluck();

  const whose = ({ client_id, urn, contract_id }: Absence): string => {
    const found =
      client_id !== null
        ? clientRef.get(client_id)
        : urn !== null
          ? schoolName.get(urn)
          : contractRef.get(contract_id);
    return (found as string | undefined) ?? '';
  };
  const words = (each: Absence): string => {
    const days = each.from_on === each.to_on ? each.from_on : `${each.from_on} to ${each.to_on}`;
    const who = { child: 'away', school: 'shut', provider: 'did not come' }[each.kind];
    const legs = each.legs === 'both' ? '' : `, ${each.legs}`;
    return `${whose(each)} ${who} ${days}${legs}${each.why === '' ? '' : `, ${each.why}`}`;
  };
  const log = (each: Absence, before: string, after: string): void => {
    const { client_id } = each;
    session.log({
      entity: 'absence',
      ref: whose(each),
      client_id,
      field: 'absence',
      before,
      after,
    });
  };
  const get = (id: number): Absence | null => {
    const row = one.get(id);
    return row === undefined ? null : toAbsence(row);
  };
  const ruleWords = (each: ContractRule): string =>
    `told ${each.days_before} working days before by ${Math.floor(each.by_s / 3600)}:${String(Math.floor((each.by_s % 3600) / 60)).padStart(2, '0')}, ${each.share_percent}% paid (${each.source})`;
  return {
    absences: () => counting.all().map(toAbsence),
    absence: get,
    recordAbsence: (given) => {
      session.mustWrite();
      const { kind, client_id, urn, contract_id, from_on, to_on, legs, told, why } = given;
      const { lastInsertRowid } = add.run(
        kind,
        client_id,
        urn,
        contract_id,
        from_on,
        to_on,
        legs,
        told?.on ?? null,
        told?.s ?? null,
        why,
        given.recorded_on,
        given.recorded_by,
      );
      const made: Absence = { ...given, id: Number(lastInsertRowid), withdrawn: null };
      log(made, '', words(made));
      return made;
    },
    withdrawAbsence: (id, how) => {
      session.mustWrite();
      const before = defined(get(id), `absence ${id}`);
      withdraw.run(how.on, how.by, how.why, id);
      log(before, words(before), `withdrawn: ${how.why}`);
    },
    contractRules: () => rules.all() as ContractRule[],
    setContractRule: (contract_id, given) => {
      session.mustWrite();
      const before = rule.get(contract_id) as ContractRule | undefined;
      if (given === null) dropRule.run(contract_id);
      else
        setRule.run(contract_id, given.days_before, given.by_s, given.share_percent, given.source);
      session.log({
        entity: 'contract',
        ref: String(contractRef.get(contract_id)),
        client_id: null,
        field: 'stand_down',
        before: before === undefined ? '' : ruleWords(before),
        after: given === null ? '' : ruleWords(given),
      });
    },
  };
}
