import type { UndoItem, UndoList } from '../../shared/api/views/history.ts';
import { ADDRESS_FIELDS } from '../../shared/casework/protected.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { UndoStore } from '../history-aggregate.ts';
import { HIDDEN, historyWords, type HistoryRow } from '../read/history-words.ts';
import { reverter, type Obstacle } from '../revert.ts';
import type { Session } from '../session.ts';
import type { Change } from '../store.ts';

/** Whom the history names where nobody acted by hand. */
const NOT_BY_HAND = `('Kerbside', 'import')`;

interface ChangeRow {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly why: string;
}

type Write = <T>(change: Change, work: () => T) => T;

/** Carries a refusal out of a write, so that everything is taken back. */
class Refusal extends Error {
  readonly because: string;
  constructor(because: string) {
    super(because);
    this.because = because;
  }
}

/** The words of a constraint or trigger of the file that refused; null for any other error. */
function refusalOf(error: unknown): string | null {
  if (error instanceof Refusal) return error.because;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!(error instanceof Error) || !code.startsWith('SQLITE_CONSTRAINT')) return null;
  if (code.endsWith('TRIGGER')) return `${error.message}.`;
  if (code.endsWith('FOREIGNKEY')) return 'Other records rest on what was added by it.';
  return 'What is in the store now does not allow it.';
}

const moment = (at: string): string => `${at.slice(0, 10)} at ${at.slice(11, 16)}`;

/** Whom or what a change is about; a plan's own number and a setting's key say nothing to a person. */
function aboutWords({ entity, ref }: HistoryRow, name: string): string {
  if (entity === 'plan' || entity === 'setting') return name;
  return name === '' ? ref : `${name} (${ref})`;
}

function changeReader(session: Session) {
  const { sql } = session;
  const words = historyWords(sql);
  const columns = 'id, at, who, why';
  const byHand = sql.prepare(
    `SELECT ${columns} FROM change WHERE who NOT IN ${NOT_BY_HAND} AND undoes IS NULL ORDER BY id DESC LIMIT ?`,
  );
  const one = sql.prepare(`SELECT ${columns} FROM change WHERE id = ?`);
  const undoing = sql.prepare('SELECT max(id) FROM change WHERE undoes = ?').pluck();
  const lines = sql.prepare(
    `SELECT h.id, h.change_id, c.at, c.who, c.why, h.entity, h.ref, h.client_id, h.field, h.before, h.after
     FROM history h JOIN change c ON c.id = h.change_id WHERE h.change_id = ? ORDER BY h.id LIMIT ?`,
  );
  const counting = sql.prepare('SELECT count(*) FROM history WHERE change_id = ?').pluck();
  const child = sql.prepare(
    `SELECT trim(forename || ' ' || surname) AS name, protected_address FROM client WHERE id = ?`,
  );
  const further = sql
    .prepare('SELECT 1 FROM client_address WHERE client_id = ? AND protected = 1 LIMIT 1')
    .pluck();
  interface Child {
    readonly name: string;
    readonly protected_address: number;
  }
  type Line = HistoryRow & { readonly client_id: number | null };

  /** The last link of undoing, redoing and so on, and how many there are. */
  const chain = (id: number): { readonly last: number; readonly links: number } => {
    let [last, links] = [id, 0];
    for (;;) {
      const next = undoing.get(last);
      if (typeof next !== 'number') return { last, links };
      last = next;
      links += 1;
    }
  };
  const allLines = (id: number, limit: number): Line[] => lines.all(id, limit) as Line[];
  return {
    byHand: (limit: number) => byHand.all(limit) as ChangeRow[],
    one: (id: number) => one.get(id) as ChangeRow | undefined,
    chain,
    lines: allLines,
    /** Whether a line of a child is about an address that is protected: the child's own, or for further ones any that is. */
    isProtected: (client_id: number, field: string): boolean =>
      (child.get(client_id) as Child | undefined)?.protected_address === 1 ||
      (field === 'address' && further.get(client_id) === 1),
    describe: (id: number): Pick<UndoItem, 'sentence' | 'about' | 'client_id' | 'is_told'> => {
      const [first, second] = allLines(id, 2);
      if (first === undefined) {
        return { sentence: 'A change', about: '', client_id: null, is_told: false };
      }
      // Of a moved pin the two numbers say nothing: its own line does.
      const told = first.field === 'lat' && second?.field === 'lon' ? 2 : 1;
      const client = first.client_id;
      const of = client === null ? undefined : (child.get(client) as Child | undefined);
      const isHidden = of?.protected_address === 1 && ADDRESS_FIELDS.has(first.field);
      const text = words({
        ...first,
        why: '',
        ...(told === 2
          ? { field: 'position', before: '', after: `${first.after}, ${second?.after ?? ''}` }
          : {}),
        ...(isHidden ? { before: '', after: HIDDEN } : {}),
      });
      const more = Number(counting.get(id)) - told;
      const name = of?.name ?? '';
      return {
        sentence: more <= 0 ? text : `${text}, and ${more} more`,
        about: aboutWords(first, name),
        client_id: client,
        // Answers typed through a form come by the dozen; their way back is in the list.
        is_told: !first.field.startsWith('tif.'),
      };
    },
  };
}

/** The last changes made by hand, undone and redone. */
export function undoStore(session: Session, write: Write): UndoStore {
  const changes = changeReader(session);
  const revert = reverter(session);

  const say = (obstacle: Obstacle): string => {
    if (obstacle.kind === 'stays') return obstacle.because;
    const by = obstacle.change_id === null ? undefined : changes.one(obstacle.change_id);
    if (by === undefined) return 'What it changed is no longer as it was left.';
    const { sentence } = changes.describe(by.id);
    return `A later change stands on it: “${sentence}”, by ${by.who} on ${moment(by.at)}. Undo that one first, or change the record by hand.`;
  };
  const whyNot = (last: number): string => {
    const rows = revert.rows(last);
    if (rows.length === 0) {
      const [line] = changes.lines(last, 1);
      return line?.field === 'note'
        ? 'A note stays; add another that puts it right.'
        : 'It was made before exact values were kept, or changed nothing but the history.';
    }
    const obstacle = revert.obstacle(rows);
    return obstacle === null ? '' : say(obstacle);
  };
  const itemOf = ({ id, at, who }: ChangeRow): UndoItem => {
    const { last, links } = changes.chain(id);
    const isUndone = links % 2 === 1;
    return { change_id: id, at, who, ...changes.describe(id), isUndone, why_not: whyNot(last) };
  };
  const list = (limit: number): UndoList => {
    const items = changes.byHand(limit).map(itemOf);
    const undo = items.find((item) => !item.isUndone) ?? null;
    // What was undone is redone from the oldest on, and only as long as nothing newer was done by hand.
    const newest = items.findIndex((item) => !item.isUndone);
    const redo = items.slice(0, newest < 0 ? items.length : newest).at(-1) ?? null;
    return { items, undo, redo };
  };
  const turnRound = (id: number): void => {
    for (const line of [...changes.lines(id, Number.MAX_SAFE_INTEGER)].reverse()) {
      if (line.field === 'note') continue;
      const { entity, ref, client_id, field, before, after } = line;
      const isWhole = field === '';
      const back = after.endsWith('taken out')
        ? after.replace(/taken out$/, 'added')
        : after.replace(/added$/, 'taken out');
      session.log({
        entity,
        ref,
        client_id,
        field,
        before: isWhole ? '' : after,
        after: isWhole ? back : before,
      });
    }
  };
  return {
    list,
    touchesProtected: (change_id) => {
      const { last } = changes.chain(change_id);
      return changes
        .lines(last, Number.MAX_SAFE_INTEGER)
        .some(
          ({ client_id, field }) =>
            client_id !== null &&
            (ADDRESS_FIELDS.has(field) || field === 'protected_address') &&
            changes.isProtected(client_id, field),
        );
    },
    toggle: (change_id, who) => {
      const change = changes.one(change_id);
      if (change === undefined) {
        return fail('no_change', 'There is no such change.', 'Look at the history again.');
      }
      const { last, links } = changes.chain(change_id);
      const isRedo = links % 2 === 1;
      const refused = (because: string) =>
        fail(
          isRedo ? 'not_redone' : 'not_undone',
          `It cannot be ${isRedo ? 'redone' : 'undone'}. ${because}`,
          'The history shows what stands now.',
          { change_id },
        );
      const { sentence } = changes.describe(change_id);
      try {
        write({ who, why: isRedo ? 'redoing' : 'undoing', undoes: last }, () => {
          const because = whyNot(last);
          if (because !== '') throw new Refusal(because);
          session.changeId();
          turnRound(last);
          revert.apply(revert.rows(last));
        });
      } catch (error) {
        const because = refusalOf(error);
        if (because === null) throw error;
        return refused(because);
      }
      return ok({ sentence: `${isRedo ? 'Redid' : 'Undid'}: ${sentence}` });
    },
  };
}
