import { ASSISTANT_WORDS } from '../../../model/words.ts';
import type { TifAnswers } from '../../../model/tif.ts';
import { choicesOf, isAny, may, must, type TifFormSection } from '../question.ts';

/** Whether somebody travels to look after the client. */
export const ASSISTANT: TifFormSection = {
  key: 'assistant',
  label: 'Passenger assistant',
  questions: [
    must('assistant', 'Whether a passenger assistant is needed', 'choice', {
      choices: choicesOf(ASSISTANT_WORDS),
      planner: 'an assistant on the route, shared or for this client alone',
    }),
    must('assistant_why', 'Why a passenger assistant is needed', 'text', {
      asked: isAny('assistant', 'shared', 'own', 'medical'),
    }),
  ],
};

const rescue = isAny('rescue_medication', 'yes');
const isMedical = (answers: TifAnswers): boolean =>
  answers['medical_needs'] === 'yes' || rescue(answers);
const hasPlan = (answers: TifAnswers): boolean =>
  isMedical(answers) && (answers['plan_has'] === 'yes' || rescue(answers));

/** Medical needs on the way, and rescue medication. */
export const MEDICAL: TifFormSection = {
  key: 'medical',
  label: 'Medical needs',
  questions: [
    must('medical_needs', 'Whether there are medical needs on the way', 'yes_no'),
    must('medical', 'What the medical needs are', 'text', { asked: isMedical }),
    must('rescue_medication', 'Whether rescue medication is carried', 'yes_no', {
      planner: 'somebody aboard who can give it',
    }),
    must('rescue_name', 'Name of the rescue medication', 'line', { asked: rescue }),
    must('rescue_dose', 'Dose of the rescue medication', 'line', {
      asked: rescue,
      hint: 'As the plan words it, with its unit',
    }),
    must('rescue_when', 'When the rescue medication is given', 'text', { asked: rescue }),
    may('ride_limit_min', 'Longest ride that a clinician allows', 'minutes', {
      who: 'clinician',
      hint: 'Empty: the guide by phase',
      planner: 'a clinical limit of the ride',
    }),
    must('ride_limit_by', 'Clinician who set the longest ride', 'line', {
      who: 'clinician',
      asked: (answers) => (answers['ride_limit_min'] ?? '') !== '',
    }),
  ],
};

/** The health care plan, and whether the client may travel without anybody trained for it. */
export const CARE_PLAN: TifFormSection = {
  key: 'care_plan',
  label: 'Health care plan',
  questions: [
    must('plan_has', 'Whether there is a health care plan', 'yes_no', { asked: isMedical }),
    must('plan_by', 'Clinician who wrote the health care plan', 'line', { asked: hasPlan }),
    must('plan_on', 'Date of the health care plan', 'date', { asked: hasPlan }),
    must('plan_trained', 'Who is trained for the health care plan', 'text', {
      asked: hasPlan,
      who: 'office',
    }),
    must('without_trained', 'Whether the client may travel without a trained assistant', 'yes_no', {
      asked: hasPlan,
      who: 'clinician',
    }),
    must('without_trained_by', 'Who decided whether a trained assistant is needed', 'line', {
      asked: hasPlan,
      who: 'clinician',
    }),
  ],
};

/** Who needs a travel risk assessment of their own: as `needsRiskAssessment` says of the record. */
function needsAssessment(answers: TifAnswers): boolean {
  return (
    rescue(answers) ||
    isAny('assistant', 'own', 'medical')(answers) ||
    answers['sole_occupancy'] === 'yes' ||
    (answers['equipment_needed'] === 'yes' && /harness/i.test(answers['equipment'] ?? ''))
  );
}

/** The individual travel risk assessment: the office's own work. */
export const RISK: TifFormSection = {
  key: 'risk',
  label: 'Individual travel risk assessment',
  questions: [
    must('risk_assessment_on', 'Date of the risk assessment', 'date', {
      asked: needsAssessment,
      who: 'office',
    }),
    must('risk_by', 'Author of the risk assessment', 'line', {
      asked: needsAssessment,
      who: 'office',
    }),
    must('risk_review_on', 'Review date of the risk assessment', 'date', {
      asked: needsAssessment,
      who: 'office',
    }),
    must('risk_controls', 'Controls that the risk assessment asks for', 'text', {
      asked: needsAssessment,
      who: 'office',
    }),
  ],
};

/** A care or behaviour plan, and how to speak with the client. */
export const BEHAVIOUR: TifFormSection = {
  key: 'behaviour',
  label: 'Care or behaviour plan',
  questions: [
    must('behaviour_plan', 'Whether there is a care or behaviour plan', 'yes_no'),
    must('behaviour_what', 'What the plan says for the journey', 'text', {
      asked: isAny('behaviour_plan', 'yes'),
    }),
  ],
};

/** How the client communicates, what upsets them and what helps. */
export const COMMUNICATION: TifFormSection = {
  key: 'communication',
  label: 'Communication and triggers',
  questions: [
    must('communication', 'How the client communicates', 'choice', {
      choices: choicesOf({
        speech: 'Speech',
        few_words: 'A few words',
        signs: 'Signs',
        pictures: 'Pictures or symbols',
        device: 'A device',
        other: 'Another way',
      }),
    }),
    must('triggers', 'What may upset the client, and what helps', 'text'),
  ],
};
