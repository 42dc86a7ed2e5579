import type { IsoDate } from '../calendar/dates.ts';
import type { Need } from './client.ts';

/** Type groups of the schools files. `special_*`, `pru_or_ap` and `fe_college` matter to placement. */
export interface School {
  readonly urn: number;
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly district_code: string;
  /** primary, secondary, special_state, special_independent, special_non_maintained, pru_or_ap, fe_college, nursery, independent or as given. */
  readonly type_group: string;
  readonly status: 'open' | 'closed';
  /** Needs the school is designated for; empty where not known. */
  readonly needs: readonly Need[];
  /** The designation as published, such as `PSCN`. */
  readonly designation: string;
  readonly age_from: number | null;
  readonly age_to: number | null;
  readonly places: number | null;
  readonly roll: number | null;
  /** Start and finish of the school day, seconds after midnight; null: 08:50 and 15:15 assumed. */
  readonly day_starts_s: number | null;
  readonly day_ends_s: number | null;
  /** Independent: counts as a qualifying school only where named in section I. */
  readonly independent: boolean;
}

/** A span of open days or a single day off, by school; urn 0 is the county's default calendar. */
export interface TermSpan {
  readonly urn: number;
  readonly kind: 'term' | 'closed';
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  readonly label: string;
}

/** A child expected to apply: the cohort that reminders run over. */
export interface CohortMember {
  readonly ref: string;
  readonly forename: string;
  readonly surname: string;
  readonly date_of_birth: IsoDate | null;
  readonly postcode: string;
  readonly school_urn: number | null;
  readonly school_given: string;
  readonly carer_name: string;
  /** The reference of the application that answered, '' for none yet. */
  readonly application_ref: string;
  /** '' where the file does not give it. */
  readonly home_address: string;
  /** The day the family was told to apply, from which reminders count: as the file says, else the day the child came into the store. */
  readonly told_on: IsoDate | null;
}

/** A postcode's centroid (Code-Point Open or the ONS directory). */
export interface Postcode {
  readonly postcode: string;
  readonly lat: number;
  readonly lon: number;
  readonly district_code: string;
  /** Country code such as E92000001, '' where not given. */
  readonly country_code: string;
  /** Positional error assumed from the quality indicator, metres. */
  readonly error_m: number;
}

export interface District {
  readonly code: string;
  readonly name: string;
  /** Whether the district belongs to the county whose team uses the store. */
  readonly own: boolean;
  /** Centre for a label and the built-in circle. */
  readonly lat: number;
  readonly lon: number;
  /** GeoJSON MultiPolygon text, '' where no boundary was imported. */
  readonly boundary: string;
}
