/** When the work of the summer counts as urgent, and from how many days its pace is taken. */

/** Keys of the settings for queues and forecast. */
export const WORK_KEYS = [
  'work_decision_days',
  'work_deadline_days',
  'work_tif_days',
  'work_transport_days',
  'work_appeal_days',
  'work_oldest_days',
  'work_pace_days',
] as const;
type Key = (typeof WORK_KEYS)[number];

function wholeDays(least: number, most: number) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** What each may be. */
export const WORK_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  work_decision_days: wholeDays(0, 366),
  work_deadline_days: wholeDays(0, 366),
  work_tif_days: wholeDays(0, 366),
  work_transport_days: wholeDays(0, 366),
  work_appeal_days: wholeDays(0, 366),
  work_oldest_days: wholeDays(0, 366),
  work_pace_days: wholeDays(5, 130),
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, number, string, string, string, boolean];

const ASSUMED = 'Planning assumption [A], November 2026: enough days left to act in';

/** What a new store starts with. */
export const WORK_ROWS: readonly Row[] = [
  [
    'work_decision_days',
    '2020-09-01',
    7,
    'days',
    'At risk: an undecided application with so few days left of the time advertised',
    ASSUMED,
    true,
  ],
  [
    'work_deadline_days',
    '2020-09-01',
    14,
    'days',
    'At risk: an undecided on-time application with so few days left to the deadline for letters',
    ASSUMED,
    true,
  ],
  [
    'work_tif_days',
    '2020-09-01',
    28,
    'days',
    'At risk: decided without a complete TIF so few days before the first day',
    ASSUMED,
    true,
  ],
  [
    'work_transport_days',
    '2020-09-01',
    14,
    'days',
    'At risk: without transport so few days before the first day',
    ASSUMED,
    true,
  ],
  [
    'work_appeal_days',
    '2020-09-01',
    7,
    'days',
    'At risk: an appeal whose answer is due in so few days',
    ASSUMED,
    true,
  ],
  [
    'work_oldest_days',
    '2020-09-01',
    28,
    'days',
    'Oldest: undecided for at least so long',
    ASSUMED,
    true,
  ],
  [
    'work_pace_days',
    '2020-09-01',
    20,
    'working days',
    'Forecast: pace of deciding taken from so many working days',
    'Planning assumption [A], November 2026: four weeks, long enough to hold a quiet week and short enough to follow the team',
    true,
  ],
];
