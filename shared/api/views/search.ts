/** What the one search box finds, and why. */
import type { Mark } from '../../search/marks.ts';

export const SEARCH_FITS = [
  'reference',
  'name',
  'beginning',
  'mention',
  'note',
  'similar',
] as const;

/**
 * How a hit fits, the likeliest first: the whole reference or postcode; every word a word of the name; beginnings of the name's words;
 * found by something else of the record (school, part of a code); in what somebody wrote; a similar spelling.
 */
export type SearchFit = (typeof SEARCH_FITS)[number];

/** What made it a hit, where neither title nor detail shows it: `Postcode`, `Note of 3 Sep 2026`, with the words marked. */
export interface SearchReason {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface SearchHit {
  readonly kind: 'client' | 'school' | 'route' | 'provider' | 'worker' | 'vehicle' | 'change';
  readonly id: number | string;
  readonly title: string;
  /** Parts of the title that fit what was typed. */
  readonly marks: readonly Mark[];
  /** What tells it from others of the same name: of a child the reference, the day of birth and the school. */
  readonly detail: string;
  readonly detail_marks: readonly Mark[];
  readonly fit: SearchFit;
  readonly why: SearchReason | null;
}
