/**
 * Hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva and Leone, "Logical Physical Clocks and Consistent Snapshots in Globally
 * Distributed Databases", 2014): near the machine's time, yet never behind anything that was seen before.
 */
export interface Clock {
  /** Milliseconds since 1970: the greatest time seen so far, by this copy of the store or by one merged into it. */
  readonly ms: number;
  /** Counts changes within one millisecond, and while the machine's time stands behind `ms`. */
  readonly counter: number;
  /** The copy of the store that made the change: 12 hexadecimal digits. */
  readonly device: string;
}

/** Above this the clock goes on by a millisecond, so that its text keeps its length. */
const LAST_COUNT = 0xffff;

const TEXT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)-([0-9a-f]{4})-([0-9a-f]{12})$/;

/** The clock of the next change on a device. `now` is the machine's time in ms, which may have been put back. */
export function nextClock(last: Clock | null, now: number, device: string): Clock {
  if (last === null || now > last.ms) return { ms: now, counter: 0, device };
  if (last.counter < LAST_COUNT) return { ms: last.ms, counter: last.counter + 1, device };
  return { ms: last.ms + 1, counter: 0, device };
}

/** A clock as text, which sorts as clocks do; being of one device and never given twice, it is the change's id too. */
export function clockText({ ms, counter, device }: Clock): string {
  return `${new Date(ms).toISOString()}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

/** Reads a clock's text; null where it is none. */
export function parseClock(text: string): Clock | null {
  const [, moment, counter, device] = TEXT.exec(text) ?? [];
  if (moment === undefined || counter === undefined || device === undefined) return null;
  const ms = Date.parse(moment);
  return Number.isNaN(ms) ? null : { ms, counter: Number.parseInt(counter, 16), device };
}
