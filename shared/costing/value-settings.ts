/** What value is weighed by: personal transport budgets of sixth-form age, mileage, prices out of line, travel training. Read them through `value-settings-at.ts`. */
import type { PtbBand } from './ptb-bands.ts';

/** Keys of the settings for value. */
export const VALUE_KEYS = [
  'ptb_bands_sixth_form',
  'ptb_contribution_pence',
  'ptb_contribution_low_income_percent',
  'ptb_payments_a_year',
  'ptb_cliff_margin_m',
  'mileage_pence',
  'mileage_after_miles',
  'mileage_over_pence',
  'mileage_low_pence',
  'mileage_high_pence',
  'mileage_legs_a_day',
  'out_of_line_percent',
  'out_of_line_peers',
  'training_cost_pence',
  'training_cost_low_pence',
  'training_cost_high_pence',
  'training_success_percent',
  'training_success_low_percent',
  'training_success_high_percent',
  'training_onward_pence',
  'training_from_age',
  'training_within_miles',
] as const;
type Key = (typeof VALUE_KEYS)[number];

function from(least: number, most: number, isWhole = true) {
  return (value: unknown): value is unknown =>
    typeof value === 'number' &&
    value >= least &&
    value <= most &&
    (!isWhole || Number.isInteger(value));
}

/** What each number may be; the bands are checked as those for under 16 are. */
export const VALUE_CHECKS: Readonly<
  Record<Exclude<Key, 'ptb_bands_sixth_form'>, (value: unknown) => value is unknown>
> = {
  ptb_contribution_pence: from(0, 1_000_000),
  ptb_contribution_low_income_percent: from(0, 100, false),
  ptb_payments_a_year: from(1, 12),
  ptb_cliff_margin_m: from(0, 5000),
  mileage_pence: from(0, 500, false),
  mileage_after_miles: from(0, 100_000),
  mileage_over_pence: from(0, 500, false),
  mileage_low_pence: from(0, 500, false),
  mileage_high_pence: from(0, 500, false),
  mileage_legs_a_day: from(1, 8),
  out_of_line_percent: from(0, 500, false),
  out_of_line_peers: from(3, 1000),
  training_cost_pence: from(0, 10_000_000),
  training_cost_low_pence: from(0, 10_000_000),
  training_cost_high_pence: from(0, 10_000_000),
  training_success_percent: from(0, 100, false),
  training_success_low_percent: from(0, 100, false),
  training_success_high_percent: from(0, 100, false),
  training_onward_pence: from(0, 1_000_000),
  training_from_age: from(5, 25),
  training_within_miles: from(0, 100, false),
};

/** The sums before the contribution is taken off: those for under 16 (Kent County Council, Personal transport budgets). */
const SIXTH_FORM: readonly PtbBand[] = [
  { under_miles: 5, pence_a_year: 200_000 },
  { under_miles: 10, pence_a_year: 300_000 },
  { under_miles: null, pence_a_year: 500_000 },
];

const HMRC =
  'HMRC approved mileage rates for a car, since 6 April 2011: 45p a mile to 10,000 miles a year, 25p after';
const ELSEWHERE = 'Councils’ published mileage schemes, read November 2026: 40p to 70p a mile';
const TRAINED =
  'Bridges Outcomes Partnerships, SEN travel training for Norfolk, Lambeth and Surrey (read November 2026): of 132 who started, 105 finished (80%) and 86 (65%) travelled alone for two terms';
const ASSUMED = 'Planning assumption [A], November 2026; put in your own';

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

/** What a new store starts with. */
export const VALUE_ROWS: readonly Row[] = [
  [
    'ptb_bands_sixth_form',
    '2026-09-01',
    SIXTH_FORM,
    'pence a year by straight-line miles',
    'Personal transport budget, sixth-form age: before the contribution is taken off',
    'Kent County Council, Personal transport budgets (kent.gov.uk, read November 2026): at 16 to 19 the contribution is taken off the same sums. That gives what its consultation of January 2025 names for 2026/27 (GBP 1,400 to 4,700: 2,000 less 600, 5,000 less half of 600) and its minutes 25/00045 (up to 4,370: 5,000 less 630; their lowest, 1,317, for 1,370). The statement for 2026/27 itself was not read',
    false,
  ],
  [
    'ptb_contribution_pence',
    '2026-09-01',
    63_000,
    'pence a year',
    'Personal transport budget, sixth-form age: the contribution that is taken off',
    'Kent County Council, Cabinet Committee minutes 25/00045 (2025): the 16+ Travel Saver costs GBP 630; taken off whole even where somebody attends part time (kent.gov.uk, Personal transport budgets)',
    false,
  ],
  [
    'ptb_contribution_low_income_percent',
    '2026-09-01',
    50,
    '% of the contribution',
    'Personal transport budget, sixth-form age: what of the contribution is taken off with low income',
    'Kent County Council, Personal transport budgets (kent.gov.uk, read November 2026): half for low income families',
    false,
  ],
  [
    'ptb_payments_a_year',
    '2025-09-01',
    11,
    'payments',
    'Personal transport budget: payments from September to July',
    'Kent County Council, published terms of the personal transport budget',
    false,
  ],
  [
    'ptb_cliff_margin_m',
    '2025-09-01',
    400,
    'm of straight line',
    'Personal transport budget: a home so close to the edge of a band, on either side, is listed',
    `${ASSUMED}: a quarter of a mile`,
    true,
  ],
  ['mileage_pence', '2011-04-06', 45, 'pence a mile', 'Mileage for a parent', HMRC, false],
  [
    'mileage_after_miles',
    '2011-04-06',
    10_000,
    'miles a year',
    'Mileage for a parent: after so many miles the lower rate is paid',
    HMRC,
    false,
  ],
  [
    'mileage_over_pence',
    '2011-04-06',
    25,
    'pence a mile',
    'Mileage for a parent: the lower rate',
    HMRC,
    false,
  ],
  [
    'mileage_low_pence',
    '2025-09-01',
    40,
    'pence a mile',
    'Mileage for a parent: the lowest that councils pay, for the range',
    ELSEWHERE,
    false,
  ],
  [
    'mileage_high_pence',
    '2025-09-01',
    70,
    'pence a mile',
    'Mileage for a parent: the highest that councils pay, for the range',
    ELSEWHERE,
    false,
  ],
  [
    'mileage_legs_a_day',
    '2025-09-01',
    4,
    'times the way to school, a day',
    'Mileage for a parent: there and back, morning and afternoon',
    'Councils’ published mileage schemes, read November 2026: four legs a day',
    false,
  ],
  [
    'out_of_line_percent',
    '2025-09-01',
    20,
    '% above the line of routes alike',
    'Prices out of line: listed from so far above',
    ASSUMED,
    true,
  ],
  [
    'out_of_line_peers',
    '2025-09-01',
    8,
    'routes',
    'Prices out of line: fewest routes alike that a price is set beside',
    `${ASSUMED}: fewer say too little`,
    true,
  ],
  [
    'training_cost_pence',
    '2025-09-01',
    400_000,
    'pence a client who begins',
    'Independent travel training: what it costs',
    ASSUMED,
    true,
  ],
  [
    'training_cost_low_pence',
    '2025-09-01',
    250_000,
    'pence a client who begins',
    'Independent travel training: what it costs, low',
    ASSUMED,
    true,
  ],
  [
    'training_cost_high_pence',
    '2025-09-01',
    600_000,
    'pence a client who begins',
    'Independent travel training: what it costs, high',
    ASSUMED,
    true,
  ],
  [
    'training_success_percent',
    '2025-09-01',
    65,
    '% of those who begin',
    'Independent travel training: who goes on travelling alone',
    TRAINED,
    false,
  ],
  [
    'training_success_low_percent',
    '2025-09-01',
    50,
    '% of those who begin',
    'Independent travel training: who goes on travelling alone, low',
    ASSUMED,
    true,
  ],
  [
    'training_success_high_percent',
    '2025-09-01',
    80,
    '% of those who begin',
    'Independent travel training: who goes on travelling alone, high',
    TRAINED,
    false,
  ],
  [
    'training_onward_pence',
    '2025-09-01',
    63_000,
    'pence a year',
    'Independent travel training: the pass that a trained client travels with',
    'Kent County Council, Cabinet Committee minutes 25/00045 (2025): the 16+ Travel Saver costs GBP 630; taken for every age [A]',
    true,
  ],
  [
    'training_from_age',
    '2025-09-01',
    11,
    'years',
    'Independent travel training: listed from this age on 1 September',
    `${ASSUMED}: from secondary transfer`,
    true,
  ],
  [
    'training_within_miles',
    '2025-09-01',
    8,
    'miles by road or est., one way',
    'Independent travel training: listed up to this way to school',
    ASSUMED,
    true,
  ],
];
