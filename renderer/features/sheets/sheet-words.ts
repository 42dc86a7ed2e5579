import type { SheetState } from '../../../shared/api/views/sheets.ts';

/** States of a sheet in the order in which they ask for something. */
export const SHEET_STATES = ['changed', 'none', 'current', 'unlet'] as const;

/** States in words, with their tone. */
export const STATE_WORDS: Readonly<
  Record<
    SheetState,
    { readonly label: string; readonly tone: 'warning' | 'info' | 'good' | 'neutral' }
  >
> = {
  changed: { label: 'Changed since', tone: 'warning' },
  none: { label: 'Not given out', tone: 'info' },
  current: { label: 'As given out', tone: 'good' },
  unlet: { label: 'No provider', tone: 'neutral' },
};
