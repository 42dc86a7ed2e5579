/** A number with or without thousands' commas, currency or unit signs; null where it is none. */
export function parseNumber(text: string): number | null {
  const cell = text
    .trim()
    .replace(/^\((.*)\)$/, '-$1')
    .replace(/^(-?)\s*(?:£|GBP|€)\s*/i, '$1')
    .replace(/\s*(?:%|GBP|p|pence|mins?|minutes|kg|km|miles|days?)$/i, '');
  if (!/^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?$/i.test(cell) || !/\d/.test(cell))
    return null;
  const value = Number(cell.replace(/,/g, ''));
  return Number.isFinite(value) ? value : null;
}

/** A whole number; null for any other text. */
export function parseWhole(text: string): number | null {
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) ? value : null;
}

/** Pounds as whole pence, rounded half away from zero; null where it is no amount. */
export function parseMoney(text: string): number | null {
  const value = parseNumber(text);
  if (value === null || Math.abs(value) > 1e9) return null;
  // The decimal text is scaled, not the float: 1.005 is 101 pence, as a person reads it.
  const scaled = Math.round(Number(`${Math.abs(value)}e2`));
  if (!Number.isFinite(scaled)) return null;
  return value < 0 ? -scaled : scaled;
}

/** `08:50`, `8.50`, `8:50 am`, `0850`, `08:50:00` or a fraction of a day, as seconds after midnight. */
export function parseTime(text: string): number | null {
  const cell = text.trim().toLowerCase();
  const match =
    /^(?:\d{4}-\d{2}-\d{2}t)?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?z?\s*(am|pm)?$/.exec(cell);
  const plain = /^(\d{2})(\d{2})$/.exec(cell);
  if (match) {
    let hours = Number(match[1]);
    if (match[4] !== undefined && hours > 12) return null;
    if (match[4] === 'pm' && hours < 12) hours += 12;
    if (match[4] === 'am' && hours === 12) hours = 0;
    return clock(hours, Number(match[2]), Number(match[3] ?? 0));
  }
  if (plain) return clock(Number(plain[1]), Number(plain[2]), 0);
  if (/^0?\.\d+$/.test(cell)) {
    const minutes = Math.round(Number(cell) * 24 * 60);
    return clock(Math.floor(minutes / 60), minutes % 60, 0);
  }
  return null;
}

function clock(hours: number, minutes: number, secs: number): number | null {
  if (hours > 23 || minutes > 59 || secs > 59) return null;
  return hours * 3600 + minutes * 60 + secs;
}
