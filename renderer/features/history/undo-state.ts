import { create } from 'zustand';
import type { UndoList } from '../../../shared/api/views/history.ts';
import { call } from '../../bridge/bridge.ts';
import { dismiss, notify, notifyFailure, offerUndo } from '../../state/notices.ts';

interface UndoState {
  readonly isOpen: boolean;
  readonly list: UndoList;
}

/** Changes shown in the dialog. */
const LISTED = 30;

const NOTHING: UndoList = { items: [], undo: null, redo: null };

/** The last changes made by hand, as the host knows them, and whether their dialog is open. */
export const useUndo = create<UndoState>(() => ({ isOpen: false, list: NOTHING }));

export function openUndo(): void {
  useUndo.setState({ isOpen: true });
}

export function closeUndo(): void {
  useUndo.setState({ isOpen: false });
}

/** The newest change that was seen, so that a newer one is told of once. null until the first look. */
let seen: number | null = null;
/** The notice that offers to undo: one at a time. */
let offered: number | null = null;

function offer(sentence: string, label: string, run: () => void): void {
  if (offered !== null) dismiss(offered);
  // Somebody's own words may end with a full stop already.
  offered = offerUndo(/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`, { label, run });
}

/** Asks what can be undone now; a change that came since the last look is told, with the way back. */
export async function lookForChanges(isFirst: boolean): Promise<void> {
  const answer = await call('undo/list', { limit: LISTED });
  if (!answer.ok) return;
  const list = answer.value;
  useUndo.setState({ list });
  const [newest] = list.items;
  const before = seen;
  seen = Math.max(newest?.change_id ?? 0, before ?? 0);
  if (isFirst || before === null || newest === undefined || newest.change_id <= before) return;
  if (newest.isUndone || newest.why_not !== '' || !newest.is_told) return;
  offer(
    newest.about === '' ? newest.sentence : `${newest.about}: ${newest.sentence}`,
    'Undo',
    () => {
      void toggleChange(newest.change_id);
    },
  );
}

/** The store whose changes were seen. */
let storeSeen = '';

/** Begins with a store: what was seen of another says nothing of this one. */
export function lookAtStore(path: string): void {
  if (path !== storeSeen) {
    storeSeen = path;
    seen = null;
    useUndo.setState({ list: NOTHING });
  }
  void lookForChanges(true);
}

/** Undoes a change, or redoes it, and offers the way back. */
export async function toggleChange(change_id: number): Promise<void> {
  const answer = await call('undo/toggle', { change_id });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  const { sentence, list } = answer.value;
  useUndo.setState({ list });
  const isUndone = list.items.find((item) => item.change_id === change_id)?.isUndone === true;
  offer(sentence, isUndone ? 'Redo' : 'Undo', () => {
    void toggleChange(change_id);
  });
}

/** Undoes this change and every later one made by hand, newest first. */
export async function undoBackTo(change_id: number): Promise<void> {
  const answer = await call('undo/back-to', { change_id });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  const { undone, stopped } = answer.value;
  const text = `${undone} ${undone === 1 ? 'change' : 'changes'} undone.`;
  if (stopped === '') notify({ tone: 'good', text });
  else notify({ tone: 'warning', text: `${text} It stopped there.`, detail: stopped });
  await lookForChanges(true);
}

/**
 * What can be undone at this moment: a key may come before the list has heard of the change it is meant for,
 * and must never take back the one before.
 */
async function askLast(): Promise<UndoList | null> {
  const answer = await call('undo/list', { limit: LISTED });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return null;
  }
  useUndo.setState({ list: answer.value });
  return answer.value;
}

/** Undoes the last change made by hand, or says why not. */
export async function undoLast(): Promise<void> {
  const list = await askLast();
  if (list === null) return;
  if (list.undo === null)
    notify({ tone: 'info', text: 'Nothing was done by hand that could be undone.' });
  else await toggleChange(list.undo.change_id);
}

/** Redoes what was undone last, or says why not. */
export async function redoLast(): Promise<void> {
  const list = await askLast();
  if (list === null) return;
  if (list.redo === null) notify({ tone: 'info', text: 'Nothing is undone that could be redone.' });
  else await toggleChange(list.redo.change_id);
}
