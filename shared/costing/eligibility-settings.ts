/** Thresholds, ages, dates and lists of law and policy that decide eligibility. Read them through `eligibility/thresholds.ts`. */

/** Keys of the settings that decide eligibility. */
export const ELIGIBILITY_KEYS = [
  'compulsory_from_age',
  'compulsory_prescribed_days',
  'compulsory_until_age',
  'school_leaving_day',
  'sixth_form_until_age',
  'policy_from_age',
  'walk_limit_under_miles',
  'walk_limit_over_miles',
  'walk_limit_age',
  'walk_over_straight_max',
  'home_error_m',
  'school_error_m',
  'marginal_percent',
  'changes_ahead_days',
  'qualifying_school_types',
  'low_income_bases',
  'extended_from_age',
  'extended_older_age',
  'extended_lower_miles',
  'extended_upper_miles',
  'extended_nearest_schools',
  'extended_religion_miles',
] as const;
type Key = (typeof ELIGIBILITY_KEYS)[number];

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

const WALKING = 'Education Act 1996 s444(5): 3.218688 km (two miles), from age eight 4.828032 km';
const LOW_INCOME = 'Education Act 1996 Sch 35B paras 9 to 14 (2007 and 2008)';
const MEALS =
  'Free school meals or the highest working tax credit: Education Act 1996 Sch 35B para 14; ' +
  'universal credit earnings limit GBP 7,400 a year (2018)';
const MEALS_2026 =
  'From September 2026 free meals reach every universal credit household, so that they no longer show ' +
  'earnings under GBP 7,400; the travel rule is not confirmed (November 2026)';

/** Low-income bases: `words` are looked for in what the application says; `counts` is yes, no or cannot_tell. */
const UNDER = {
  basis: 'Universal Credit, under threshold',
  words: ['under threshold', 'below threshold', 'under 7 400', 'under 7400'],
  counts: 'yes',
};
const OVER = {
  basis: 'Universal Credit, over threshold',
  words: ['over threshold', 'above threshold', 'over 7 400', 'over 7400'],
  counts: 'no',
};
const OTHER = { basis: 'Universal Credit', words: ['universal credit'], counts: 'cannot_tell' };
const meals = (counts: 'yes' | 'cannot_tell') => ({
  basis: 'Free school meals',
  words: ['free school meals', 'free meals', 'fsm'],
  counts,
});

/** What a new store starts with. */
export const ELIGIBILITY_ROWS: readonly Row[] = [
  [
    'compulsory_from_age',
    '1996-11-01',
    5,
    'years',
    'Compulsory school age begins on the prescribed day on or after this birthday',
    'Education Act 1996 s8(2)',
    false,
  ],
  [
    'compulsory_prescribed_days',
    '1998-08-01',
    ['03-31', '08-31', '12-31'],
    'month and day',
    'Prescribed days on which compulsory school age begins',
    'Education (Start of Compulsory School Age) Order 1998 (SI 1998/1607)',
    false,
  ],
  [
    'compulsory_until_age',
    '1996-11-01',
    16,
    'years',
    'Compulsory school age ends on the leaving day of the school year of this birthday',
    'Education Act 1996 s8(3)',
    false,
  ],
  [
    'school_leaving_day',
    '1998-01-01',
    { month: 6, weekday: 'Fri' },
    'the last such weekday of the month',
    'School leaving day',
    'Education (School Leaving Date) Order 1997 (SI 1997/1970): the last Friday in June',
    false,
  ],
  [
    'sixth_form_until_age',
    '2007-09-01',
    19,
    'years',
    'Sixth-form age ends at this birthday, save on a course begun before it',
    'Education Act 1996 s509AC(1)',
    false,
  ],
  [
    'policy_from_age',
    '2025-09-01',
    4,
    'years',
    "The council's own policy: children below compulsory school age are decided by the same rules from this age",
    'Kent County Council carries children from 4, under Education Act 1996 s508C; put your own policy here',
    false,
  ],
  [
    'walk_limit_under_miles',
    '1996-11-01',
    2,
    'miles',
    'Walking distance, younger children',
    WALKING,
    false,
  ],
  [
    'walk_limit_over_miles',
    '1996-11-01',
    3,
    'miles',
    'Walking distance, older children',
    WALKING,
    false,
  ],
  [
    'walk_limit_age',
    '1996-11-01',
    8,
    'years',
    'Age from which the longer walking distance holds',
    WALKING,
    false,
  ],
  [
    'walk_over_straight_max',
    '2002-01-01',
    2.19,
    'walked metres a straight-line metre',
    'The longest that a walk is taken to be over the straight line, without a walking network',
    'Ballou, Rahardja and Sakai, Transportation Research Part A 36, 2002: upper end of the local range',
    true,
  ],
  [
    'home_error_m',
    '2025-09-01',
    200,
    'm',
    'How far a home may lie from its position where the position does not say',
    'Planning assumption',
    true,
  ],
  [
    'school_error_m',
    '2025-09-01',
    100,
    'm',
    "How far the nearest usable entrance may lie from the school's position",
    'Planning assumption: imported positions of schools are those of their postcodes',
    true,
  ],
  [
    'marginal_percent',
    '2025-09-01',
    5,
    '% of the threshold',
    'A measure as near to its threshold as this is flagged as marginal',
    'Planning assumption',
    true,
  ],
  [
    'changes_ahead_days',
    '2025-09-01',
    60,
    'days',
    'How far ahead changes of eligibility are listed',
    'Planning assumption',
    true,
  ],
  [
    'qualifying_school_types',
    '2007-09-01',
    ['nursery', 'primary', 'secondary', 'special_state', 'special_non_maintained', 'pru_or_ap'],
    'types of school',
    'Schools that qualify; an independent one only where section I names it',
    'Education Act 1996 Sch 35B para 15',
    false,
  ],
  [
    'low_income_bases',
    '2018-04-01',
    [UNDER, OVER, meals('yes'), OTHER],
    'bases, the first whose words are found',
    'Low income: which bases count',
    MEALS,
    false,
  ],
  [
    'low_income_bases',
    '2026-09-01',
    [UNDER, OVER, meals('cannot_tell'), OTHER],
    'bases, the first whose words are found',
    'Low income: which bases count',
    MEALS_2026,
    true,
  ],
  ['extended_from_age', '2007-09-01', 8, 'years', 'Extended rights begin', LOW_INCOME, false],
  [
    'extended_older_age',
    '2008-09-01',
    11,
    'years',
    'Extended rights: age from which the rules of the three nearest schools and of religion hold',
    LOW_INCOME,
    false,
  ],
  [
    'extended_lower_miles',
    '2007-09-01',
    2,
    'miles on foot',
    'Extended rights: further than this',
    LOW_INCOME,
    false,
  ],
  [
    'extended_upper_miles',
    '2008-09-01',
    6,
    'miles by road',
    'Extended rights, one of the nearest schools: no further than this',
    LOW_INCOME,
    false,
  ],
  [
    'extended_nearest_schools',
    '2008-09-01',
    3,
    'schools',
    'Extended rights: among how many nearest suitable schools',
    LOW_INCOME,
    false,
  ],
  [
    'extended_religion_miles',
    '2008-09-01',
    15,
    'miles by road',
    'Extended rights, religion or belief: no further than this',
    LOW_INCOME,
    false,
  ],
];
