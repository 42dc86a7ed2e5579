/** When reminders are due, who writes, and the wording of every letter. Read them through `casework/reminders` and `casework/letters`. */
import { LETTER_TEXTS } from './letter-texts.ts';
import type { LetterTemplate } from '../model/letter.ts';

/** Keys of the wording, one a letter. */
export const TEMPLATE_KEYS = [
  'letter_apply_1',
  'letter_apply_2',
  'letter_apply_3',
  'letter_tif_1',
  'letter_tif_2',
  'letter_tif_3',
  'letter_awarded',
  'letter_part_awarded',
  'letter_refused',
  'letter_not_ours',
  'letter_received',
  'letter_more_information',
  'letter_appeal_received',
  'letter_appeal_result',
  'letter_review',
  'letter_transport_details',
  'letter_transport_changes',
  'letter_transport_arranging',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** Keys of all settings of reminders and letters. */
export const LETTER_KEYS = [
  'reminder_apply_first_days',
  'reminder_apply_every_days',
  'reminder_tif_first_days',
  'reminder_tif_every_days',
  'reminder_apply_most',
  'reminder_tif_most',
  'letter_answer_days',
  'letter_review_days',
  'letter_arranging_days',
  'letter_sender',
  ...TEMPLATE_KEYS,
] as const;
type Key = (typeof LETTER_KEYS)[number];

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

const RULE = 'Planning assumption: 14 days after the event, then every 14 days; put your own here';
const MOST = 'Kent County Council, SEND transport timetable: up to three individual reminders';
const WORDING = "Kerbside's own wording, November 2026; put your council's here";
const UNIT = 'text; {field} stands for a fact of the case';
const FROM = '2025-09-01';

function days(key: Key, label: string): Row {
  return [key, FROM, 14, 'days', label, RULE, true];
}

function most(key: Key, label: string): Row {
  return [key, FROM, 3, 'reminders', label, MOST, false];
}

function template(key: TemplateKey, label: string): Row {
  const wording: LetterTemplate = LETTER_TEXTS[key];
  return [key, FROM, wording, UNIT, `Letter: ${label}`, WORDING, false];
}

/** What a new store starts with. */
export const LETTER_ROWS: readonly Row[] = [
  days(
    'reminder_apply_first_days',
    'First reminder to apply: days after the family was told to apply',
  ),
  days('reminder_apply_every_days', 'Next reminder to apply: days after the one before'),
  most('reminder_apply_most', 'The most reminders to apply that a child is sent'),
  days(
    'reminder_tif_first_days',
    'First reminder to complete the TIF: days after the application was received',
  ),
  days('reminder_tif_every_days', 'Next reminder to complete the TIF: days after the one before'),
  most('reminder_tif_most', 'The most reminders to complete the TIF that a child is sent'),
  [
    'letter_answer_days',
    FROM,
    10,
    'working days',
    'Time a family is given to answer a request for more information',
    'Planning assumption: two weeks of working days; put your own here',
    true,
  ],
  [
    'letter_review_days',
    FROM,
    42,
    'days',
    'How long before an award ends or is reviewed the family is written to',
    'Planning assumption: the six weeks advertised for a decision; put your own here',
    true,
  ],
  [
    'letter_arranging_days',
    FROM,
    21,
    'days',
    'How long before the first day a family is written to that transport is still being arranged',
    'Planning assumption: three weeks, so that a family can make plans of its own; put your own here',
    true,
  ],
  [
    'letter_sender',
    FROM,
    { team: 'Client Transport', contact: '' },
    'text',
    'Who writes the letters',
    'The team as Kent County Council names it; put in how a family reaches yours',
    false,
  ],
  template('letter_apply_1', 'first reminder to apply'),
  template('letter_apply_2', 'second reminder to apply'),
  template('letter_apply_3', 'third reminder to apply'),
  template('letter_tif_1', 'first reminder to complete the TIF'),
  template('letter_tif_2', 'second reminder to complete the TIF'),
  template('letter_tif_3', 'third reminder to complete the TIF'),
  template('letter_awarded', 'transport awarded'),
  template('letter_part_awarded', 'transport awarded in part'),
  template('letter_refused', 'transport refused'),
  template('letter_not_ours', 'not this authority'),
  template('letter_received', 'application received'),
  template('letter_more_information', 'more information asked for'),
  template('letter_appeal_received', 'appeal received'),
  template('letter_appeal_result', 'result of an appeal'),
  template('letter_review', 'award to be reviewed, or ending'),
  template('letter_transport_details', 'transport details'),
  template('letter_transport_changes', 'transport changes'),
  template('letter_transport_arranging', 'transport still being arranged'),
];
