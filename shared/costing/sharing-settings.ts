/** When routes of neighbouring schools may be one. */

/** Keys of the settings for shared routes. */
export const SHARING_KEYS = ['sharing_within_m', 'sharing_early_s', 'sharing_stand_s'] as const;
type Key = (typeof SHARING_KEYS)[number];

function wholeUpTo(most: number) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

/** What each may be: up to 20 km, up to an hour. */
export const SHARING_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  sharing_within_m: wholeUpTo(20_000),
  sharing_early_s: wholeUpTo(3600),
  sharing_stand_s: wholeUpTo(3600),
};

/** What a new store starts with: `[key, from, value, unit, label, source, estimated]`. */
export const SHARING_ROWS: readonly (readonly [
  Key,
  string,
  number,
  string,
  string,
  string,
  boolean,
])[] = [
  [
    'sharing_within_m',
    '2020-09-01',
    0,
    'm, straight line',
    'Shared routes: schools so near may share a vehicle without a planner’s word (0: only those a planner allows)',
    'Planning assumption [A], November 2026: nobody shares until the office says so',
    true,
  ],
  [
    'sharing_early_s',
    '2020-09-01',
    1200,
    's',
    'Shared routes: how long before its day starts children may be brought to a school, and wait there after it ends',
    'Planning assumption [A], November 2026: as long as staff are there. Ask the schools',
    true,
  ],
  [
    'sharing_stand_s',
    '2020-09-01',
    300,
    's',
    'Shared routes: how long the vehicle stands at a school before it goes on to the next',
    'Planning assumption [A], November 2026: each child is handed to a member of staff. Ask the school for its own time',
    true,
  ],
];
