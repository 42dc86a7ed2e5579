/** A calendar date, ISO 8601 `YYYY-MM-DD`. */
export type IsoDate = string & { readonly __date: 'iso' };
/** Academic year in England, `2026/27`: 1 September to 31 August. */
export type AcademicYear = string & { readonly __year: 'academic' };

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri';
export const WEEKDAYS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
