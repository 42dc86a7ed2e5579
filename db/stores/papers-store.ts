import { defined } from '../../shared/kernel/assert.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type {
  Handed,
  IssuedPaper,
  ListKind,
  PaperToIssue,
  WithdrawalNote,
} from '../../shared/model/paper.ts';
import type { PaperLine, PapersStore } from '../papers-aggregate.ts';
import type { Session } from '../session.ts';
import type { SheetsStore } from '../sheets-aggregate.ts';
import { toWithdrawal } from './evidence-store.ts';

interface Withdrawable {
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string;
  readonly withdrawn_reason: string;
}

function toPaper(raw: unknown): IssuedPaper {
  const row = raw as Omit<IssuedPaper, 'content' | 'clients' | 'withdrawn'> &
    Withdrawable & { readonly content: string; readonly clients: string };
  const { withdrawn_on, withdrawn_by, withdrawn_reason, ...paper } = row;
  return {
    ...paper,
    content: JSON.parse(row.content) as IssuedPaper['content'],
    clients: JSON.parse(row.clients) as readonly number[],
    withdrawn: toWithdrawal({ withdrawn_on, withdrawn_by, withdrawn_reason }),
  };
}

function toLine(raw: unknown): PaperLine {
  const row = raw as Omit<PaperLine, 'clients' | 'withdrawn'> &
    Withdrawable & { readonly clients: string };
  const { withdrawn_on, withdrawn_by, withdrawn_reason, ...line } = row;
  return {
    ...line,
    clients: JSON.parse(row.clients) as readonly number[],
    withdrawn: toWithdrawal({ withdrawn_on, withdrawn_by, withdrawn_reason }),
  };
}

interface NoteRow extends Omit<WithdrawalNote, 'told' | 'destroyed'> {
  readonly told_on: IsoDate | null;
  readonly told_by: string;
  readonly how: Handed;
  readonly destroyed_on: IsoDate | null;
  readonly destroyed_said: string;
}

function toNote(raw: unknown): WithdrawalNote {
  const { told_on, told_by, how, destroyed_on, destroyed_said, ...note } = raw as NoteRow;
  return {
    ...note,
    told: told_on === null ? null : { on: told_on, by: told_by, how },
    destroyed: destroyed_on === null ? null : { on: destroyed_on, said: destroyed_said },
  };
}

const WITHDRAWN = 'withdrawn_on, withdrawn_by, withdrawn_reason';
const PAPER = `id, kind, subject, version, recipient, how, plan_id, issued_on, issued_by, content, clients, ${WITHDRAWN}`;
const LOG = `SELECT 'route_sheet' AS kind, id, NULL AS letter, route_ref AS subject, recipient, version, issued_on, issued_by, how, clients,
    ${WITHDRAWN}, change_id FROM route_sheet
  UNION ALL SELECT kind, id, NULL, subject, recipient, version, issued_on, issued_by, how, clients, ${WITHDRAWN}, change_id FROM paper
  UNION ALL SELECT 'family_letter', l.id, l.kind, l.ref, l.addressee, 0, l.issued_on, c.who, 'post', json_array(l.client_id),
    l.withdrawn_on, l.withdrawn_by, l.withdrawn_reason, l.change_id
  FROM letter l JOIN change c ON c.id = l.change_id WHERE l.kind LIKE 'transport_%'
  ORDER BY change_id DESC, id DESC`;
const NOTE = `SELECT n.id, n.sheet_id, s.route_ref, s.version, s.recipient, n.reason, n.prepared_on, n.prepared_by, n.told_on, n.told_by,
    n.how, n.destroyed_on, n.destroyed_said
  FROM withdrawal_note n JOIN route_sheet s ON s.id = n.sheet_id`;

/** Lists, notes, and the log of all papers. */
export function papersStore(session: Session, sheets: SheetsStore): PapersStore {
  const log = session.sql.prepare(LOG);
  return {
    log: () => log.all().map(toLine),
    ...listsPart(session),
    ...notesPart(session, sheets),
  };
}

type ListsPart = Pick<PapersStore, 'inForce' | 'get' | 'nextVersion' | 'issue' | 'withdraw'>;

function listsPart(session: Session): ListsPart {
  const { sql } = session;
  const inForce = sql.prepare(
    `SELECT ${PAPER} FROM paper WHERE kind = ? AND withdrawn_on IS NULL ORDER BY subject`,
  );
  const standing = sql.prepare(
    `SELECT ${PAPER} FROM paper WHERE kind = ? AND subject = ? AND withdrawn_on IS NULL`,
  );
  const one = sql.prepare(`SELECT ${PAPER} FROM paper WHERE id = ?`);
  const next = sql
    .prepare('SELECT coalesce(max(version), 0) + 1 FROM paper WHERE kind = ? AND subject = ?')
    .pluck();
  const add = sql.prepare(
    `INSERT INTO paper (kind, subject, version, recipient, how, plan_id, issued_on, issued_by, content, clients, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const end = sql.prepare(
    'UPDATE paper SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const note = (kind: ListKind, recipient: string, before: string, after: string): void => {
    session.log({ entity: 'paper', ref: recipient, client_id: null, field: kind, before, after });
  };
  const withdraw: PapersStore['withdraw'] = (paper, { on, by, reason }) => {
    session.mustWrite();
    end.run(on, by, reason, paper.id);
    note(paper.kind, paper.recipient, `version ${paper.version}`, `withdrawn: ${reason}`);
  };
  const issueOne = (paper: PaperToIssue, on: IsoDate, by: string): void => {
    const { kind, subject, version, recipient, how, plan_id } = paper;
    const before = standing.get(kind, subject);
    if (before !== undefined)
      withdraw(toPaper(before), { on, by, reason: `replaced by version ${version}` });
    const kept = [JSON.stringify(paper.content), JSON.stringify(paper.clients)];
    add.run(kind, subject, version, recipient, how, plan_id, on, by, ...kept, session.changeId());
    note(kind, recipient, '', `version ${version}`);
  };
  return {
    inForce: (kind) =>
      new Map(inForce.all(kind).map((row) => [toPaper(row).subject, toPaper(row)])),
    get: (id) => {
      const row = one.get(id);
      return row === undefined ? null : toPaper(row);
    },
    nextVersion: (kind, subject) => Number(next.get(kind, subject)),
    issue: (papers, { on, by }) => {
      session.mustWrite();
      for (const paper of papers) issueOne(paper, on, by);
    },
    withdraw,
  };
}

type NotesPart = Pick<
  PapersStore,
  | 'withdrawSheet'
  | 'withdrawFor'
  | 'prepareNote'
  | 'withdrawalNotes'
  | 'withdrawalNote'
  | 'noteTold'
  | 'noteDestroyed'
>;

function notesPart(session: Session, sheets: SheetsStore): NotesPart {
  const { sql } = session;
  const all = sql.prepare(`${NOTE} ORDER BY n.destroyed_on IS NOT NULL, n.id DESC`);
  const one = sql.prepare(`${NOTE} WHERE n.id = ?`);
  const ofContract = sql
    .prepare(
      `SELECT s.id FROM route_sheet s JOIN contract k ON k.ref = s.contract_ref
       WHERE k.id = ? AND s.withdrawn_on IS NULL ORDER BY s.id`,
    )
    .pluck();
  const writer = sql.prepare('SELECT who FROM change WHERE id = ?').pluck();
  const add = sql.prepare(
    'INSERT INTO withdrawal_note (sheet_id, reason, prepared_on, prepared_by) VALUES (?, ?, ?, ?)',
  );
  const tell = sql.prepare('UPDATE withdrawal_note SET told_on = ?, told_by = ?, how = ? WHERE id = ?'); // prettier-ignore
  const destroy = sql.prepare('UPDATE withdrawal_note SET destroyed_on = ?, destroyed_said = ? WHERE id = ?'); // prettier-ignore
  const note = (id: number): WithdrawalNote | null => {
    const row = one.get(id);
    return row === undefined ? null : toNote(row);
  };
  const log = ({ route_ref: ref, version, recipient }: WithdrawalNote, after: string): void => {
    const before = `version ${version}, ${recipient}`;
    session.log({ entity: 'sheet', ref, client_id: null, field: 'withdrawal_note', before, after });
  };
  const prepare = (sheet_id: number, reason: string, on: IsoDate, by: string): WithdrawalNote => {
    session.mustWrite();
    const { lastInsertRowid } = add.run(sheet_id, reason, on, by);
    const made = defined(note(Number(lastInsertRowid)), 'the note');
    log(made, `prepared: ${reason}`);
    return made;
  };
  const withdrawSheet: PapersStore['withdrawSheet'] = (sheet, withdrawal) => {
    sheets.withdraw(sheet, withdrawal);
    return prepare(sheet.id, withdrawal.reason, withdrawal.on, withdrawal.by);
  };
  return {
    withdrawSheet,
    withdrawFor: (contract_id, on, reason = 'The contract was handed back.') => {
      session.mustWrite();
      const by = String(writer.get(session.changeId()));
      const found = (ofContract.all(contract_id) as number[]).flatMap((id) => sheets.get(id) ?? []);
      for (const sheet of found) withdrawSheet(sheet, { on, by, reason });
      return found.length;
    },
    prepareNote: (sheet_id, reason, { on, by }) => {
      prepare(sheet_id, reason, on, by);
    },
    withdrawalNotes: () => all.all().map(toNote),
    withdrawalNote: note,
    noteTold: (of, { on, by, how }) => {
      session.mustWrite();
      tell.run(on, by, how, of.id);
      log(of, `told by ${how.replaceAll('_', ' ')}`);
    },
    noteDestroyed: (of, { on, said }) => {
      session.mustWrite();
      destroy.run(on, said, of.id);
      log(of, `destroyed, says ${said}`);
    },
  };
}
