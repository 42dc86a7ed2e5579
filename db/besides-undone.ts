/** Notices of what no plan shows, when the change that opened them is undone or done again: those that follow the plan come by themselves. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import { WITHDRAWN_BACK } from '../shared/service/notices/reconcile.ts';
import type { Session } from './session.ts';

/** Withdraws them, or opens them again; whoever was told keeps what they were told. `undone`: the change that this write takes back. */
export type BesidesUndone = (undone: number, on: IsoDate) => void;

/** Prepares the statements. */
export function besidesUndone({ sql, touched }: Session): BesidesUndone {
  const undoes = sql.prepare('SELECT undoes FROM change WHERE id = ?').pluck();
  const own = `FROM change_notice n JOIN change_event e ON e.id = n.event_id WHERE e.change_id = ? AND n.follows_plan = 0
    AND NOT EXISTS (SELECT 1 FROM notice_told t WHERE t.notice_id = n.id)`;
  const open = sql.prepare(`SELECT n.id, n.client_id ${own} AND n.withdrawn_on IS NULL`);
  const withdrawn = sql.prepare(`SELECT n.id, n.client_id ${own} AND n.withdrawn_reason = ?`);
  const set = sql.prepare('UPDATE change_notice SET withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?'); // prettier-ignore
  return (undone, on) => {
    // The first change of the chain, and whether it holds after this write.
    let [first, holds] = [undone, false];
    for (let before = undoes.get(first); typeof before === 'number'; before = undoes.get(first)) {
      first = before;
      holds = !holds;
    }
    const found = holds ? withdrawn.all(first, WITHDRAWN_BACK) : open.all(first);
    for (const { id, client_id } of found as {
      readonly id: number;
      readonly client_id: number;
    }[]) {
      // prettier-ignore
      touched.notified.add(client_id);
      if (holds) set.run(null, '', id);
      else set.run(on, WITHDRAWN_BACK, id);
    }
  };
}
