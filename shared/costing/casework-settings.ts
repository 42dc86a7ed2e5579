/** How many days each step of an application may take. */

/** Keys of the settings for deciding and appeals. */
export const CASEWORK_KEYS = [
  'decision_days',
  'appeal_lodge_days',
  'appeal_stage_1_days',
  'appeal_stage_2_days',
] as const;
type Key = (typeof CASEWORK_KEYS)[number];

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, number, string, string, string, boolean];

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
];
