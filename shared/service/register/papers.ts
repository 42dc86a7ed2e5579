/** Everything on the register that has a last day: one list of it for gaps, for what runs out, and for the screens. */
import { addDays, dateOf, partsOf, type IsoDate } from '../../calendar/dates.ts';
import { layoutRoom, type Vehicle, type Worker } from '../../model/register.ts';
import type { RegisterRules } from './rules.ts';

/** Papers of a person, and of a vehicle. */
export const PAPER_ITEMS = [
  'badge',
  'dbs',
  'training',
  'plate',
  'mot',
  'insurance',
  'lift',
] as const;
export type PaperItem = (typeof PAPER_ITEMS)[number];

/** One paper of a person or vehicle. */
export interface Paper {
  readonly item: PaperItem;
  /** The last day on which it counts; null: not recorded. */
  readonly until: IsoDate | null;
}

/**
 * The date some whole months later; on the last day of that month where it has no such day: a check of 31 August counts for six months to the
 * last of February.
 */
export function monthsLater(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  for (let last = day; last > 28; last--) {
    const found = dateOf(toYear, toMonth, last);
    if (found !== null) return found;
  }
  return dateOf(toYear, toMonth, Math.min(day, 28)) ?? date;
}

/** The day before the anniversary: a check of 1 March 2023 that counts three years counts to 28 February 2026. */
function lastDay(date: IsoDate | null, months: number): IsoDate | null {
  return date === null ? null : addDays(monthsLater(date, months), -1);
}

/**
 * What a person must have: an enhanced DBS check always; a badge where they drive or have one; training where it is recorded to run out.
 */
export function workerPapers(worker: Worker, rules: RegisterRules): readonly Paper[] {
  const { badge_expires_on, training_expires_on } = worker;
  const hasBadge = worker.badge_number !== '' || badge_expires_on !== null;
  return [
    ...(hasBadge || worker.role !== 'assistant'
      ? [{ item: 'badge' as const, until: badge_expires_on }]
      : []),
    { item: 'dbs', until: lastDay(worker.dbs_on, rules.dbs_months) },
    ...(training_expires_on === null
      ? []
      : [{ item: 'training' as const, until: training_expires_on }]),
  ];
}

/** Whether a vehicle takes wheelchairs or has a lift. */
export function hasLift(vehicle: Vehicle): boolean {
  return (
    vehicle.lift_examined_on !== null ||
    vehicle.lift_limit_kg !== null ||
    vehicle.layouts.some((layout) => (layoutRoom(layout)?.wheelchairs ?? 0) > 0)
  );
}

/** What a vehicle must have: MOT and insurance always, a plate where it has one, its lift's examination where it has a lift. */
export function vehiclePapers(vehicle: Vehicle, rules: RegisterRules): readonly Paper[] {
  const { plate_expires_on } = vehicle;
  return [
    ...(vehicle.plate_number !== '' || plate_expires_on !== null
      ? [{ item: 'plate' as const, until: plate_expires_on }]
      : []),
    { item: 'mot', until: vehicle.mot_expires_on },
    { item: 'insurance', until: vehicle.insurance_expires_on },
    ...(hasLift(vehicle)
      ? [{ item: 'lift' as const, until: lastDay(vehicle.lift_examined_on, rules.lift_months) }]
      : []),
  ];
}
