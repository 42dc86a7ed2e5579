/** What is missing from a form, what is not understood, and which answers contradict one another. */
import { parseIsoDate, type IsoDate } from '../../calendar/dates.ts';
import type { TifAnswers } from '../../model/tif.ts';
import { TIF_FORM } from './form.ts';
import type { Answerer, TifFormSection, TifQuestion } from './question.ts';
import { answerProblem } from './read-answer.ts';

/** One thing that keeps a section from being complete. */
export interface TifGap {
  /** The question where it is mended. */
  readonly key: string;
  /** The answer that is wanted, by the question's label. */
  readonly name: string;
  /** The missing answer by its name, or what is wrong, as a sentence. */
  readonly text: string;
  readonly kind: 'missing' | 'not_understood' | 'contradiction';
  /** Nobody can be carried safely until it is answered. */
  readonly blocking: boolean;
  readonly who: Answerer;
}

/** A section as far as it is filled in. */
export interface TifSectionState {
  readonly key: string;
  readonly label: string;
  readonly complete: boolean;
  /** Questions asked of this client, and how many of them have an answer. */
  readonly asked: number;
  readonly answered: number;
  readonly gaps: readonly TifGap[];
}

/** The whole form's state. */
export interface FormCheck {
  readonly complete: boolean;
  readonly sections: readonly TifSectionState[];
}

/** Whether a question is asked of a client who gave these answers. */
export function isAsked(question: TifQuestion, answers: TifAnswers): boolean {
  return question.asked?.(answers) ?? true;
}

/**
 * Checks a form's answers on a day. A question that is not asked (any more) counts for nothing, its answer is kept all the same. An answer
 * that is not understood, and one that contradicts another, leave the section incomplete.
 */
export function checkForm(answers: TifAnswers, on: IsoDate): FormCheck {
  const contradictions = contradictionsIn(answers, on);
  const sections = TIF_FORM.map((section) => stateOf(section, answers, contradictions));
  return { complete: sections.every(({ complete }) => complete), sections };
}

function stateOf(
  section: TifFormSection,
  answers: TifAnswers,
  contradictions: ReadonlyMap<string, Contradiction>,
): TifSectionState {
  const gaps: TifGap[] = [];
  let asked = 0;
  let answered = 0;
  for (const question of section.questions) {
    const { key, label, who } = question;
    const value = (answers[key] ?? '').trim();
    const found = contradictions.get(key);
    if (found !== undefined) {
      gaps.push({
        key,
        name: label,
        text: found.text,
        kind: 'contradiction',
        blocking: found.blocking,
        who,
      });
    }
    if (!isAsked(question, answers)) continue;
    asked++;
    if (value !== '') answered++;
    const problem = answerProblem(question, value);
    if (problem !== null) {
      const text = `${label}: ${problem}`;
      gaps.push({ key, name: label, text, kind: 'not_understood', blocking: false, who });
    } else if (question.required && value === '') {
      // Named once: a question that blocks says already that it is missing.
      if (found === undefined) {
        gaps.push({ key, name: label, text: label, kind: 'missing', blocking: false, who });
      }
    }
  }
  const { key, label } = section;
  return { key, label, complete: gaps.length === 0, asked, answered, gaps };
}

interface Contradiction {
  readonly text: string;
  readonly blocking: boolean;
}

/** Answers that cannot all be true or leave nobody to act, by the question where it is mended. */
function contradictionsIn(answers: TifAnswers, on: IsoDate): ReadonlyMap<string, Contradiction> {
  const found = new Map<string, Contradiction>();
  const value = (key: string): string => (answers[key] ?? '').trim();
  const blocks = (key: string, text: string): void => {
    found.set(key, { text, blocking: true });
  };
  const asks = (key: string, text: string): void => {
    if (!found.has(key)) found.set(key, { text, blocking: false });
  };
  const alone = value('assistant') === 'none';
  if (value('rescue_medication') === 'yes' && alone) {
    blocks('assistant', 'Rescue medication is carried but no assistant travels: who gives it?');
  } else if (value('without_trained') === 'no' && alone) {
    blocks(
      'assistant',
      'The client may not travel without a trained assistant, yet none is asked for.',
    );
  }
  if (value('sole_occupancy') === 'yes' && value('sole_authorised_by') === '') {
    blocks('sole_authorised_by', 'Sole occupancy is asked for without authorisation: who gave it?');
  }
  if (value('mobility') === 'wheelchair_travels' && value('occupied_weight_kg') === '') {
    blocks(
      'occupied_weight_kg',
      'The client travels in a wheelchair whose occupied weight is not known.',
    );
  }
  const walks = value('mobility') === 'walks' || value('mobility') === 'walks_with_aid';
  if (walks && value('occupied_weight_kg') !== '') {
    asks(
      'mobility',
      'The client walks, yet an occupied weight of a wheelchair is given: which is right?',
    );
  } else if (walks && value('wheelchair') !== '') {
    asks('mobility', 'The client walks, yet a wheelchair is named: which is right?');
  }
  for (const [key, name] of PAST_DATES) {
    const date = parseIsoDate(value(key));
    if (date !== null && date > on) asks(key, `${name} lies in the future: is it right?`);
  }
  const [from, to] = [
    parseIsoDate(value('risk_assessment_on')),
    parseIsoDate(value('risk_review_on')),
  ];
  if (from !== null && to !== null && to < from) {
    asks(
      'risk_review_on',
      'The risk assessment is reviewed before it was made: which date is right?',
    );
  }
  return found;
}

const PAST_DATES = [
  ['plan_on', 'The date of the health care plan'],
  ['risk_assessment_on', 'The date of the risk assessment'],
] as const;
