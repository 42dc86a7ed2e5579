/** What a parent's mileage comes to in a year. */
import type { MileageRates } from '../../costing/value-settings-at.ts';
import { formatCount } from '../../format/number.ts';
import { METRES_PER_MILE } from '../../kernel/units.ts';

/** A year's sum, its range by what councils pay, and how it came about. */
export interface MileageSum {
  readonly miles: number;
  readonly year_pence: number;
  readonly low_pence: number;
  readonly high_pence: number;
  readonly working: string;
}

/** `way_m`: home to school by road, metres; `days`: school days a year on which the client travels. */
export function mileageYear(
  rates: MileageRates,
  given: { readonly way_m: number; readonly days: number },
): MileageSum {
  const miles = (given.way_m / METRES_PER_MILE) * rates.legs_a_day * given.days;
  const first = Math.min(miles, rates.after_miles);
  const over = miles - first;
  const year_pence = Math.round(first * rates.pence + over * rates.over_pence);
  const lower = over === 0 ? '' : `, ${formatCount(Math.round(over))} of them at ${rates.over_pence}p`; // prettier-ignore
  return {
    miles,
    year_pence,
    low_pence: Math.min(year_pence, Math.round(miles * rates.low_pence)),
    high_pence: Math.max(year_pence, Math.round(miles * rates.high_pence)),
    working: `${formatCount(Math.round(miles))} miles (${rates.legs_a_day} legs a day, ${given.days} days) at ${rates.pence}p${lower}`,
  };
}
