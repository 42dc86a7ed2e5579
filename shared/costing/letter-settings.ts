/** When reminders are due, who writes, and the wording of every letter. Read them through `casework/reminders` and `casework/letters`. */
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
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

/** Keys of all settings of reminders and letters. */
export const LETTER_KEYS = [
  'reminder_apply_first_days',
  'reminder_apply_every_days',
  'reminder_tif_first_days',
  'reminder_tif_every_days',
  'reminders_most',
  'letter_sender',
  ...TEMPLATE_KEYS,
] as const;
type Key = (typeof LETTER_KEYS)[number];

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

const RULE = 'Planning assumption: 14 days after the event, then every 14 days; put your own here';
const WORDING = "Kerbside's own wording, November 2026; put your council's here";
const UNIT = 'text; {field} stands for a fact of the case';

function days(key: Key, label: string): Row {
  return [key, '2025-09-01', 14, 'days', label, RULE, true];
}

function template(key: TemplateKey, label: string, wording: LetterTemplate): Row {
  return [key, '2025-09-01', wording, UNIT, `Letter: ${label}`, WORDING, false];
}

const HELP =
  'If you need help, or this letter in another language or format, please get in touch with us: {contact}.';
const ALREADY = 'If you have done this in the last few days, please take no notice of this letter.';
const APPEAL_RIGHT =
  'If you do not agree with this decision you can ask for it to be reviewed. Write to us by {appeal_by}, saying why. ' +
  'An officer who did not make the decision looks at it first; after that you can ask for an independent panel.';

/** What a new store starts with. */
export const LETTER_ROWS: readonly Row[] = [
  days(
    'reminder_apply_first_days',
    'First reminder to apply: days after the family was told to apply',
  ),
  days('reminder_apply_every_days', 'Next reminder to apply: days after the one before'),
  days(
    'reminder_tif_first_days',
    'First reminder to complete the TIF: days after the application was received',
  ),
  days('reminder_tif_every_days', 'Next reminder to complete the TIF: days after the one before'),
  [
    'reminders_most',
    '2025-09-01',
    3,
    'reminders',
    'The most reminders that a child is sent, to apply and for the TIF each',
    'Kent County Council, SEND transport timetable: up to three individual reminders',
    false,
  ],
  [
    'letter_sender',
    '2025-09-01',
    { team: 'Client Transport', contact: '' },
    'text',
    'Who writes the letters',
    'The team as Kent County Council names it; put in how a family reaches yours',
    false,
  ],
  template('letter_apply_1', 'first reminder to apply', {
    subject: 'Transport to school for {child}: please apply',
    paragraphs: [
      'Our records show that {child} may need transport to {school}. We have not yet received an application from you.',
      'Please apply as soon as you can. We plan routes over the summer, and those who apply early have their transport in place for the first day.',
      ALREADY,
      HELP,
    ],
  }),
  template('letter_apply_2', 'second reminder to apply', {
    subject: 'Transport to school for {child}: second reminder to apply',
    paragraphs: [
      'We wrote to you about transport to {school} for {child} and have not received an application.',
      'Without an application we cannot decide whether {child} can have transport, and none will be arranged.',
      ALREADY,
      HELP,
    ],
  }),
  template('letter_apply_3', 'third reminder to apply', {
    subject: 'Transport to school for {child}: last reminder to apply',
    paragraphs: [
      'This is the last time we write to you about an application for transport to {school} for {child}.',
      'You can still apply at any time. An application that reaches us late may mean that transport starts after the first day of term.',
      'If you do not want transport, you need do nothing.',
      HELP,
    ],
  }),
  template('letter_tif_1', 'first reminder to complete the TIF', {
    subject: 'Transport Information Form for {child}, {ref}',
    paragraphs: [
      'Thank you for the application for transport for {child}. To plan a safe journey to {school} we need your Transport Information Form. {missing}',
      'Please send it to us, or ring us with the answers.',
      ALREADY,
      HELP,
    ],
  }),
  template('letter_tif_2', 'second reminder to complete the TIF', {
    subject: 'Transport Information Form for {child}, {ref}: second reminder',
    paragraphs: [
      'We wrote to you about the Transport Information Form for {child}. {missing}',
      'We cannot plan a safe journey to {school} until we have it.',
      ALREADY,
      HELP,
    ],
  }),
  template('letter_tif_3', 'third reminder to complete the TIF', {
    subject: 'Transport Information Form for {child}, {ref}: last reminder',
    paragraphs: [
      'This is the last time we write to you about the Transport Information Form for {child}. {missing}',
      'Without it, transport to {school} may not be in place on the first day of term.',
      HELP,
    ],
  }),
  template('letter_awarded', 'transport awarded', {
    subject: 'Transport for {child}, {ref}: awarded',
    paragraphs: [
      'We have decided that {child} can have free transport to {school} in the school year {year}.',
      'We will write again with the name of the provider, the times, and the day on which transport starts.',
      'Please tell us at once if your address, the school or what {child} needs on the journey changes.',
      HELP,
    ],
  }),
  template('letter_part_awarded', 'transport awarded in part', {
    subject: 'Transport for {child}, {ref}: awarded in part',
    paragraphs: [
      'We have decided that {child} can have part of the transport to {school} that was asked for in the school year {year}.',
      'The reason is: {reason}',
      APPEAL_RIGHT,
      HELP,
    ],
  }),
  template('letter_refused', 'transport refused', {
    subject: 'Transport for {child}, {ref}: refused',
    paragraphs: [
      'We have decided that {child} cannot have free transport to {school} in the school year {year}.',
      'The reason is: {reason}',
      APPEAL_RIGHT,
      HELP,
    ],
  }),
];
