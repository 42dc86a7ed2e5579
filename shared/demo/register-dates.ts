import { addDays, type IsoDate } from '../calendar/dates.ts';
import type { Random } from '../kernel/random.ts';
import { OWN_DAY } from './applications.ts';

/** Of what runs out soon: out of date already, and before the first days of term, which fall three weeks on [A]. */
const OUT_ALREADY = 0.06;
const BEFORE_TERM = 0.1;

/** A last day within `most` days of the county's own day; a share of them within the 60 days that are looked ahead. */
export function aheadOf(random: Random, most: number, soon: number): IsoDate {
  if (!random.chance(soon)) return addDays(OWN_DAY, 61 + random.below(most - 60));
  if (random.chance(OUT_ALREADY)) return addDays(OWN_DAY, -1 - random.below(40));
  return addDays(OWN_DAY, random.chance(BEFORE_TERM) ? random.below(24) : 24 + random.below(37));
}

/** The day of something that counts for some months, such that a share of it runs out soon. */
export function checkedOn(random: Random, months: number, soon: number): IsoDate {
  // Three days short of what it counts, so that nothing was done on a day that lies ahead.
  const until = aheadOf(random, Math.round((months * 365) / 12) - 3, soon);
  // Counted back by days, not months: within three days of what the months come to.
  return addDays(until, 1 - Math.round((months * 365.25) / 12));
}
