import { METRES_PER_MILE } from '../kernel/units.ts';

const ONE_DECIMAL = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Miles to one decimal without the unit, for a column that names it in its heading. */
export function formatMilesNumber(metres: number): string {
  return ONE_DECIMAL.format(metres / METRES_PER_MILE);
}

/** Miles to one decimal from metres: 8047 is `5.0 miles`. The caller says road, walking or straight line. */
export function formatMiles(metres: number): string {
  const miles = formatMilesNumber(metres);
  return `${miles} ${miles === '1.0' ? 'mile' : 'miles'}`;
}

/** How far from a limit: `0.4 miles`, or whole metres where one decimal of a mile would hide it, below 0.1 mile. */
export function formatMargin(metres: number): string {
  return metres < METRES_PER_MILE / 10 ? `${Math.round(metres)} m` : formatMiles(metres);
}
