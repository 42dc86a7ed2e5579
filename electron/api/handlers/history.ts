/** The history of the whole store; undo and redo. */
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import type { Handlers, Host } from '../handler.ts';
import { lookersOf, notNamed } from '../protected-address.ts';

/** Changes looked through for going back to one of them. */
const FAR = 200;
/** Changes answered with an undoing. */
const NEAR = 30;

function reading<T>(host: Host, read: (store: Store) => T): Result<T> {
  const open = host.store();
  return open.ok ? ok(read(open.value)) : open;
}

/** A protected address is written by those alone who may look at it, also by undoing. */
function mayUndo(store: Store, change_id: number, host: Host): Result<null> {
  const lookers = lookersOf(store, host);
  return lookers.may_look || !store.undo.touchesProtected(change_id) ? ok(null) : notNamed(lookers);
}

/** Whatever an undone change may have been of. */
function changedAll(host: Host): void {
  host.changed('applications', 'plan', 'data', 'settings');
}

export const historyHandlers: Handlers<
  | 'history/page'
  | 'history/facets'
  | 'history/export'
  | 'undo/list'
  | 'undo/toggle'
  | 'undo/back-to'
> = {
  'history/page': ({ filter, offset, limit }, host) =>
    reading(host, (store) => store.history.page(filter, offset, limit)),
  'history/facets': (_input, host) => reading(host, (store) => store.history.facets()),
  'history/export': ({ filter, format }, host) => {
    const label = format === 'csv' ? 'History, table' : 'History, workbook';
    return host.startJob({ kind: 'export', label, report: 'history', format, filter });
  },
  'undo/list': ({ limit }, host) => reading(host, (store) => store.undo.list(limit)),
  'undo/toggle': ({ change_id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const may = mayUndo(open.value, change_id, host);
    if (!may.ok) return may;
    const done = open.value.undo.toggle(change_id, host.byHand().who);
    if (!done.ok) return done;
    changedAll(host);
    return ok({ ...done.value, list: open.value.undo.list(NEAR) });
  },
  'undo/back-to': ({ change_id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const { undo } = open.value;
    const { items } = undo.list(FAR);
    if (!items.some((item) => item.change_id === change_id)) {
      return fail(
        'no_change',
        'There is no such change among the last.',
        'Look at the list again.',
      );
    }
    const meant = items.filter((item) => item.change_id >= change_id && !item.isUndone);
    let undone = 0;
    let stopped = '';
    for (const item of meant) {
      const may = mayUndo(open.value, item.change_id, host);
      const done = may.ok ? undo.toggle(item.change_id, host.byHand().who) : may;
      if (!done.ok) {
        stopped = `${item.sentence}: ${done.error.cause}`;
        break;
      }
      undone += 1;
    }
    if (undone > 0) changedAll(host);
    return ok({ undone, stopped });
  },
};
