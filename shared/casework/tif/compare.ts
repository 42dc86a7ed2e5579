import type { TifAnswers } from '../../model/tif.ts';
import { TIF_FORM } from './form.ts';
import { answerWords } from './read-answer.ts';

/** One answer that two versions give differently, in words. */
export interface TifChange {
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions, field by field in the form's order. An answer that only one gives is blank in the other. */
export function compareAnswers(before: TifAnswers, after: TifAnswers): readonly TifChange[] {
  return TIF_FORM.flatMap(({ label: section, questions }) =>
    questions.flatMap((question): TifChange[] => {
      const { key, label } = question;
      const [was, is] = [before[key] ?? '', after[key] ?? ''];
      if (was === is) return [];
      const words = (value: string): string => answerWords(question, value);
      return [{ key, section, label, before: words(was), after: words(is) }];
    }),
  );
}
