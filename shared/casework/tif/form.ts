/** The Transport Information Form as data: the sections in the order in which they are asked. */
import type { TifFormSection, TifQuestion } from './question.ts';
import { ASSISTANT, BEHAVIOUR, CARE_PLAN, COMMUNICATION, MEDICAL, RISK } from './sections/care.ts';
import { HOME } from './sections/home.ts';
import { ACCESS, COMPANY, CONSENTS, CONTACTS, HANDOVER, VIEW } from './sections/journey.ts';
import { EQUIPMENT, MOBILITY } from './sections/mobility.ts';
import { SCHOOL } from './sections/school.ts';

/** Kent's own list is not public: the union of what other councils' published forms ask (read November 2026). */
export const TIF_FORM: readonly TifFormSection[] = [
  HOME,
  SCHOOL,
  MOBILITY,
  EQUIPMENT,
  ASSISTANT,
  MEDICAL,
  CARE_PLAN,
  COMPANY,
  RISK,
  BEHAVIOUR,
  COMMUNICATION,
  HANDOVER,
  ACCESS,
  VIEW,
  CONTACTS,
  CONSENTS,
];

const BY_KEY: ReadonlyMap<string, TifQuestion> = new Map(
  TIF_FORM.flatMap(({ questions }) => questions.map((question) => [question.key, question])),
);

/** The question of a key, null for none. */
export function questionOf(key: string): TifQuestion | null {
  return BY_KEY.get(key) ?? null;
}
