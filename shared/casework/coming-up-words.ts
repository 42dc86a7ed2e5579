/** Words for what is coming up. */
import type { EventKind } from '../eligibility/changes.ts';
import type { AheadEvent } from '../eligibility/outlook.ts';

const WORDS: Readonly<Record<EventKind, string>> = {
  birthday: 'Birthday',
  prescribed_day: 'Prescribed day',
  leaving_day: 'Leaving day',
  course: 'Post-16 course',
  accompaniment: 'Temporary problem ends',
  route: 'Route to be reviewed',
  low_income: 'Low income runs out',
  section_i: 'Section I',
  award: 'Award ends or is reviewed',
  policy: 'Policy changes',
};

/** A kind of event in words. */
export function eventKindWords(kind: EventKind): string {
  return WORDS[kind];
}

/** Whether the same facts bring another proposal or another power from that day on. */
export function altersAnything({ now, later }: Pick<AheadEvent, 'now' | 'later'>): boolean {
  return now.proposal !== later.proposal || now.power !== later.power;
}
