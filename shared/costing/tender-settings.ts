/** How tenders are run: weights, questions, terms, numbers. Read them through `service/lots/tender-settings-at.ts`. */
import type { QualityQuestion } from '../model/tender.ts';

/** Keys of the settings for tenders. */
export const TENDER_KEYS = [
  'tender_price_weight',
  'tender_questions',
  'tender_open_days',
  'tender_notice_days',
  'tender_standstill_days',
  'tender_contract_number',
  'tender_absurd_times',
] as const;
type Key = (typeof TENDER_KEYS)[number];

const whole =
  (least: number, most: number) =>
  (value: unknown): value is unknown =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function isQuestion(value: unknown): value is QualityQuestion {
  if (typeof value !== 'object' || value === null) return false;
  const { id, question, weight } = value as Partial<Record<keyof QualityQuestion, unknown>>;
  return (
    typeof id === 'string' &&
    /^[a-z][a-z0-9_]{0,29}$/.test(id) &&
    typeof question === 'string' &&
    question.trim() !== '' &&
    question.length <= 500 &&
    whole(1, 100)(weight)
  );
}

/** Whether a value is a list of questions, none of the same name; an empty list asks nothing. */
export function isQuestions(value: unknown): value is readonly QualityQuestion[] {
  if (!Array.isArray(value) || value.length > 10 || !value.every(isQuestion)) return false;
  return new Set(value.map((each) => each.id)).size === value.length;
}

/** A pattern for contract numbers: one running number, and the year where wanted. */
export function isNumberPattern(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 40 &&
    /^[A-Za-z0-9/{}:. -]+$/.test(value) &&
    (value.match(/\{number(:[1-8])?\}/g) ?? []).length === 1 &&
    !/[{}]/.test(value.replaceAll(/\{(number(:[1-8])?|year|yy)\}/g, ''))
  );
}

/** What each may be. */
export const TENDER_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  tender_price_weight: whole(0, 100),
  tender_questions: isQuestions,
  tender_open_days: whole(1, 90),
  tender_notice_days: whole(0, 366),
  tender_standstill_days: whole(0, 30),
  tender_contract_number: isNumberPattern,
  tender_absurd_times: whole(2, 100),
};

/** Asked of every bidder unless a council puts its own. */
const QUESTIONS: readonly QualityQuestion[] = [
  {
    id: 'crew',
    question:
      'How will you keep the same driver and passenger assistant on a route, and who covers when they are away?',
    weight: 40,
  },
  {
    id: 'needs',
    question:
      'How are drivers and assistants trained for the needs of the children, and how do you know that it is used?',
    weight: 35,
  },
  {
    id: 'late',
    question: 'What do you do, and whom do you tell, when a vehicle is late or breaks down?',
    weight: 25,
  },
];

const ASSUMED = 'Planning assumption [A], November 2026; put in what your own framework says';
const FROM = '2025-09-01';

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

/** What a new store starts with. */
export const TENDER_ROWS: readonly Row[] = [
  [
    'tender_price_weight',
    FROM,
    60,
    '% of the score',
    'Tenders: weight of the price; quality has the rest',
    ASSUMED,
    true,
  ],
  [
    'tender_questions',
    FROM,
    QUESTIONS,
    'questions with their weights',
    'Tenders: questions on quality',
    ASSUMED,
    true,
  ],
  ['tender_open_days', FROM, 10, 'days', 'Tenders: how long bids are open', ASSUMED, true],
  ['tender_notice_days', FROM, 28, 'days', 'Contracts: notice on either side', ASSUMED, true],
  [
    'tender_standstill_days',
    FROM,
    8,
    'working days',
    'Awards: standstill before a contract is entered into',
    'Procurement Act 2023, s. 51(2): eight working days where the standstill is mandatory; under a framework or a dynamic market it is voluntary. 0 for none',
    false,
  ],
  [
    'tender_contract_number',
    FROM,
    'CT{yy}-{number:4}',
    'pattern; {number}, {number:4}, {year}, {yy}',
    'Awards: pattern of contract numbers',
    ASSUMED,
    true,
  ],
  [
    'tender_absurd_times',
    FROM,
    5,
    'times the price of the model',
    'Bids: dearer than this, or cheaper than this part of it, and the bid is held for a look',
    ASSUMED,
    true,
  ],
];
