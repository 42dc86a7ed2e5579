import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Award } from '../../shared/model/decision.ts';
import type {
  IssuedLetter,
  LetterContent,
  LetterReason,
  TransportTold,
  Withdrawal,
} from '../../shared/model/letter.ts';
import { letterName } from '../../shared/model/words.ts';
import type {
  Asked,
  DecisionInForce,
  LettersStore,
  NewLetter,
  TransportLetter,
} from '../letters-aggregate.ts';
import type { Session } from '../session.ts';
import { familyLinks } from './family-links.ts';
import { APPEAL_COLUMNS, toAppeal } from './decisions-store.ts';

interface LetterRow extends Omit<IssuedLetter, 'withdrawn'> {
  readonly withdrawn_on: IsoDate | null;
  readonly withdrawn_by: string;
  readonly withdrawn_reason: string;
}

const COLUMNS = 'kind, number, ref, about, client_id, batch, issued_on, family, addressee, reason';

function toLetter(raw: unknown): IssuedLetter {
  const { withdrawn_on, withdrawn_by, withdrawn_reason, ...letter } = raw as LetterRow;
  const withdrawn =
    withdrawn_on === null ? null : { on: withdrawn_on, by: withdrawn_by, reason: withdrawn_reason };
  return { ...letter, withdrawn };
}

function toDecision(raw: unknown): DecisionInForce {
  const row = raw as Omit<DecisionInForce, 'award'> & { readonly award: string | null };
  return { ...row, award: row.award === null ? null : (JSON.parse(row.award) as Award) };
}

/** Letters issued, one row each for ever; what they are called for by; families that a person linked by hand. */
export function lettersStore(session: Session): LettersStore {
  return {
    ...keptLetters(session),
    ...reasons(session),
    ...events(session),
    ...familyLinks(session),
  };
}

function keptLetters(
  session: Session,
): Pick<
  LettersStore,
  | 'all'
  | 'content'
  | 'withText'
  | 'protectedWhenIssued'
  | 'transport'
  | 'nextBatch'
  | 'issue'
  | 'withdraw'
> {
  const { sql } = session;
  const letters = `SELECT l.id, ${COLUMNS.replaceAll(/(^|, )/g, '$1l.')}, c.who AS issued_by,
    withdrawn_on, withdrawn_by, withdrawn_reason FROM letter l JOIN change c ON c.id = l.change_id`;
  const all = sql.prepare(`${letters} ORDER BY l.batch, l.kind, l.ref, l.number, l.id`);
  const one = sql.prepare(`${letters} WHERE l.id = ?`);
  const content = sql.prepare('SELECT content FROM letter WHERE id = ?').pluck();
  const withText = sql.prepare('SELECT id FROM letter WHERE content IS NOT NULL').pluck();
  // The first change of the protection after the letter says what it was before; where there is none it is as it was.
  const protectedThen = sql
    .prepare(
      `SELECT l.id FROM letter l JOIN client c ON c.id = l.client_id
       WHERE coalesce((SELECT r.before FROM row_change r WHERE r.record = 'client' AND r.key = json_array(c.ref)
         AND r.field = 'protected_address' AND r.change_id > l.change_id ORDER BY r.id LIMIT 1), c.protected_address) = 1`,
    )
    .pluck();
  const nextBatch = sql.prepare('SELECT coalesce(max(batch), 0) + 1 FROM letter').pluck();
  const add = sql.prepare(
    `INSERT INTO letter (${COLUMNS}, content, change_id, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = sql.prepare(
    'UPDATE letter SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const transport = sql.prepare(
    `SELECT id, kind, ref, about, client_id, issued_on, told FROM letter
     WHERE kind LIKE 'transport_%' AND withdrawn_on IS NULL AND told IS NOT NULL AND client_id IS NOT NULL ORDER BY id`,
  );
  const log = (
    letter: Omit<NewLetter, 'content' | 'told'>,
    before: string,
    after: string,
  ): void => {
    const { kind, ref, client_id } = letter;
    const entity = kind === 'apply' ? 'cohort' : 'application';
    session.log({ entity, ref, client_id, field: 'letter', before, after });
  };
  const issueOne = (letter: NewLetter, batch: number): void => {
    const { kind, number, ref, about, client_id, issued_on, family, addressee, reason } = letter;
    add.run(
      kind,
      number,
      ref,
      about,
      client_id,
      batch,
      issued_on,
      family,
      addressee,
      reason,
      JSON.stringify(letter.content),
      session.changeId(),
      letter.told === undefined ? null : JSON.stringify(letter.told),
    );
    const because = reason === '' ? '' : `. Reason: ${reason}`;
    log(letter, '', `${letterName(kind, number)}, batch ${batch}${because}`);
  };
  const withdrawOne = (id: number, { on, by, reason }: Withdrawal): number => {
    const row = one.get(id);
    if (row === undefined) return 0;
    const letter = toLetter(row);
    if (letter.withdrawn !== null) return 0;
    withdraw.run(on, by, reason, id);
    const name = `${letterName(letter.kind, letter.number)}, batch ${letter.batch}`;
    log(letter, name, `withdrawn, never posted: ${reason}`);
    return 1;
  };
  return {
    all: () => all.all().map(toLetter),
    content: (id) => {
      const text = content.get(id) as string | null | undefined;
      return typeof text === 'string' ? (JSON.parse(text) as LetterContent) : null;
    },
    protectedWhenIssued: () => new Set(protectedThen.all() as number[]),
    transport: () =>
      transport.all().map((raw) => {
        const row = raw as Omit<TransportLetter, 'told'> & { readonly told: string };
        return { ...row, told: JSON.parse(row.told) as TransportTold };
      }),
    withText: () => new Set(withText.all() as number[]),
    nextBatch: () => Number(nextBatch.get()),
    issue: (given) => {
      session.mustWrite();
      const batch = Number(nextBatch.get());
      for (const letter of given) issueOne(letter, batch);
      return batch;
    },
    withdraw: (ids, how) => {
      session.mustWrite();
      return ids.reduce((count, id) => count + withdrawOne(id, how), 0);
    },
  };
}

function reasons({ sql, mustWrite, log }: Session): Pick<LettersStore, 'reasons' | 'setReason'> {
  const list = sql.prepare('SELECT kind, ref, about, text FROM letter_reason ORDER BY kind, ref');
  const key = 'kind = ? AND ref = ? AND about = ?';
  const one = sql.prepare(`SELECT text FROM letter_reason WHERE ${key}`).pluck();
  const cut = sql.prepare(`DELETE FROM letter_reason WHERE ${key}`);
  const put = sql.prepare(
    `INSERT INTO letter_reason (kind, ref, about, text) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, ref, about) DO UPDATE SET text = excluded.text`,
  );
  const clientOf = sql.prepare('SELECT client_id FROM application WHERE ref = ?').pluck();
  return {
    reasons: () => list.all() as LetterReason[],
    setReason: ({ kind, ref, about, text }) => {
      mustWrite();
      const before = (one.get(kind, ref, about) as string | undefined) ?? '';
      if (before === text) return;
      if (text === '') cut.run(kind, ref, about);
      else put.run(kind, ref, about, text);
      const client_id = (clientOf.get(ref) as number | undefined) ?? null;
      log({ entity: 'application', ref, client_id, field: 'letter_reason', before, after: text });
    },
  };
}

function events({ sql }: Session): Pick<LettersStore, 'decisions' | 'appeals' | 'asked'> {
  const decisions = sql.prepare(
    `SELECT id, application_ref, outcome, decided_on, award FROM decision d
     WHERE id = (SELECT max(id) FROM decision WHERE application_ref = d.application_ref)`,
  );
  const appeals = sql.prepare(`SELECT ${APPEAL_COLUMNS} FROM appeal ORDER BY id`);
  const asked = sql.prepare(
    `SELECT substr(c.at, 1, 10) AS "on",
       coalesce((SELECT n.after FROM history n WHERE n.change_id = h.change_id AND n.client_id = h.client_id
         AND n.field = 'note' ORDER BY n.id DESC LIMIT 1), '') AS note
     FROM history h JOIN change c ON c.id = h.change_id
     WHERE h.client_id = ? AND h.entity = 'application' AND h.field = 'status' AND h.ref = ?
       AND h.after = 'more_information' ORDER BY h.id DESC LIMIT 1`,
  );
  return {
    decisions: () => decisions.all().map(toDecision),
    appeals: () => appeals.all().map(toAppeal),
    asked: (client_id, ref) => (asked.get(client_id, ref) as Asked | undefined) ?? null,
  };
}
