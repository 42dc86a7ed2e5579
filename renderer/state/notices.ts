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
let nextId = 1;

/** Says something in the corner for six seconds, ten where it offers something (a failure: until dismissed). Returns its id. */
export function notify(notice: Omit<Notice, 'id'>): number {
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

/** Says what failed and what to do next. */
export function notifyFailure(failure: Failure): void {
  notify({ tone: 'warning', text: failure.cause, detail: failure.action });
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  useNotices.setState((state) => ({ list: state.list.filter((notice) => notice.id !== id) }));
}
