import type { AcademicYear } from '../../shared/calendar/dates.ts';
import { startYearOf } from '../../shared/calendar/years.ts';
import { answersOfRecord } from '../../shared/casework/tif/record-answers.ts';
import { formatDate } from '../../shared/format/date.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import type {
  TifAnswers,
  TifConfirmation,
  TifDraft,
  TifSignature,
  TifVersion,
} from '../../shared/model/tif.ts';
import type { Session } from '../session.ts';
import type { ClientsStore } from '../store.ts';
import type { TifStore } from '../tif-aggregate.ts';

interface VersionRow {
  readonly id: number;
  readonly client_id: number;
  readonly number: number;
  readonly kind: TifVersion['kind'];
  readonly answers: string;
  readonly signature: string | null;
  readonly complete: number;
  readonly year: string | null;
}

function toVersion(raw: unknown): TifVersion {
  const row = raw as VersionRow;
  return {
    ...row,
    answers: JSON.parse(row.answers) as TifAnswers,
    signature: row.signature === null ? null : (JSON.parse(row.signature) as TifSignature),
    complete: row.complete === 1,
    year: row.year as AcademicYear | null,
  };
}

const VERSION = 'id, client_id, number, kind, answers, signature, complete, year';

/** Versions, once written, stand: triggers of the schema refuse the rest. */
function versionTable(session: Session) {
  const { sql } = session;
  const list = sql.prepare(
    `SELECT ${VERSION} FROM tif_version WHERE client_id = ? ORDER BY number`,
  );
  const signed = sql.prepare(
    `SELECT ${VERSION} FROM tif_version WHERE client_id = ? AND kind = 'signed' ORDER BY number DESC LIMIT 1`,
  );
  const last = sql.prepare('SELECT max(number) FROM tif_version WHERE client_id = ?').pluck();
  const add = sql.prepare(
    `INSERT INTO tif_version (client_id, number, kind, answers, signature, complete, year, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addVersion = (version: Omit<TifVersion, 'id' | 'number'>): TifVersion => {
    const { client_id, kind, answers, signature, complete, year } = version;
    const number = Number(last.get(client_id) ?? 0) + 1;
    const added = add.run(
      client_id,
      number,
      kind,
      JSON.stringify(answers),
      signature === null ? null : JSON.stringify(signature),
      complete ? 1 : 0,
      year,
      session.changeId(),
    );
    return { ...version, id: Number(added.lastInsertRowid), number };
  };
  return {
    list: (client_id: number): readonly TifVersion[] => list.all(client_id).map(toVersion),
    lastSigned: (client_id: number): TifVersion | null => {
      const row = signed.get(client_id);
      return row === undefined ? null : toVersion(row);
    },
    add: addVersion,
    addImported: (client: Client): number =>
      addVersion({
        client_id: client.id,
        kind: 'imported',
        answers: answersOfRecord(client),
        signature: null,
        complete: false,
        year: null,
      }).number,
  };
}

interface DraftRow {
  readonly from_version: number;
  readonly revision: number;
  readonly started_by: string;
  readonly started_at: string;
}
interface AnswerRow {
  readonly question: string;
  readonly answer: string;
  readonly who: string;
  readonly at: string;
}

/** The form being written: the version it started from under the answers given since. */
function draftTable(session: Session, versions: ReturnType<typeof versionTable>) {
  const { sql } = session;
  const one = sql.prepare(
    'SELECT from_version, revision, started_by, started_at FROM tif_draft WHERE client_id = ?',
  );
  const answers = sql.prepare(
    'SELECT question, answer, who, at FROM tif_draft_answer WHERE client_id = ? ORDER BY question',
  );
  const change = sql.prepare('SELECT who, at FROM change WHERE id = ?');
  const start = sql.prepare(
    'INSERT INTO tif_draft (client_id, from_version, revision, started_by, started_at) VALUES (?, ?, 1, ?, ?)',
  );
  const count = sql.prepare('UPDATE tif_draft SET revision = revision + 1 WHERE client_id = ?');
  const put = sql.prepare(
    `INSERT INTO tif_draft_answer (client_id, question, answer, who, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (client_id, question) DO UPDATE SET answer = excluded.answer, who = excluded.who, at = excluded.at`,
  );
  const dropAnswers = sql.prepare('DELETE FROM tif_draft_answer WHERE client_id = ?');
  const drop = sql.prepare('DELETE FROM tif_draft WHERE client_id = ?');

  const get = (client_id: number): TifDraft | null => {
    const row = one.get(client_id) as DraftRow | undefined;
    if (row === undefined) return null;
    const from = versions.list(client_id).find(({ number }) => number === row.from_version);
    const given = answers.all(client_id) as AnswerRow[];
    return {
      client_id,
      ...row,
      answers: {
        ...defined(from, `version ${row.from_version} of client ${client_id}`).answers,
        ...Object.fromEntries(given.map(({ question, answer }) => [question, answer])),
      },
      given: Object.fromEntries(given.map(({ question, who, at }) => [question, { who, at }])),
    };
  };
  /** The number of the version that a new form starts from; what the record says is kept first where there is none. */
  const startFrom = (client: Client): number =>
    versions.list(client.id).at(-1)?.number ?? versions.addImported(client);
  return {
    get,
    answer: (client: Client, key: string, answer: string): void => {
      const before = get(client.id);
      const { who, at } = change.get(session.changeId()) as Pick<AnswerRow, 'who' | 'at'>;
      if (before === null) start.run(client.id, startFrom(client), who, at);
      else count.run(client.id);
      put.run(client.id, key, answer, who, at);
      session.log({
        entity: 'client',
        ref: client.ref,
        client_id: client.id,
        field: `tif.${key}`,
        before: (before ?? defined(get(client.id), 'draft')).answers[key] ?? '',
        after: answer,
      });
    },
    drop: (client_id: number): void => {
      dropAnswers.run(client_id);
      drop.run(client_id);
    },
  };
}

/** Forms by client: versions, the one being written, confirmations. */
export function tifStore(session: Session, clients: ClientsStore): TifStore {
  const { sql } = session;
  const versions = versionTable(session);
  const drafts = draftTable(session, versions);
  const confirmations = sql.prepare(
    `SELECT id, client_id, version, year, confirmed_by, relationship, confirmed_on, entered_by
     FROM tif_confirmation WHERE client_id = ? ORDER BY id`,
  );
  const addConfirmation = sql.prepare(
    `INSERT INTO tif_confirmation (client_id, version, year, confirmed_by, relationship, confirmed_on, entered_by,
       change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const allSigned = sql.prepare(
    `SELECT client_id, answers FROM tif_version v WHERE kind = 'signed'
       AND client_id IN (SELECT value FROM json_each(?))
       AND number = (SELECT max(number) FROM tif_version w WHERE w.client_id = v.client_id AND w.kind = 'signed')`,
  );
  const said = sql.prepare(
    `SELECT client_id, answer FROM (SELECT client_id, answers ->> ? AS answer FROM tif_version v
       WHERE kind = 'signed'
       AND number = (SELECT max(number) FROM tif_version w WHERE w.client_id = v.client_id AND w.kind = 'signed'))
     WHERE answer <> ''`,
  );
  const drafted = sql.prepare('SELECT client_id FROM tif_draft').pluck();
  const keepConfirmation = (given: Omit<TifConfirmation, 'id'>): void => {
    const { client_id, version, year, confirmed_by, relationship, confirmed_on, entered_by } =
      given;
    addConfirmation.run(
      client_id,
      version,
      year,
      confirmed_by,
      relationship,
      confirmed_on,
      entered_by,
      session.changeId(),
    );
  };
  const log = (client_id: number, after: string): void => {
    const { ref } = defined(clients.get(client_id), `client ${client_id}`);
    session.log({ entity: 'client', ref, client_id, field: 'tif', before: '', after });
  };
  return {
    versions: versions.list,
    lastSigned: versions.lastSigned,
    draft: drafts.get,
    yearsConfirmed: (client_id) => confirmations.all(client_id) as TifConfirmation[],
    answer: (client, { key, answer }) => {
      session.mustWrite();
      drafts.answer(client, key, answer);
    },
    keepImported: (client) => {
      session.mustWrite();
      const number = versions.addImported(client);
      log(client.id, `version ${number}, as imported`);
      return number;
    },
    sign: (signing) => {
      session.mustWrite();
      const { client_id, complete, signature, year } = signing;
      const version = versions.add({ ...signing, kind: 'signed' });
      drafts.drop(client_id);
      const state = complete ? 'complete' : 'incomplete';
      const by = `signed by ${signature.signed_by} on ${formatDate(signature.signed_on)}`;
      log(client_id, `version ${version.number}, ${state}, ${by}`);
      clients.update(client_id, { tif_signed: state, tif_year: startYearOf(year) });
      return version;
    },
    load: (signed, confirmed) => {
      session.mustWrite();
      for (const signing of signed) versions.add({ ...signing, kind: 'signed' });
      for (const each of confirmed) keepConfirmation(each);
    },
    confirm: (given) => {
      session.mustWrite();
      keepConfirmation(given);
      const { client_id, version, year, confirmed_by } = given;
      log(client_id, `version ${version} confirmed for ${year} by ${confirmed_by}`);
      clients.update(client_id, { tif_year: startYearOf(year) });
    },
    lastSaid: (question) => {
      const rows = said.all(question) as { client_id: number; answer: string }[];
      return new Map(rows.map(({ client_id, answer }) => [client_id, answer]));
    },
    working: (signed_of) => {
      const list = JSON.stringify(signed_of);
      const found = new Map<number, { answers: TifAnswers; signed: boolean }>();
      for (const row of allSigned.all(list) as Pick<VersionRow, 'client_id' | 'answers'>[]) {
        found.set(row.client_id, { answers: JSON.parse(row.answers) as TifAnswers, signed: true });
      }
      for (const id of drafted.all() as number[]) {
        found.set(id, { answers: defined(drafts.get(id), `draft ${id}`).answers, signed: false });
      }
      return found;
    },
  };
}
