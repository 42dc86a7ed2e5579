/** What a question of the Transport Information Form is. */
import type { TifAnswers } from '../../model/tif.ts';

/**
 * How an answer is given. `choice` is one of a list; `days` weekdays; `kg` and `minutes` whole or decimal numbers; `refs` references of
 * clients; `line` and `text` are words.
 */
export type AnswerKind =
  | 'yes_no'
  | 'choice'
  | 'days'
  | 'date'
  | 'time'
  | 'kg'
  | 'minutes'
  | 'refs'
  | 'postcode'
  | 'phone'
  | 'line'
  | 'text';

/** Who can give an answer. Only what the family can give is asked of the family. */
export type Answerer = 'family' | 'office' | 'clinician';

/** One of the answers to choose from. */
export interface TifChoice {
  readonly id: string;
  readonly label: string;
}

/** One question. Its label names the missing answer too, in letters and on the screen. */
export interface TifQuestion {
  readonly key: string;
  readonly label: string;
  readonly kind: AnswerKind;
  readonly who: Answerer;
  /** Must be answered wherever it is asked. */
  readonly required: boolean;
  /** When it is asked; absent: of everybody. */
  readonly asked?: (answers: TifAnswers) => boolean;
  readonly choices?: readonly TifChoice[];
  /** What the planner does with it; '' for nothing. */
  readonly planner: string;
  /** How to answer; '' where the label says it. */
  readonly hint: string;
}

/** A section of the form, in the order of the paper. */
export interface TifFormSection {
  readonly key: string;
  readonly label: string;
  readonly questions: readonly TifQuestion[];
}

type Extra = Partial<Pick<TifQuestion, 'asked' | 'choices' | 'planner' | 'hint' | 'who'>>;

/** A question that must be answered where it is asked: of the family unless told. */
export function must(key: string, label: string, kind: AnswerKind, extra: Extra = {}): TifQuestion {
  return { key, label, kind, who: 'family', required: true, planner: '', hint: '', ...extra };
}

/** A question that may be left empty. */
export function may(key: string, label: string, kind: AnswerKind, extra: Extra = {}): TifQuestion {
  return { ...must(key, label, kind, extra), required: false };
}

/** Whether a question is answered by one of these codes. */
export function isAny(key: string, ...values: readonly string[]): (answers: TifAnswers) => boolean {
  return (answers) => values.includes(answers[key] ?? '');
}

/** Codes and their words as choices. */
export function choicesOf(words: Readonly<Record<string, string>>): readonly TifChoice[] {
  return Object.entries(words).map(([id, label]) => ({ id, label }));
}
