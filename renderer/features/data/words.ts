import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate, formatDayMonth } from '../../../shared/format/date.ts';
import { formatTimeOfDay, formatMinutes } from '../../../shared/format/time.ts';

/** `22 Nov 2026, 08:50` from an ISO moment, in this machine's zone. */
export function formatMoment(moment: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(moment)) return formatDate(moment as IsoDate);
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}` as IsoDate;
  return `${formatDate(day)}, ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** `2.3 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What a figure comes to for a reader, where its unit hides it: 2700 s is `45 min`, 08-01 `1 Aug`. '' where it does not. */
export function plainFigure(value: unknown, unit: string): string {
  if (typeof value === 'string' && /^\d{2}-\d{2}$/u.test(value))
    return formatDayMonth(`2000-${value}` as IsoDate);
  if (typeof value !== 'number') return '';
  if (unit === 's' && value % 60 !== 0) return '';
  if (unit === 's after midnight') return formatTimeOfDay(value);
  if (unit === 's') return formatMinutes(value);
  if (unit === 'hundredths of a penny a litre') return `${(value / 100).toFixed(1)}p a litre`;
  return '';
}
