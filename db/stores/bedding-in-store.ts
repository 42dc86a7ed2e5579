import { defined } from '../../shared/kernel/assert.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { HandBack, RouteProblem } from '../../shared/model/bedding-in.ts';
import type { BeddingInStore } from '../bedding-in-aggregate.ts';
import type { Session } from '../session.ts';

interface ProblemRow extends Omit<RouteProblem, 'closed'> {
  readonly closed_on: IsoDate | null;
  readonly closed_by: string;
  readonly outcome: string;
}

function toProblem(raw: unknown): RouteProblem {
  const { closed_on, closed_by, outcome, ...rest } = raw as ProblemRow;
  return {
    ...rest,
    closed: closed_on === null ? null : { on: closed_on, by: closed_by, outcome },
  };
}

type HandBackPart = Pick<BeddingInStore, 'handBacks' | 'handBacksOf' | 'recordHandBack'>;

function handBackPart(session: Session): HandBackPart {
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

/** Hand-backs and route problems. */
export function beddingInStore(session: Session): BeddingInStore {
  const { sql } = session;
  const columns = `id, route_ref, client_id, kind, happened_on, what, told_by, recorded_on, recorded_by, closed_on, closed_by,
    outcome`;
  const all = sql.prepare(
    `SELECT ${columns} FROM route_problem ORDER BY closed_on IS NOT NULL, id DESC`,
  );
  const of = sql.prepare(
    `SELECT ${columns} FROM route_problem WHERE route_ref = ? ORDER BY closed_on IS NOT NULL, id DESC`,
  );
  const one = sql.prepare(`SELECT ${columns} FROM route_problem WHERE id = ?`);
  const add = sql.prepare(
    `INSERT INTO route_problem (route_ref, client_id, kind, happened_on, what, told_by, recorded_on, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const close = sql.prepare(
    'UPDATE route_problem SET closed_on = ?, closed_by = ?, outcome = ? WHERE id = ?',
  );
  const problem = (id: number): RouteProblem | null => {
    const row = one.get(id);
    return row === undefined ? null : toProblem(row);
  };
  const log = (each: RouteProblem, before: string, after: string): void => {
    const { route_ref: ref, client_id } = each;
    session.log({ entity: 'route_problem', ref, client_id, field: 'problem', before, after });
  };
  return {
    ...handBackPart(session),
    problems: () => all.all().map(toProblem),
    problemsOf: (route_ref) => of.all(route_ref).map(toProblem),
    problem,
    reportProblem: (given) => {
      session.mustWrite();
      const { route_ref, client_id, kind, happened_on, what, told_by } = given;
      const values = [route_ref, client_id, kind, happened_on, what, told_by] as const;
      const { lastInsertRowid } = add.run(...values, given.recorded_on, given.recorded_by);
      const made: RouteProblem = { ...given, id: Number(lastInsertRowid), closed: null };
      log(made, '', what);
      return made;
    },
    closeProblem: (id, closed) => {
      session.mustWrite();
      const before = defined(problem(id), `route problem ${id}`);
      close.run(closed?.on ?? null, closed?.by ?? '', closed?.outcome ?? '', id);
      log(
        before,
        before.closed === null ? 'open' : `closed: ${before.closed.outcome}`,
        closed === null ? 'open again' : `closed: ${closed.outcome}`,
      );
    },
  };
}
