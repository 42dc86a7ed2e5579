const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A whole number with thousands commas: `1,739`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** A number of what it is of: `37 of 1,739`. */
export function formatCountOf(count: number, of: number): string {
  return `${formatCount(count)} of ${formatCount(of)}`;
}

/** A number and its noun: `1 route`, `1,500 routes`, `2 children` with the plural given. */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A fraction as a percentage, one decimal unless told: 0.137 is `13.7%`. The caller says of what. */
export function formatPercent(fraction: number, decimals = 1): string {
  const text = `${Math.abs(fraction * 100).toFixed(decimals)}%`;
  return fraction < 0 && Number.parseFloat(text) !== 0 ? `\u2212${text}` : text;
}

/** A change as a percentage with its sign: `+3.2%`, `−1.0%`, `0.0%`. */
export function formatPercentChange(fraction: number, decimals = 1): string {
  const text = formatPercent(fraction, decimals);
  return fraction > 0 && Number.parseFloat(text) !== 0 ? `+${text}` : text;
}

/** A share of a whole; a dash where the whole is nothing. */
export function formatShare(part: number, whole: number, decimals = 0): string {
  return whole === 0 ? '\u2013' : formatPercent(part / whole, decimals);
}
