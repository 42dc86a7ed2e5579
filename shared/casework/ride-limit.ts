import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import { numberAt } from '../costing/read-settings.ts';
import type { Client, RideLimitKind } from '../model/client.ts';
import type { Setting } from '../model/money.ts';
import type { School } from '../model/school.ts';
import type { ClinicalWaiver } from '../model/ride-record.ts';
import { phaseOf } from './phase.ts';
import { waiverInForce } from './ride-records.ts';

/** A ride limit in seconds: the guide of journey times, or one set by a clinician. */
export interface RideLimit {
  readonly limit_s: number;
  readonly kind: RideLimitKind;
  /** A waiver in force that lets a clinical limit be exceeded, up to its own; absent for none. */
  readonly waiver?: ClinicalWaiver;
}

/** The day and settings a rule is read at. */
export interface RuleBasis {
  readonly settings: readonly Setting[];
  readonly year: AcademicYear;
  readonly on: IsoDate;
  /** Waivers of clinical limits by client; absent where none are read. */
  readonly waivers?: ReadonlyMap<number, readonly ClinicalWaiver[]>;
}

/**
 * How long a client may ride: the TIF's clinical limit where there is one, else the guide by phase
 * (45 minutes primary, 75 secondary and older; DfE, June 2023). Where the phase is not known the
 * school's ages decide, and where they do not either, the shorter guide: nobody rides longer for
 * want of a date of birth. A waiver leaves the limit as it is and stands beside it.
 */
export function rideLimit(
  client: Pick<Client, 'id' | 'clinical_limit_s' | 'year_group' | 'date_of_birth'>,
  school: Pick<School, 'type_group' | 'age_from'> | null,
  basis: RuleBasis,
): RideLimit {
  if (client.clinical_limit_s !== null) {
    const limit = { limit_s: client.clinical_limit_s, kind: 'clinical' } as const;
    const waiver = waiverInForce(basis.waivers?.get(client.id) ?? [], basis.on);
    return waiver === null ? limit : { ...limit, waiver };
  }
  const phase = phaseOf(client, basis.year);
  const isOlder =
    phase === null ? isForOlder(school) : phase !== 'early_years' && phase !== 'primary';
  const key = isOlder ? 'ride_guide_secondary_s' : 'ride_guide_primary_s';
  return { limit_s: numberAt(basis.settings, key, basis.on), kind: 'advisory' };
}

function isForOlder(school: Pick<School, 'type_group' | 'age_from'> | null): boolean {
  if (school === null) return false;
  if (school.age_from !== null) return school.age_from >= 11;
  return school.type_group === 'secondary' || school.type_group === 'fe_college';
}

/** The longest ride that breaks no rule: a clinical limit, or what a waiver of it allows; the guide is none of these. */
export function longestAllowed({ limit_s, waiver }: RideLimit): number {
  return Math.max(limit_s, waiver?.allowed_s ?? 0);
}
