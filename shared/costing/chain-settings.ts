/** What lets one vehicle run a second school's run after a first, and what that is taken to save. */

/** Keys of the settings for runs that one vehicle could do. */
export const CHAIN_KEYS = [
  'chain_turnaround_s',
  'chain_margin_s',
  'chain_earlier_s',
  'chain_later_s',
  'chain_wait_s',
  'chain_saved_percent',
] as const;
type Key = (typeof CHAIN_KEYS)[number];

function within(most: number, whole: boolean) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && value >= 0 && value <= most && (!whole || Number.isInteger(value));
}

/** What each may be: whole seconds up to an hour and a half, per cent. */
export const CHAIN_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  chain_turnaround_s: within(5400, true),
  chain_margin_s: within(5400, true),
  chain_earlier_s: within(5400, true),
  chain_later_s: within(5400, true),
  chain_wait_s: within(5400, true),
  chain_saved_percent: within(100, false),
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, number, string, string, string, boolean];

/** What a new store starts with. */
export const CHAIN_ROWS: readonly Row[] = [
  [
    'chain_turnaround_s',
    '2020-09-01',
    300,
    's',
    'One vehicle, two runs: how long it stands at a school before it can leave for the next run',
    'Planning assumption [A], November 2026: each child is handed to a member of staff. Ask the school for its own time',
    true,
  ],
  [
    'chain_margin_s',
    '2020-09-01',
    300,
    's',
    'One vehicle, two runs: time kept in hand on the way from one run to the next, morning and afternoon',
    'Planning assumption [A], November 2026: a late first run must not make the second late; five minutes for traffic',
    true,
  ],
  [
    'chain_earlier_s',
    '2020-09-01',
    900,
    's',
    'One vehicle, two runs: how much earlier than planned the first run may reach its school',
    'Planning assumption [A], November 2026: as long as the school opens its doors and has staff there. Ask the school',
    true,
  ],
  [
    'chain_later_s',
    '2020-09-01',
    300,
    's',
    'One vehicle, two runs: how much later than planned the second run may reach its school, never after its day starts',
    'Planning assumption [A], November 2026: half of the ten minutes that runs arrive before the day starts',
    true,
  ],
  [
    'chain_wait_s',
    '2020-09-01',
    900,
    's',
    'One vehicle, two runs: how long children may wait at school in the afternoon for the vehicle of another run',
    'Planning assumption [A], November 2026: staff stay with those who wait. Ask the school',
    true,
  ],
  [
    'chain_saved_percent',
    '2020-09-01',
    100,
    '% of the fixed price',
    'One vehicle, two runs: how much of the second run’s fixed price by the rate card is saved',
    'Planning assumption [A], November 2026: the fixed price pays for a vehicle and its driver, who are there already; only a quotation shows what a provider gives back',
    true,
  ],
];
