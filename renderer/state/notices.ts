import { create } from 'zustand';
import type { Failure } from '../../shared/kernel/result.ts';

export type Tone = 'danger' | 'warning' | 'good' | 'info' | 'neutral';

/** A short word to the person, in the corner. Failures stay until dismissed. */
export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Notices {
  readonly list: readonly Notice[];
}

/** What stands in the corner now. */
export const useNotices = create<Notices>(() => ({ list: [] }));

const SHOWN_MS = 6000;
/** Long enough to read it and press its button. */
const OFFERED_MS = 10_000;
/** What a screen says of an action and the offer to undo it come one shortly after the other, in either order. */
const TOGETHER_MS = 3000;
let nextId = 1;

/** The offer to undo that stands, and the screen's own word that came last. */
let offered: { readonly id: number; readonly at: number } | null = null;
let said: { readonly id: number; readonly at: number } | null = null;

function isFresh(one: { readonly id: number; readonly at: number } | null): number | null {
  if (one === null || performance.now() - one.at > TOGETHER_MS) return null;
  return useNotices.getState().list.some(({ id }) => id === one.id) ? one.id : null;
}

function show(notice: Omit<Notice, 'id'>): number {
  const id = nextId;
  nextId += 1;
  useNotices.setState((state) => ({ list: [...state.list.slice(-3), { ...notice, id }] }));
  if (notice.tone !== 'danger' && notice.tone !== 'warning') {
    window.setTimeout(
      () => {
        dismiss(id);
      },
      notice.action === undefined ? SHOWN_MS : OFFERED_MS,
    );
  }
  return id;
}

/**
 * Says something in the corner for six seconds, ten where it offers something (a failure: until dismissed). Returns its id.
 * What was done well and can be undone is one notice: these words, with the Undo that was offered for it.
 */
export function notify(notice: Omit<Notice, 'id'>): number {
  if (notice.tone !== 'good') return show(notice);
  const with_offer = isFresh(offered);
  const undo = useNotices.getState().list.find(({ id }) => id === with_offer);
  if (undo === undefined || undo.action === undefined) {
    const id = show(notice);
    said = { id, at: performance.now() };
    return id;
  }
  const { id, action, text: detail } = undo;
  const one = { detail, ...notice, action, id };
  useNotices.setState((state) => ({
    list: state.list.map((each) => (each.id === id ? one : each)),
  }));
  offered = null;
  return id;
}

/** Offers to undo what was just done: on the screen's own word of it where there is one, else with this sentence. Returns its id. */
export function offerUndo(text: string, action: NonNullable<Notice['action']>): number {
  const own = isFresh(said);
  const word = useNotices.getState().list.find(({ id }) => id === own);
  said = null;
  if (word !== undefined) {
    dismiss(word.id);
    return show({ detail: text, ...word, action });
  }
  const id = show({ tone: 'good', text, action });
  offered = { id, at: performance.now() };
  return id;
}

/** Says what failed and what to do next. */
export function notifyFailure(failure: Failure): void {
  notify({ tone: 'warning', text: failure.cause, detail: failure.action });
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  useNotices.setState((state) => ({ list: state.list.filter((notice) => notice.id !== id) }));
}
