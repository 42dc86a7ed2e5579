import {
  ASSISTANT_WORDS,
  MOBILITY_WORDS,
  NEED_WORDS,
  STATUS_WORDS,
  withinSentence,
} from '../model/words.ts';

const BY_FIELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: STATUS_WORDS,
  mobility: MOBILITY_WORDS,
  assistant: ASSISTANT_WORDS,
  need: NEED_WORDS,
};

/** A stored code in words, for the history; anything else as it is. A status is written as it is shown. */
export function valueInWords(field: string, value: string): string {
  const words = BY_FIELD[field]?.[value];
  if (words === undefined) return value;
  return field === 'status' ? words : withinSentence(words);
}
