/** A school's year as the calendar screen shows it, and who was away. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import type { DayReason, DayRule } from '../../calendar/school-calendars.ts';
import type { Absence, ContractRule, StandDownRule } from '../../model/year.ts';

/** One day of a school's year. */
export interface CalendarDay {
  readonly on: IsoDate;
  readonly open: boolean;
  readonly because: DayReason;
  readonly why: string;
  readonly ends_s: number | null;
}

export interface CalendarView {
  /** 0: the county's own. */
  readonly urn: number;
  readonly name: string;
  readonly year: AcademicYear;
  /** Terms of its own; else it follows the county's. */
  readonly own_terms: boolean;
  readonly is_known: boolean;
  readonly first_day: IsoDate;
  readonly open_days: number;
  /** Year groups of the children who go there, for whom the year may be shown apart. */
  readonly groups: readonly number[];
  readonly days: readonly CalendarDay[];
  /** What was imported or entered of single days, the school's own. */
  readonly rules: readonly DayRule[];
  /** The school was shut at short notice on these days: transport was stood down or paid for nothing. */
  readonly shut: readonly Absence[];
  readonly history: readonly {
    readonly at: string;
    readonly who: string;
    readonly sentence: string;
  }[];
}

/** A school in the list of calendars. */
export interface CalendarSchool {
  readonly urn: number;
  readonly name: string;
  readonly clients: number;
  readonly own_terms: boolean;
  readonly rules: number;
  readonly first_day: IsoDate;
  readonly open_days: number;
}

/** Absences of a child or a contract, and the rule by which a run is stood down. */
export interface AbsenceView {
  readonly rows: readonly (Absence & { readonly who: string })[];
  /** The rule of the contract asked about, or of the contract that carries the child; null where there is no contract. */
  readonly rule:
    (StandDownRule & { readonly source: string; readonly own: ContractRule | null }) | null;
  readonly contract_id: number | null;
}
