/** The thresholds of law and policy in force on a day, read once for many decisions. */
import type { IsoDate } from '../calendar/dates.ts';
import type { NumberKey } from '../costing/read-settings.ts';
import {
  leavingDayAt,
  lowIncomeBasesAt,
  numberAt,
  ownDistrictsAt,
  prescribedDaysAt,
  ptbBandsAt,
  qualifyingTypesAt,
  settingAt,
} from '../costing/read-settings.ts';
import { METRES_PER_MILE } from '../kernel/units.ts';
import type { Setting } from '../model/money.ts';

/** A limit of distance with where it comes from. */
export interface Limit {
  readonly distance_m: number;
  readonly label: string;
  readonly from_on: string;
  readonly source: string;
}

export type Thresholds = ReturnType<typeof thresholdsAt>;

/** Reads every threshold that the rules use on a day. Lengths in metres, shares as fractions, ages in years. */
export function thresholdsAt(settings: readonly Setting[], on: IsoDate) {
  const number = (key: NumberKey) => numberAt(settings, key, on);
  const limit = (key: NumberKey) => limitAt(settings, key, on);
  return {
    compulsory_from_age: number('compulsory_from_age'),
    compulsory_until_age: number('compulsory_until_age'),
    prescribed_days: prescribedDaysAt(settings, on).toSorted(),
    leaving_day: leavingDayAt(settings, on),
    sixth_form_until_age: number('sixth_form_until_age'),
    policy_from_age: number('policy_from_age'),
    own_districts: ownDistrictsAt(settings, on),
    walk_age: number('walk_limit_age'),
    walk_under: limit('walk_limit_under_miles'),
    walk_over: limit('walk_limit_over_miles'),
    walk_over_straight: number('walk_over_straight_max'),
    home_error_m: number('home_error_m'),
    school_error_m: number('school_error_m'),
    walked_error_share: number('walked_error_percent') / 100,
    marginal_share: number('marginal_percent') / 100,
    ahead_days: number('changes_ahead_days'),
    qualifying_types: qualifyingTypesAt(settings, on),
    low_income_bases: lowIncomeBasesAt(settings, on),
    extended_age: number('extended_from_age'),
    extended_older_age: number('extended_older_age'),
    extended_lower: limit('extended_lower_miles'),
    extended_upper: limit('extended_upper_miles'),
    extended_schools: number('extended_nearest_schools'),
    extended_religion: limit('extended_religion_miles'),
    ptb_edges_miles: ptbBandsAt(settings, on).flatMap(({ under_miles }) => under_miles ?? []),
  };
}

function limitAt(settings: readonly Setting[], key: NumberKey, on: IsoDate): Limit {
  const setting = settingAt(settings, key, on);
  return {
    distance_m: numberAt(settings, key, on) * METRES_PER_MILE,
    label: setting?.label ?? '',
    from_on: setting?.from_on ?? '',
    source: setting?.source ?? 'built-in default',
  };
}
