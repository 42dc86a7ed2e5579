/** How many days each step of an application may take, by when it should come, and who may see what is protected. */

/** Keys of the settings for deciding and appeals. */
export const CASEWORK_KEYS = [
  'decision_days',
  'appeal_lodge_days',
  'appeal_stage_1_days',
  'appeal_stage_2_days',
  'application_deadlines',
  'post_16_statement_day',
  'protected_address_officers',
] as const;
type Key = (typeof CASEWORK_KEYS)[number];

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

const APPEALS =
  'DfE, Travel to school for children of compulsory school age (June 2023, amended January 2024), review and appeals, as ' +
  'councils and the ombudsman quote it';

/** What a new store starts with. */
export const CASEWORK_ROWS: readonly Row[] = [
  [
    'decision_days',
    '2020-09-01',
    42,
    'days',
    'Deciding an application: time advertised',
    'Kent County Council, about six weeks advertised to parents (read November 2026)',
    false,
  ],
  [
    'appeal_lodge_days',
    '2014-07-01',
    20,
    'working days',
    'Appeals: time to lodge each stage',
    APPEALS,
    false,
  ],
  [
    'appeal_stage_1_days',
    '2014-07-01',
    20,
    'working days',
    'Appeals, stage 1: time for an officer’s review',
    APPEALS,
    false,
  ],
  [
    'appeal_stage_2_days',
    '2014-07-01',
    40,
    'working days',
    'Appeals, stage 2: time for an independent panel',
    APPEALS,
    false,
  ],
  [
    'application_deadlines',
    '2025-09-01',
    {
      'Secondary transfer': '08-01',
      'New EHCP': '08-01',
      Renewal: '08-01',
      'Post-16': '08-01',
      'Change of school': '08-01',
      'Change of address': '08-01',
      early_years: '08-01',
      primary: '08-01',
      secondary: '08-01',
      sixth_form: '08-01',
      adult: '08-01',
    },
    'month and day of the year planned',
    'Deadline to apply, by kind of application, else by phase; others by the deadline for letters',
    '[A] one day for all kinds: Kent County Council, letters by 1 August; set your own',
    true,
  ],
  [
    'post_16_statement_day',
    '2025-09-01',
    '05-31',
    'month and day of the year planned',
    'Post-16 transport statement, with the personal transport budget, is published by this day',
    'Education Act 1996 s509AA: the statement of a year is published by 31 May',
    false,
  ],
  [
    'protected_address_officers',
    '2025-09-01',
    '',
    'names, with commas',
    'Officers who may look at protected addresses, as each gives their name at this machine',
    'The council’s own choice; nobody until it is set',
    true,
  ],
];
