const WITH_PENCE = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** The minus of running text (U+2212), which is as wide as a figure. */
const MINUS = '\u2212';

/** Half away from zero, so that a reduction rounds like the same rise. */
function roundHalfAway(value: number): number {
  return value < 0 ? -Math.round(-value) : Math.round(value);
}

function signed(amount: number, text: string): string {
  return amount < 0 ? `${MINUS}${text}` : text;
}

/** Pounds and pence with thousands commas, from whole pence: 861783 is `£8,617.83`. */
export function formatPence(pence: number): string {
  return signed(pence, `£${WITH_PENCE.format(Math.abs(pence) / 100)}`);
}

/** Whole pounds with thousands commas, from pence, half away from zero: 861783 is `£8,618`. */
export function formatPounds(pence: number): string {
  const pounds = roundHalfAway(pence / 100);
  return signed(pounds, `£${WHOLE.format(Math.abs(pounds))}`);
}

/**
 * A headline amount from pence: `£3.1m` from a million pounds, `£214k` from ten thousand, whole
 * pounds below.
 */
export function formatShortPounds(pence: number): string {
  const pounds = Math.abs(pence) / 100;
  if (pounds >= 999_500) return signed(pence, `£${(pounds / 1_000_000).toFixed(1)}m`);
  if (pounds >= 9_999.5) return signed(pence, `£${WHOLE.format(pounds / 1000)}k`);
  return formatPounds(pence);
}

/** A change in the headline form, its sign always shown: `+£3.1m`, `−£40k`, `£0`. */
export function formatPoundsChange(pence: number): string {
  const text = formatShortPounds(pence);
  return pence > 0 && text !== '£0' ? `+${text}` : text;
}

/** A pump price from hundredths of a penny a litre: 14071 is `140.7p a litre`. */
export function formatPumpPrice(hundredths: number): string {
  return `${(hundredths / 100).toFixed(1)}p a litre`;
}
