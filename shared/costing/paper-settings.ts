/** What a committee paper says beside its figures: kept as settings, so each wording is dated, with who wrote it, and its history. */
import { parseIsoDate, type IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';

/** The key of the headings' texts. */
export const PAPER_KEYS = ['committee_paper'] as const;
type Key = (typeof PAPER_KEYS)[number];

/** What stands at the paper's head: what it is called, who it goes to and when, whose report it is. */
export const PAPER_FRONT = ['title', 'committee', 'meeting_on', 'author'] as const;

/** Headings of a committee paper that only people can fill, in their order. */
export const PAPER_HEADINGS = ['recommendation', 'options', 'risk', 'equality', 'legal'] as const;
export type PaperHeading = (typeof PAPER_HEADINGS)[number];

/** Everything that people write of a paper, in the order in which it prints. */
export const PAPER_PARTS = [...PAPER_FRONT, ...PAPER_HEADINGS] as const;
export type PaperPart = (typeof PAPER_PARTS)[number];

/** The text of each part; '' where nobody has written it. `meeting_on` is a date, `2026-09-03`. */
export type PaperTexts = Readonly<Record<PaperPart, string>>;

/** What each part is called, what it asks for, and how many letters it takes at most. */
export const PAPER_WORDS: Readonly<
  Record<PaperPart, { readonly title: string; readonly ask: string; readonly most: number }>
> = {
  title: { title: 'Heading', ask: 'What the paper is called; “Cost pressure summary” unless it is given', most: 90 },
  committee: { title: 'Committee', ask: 'The committee or member it goes to', most: 120 },
  meeting_on: { title: 'Date', ask: 'The day of the meeting or decision', most: 10 },
  author: { title: 'Author', ask: 'Whose report it is: name and post', most: 120 },
  recommendation: { title: 'Recommendation', ask: 'What members are asked to decide', most: 4000 },
  options: { title: 'Options', ask: 'What else could be done, with its cost and its effect on families', most: 4000 },
  risk: { title: 'Risk', ask: 'What could go otherwise, how likely, and who holds it', most: 4000 },
  equality: { title: 'Equality', ask: 'Effect on disabled children and other protected groups; assessment and date', most: 4000 },
  legal: { title: 'Legal', ask: 'Duties that bear on the decision; advice and date', most: 4000 },
}; // prettier-ignore

/** Nothing written yet. */
export const NO_TEXTS: PaperTexts = {
  title: '',
  committee: '',
  meeting_on: '',
  author: '',
  recommendation: '',
  options: '',
  risk: '',
  equality: '',
  legal: '',
};

/** Parts that print as “to be filled”: all without a text but the heading, which has a usual one. */
export function blankParts(texts: PaperTexts): readonly PaperPart[] {
  return PAPER_PARTS.filter((part) => part !== 'title' && texts[part].trim() === '');
}

/** What keeps a part's text from being kept, as a sentence; null where nothing does. */
export function paperTextProblem(part: PaperPart, text: string): string | null {
  const { title, most } = PAPER_WORDS[part];
  if (text.length > most) return `${title}: at most ${most} letters, these are ${text.length}.`;
  if (part === 'meeting_on' && text !== '' && parseIsoDate(text) === null)
    return `${title}: ${text} is no date.`;
  return null;
}

/** The front came later than the headings: what an older Kerbside kept has the headings alone. */
type KeptTexts = Readonly<Record<PaperHeading, string>> & Partial<PaperTexts>;

function isTexts(value: unknown): value is KeptTexts {
  if (typeof value !== 'object' || value === null) return false;
  const texts = Object.entries(value);
  return (
    PAPER_HEADINGS.every((heading) => heading in value) &&
    texts.every(([key, text]) => {
      const part = PAPER_PARTS.find((known) => known === key);
      return (
        part !== undefined && typeof text === 'string' && paperTextProblem(part, text) === null
      );
    })
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
  return newest !== null && isTexts(newest.value) ? { ...NO_TEXTS, ...newest.value } : NO_TEXTS;
}

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const PAPER_ROWS: readonly (readonly [Key, string, PaperTexts, string, string, string, boolean])[] = [
  [
    'committee_paper',
    '2020-09-01',
    NO_TEXTS,
    'text of each part',
    'Committee paper: what people write of it',
    'Left to be written: headings of a report to members, which no figure can fill',
    false,
  ],
]; // prettier-ignore
