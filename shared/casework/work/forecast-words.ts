/** A forecast in plain words, and what it assumes. */
import { formatDate } from '../../format/date.ts';
import { formatQuantity } from '../../format/number.ts';
import type { Forecast } from './forecast.ts';

/** `At this pace every on-time application is decided by 22 Aug 2026, likely by 29 Aug 2026 at the latest.` */
export function forecastSentence(forecast: Forecast, which: string): string {
  if (forecast.kind === 'done') return `Every ${which} is decided.`;
  if (forecast.kind === 'told') {
    return `At this pace every ${which} is decided by ${formatDate(forecast.p50)}, likely by ${formatDate(forecast.p90)} at the latest.`;
  }
  const days = formatQuantity(forecast.days, 'working day');
  if (forecast.why === 'nil')
    return `When every ${which} is decided cannot be told: none was decided in the last ${days}.`;
  if (forecast.why === 'too_far')
    return `At this pace it takes more than a year until every ${which} is decided.`;
  return `When every ${which} is decided cannot be told yet: ${formatQuantity(forecast.decided, 'decision')} in ${days} are too few to take a pace from.`;
}

/** What a forecast rests on, each a sentence. */
export function forecastAssumes(
  forecast: Forecast,
  given: { readonly remaining: number; readonly coming: number | null },
): readonly string[] {
  if (forecast.kind === 'done') return [];
  const pace =
    forecast.kind === 'told'
      ? `, ${(Math.round(forecast.pace * 10) / 10).toFixed(1)} a working day`
      : '';
  return [
    `Pace: ${formatQuantity(forecast.decided, 'first decision')} in the last ${formatQuantity(forecast.days, 'working day')}${pace}.`,
    `Left to decide: ${formatQuantity(given.remaining, 'application')}.`,
    given.coming === null
      ? 'None still to come: there is no record of last year to take their number from.'
      : `Still to come by last year’s curve: ${formatQuantity(given.coming, 'application')}.`,
    'Weekends and bank holidays of England are no working days; leave is not known here.',
    'Date one: in half of 1,000 drawn futures all is decided by then; date two: in nine of ten. Days are drawn in weeks from those looked at.',
  ];
}
