/** How many working days before a change each recipient is told, and how many children may change in a week of a retender round. */

/** Keys of the settings for change notices and retender rounds. */
export const NOTICE_KEYS = [
  'notice_family_days',
  'notice_school_days',
  'notice_provider_days',
  'notice_assistant_days',
  'notice_social_worker_days',
  'round_children_a_week',
] as const;
type Key = (typeof NOTICE_KEYS)[number];

function whole(least: number, most: number) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** What each may be. */
export const NOTICE_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  notice_family_days: whole(0, 60),
  notice_school_days: whole(0, 60),
  notice_provider_days: whole(0, 60),
  notice_assistant_days: whole(0, 60),
  notice_social_worker_days: whole(0, 60),
  round_children_a_week: whole(1, 20_000),
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, number, string, string, string, boolean];

const BEFORE = 'working days before the change';
const A_WEEK =
  'Planning assumption [A], November 2026: a school week, enough to ring back, to prepare the child and to object; no law or published Kent policy sets a number';

/** What a new store starts with. */
export const NOTICE_ROWS: readonly Row[] = [
  [
    'notice_family_days',
    '2020-09-01',
    5,
    BEFORE,
    'Change notice: the family is told',
    A_WEEK,
    true,
  ],
  [
    'notice_school_days',
    '2020-09-01',
    3,
    BEFORE,
    'Change notice: the school is told',
    'Planning assumption [A], November 2026: time for the school office to tell whoever meets the vehicle',
    true,
  ],
  [
    'notice_provider_days',
    '2020-09-01',
    5,
    BEFORE,
    'Change notice: the provider before and the new one are told',
    'Planning assumption [A], November 2026: time to find a driver and to try the route; the contract’s own notice counts where it is longer',
    true,
  ],
  [
    'notice_assistant_days',
    '2020-09-01',
    5,
    BEFORE,
    'Change notice: the passenger assistant is told',
    'Planning assumption [A], November 2026: time to read how to support the child and to be trained where the form asks for it',
    true,
  ],
  [
    'notice_social_worker_days',
    '2020-09-01',
    5,
    BEFORE,
    'Change notice: the social worker is told',
    A_WEEK,
    true,
  ],
  [
    'round_children_a_week',
    '2020-09-01',
    250,
    'children a week',
    'Retender round: most children for whom transport changes in one week',
    'Planning assumption [A], November 2026: about 4% of the children carried. Kent changed 5,500 at once in February 2022; 26% had no place that day and nearly 300 missed school',
    true,
  ],
];
