import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { CaseRecord, SignedDecision, StatusMove } from '../../shared/casework/case-record.ts';
import type { Proposal } from '../../shared/eligibility/decide.ts';
import { formatDate } from '../../shared/format/date.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Application, ApplicationStatus } from '../../shared/model/client.ts';
import type {
  Appeal,
  AppealEnd,
  AppealGiven,
  AppealGround,
  Award,
  DecisionOutcome,
} from '../../shared/model/decision.ts';
import {
  APPEAL_RESULT_WORDS,
  MODE_WORDS,
  STATUS_WORDS,
  withinSentence,
} from '../../shared/model/words.ts';
import type { Session } from '../session.ts';
import type { ApplicationsStore, DecisionsStore } from '../store.ts';
import type { LifeStore } from './life-store.ts';

interface DecisionRow {
  readonly id: number;
  readonly application_ref: string;
  readonly client_id: number;
  readonly decided_on: string;
  readonly outcome: DecisionOutcome;
  readonly award: string | null;
  readonly reason: string;
  readonly departs: number;
  readonly facts: string;
  readonly signed_by: string;
  readonly supersedes: number | null;
}

interface AppealRow {
  readonly id: number;
  readonly application_ref: string;
  readonly decision_id: number;
  readonly stage: Appeal['stage'];
  readonly grounds: string;
  readonly lodged_on: string;
  readonly transport_goes_on: number;
  readonly note: string;
  readonly signed_by: string;
  readonly result: AppealEnd['result'] | null;
  readonly result_on: string | null;
  readonly result_note: string;
  readonly result_by: string;
}

/** The columns that `toAppeal` reads. */
export const APPEAL_COLUMNS =
  'id, application_ref, decision_id, stage, grounds, lodged_on, transport_goes_on, note, signed_by, result, result_on, result_note, result_by';
/** Facts as a store of any age has them: decisions signed before evidence was kept hold none. */
interface KeptFacts extends Omit<Proposal, 'evidence' | 'school'> {
  readonly evidence?: Proposal['evidence'];
  readonly school: Omit<Proposal['school'], 'section_i_version'> &
    Partial<Pick<Proposal['school'], 'section_i_version'>>;
}

function withEvidence(facts: KeptFacts): Proposal {
  const { section_i_version = null, ...school } = facts.school;
  return { ...facts, school: { ...school, section_i_version }, evidence: facts.evidence ?? [] };
}

function toDecision(raw: unknown): SignedDecision {
  const row = raw as DecisionRow;
  return {
    ...row,
    decided_on: row.decided_on as IsoDate,
    award: row.award === null ? null : (JSON.parse(row.award) as Award),
    departs: row.departs === 1,
    facts: withEvidence(JSON.parse(row.facts) as KeptFacts),
  };
}

/** A row of `appeal` as the record it holds. */
export function toAppeal(raw: unknown): Appeal {
  const row = raw as AppealRow;
  const { result, result_on } = row;
  return {
    id: row.id,
    application_ref: row.application_ref,
    decision_id: row.decision_id,
    stage: row.stage,
    grounds: JSON.parse(row.grounds) as AppealGround[],
    lodged_on: row.lodged_on as IsoDate,
    transport_goes_on: row.transport_goes_on === 1,
    note: row.note,
    signed_by: row.signed_by,
    end:
      result === null || result_on === null
        ? null
        : { result, on: result_on as IsoDate, note: row.result_note, signed_by: row.result_by },
  };
}

/** Keeps an appeal, and its result once. */
function appealWriter(session: Session) {
  const { sql } = session;
  const list = sql.prepare(
    `SELECT ${APPEAL_COLUMNS} FROM appeal WHERE application_ref = ? ORDER BY id`,
  );
  const add = sql.prepare(
    `INSERT INTO appeal (application_ref, decision_id, stage, grounds, lodged_on, transport_goes_on, note, signed_by,
       result_note, result_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '')`,
  );
  const end = sql.prepare(
    'UPDATE appeal SET result = ?, result_on = ?, result_note = ?, result_by = ? WHERE id = ?',
  );
  const log = (decision: SignedDecision, text: string): void => {
    const { application_ref: ref, client_id } = decision;
    session.log({
      entity: 'application',
      ref,
      client_id,
      field: 'appeal',
      before: '',
      after: text,
    });
  };
  return {
    list: (ref: string) => list.all(ref).map(toAppeal),
    lodge: (decision: SignedDecision, given: AppealGiven): void => {
      session.mustWrite();
      add.run(
        decision.application_ref,
        decision.id,
        given.stage,
        JSON.stringify(given.grounds),
        given.lodged_on,
        given.transport_goes_on ? 1 : 0,
        given.note,
        given.signed_by,
      );
      log(decision, `stage ${given.stage}, lodged on ${formatDate(given.lodged_on)}`);
    },
    end: (decision: SignedDecision, appeal: Appeal, given: AppealEnd): void => {
      session.mustWrite();
      end.run(given.result, given.on, given.note, given.signed_by, appeal.id);
      const result = withinSentence(APPEAL_RESULT_WORDS[given.result]);
      log(decision, `stage ${appeal.stage}, ${result} on ${formatDate(given.on)}`);
    },
  };
}

/** Decisions as they were signed, and the appeals against them. The application's state follows each decision. */
export function decisionsStore(
  session: Session,
  { applications, life }: { readonly applications: ApplicationsStore; readonly life: LifeStore },
): DecisionsStore {
  const { sql, touched } = session;
  const columns =
    'id, application_ref, client_id, decided_on, outcome, award, reason, departs, facts, signed_by, supersedes';
  const one = sql.prepare(`SELECT ${columns} FROM decision WHERE id = ?`);
  const list = sql.prepare(`SELECT ${columns} FROM decision WHERE application_ref = ? ORDER BY id`);
  const last = sql.prepare('SELECT max(id) FROM decision WHERE application_ref = ?').pluck();
  const add = sql.prepare(
    `INSERT INTO decision (application_ref, client_id, decided_on, outcome, award, reason, departs, facts, signed_by,
       supersedes, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const moves = sql.prepare(
    `SELECT h.after AS "to", substr(c.at, 1, 10) AS "on", c.who AS "by" FROM history h JOIN change c ON c.id = h.change_id
     WHERE h.client_id = ? AND h.entity = 'application' AND h.field = 'status' AND h.ref = ?
       AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.application_ref = h.ref AND d.change_id = c.id) ORDER BY h.id`,
  );
  const awards = sql.prepare(
    `SELECT d.application_ref, d.award FROM decision d WHERE d.award IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM decision next WHERE next.supersedes = d.id)`,
  );
  const appeals = appealWriter(session);

  const get = (id: number): SignedDecision => toDecision(defined(one.get(id), `decision ${id}`));
  const record = (application: Application): CaseRecord => ({
    application,
    moves: moves.all(application.client_id, application.ref) as StatusMove[],
    decisions: list.all(application.ref).map(toDecision),
    appeals: appeals.list(application.ref),
    steps: life.steps(application.ref),
    information: life.information(application.ref),
  });
  return {
    record,
    sign: ({ application, decided_on, given, departs, facts }) => {
      session.mustWrite();
      const { ref, client_id } = application;
      const { outcome, award, reason, signed_by } = given;
      const supersedes = last.get(ref) as number | null;
      const added = add.run(
        ref,
        client_id,
        decided_on,
        outcome,
        award === null ? null : JSON.stringify(award),
        reason,
        departs ? 1 : 0,
        JSON.stringify(facts),
        signed_by,
        supersedes,
        session.changeId(),
      );
      const mode = award === null ? '' : `, ${withinSentence(MODE_WORDS[award.mode])}`;
      const status: ApplicationStatus = outcome;
      const before = supersedes === null ? '' : STATUS_WORDS[get(supersedes).outcome];
      session.log({
        entity: 'application',
        ref,
        client_id,
        field: 'decision',
        before,
        after: `${STATUS_WORDS[outcome]}${mode}`,
      });
      applications.update(ref, { status });
      // The same outcome again changes no status, but the day it was first decided may be new.
      touched.clients.add(client_id);
      return get(Number(added.lastInsertRowid));
    },
    awards: () =>
      new Map(
        (awards.all() as { application_ref: string; award: string }[]).map((row) => [
          row.application_ref,
          JSON.parse(row.award) as Award,
        ]),
      ),
    lodge: (decision_id, given) => {
      const decision = get(decision_id);
      appeals.lodge(decision, given);
      touched.clients.add(decision.client_id);
    },
    end: (appeal, given) => {
      const decision = get(appeal.decision_id);
      appeals.end(decision, appeal, given);
      touched.clients.add(decision.client_id);
    },
  };
}
