import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Contact, ContactStep, ContactStepKind } from '../../shared/model/contact.ts';
import { CONTACT_STEP_WORDS, CONTACT_WORDS } from '../../shared/model/year-words.ts';
import type { Session } from '../session.ts';
import type { SqlValue } from '../sql.ts';
import type { ContactFilter, ContactReader, YearStore } from '../year-aggregate.ts';

interface ContactRow extends Omit<Contact, 'closed' | 'withdrawn' | 'restricted'> {
  readonly closed_on: IsoDate | null;
  readonly closed_by: string;
  readonly outcome: string;
  readonly withdrawn: number;
  readonly restricted: number;
}

interface RestrictedRow {
  readonly step_id: number | null;
  readonly words: string;
  readonly told_by: string;
}

interface StepRow extends ContactStep {
  readonly restricted: number;
}

function toContact(raw: unknown): Contact {
  const { closed_on, closed_by, outcome, withdrawn, restricted, ...rest } = raw as ContactRow;
  return {
    ...rest,
    closed: closed_on === null ? null : { on: closed_on, by: closed_by, outcome },
    withdrawn: withdrawn === 1,
    restricted: restricted === 1,
  };
}

type ContactsPart = Pick<
  YearStore,
  | 'contacts'
  | 'contact'
  | 'contactSteps'
  | 'lookAtContact'
  | 'allContactSteps'
  | 'addContact'
  | 'addContactStep'
  | 'restrictContact'
  | 'contactsOpenByRoute'
>;

/**
 * The contact log. The words of a restricted entry lie in `contact_restricted`, which no journal, search or history reads, and which
 * `lookAtContact` alone opens. Every other read leaves such entries out, or for who may read them gives all but the words.
 */
export function contactsPart(session: Session): ContactsPart {
  const { sql } = session;
  const columns = `id, kind, client_id, route_ref, provider, urn, happened_on, what, told_by, recorded_on, recorded_by,
    follow_up_on, closed_on, closed_by, outcome, withdrawn, restricted`;
  const one = sql.prepare(`SELECT ${columns} FROM contact WHERE id = ?`);
  const steps = sql.prepare(
    'SELECT id, contact_id, kind, "on", by, words, restricted FROM contact_step WHERE contact_id = ? ORDER BY id',
  );
  const allSteps = sql.prepare(
    `SELECT id, contact_id, kind, "on", by, words, restricted FROM contact_step WHERE restricted = 0 OR ? = 1 ORDER BY id`,
  );
  const add = sql.prepare(
    `INSERT INTO contact (kind, client_id, route_ref, provider, urn, happened_on, what, told_by, recorded_on, recorded_by,
       follow_up_on, restricted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const addStep = sql.prepare(
    'INSERT INTO contact_step (contact_id, kind, "on", by, words, restricted) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addRestricted = sql.prepare(
    'INSERT INTO contact_restricted (contact_id, step_id, words, told_by) VALUES (?, ?, ?, ?)',
  );
  const close = sql.prepare(
    'UPDATE contact SET closed_on = ?, closed_by = ?, outcome = ?, withdrawn = ? WHERE id = ?',
  );
  const follow = sql.prepare('UPDATE contact SET follow_up_on = ? WHERE id = ?');
  const openByRoute = sql.prepare(
    `SELECT route_ref, count(*) AS open FROM contact
     WHERE closed_on IS NULL AND restricted = 0 AND route_ref <> '' GROUP BY route_ref`,
  );
  const kept = sql.prepare(
    'SELECT step_id, words, told_by FROM contact_restricted WHERE contact_id = ? ORDER BY id',
  );

  const about = (each: Contact): string => {
    const route = each.route_ref === '' ? '' : ` on route ${each.route_ref}`;
    const provider = each.route_ref === '' && each.provider !== '' ? `, ${each.provider}` : '';
    return `${CONTACT_WORDS[each.kind].toLowerCase()}${route}${provider}, ${each.happened_on}`;
  };
  /** A restricted entry leaves a number and nothing that says whom it is about. */
  const log = (each: Contact, before: string, after: string): void => {
    const hidden = each.restricted;
    session.log({
      entity: 'contact',
      ref: String(each.id),
      client_id: hidden ? null : each.client_id,
      field: 'contact',
      before: hidden ? '' : before,
      after: hidden ? `restricted entry ${each.id}` : after,
    });
  };
  const read = (id: number): Contact | null => {
    const row = one.get(id);
    return row === undefined ? null : toContact(row);
  };
  /** Words go to their own table where the entry is restricted; a row that is changed has them nowhere else. */
  const writeStep = (contact: Contact, step: Omit<ContactStep, 'id' | 'contact_id'>): void => {
    const words = contact.restricted ? '' : step.words;
    const flag = contact.restricted ? 1 : 0;
    const { lastInsertRowid } = addStep.run(contact.id, step.kind, step.on, step.by, words, flag);
    if (contact.restricted && step.words !== '')
      addRestricted.run(contact.id, Number(lastInsertRowid), step.words, '');
  };
  return {
    contacts: (filter, reader) => {
      const { where, values } = conditions(filter, reader);
      return sql
        .prepare(
          `SELECT ${columns} FROM contact WHERE ${where} ORDER BY closed_on IS NOT NULL, happened_on DESC, id DESC`,
        )
        .all(...values)
        .map(toContact);
    },
    contact: (id, reader) => {
      const found = read(id);
      return found === null || (found.restricted && !reader.restricted) ? null : found;
    },
    contactSteps: (id, reader) =>
      (steps.all(id) as StepRow[])
        .filter((row) => row.restricted === 0 || reader.restricted)
        .map(({ restricted: _flag, ...row }) => row),
    lookAtContact: (id) => {
      session.mustWrite();
      const rows = kept.all(id) as RestrictedRow[];
      const own = rows.find((row) => row.step_id === null);
      const ref = String(id);
      session.log({
        entity: 'contact',
        ref,
        client_id: null,
        field: 'contact_look',
        before: '',
        after: ref,
      });
      return {
        what: own?.words ?? '',
        told_by: own?.told_by ?? '',
        steps: rows.flatMap(({ step_id, words }) => (step_id === null ? [] : [{ step_id, words }])),
      };
    },
    allContactSteps: (reader) => {
      const by = new Map<number, ContactStep[]>();
      for (const { restricted: _flag, ...row } of allSteps.all(
        reader.restricted ? 1 : 0,
      ) as StepRow[]) {
        const list = by.get(row.contact_id);
        if (list === undefined) by.set(row.contact_id, [row]);
        else list.push(row);
      }
      return by;
    },
    addContact: (given) => {
      session.mustWrite();
      const isRestricted = given.kind === 'safeguarding';
      const { lastInsertRowid } = add.run(
        given.kind,
        given.client_id,
        given.route_ref,
        given.provider,
        given.urn,
        given.happened_on,
        isRestricted ? '' : given.what,
        isRestricted ? '' : given.told_by,
        given.recorded_on,
        given.recorded_by,
        given.follow_up_on,
        isRestricted ? 1 : 0,
      );
      const id = Number(lastInsertRowid);
      if (isRestricted) addRestricted.run(id, null, given.what, given.told_by);
      const made: Contact = {
        ...given,
        id,
        closed: null,
        withdrawn: false,
        restricted: isRestricted,
      };
      log(made, '', about(made));
      return made;
    },
    addContactStep: (id, given) => {
      session.mustWrite();
      const before = defined(read(id), `entry ${id} of the log`);
      writeStep(before, given);
      const { kind, on, by, words } = given;
      if (kind === 'follow_up') follow.run(given.follow_up_on ?? null, id);
      if (kind === 'closed' || kind === 'withdrawn')
        close.run(on, by, before.restricted ? '' : words, kind === 'withdrawn' ? 1 : 0, id);
      if (kind === 'reopened') close.run(null, '', '', 0, id);
      log(before, stateWords(before), `${about(before)}: ${stepWords(kind)}`);
    },
    restrictContact: (id, by, on) => {
      session.mustWrite();
      const before = defined(read(id), `entry ${id} of the log`);
      if (before.restricted) return;
      const own = (steps.all(id) as StepRow[]).filter((row) => row.words !== '');
      session.quietly(() => {
        addRestricted.run(id, null, before.what, before.told_by);
        for (const step of own) addRestricted.run(id, step.id, step.words, '');
        blankWords(session, before);
      });
      const after: Contact = { ...before, kind: 'safeguarding', restricted: true };
      writeStep(after, { kind: 'done', on, by, words: 'Marked as safeguarding.' });
      log(after, '', '');
    },
    contactsOpenByRoute: () =>
      new Map(
        (openByRoute.all() as { readonly route_ref: string; readonly open: number }[]).map(
          (row) => [row.route_ref, row.open] as const,
        ),
      ),
  };
}

/** Takes the words of an entry out of the log, the history and the journal: they lie in `contact_restricted` by now. */
function blankWords({ sql }: Session, { id, route_ref, what, closed }: Contact): void {
  sql.prepare(`UPDATE contact_step SET words = '', restricted = 1 WHERE contact_id = ?`).run(id);
  sql
    .prepare(
      `UPDATE contact SET kind = 'safeguarding', what = '', told_by = '', outcome = '', restricted = 1 WHERE id = ?`,
    )
    .run(id);
  sql
    .prepare(
      `UPDATE history SET before = '', after = 'restricted entry ' || ?, client_id = NULL
       WHERE entity = 'contact' AND ref = ?`,
    )
    .run(id, String(id));
  // Problems of routes that were reported before there was one log told their words in the history.
  sql
    .prepare(
      `UPDATE history SET before = '', after = 'restricted entry ' || ?, client_id = NULL
       WHERE entity = 'route_problem' AND ref = ? AND (after = ? OR before = ? OR after = ?)`,
    )
    .run(id, route_ref, what, what, closed === null ? what : `closed: ${closed.outcome}`);
  const fields = `('what', 'told_by', 'outcome', 'words')`;
  sql
    .prepare(
      `UPDATE row_change SET before = '', after = '' WHERE record = 'contact' AND key = ? AND field IN ${fields}`,
    )
    .run(JSON.stringify([id]));
}

function stateWords({ closed, withdrawn }: Contact): string {
  if (closed === null) return 'open';
  return withdrawn ? 'withdrawn' : 'closed';
}

function stepWords(kind: ContactStepKind): string {
  return CONTACT_STEP_WORDS[kind].toLowerCase();
}

/** A filter as SQL; values are bound. Nothing restricted for who may not see it. */
function conditions(
  filter: ContactFilter,
  reader: ContactReader,
): { readonly where: string; readonly values: readonly SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  if (!reader.restricted) parts.push('restricted = 0');
  const equal = (column: string, value: SqlValue | undefined): void => {
    if (value === undefined) return;
    parts.push(`${column} = ?`);
    values.push(value);
  };
  equal('client_id', filter.client_id);
  equal('route_ref', filter.route_ref);
  equal('provider', filter.provider);
  if (filter.open === true) parts.push('closed_on IS NULL');
  if (filter.from_on !== undefined) {
    parts.push('happened_on >= ?');
    values.push(filter.from_on);
  }
  return { where: parts.length === 0 ? '1' : parts.join(' AND '), values };
}
