import { LETTER_TEXTS } from '../../../shared/costing/letter-texts.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { LetterTemplate } from '../../../shared/model/letter.ts';
import type { Setting } from '../../../shared/model/money.ts';

/** A wording with the day it counts from. */
export interface WordingVersion extends LetterTemplate {
  readonly from_on: IsoDate;
  readonly source: string;
  /** It says what Kerbside came with. */
  readonly built_in: boolean;
}

function isTemplate(value: unknown): value is LetterTemplate {
  return typeof value === 'object' && value !== null && 'subject' in value && 'paragraphs' in value;
}

/** What Kerbside came with. */
export function builtInWording(key: string): LetterTemplate {
  const found = Object.entries(LETTER_TEXTS).find(([name]) => name === key)?.[1];
  return found ?? { subject: '', paragraphs: [] };
}

/** Every wording of a letter, the oldest first. */
export function versionsOf(settings: readonly Setting[], key: string): readonly WordingVersion[] {
  const own = builtInWording(key);
  return settings.flatMap((setting): WordingVersion[] => {
    const { value, from_on, source } = setting;
    if (setting.key !== key || !isTemplate(value)) return [];
    const { subject, paragraphs } = value;
    const built_in = JSON.stringify([subject, paragraphs]) === JSON.stringify([own.subject, own.paragraphs]); // prettier-ignore
    return [{ subject, paragraphs, from_on, source, built_in }];
  });
}
