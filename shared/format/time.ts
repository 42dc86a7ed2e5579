/** Whole minutes from seconds: 2520 is `42 min`. */
export function formatMinutes(seconds: number): string {
  return `${formatMinutesNumber(seconds)} min`;
}

/** Whole minutes without the unit, for a column that names it in its heading. */
export function formatMinutesNumber(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return String(minutes === 0 ? 0 : minutes);
}

/** A clock time to the minute from seconds after midnight: 31800 is `08:50`. Wraps at midnight, never `24:00`. */
export function formatTimeOfDay(secondsAfterMidnight: number): string {
  const minutes = (((Math.floor(secondsAfterMidnight / 60) % 1440) + 1440) % 1440) | 0;
  const hour = Math.floor(minutes / 60);
  return `${String(hour).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
