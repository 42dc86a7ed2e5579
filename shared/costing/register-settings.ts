/** How long what is on the register of providers counts, and how far ahead one looks. */

import { isNames } from './casework-checks.ts';

/** Keys of the settings for the register of providers. */
export const REGISTER_KEYS = [
  'running_out_days',
  'dbs_valid_months',
  'lift_examined_months',
  'register_competences',
] as const;
type Key = (typeof REGISTER_KEYS)[number];

function whole(least: number, most: number) {
  return (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** What each may be. */
export const REGISTER_CHECKS = {
  running_out_days: whole(1, 366),
  dbs_valid_months: whole(1, 120),
  lift_examined_months: whole(1, 24),
  register_competences: isNames,
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
type Row = readonly [Key, string, unknown, string, string, string, boolean];

/** What a new store starts with. */
export const REGISTER_ROWS: readonly Row[] = [
  [
    'running_out_days',
    '2020-09-01',
    60,
    'days',
    'Register: how many days ahead the list of what runs out looks',
    'Planning assumption [A], November 2026: an enhanced DBS check and a badge take councils up to eight weeks to renew. Set your own',
    true,
  ],
  [
    'dbs_valid_months',
    '2020-09-01',
    36,
    'months',
    'Register: how long an enhanced DBS check counts from its date',
    'A certificate has no expiry of its own (Disclosure and Barring Service); councils ask for a new one every three years [A]. Set what your contract conditions say',
    true,
  ],
  [
    'lift_examined_months',
    '2020-09-01',
    6,
    'months',
    'Register: how often the lift of a vehicle is thoroughly examined',
    'Lifting Operations and Lifting Equipment Regulations 1998 (SI 1998/2307), regulation 9(3)(a)(i): at least every 6 months for lifting persons',
    false,
  ],
  [
    'register_competences',
    '2020-09-01',
    [],
    'names',
    'Register: competences that the council names besides those that Kerbside knows',
    'Empty until the council names its own',
    false,
  ],
];
