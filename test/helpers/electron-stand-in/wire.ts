/** Bytes cross Playwright's bindings as text: `{ __bytes: base64 }`. */

/** Plain data with bytes replaced by text. */
export function toWire(value: unknown): unknown {
  if (value instanceof Uint8Array) return { __bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(toWire);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toWire(part)]));
  }
  return value;
}

/** The way back. */
export function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire);
  if (value === null || typeof value !== 'object') return value;
  if ('__bytes' in value) return new Uint8Array(Buffer.from(String(value.__bytes), 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromWire(part)]));
}
