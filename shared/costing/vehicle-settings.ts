/** What vehicles bear, what takes their seats, and when they stand at a school. */

/** Keys of the settings for vehicles. */
export const VEHICLE_KEYS = [
  'tie_down_limit_kg',
  'equipment_seats',
  'trained_assistant_pence',
] as const;
type Key = (typeof VEHICLE_KEYS)[number];

/** Kilograms that lift, ramp and tie-downs bear, by vehicle class; a class that is not named has no limit here. */
export type TieDownLimits = Readonly<Record<string, number>>;

/** Whether a value is such limits: 50 to 1,000 kg each. */
export function isTieDownLimits(value: unknown): value is TieDownLimits {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each === 'number' && each >= 50 && each <= 1000)
  );
}

/** Seats that a piece of equipment takes, by a word that names it. */
export type EquipmentSeats = Readonly<Record<string, number>>;

/** Whether a value is such a list: 0 to 4 whole seats each, and no name without a letter. */
export function isEquipmentSeats(value: unknown): value is EquipmentSeats {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([word, seats]) =>
        /[a-z]/i.test(word) && Number.isInteger(seats) && Number(seats) >= 0 && Number(seats) <= 4,
    )
  );
}

const isWait = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 3600;

/** What each may be. */
export const VEHICLE_CHECKS = {
  tie_down_limit_kg: isTieDownLimits,
  equipment_seats: isEquipmentSeats,
  trained_assistant_pence: (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000,
  arrive_before_s: isWait,
  leave_after_s: isWait,
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const VEHICLE_ROWS: readonly (readonly [
  Key,
  string,
  unknown,
  string,
  string,
  string,
  boolean,
])[] = [
  [
    'tie_down_limit_kg',
    '2025-09-01',
    { accessible_taxi: 250, accessible_minibus: 350 },
    'kg, wheelchair and client together',
    'What lift, ramp and tie-downs bear, by vehicle class',
    'Planning assumption; replace with the plates of your providers’ lifts and tie-downs',
    true,
  ],
  [
    'trained_assistant_pence',
    '2020-09-01',
    500,
    'pence a day for each route and competence',
    'Trained assistants: what a plan must save a day before one more route needs somebody trained in a competence',
    'Planning assumption [A], November 2026: each such route wants a holder and a cover, who are scarce; weighed in the search, never part of a bill',
    true,
  ],
  [
    'equipment_seats',
    '2025-09-01',
    { frame: 1, walker: 1, rollator: 1, 'large harness seat': 1 },
    'seats besides the client’s own',
    'Seats that equipment takes, by the word that names it in the form',
    'Planning assumption: a frame or walker stands on a seat’s floor, a large harness seat covers two seats',
    true,
  ],
];
