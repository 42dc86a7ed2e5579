/** What a committee paper says beside its figures: kept as settings, so each wording is dated, with who wrote it, and its history. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';

/** The key of the headings' texts. */
export const PAPER_KEYS = ['committee_paper'] as const;
type Key = (typeof PAPER_KEYS)[number];

/** Headings of a committee paper that only people can fill, in their order. */
export const PAPER_HEADINGS = ['recommendation', 'options', 'risk', 'equality', 'legal'] as const;
export type PaperHeading = (typeof PAPER_HEADINGS)[number];

/** The text under each heading; '' where nobody has written it. */
export type PaperTexts = Readonly<Record<PaperHeading, string>>;

/** Nothing written yet. */
export const NO_TEXTS: PaperTexts = {
  recommendation: '',
  options: '',
  risk: '',
  equality: '',
  legal: '',
};

/** Letters of a heading's text at most. */
export const MOST_LETTERS = 4000;

function isTexts(value: unknown): value is PaperTexts {
  if (typeof value !== 'object' || value === null) return false;
  const texts = Object.entries(value);
  return (
    texts.length === PAPER_HEADINGS.length &&
    texts.every(
      ([key, text]) =>
        PAPER_HEADINGS.some((heading) => heading === key) &&
        typeof text === 'string' &&
        text.length <= MOST_LETTERS,
    )
  );
}

/** What each may be. */
export const PAPER_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  committee_paper: isTexts,
};

/** The texts in force on a day. */
export function paperTexts(settings: readonly Setting[], on: IsoDate): PaperTexts {
  let newest: Setting | null = null;
  for (const each of settings)
    if (each.key === 'committee_paper' && each.from_on <= on && (newest === null || each.from_on >= newest.from_on)) newest = each; // prettier-ignore
  return newest !== null && isTexts(newest.value) ? newest.value : NO_TEXTS;
}

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const PAPER_ROWS: readonly (readonly [Key, string, PaperTexts, string, string, string, boolean])[] = [
  [
    'committee_paper',
    '2020-09-01',
    NO_TEXTS,
    'text under each heading',
    'Committee paper: recommendation, options, risk, equality, legal',
    'Left to be written: headings of a report to members, which no figure can fill',
    false,
  ],
]; // prettier-ignore
