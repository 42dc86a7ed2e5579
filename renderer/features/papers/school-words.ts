import type { SchoolListRow } from '../../../shared/api/views/papers.ts';

/** States of a list in the order in which they ask for something. */
export const LIST_STATES = ['changed', 'none', 'current'] as const;

export const LIST_STATE_WORDS: Readonly<
  Record<
    SchoolListRow['state'],
    { readonly label: string; readonly tone: 'warning' | 'info' | 'good' }
  >
> = {
  changed: { label: 'Changed since', tone: 'warning' },
  none: { label: 'Not given out', tone: 'info' },
  current: { label: 'As given out', tone: 'good' },
};
