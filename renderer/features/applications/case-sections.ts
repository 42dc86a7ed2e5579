import { CASE_SECTIONS, type CaseSection } from '../../state/place.ts';

/** What a case shows: the summary, or one of its sections. */
export type CaseView = 'summary' | CaseSection;

/** The sections in the order of the row that leads to them, with the key of each. */
export const CASE_VIEWS: readonly {
  readonly view: CaseView;
  readonly label: string;
  readonly shortcut: string;
}[] = [
  { view: 'summary', label: 'Summary', shortcut: 'Alt 1' },
  { view: 'eligibility', label: 'Eligibility and decisions', shortcut: 'Alt 2' },
  { view: 'tif', label: 'TIF', shortcut: 'Alt 3' },
  { view: 'places', label: 'Addresses and school', shortcut: 'Alt 4' },
  { view: 'letters', label: 'Letters', shortcut: 'Alt 5' },
  { view: 'history', label: 'History', shortcut: 'Alt 6' },
];

/** The section that an address names; the summary where it names none. */
export function caseViewOf(path: readonly string[]): CaseView {
  return CASE_SECTIONS.find((section) => section === path[2]) ?? 'summary';
}

/** A case's path in the address: `['case', 12, 'letters']`. */
export function casePath(clientId: number, view: CaseView): readonly (string | number)[] {
  return ['case', clientId, ...(view === 'summary' ? [] : [view])];
}
