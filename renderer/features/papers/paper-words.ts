import type { PaperState } from '../../../shared/api/views/papers.ts';
import type { Handed, PaperKind } from '../../../shared/model/paper.ts';

/** Kinds of papers in words: one, and several. */
export const KIND_WORDS: Readonly<Record<PaperKind, readonly [one: string, many: string]>> = {
  route_sheet: ['Route sheet', 'Route sheets'],
  family_letter: ['Family letter', 'Family letters'],
  school_list: ['School list', 'School lists'],
  duty_list: ['Duty list', 'Duty lists'],
};

/** States in the order in which they ask for something. */
export const PAPER_STATES = ['stale', 'stands', 'withdrawn'] as const;

export const PAPER_STATE_WORDS: Readonly<
  Record<PaperState, { readonly label: string; readonly tone: 'warning' | 'good' | 'neutral' }>
> = {
  stale: { label: 'Gone stale', tone: 'warning' },
  stands: { label: 'Stands', tone: 'good' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
};

/** How a paper is handed over, in words that follow its day. */
export const HANDED_WORDS: Readonly<Record<Handed | '', string>> = {
  email: 'by secure email',
  portal: 'by the portal',
  post: 'by post',
  by_hand: 'by hand',
  '': 'how was not said',
};
