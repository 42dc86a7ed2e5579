import { parseIsoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { NO_STANDING, type Standing } from '../../shared/casework/stage.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { Application, Client } from '../../shared/model/client.ts';
import type {
  InformationAsked,
  InformationRequest,
  LifeStep,
  LifeStepKind,
  StepGiven,
} from '../../shared/model/life.ts';
import { STEP_WORDS } from '../../shared/model/words.ts';
import type { Session } from '../session.ts';

type Subject = Pick<Application, 'ref' | 'client_id'>;

/** Steps after a decision, and information asked for before one. The rules are the caller's. */
export interface LifeStore {
  /** Steps of one application, oldest first, those taken back among them. */
  readonly steps: (ref: string) => readonly LifeStep[];
  readonly information: (ref: string) => readonly InformationRequest[];
  readonly sign: (application: Subject, given: StepGiven) => void;
  /** Takes a step back, once; it stays to be seen. */
  readonly takeBack: (
    application: Subject,
    step: LifeStep,
    given: NonNullable<LifeStep['taken_back']>,
  ) => void;
  readonly ask: (application: Subject, asked: InformationAsked) => void;
  /** Says that it was chased, and when it is chased next. */
  readonly chase: (
    application: Subject,
    request: InformationRequest,
    given: { readonly on: IsoDate; readonly chase_on: IsoDate },
  ) => void;
  readonly answer: (
    application: Subject,
    request: InformationRequest,
    given: NonNullable<InformationRequest['answer']>,
  ) => void;
  /** Keeps that a protected address was looked at; who did is whoever writes. */
  readonly look: (client: Pick<Client, 'id' | 'ref'>) => void;
  /** What the stage of one application rests on besides its status. */
  readonly standing: (ref: string) => Standing;
  /** The same of all applications that have any, read at once. */
  readonly standings: () => ReadonlyMap<string, Standing>;
}

interface StepRow extends StepGiven {
  readonly id: number;
  readonly application_ref: string;
  readonly taken_back_on: IsoDate | null;
  readonly taken_back_by: string;
  readonly taken_back_why: string;
}

interface InformationRow extends InformationAsked {
  readonly id: number;
  readonly application_ref: string;
  readonly chased_on: string;
  readonly answered_on: IsoDate | null;
  readonly answered_by: string;
  readonly answer: string;
}

interface StandingRow {
  readonly ref: string;
  readonly appealed: number;
  readonly step: LifeStepKind | null;
  readonly decided_on: string | null;
}

function toStep(raw: unknown): LifeStep {
  const { taken_back_on: on, taken_back_by: by, taken_back_why: why, ...row } = raw as StepRow;
  return { ...row, taken_back: on === null ? null : { on, by, why } };
}

function toInformation(raw: unknown): InformationRequest {
  const { answered_on, answered_by, answer, chased_on, ...row } = raw as InformationRow;
  const days = (JSON.parse(chased_on) as string[]).flatMap((day) => parseIsoDate(day) ?? []);
  return {
    ...row,
    chased_on: days,
    answer: answered_on === null ? null : { on: answered_on, by: answered_by, note: answer },
  };
}

const toStanding = ({ appealed, step, decided_on }: StandingRow): Standing => ({
  appealed: appealed === 1,
  step,
  decided_on,
});

const STANDING = `a.ref, EXISTS (SELECT 1 FROM appeal p WHERE p.application_ref = a.ref AND p.result IS NULL) AS appealed,
  (SELECT s.kind FROM life_step s WHERE s.application_ref = a.ref AND s.taken_back_on IS NULL ORDER BY s.id DESC LIMIT 1) AS step,
  (SELECT min(d.decided_on) FROM decision d WHERE d.application_ref = a.ref) AS decided_on`;

/** Keeps steps and requests; each is a line of the child's history. */
export function lifeStore(session: Session): LifeStore {
  const { sql, touched } = session;
  const steps = sql.prepare(
    `SELECT id, application_ref, kind, on_date AS "on", signed_by, note, taken_back_on, taken_back_by, taken_back_why
     FROM life_step WHERE application_ref = ? ORDER BY id`,
  );
  const information = sql.prepare(
    `SELECT id, application_ref, asked_for, asked_of, asked_on, chase_on, signed_by, chased_on, answered_on, answered_by, answer
     FROM information_request WHERE application_ref = ? ORDER BY id`,
  );
  const addStep = sql.prepare(
    `INSERT INTO life_step (application_ref, kind, on_date, signed_by, note, taken_back_by, taken_back_why, change_id)
     VALUES (?, ?, ?, ?, ?, '', '', ?)`,
  );
  const takeBack = sql.prepare(
    'UPDATE life_step SET taken_back_on = ?, taken_back_by = ?, taken_back_why = ? WHERE id = ?',
  );
  const ask = sql.prepare(
    `INSERT INTO information_request (application_ref, asked_for, asked_of, asked_on, chase_on, signed_by, chased_on,
       answered_by, answer, change_id) VALUES (?, ?, ?, ?, ?, ?, '[]', '', '', ?)`,
  );
  const chase = sql.prepare(
    'UPDATE information_request SET chased_on = ?, chase_on = ? WHERE id = ?',
  );
  const answer = sql.prepare(
    'UPDATE information_request SET answered_on = ?, answered_by = ?, answer = ? WHERE id = ?',
  );
  const standing = sql.prepare(`SELECT ${STANDING} FROM application a WHERE a.ref = ?`);
  const standings = sql.prepare(
    `SELECT ${STANDING} FROM application a WHERE a.ref IN
       (SELECT application_ref FROM life_step UNION SELECT application_ref FROM decision)`,
  );
  const note = ({ ref, client_id }: Subject, field: string, after: string): void => {
    touched.clients.add(client_id);
    session.log({ entity: 'application', ref, client_id, field, before: '', after });
  };
  return {
    steps: (ref) => steps.all(ref).map(toStep),
    information: (ref) => information.all(ref).map(toInformation),
    sign: (application, { kind, on, signed_by, note: text }) => {
      session.mustWrite();
      addStep.run(application.ref, kind, on, signed_by, text, session.changeId());
      note(
        application,
        'step',
        `${STEP_WORDS[kind]} on ${formatDate(on)}${text === '' ? '' : `. ${text}`}`,
      );
    },
    takeBack: (application, step, { on, by, why }) => {
      session.mustWrite();
      takeBack.run(on, by, why, step.id);
      note(application, 'step', `${STEP_WORDS[step.kind]} taken back on ${formatDate(on)}. ${why}`);
    },
    ask: (application, asked) => {
      session.mustWrite();
      const { asked_for, asked_of, asked_on, chase_on, signed_by } = asked;
      ask.run(
        application.ref,
        asked_for,
        asked_of,
        asked_on,
        chase_on,
        signed_by,
        session.changeId(),
      );
      note(application, 'information', `asked of ${asked_of}: ${asked_for}`);
    },
    chase: (application, request, { on, chase_on }) => {
      session.mustWrite();
      chase.run(JSON.stringify([...request.chased_on, on]), chase_on, request.id);
      note(application, 'information', `chased with ${request.asked_of} on ${formatDate(on)}`);
    },
    answer: (application, request, given) => {
      session.mustWrite();
      answer.run(given.on, given.by, given.note, request.id);
      const said = given.note === '' ? '' : `: ${given.note}`;
      note(application, 'information', `answered by ${request.asked_of}${said}`);
    },
    look: ({ id, ref }) => {
      session.mustWrite();
      session.log({
        entity: 'client',
        ref,
        client_id: id,
        field: 'address_look',
        before: '',
        after: 'looked at',
      });
    },
    standing: (ref) => {
      const row = standing.get(ref);
      return row === undefined ? NO_STANDING : toStanding(row as StandingRow);
    },
    standings: () =>
      new Map((standings.all() as StandingRow[]).map((row) => [row.ref, toStanding(row)])),
  };
}
