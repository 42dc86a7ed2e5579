/** What it weighs to change something for a child already settled: the planner's own prices, never part of a bill. */

/** Keys of the settings for disruption. */
export const DISRUPTION_KEYS = [
  'disruption_provider_pence',
  'disruption_driver_pence',
  'disruption_assistant_pence',
  'disruption_companions_pence',
  'disruption_pick_up_minute_pence',
  'disruption_pick_up_tolerance_s',
  'disruption_vehicle_pence',
  'disruption_school_run_pence',
  'disruption_lost_place_pence',
] as const;
type Key = (typeof DISRUPTION_KEYS)[number];

/** What each may be: whole pence up to GBP 1,000 a day, whole seconds up to an hour. */
export const DISRUPTION_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  disruption_provider_pence: whole(100_000),
  disruption_driver_pence: whole(100_000),
  disruption_assistant_pence: whole(100_000),
  disruption_companions_pence: whole(100_000),
  disruption_pick_up_minute_pence: whole(100_000),
  disruption_pick_up_tolerance_s: whole(3600),
  disruption_vehicle_pence: whole(100_000),
  disruption_school_run_pence: whole(100_000),
  disruption_lost_place_pence: whole(100_000),
};

function whole(most: number) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, number, string, string, string, boolean];

const A_DAY = 'pence a day for each child';
const ASSUMED =
  'Planning assumption [A], November 2026: what a plan must save a day before the change is worth it. No council has published such a price; Boston (2018) and Kent (2022) show what leaving it out costs';

/** What a new store starts with. */
export const DISRUPTION_ROWS: readonly Row[] = [
  [
    'disruption_provider_pence',
    '2020-09-01',
    500,
    A_DAY,
    'Disruption: another provider, and with it another driver',
    ASSUMED,
    true,
  ],
  [
    'disruption_driver_pence',
    '2020-09-01',
    300,
    A_DAY,
    'Disruption: another route of the same provider, so probably another driver',
    ASSUMED,
    true,
  ],
  [
    'disruption_assistant_pence',
    '2020-09-01',
    300,
    A_DAY,
    'Disruption: another passenger assistant, or one who comes or goes',
    ASSUMED,
    true,
  ],
  [
    'disruption_companions_pence',
    '2020-09-01',
    100,
    A_DAY,
    'Disruption: other children in the vehicle',
    ASSUMED,
    true,
  ],
  [
    'disruption_pick_up_minute_pence',
    '2020-09-01',
    10,
    'pence a day for each child and each minute of the change',
    'Disruption: another pick-up or drop-off time, where it moves by more than the tolerance',
    ASSUMED,
    true,
  ],
  [
    'disruption_pick_up_tolerance_s',
    '2020-09-01',
    300,
    's',
    'Disruption: how far a pick-up, drop-off or arrival may move and still count as the same',
    'Planning assumption [A], November 2026: five minutes, what a family allows for traffic anyway',
    true,
  ],
  [
    'disruption_vehicle_pence',
    '2020-09-01',
    100,
    A_DAY,
    'Disruption: another class of vehicle',
    ASSUMED,
    true,
  ],
  [
    'disruption_school_run_pence',
    '2020-09-01',
    200,
    A_DAY,
    'Disruption: the run reaches or leaves the school at another time, or goes to another school',
    ASSUMED,
    true,
  ],
  [
    'disruption_lost_place_pence',
    '2020-09-01',
    10_000,
    A_DAY,
    'Disruption: a child who had a place and has none',
    ASSUMED,
    true,
  ],
];
