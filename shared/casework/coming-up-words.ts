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
  move: 'Move to be taken in',
  award: 'Award ends or is reviewed',
  policy: 'Policy changes',
};

/** A kind of event in words. */
export function eventKindWords(kind: EventKind): string {
  return WORDS[kind];
}

/** Events that somebody has to act on, whatever the rules then answer. */
const TO_BE_DONE: readonly EventKind[] = ['award', 'move', 'section_i', 'route', 'accompaniment'];

/** Whether an event is more than a date: the answer changes, or somebody has to act. */
export function matters(event: Pick<AheadEvent, 'kind' | 'now' | 'later'>): boolean {
  return altersAnything(event) || TO_BE_DONE.includes(event.kind);
}

/** Whether the same facts bring another proposal or another power from that day on. */
export function altersAnything({ now, later }: Pick<AheadEvent, 'now' | 'later'>): boolean {
  return now.proposal !== later.proposal || now.power !== later.power;
}
