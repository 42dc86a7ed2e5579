/** The clock never runs backwards; merging loses nothing and does not depend on its order. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockText, nextClock, parseClock, type Clock } from '../../shared/history/clock.ts';
import {
  conflictsOf,
  mergeWrites,
  standingRecords,
  type FieldWrite,
  type StoredValue,
  type WriteSet,
} from '../../shared/history/merge.ts';

const DEVICES = ['00000000000a', '00000000000b', '00000000000c'] as const;
/** A signed kind of record, as decisions are. */
const SIGNED: ReadonlySet<string> = new Set(['decision']);

describe('the clock', () => {
  it('goes on whatever the machine’s clock does, and its text sorts as it goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { maxLength: 60 }), (times) => {
        let last: Clock | null = null;
        for (const now of times) {
          const next = nextClock(last, now, DEVICES[0]);
          expect(next.ms).toBeGreaterThanOrEqual(now);
          if (last !== null) expect(clockText(next) > clockText(last)).toBe(true);
          expect(parseClock(clockText(next))).toEqual(next);
          last = next;
        }
      }),
      { seed: 130 },
    );
  });

  it('goes on by a millisecond when a counter is used up', () => {
    const full = { ms: 5, counter: 0xffff, device: DEVICES[0] };
    expect(nextClock(full, 1, DEVICES[1])).toEqual({ ms: 6, counter: 0, device: DEVICES[1] });
  });

  it.each(['', '2026-11-25', '2026-13-25T00:00:00.000Z-0000-00000000000a', 'x'])(
    'is not read from %j',
    (text) => {
      expect(parseClock(text)).toBeNull();
    },
  );
});

const value = fc.option(fc.constantFrom<StoredValue>('', 'a', 'b', 1, 0.1), { nil: null });
const write = fc
  .record({
    at: fc.integer({ min: 1, max: 40 }),
    device: fc.constantFrom(...DEVICES),
    place: fc.integer({ min: 0, max: 2 }),
    record: fc.constantFrom('client', 'decision'),
    key: fc.constantFrom('A1', 'A2'),
    field: fc.constantFrom('', 'surname', 'notes'),
    before: value,
    after: value,
  })
  .map(({ at, device, place, ...rest }): FieldWrite => {
    const clock = clockText({ ms: at, counter: 0, device });
    return { id: `${clock}.${place}`, clock, ...rest };
  });

/** What an id names is the same everywhere, so the three sets are drawn from one pool. */
const threeSets = fc.array(write, { maxLength: 40 }).chain((all) => {
  const pool = [...new Map(all.map((each) => [each.id, each]))];
  const part = fc.subarray(pool).map((entries): WriteSet => new Map(entries));
  return fc.tuple(part, part, part);
});

const seen = (set: WriteSet) => ({ writes: [...set], records: standingRecords(set, SIGNED) });

describe('merging', () => {
  it('is commutative, associative and idempotent, and loses no write', () => {
    fc.assert(
      fc.property(threeSets, ([a, b, c]) => {
        const ab = mergeWrites(a, b);
        expect(seen(ab)).toEqual(seen(mergeWrites(b, a)));
        expect(seen(mergeWrites(ab, c))).toEqual(seen(mergeWrites(a, mergeWrites(b, c))));
        expect(seen(mergeWrites(ab, ab))).toEqual(seen(ab));
        expect(seen(mergeWrites(ab, a))).toEqual(seen(ab));
        for (const [id, each] of [...a, ...b]) expect(ab.get(id)).toEqual(each);
        expect(ab.size).toBe(new Set([...a.keys(), ...b.keys()]).size);
      }),
      { seed: 131 },
    );
  });

  it('lets the last write of a field stand, but nothing on what is gone or signed', () => {
    fc.assert(
      fc.property(threeSets, ([a, b]) => {
        const merged = mergeWrites(a, b);
        for (const [name, { fields, late, isGone }] of standingRecords(merged, SIGNED)) {
          const all = [...merged.values()].filter((each) => `${each.record} ${each.key}` === name);
          const ordered = [...all].sort((x, y) => (x.clock + x.id < y.clock + y.id ? -1 : 1));
          const signing = ordered.findIndex(({ field, after }) => field === '' && after !== null);
          if (name.startsWith('decision') && signing >= 0) {
            expect(late).toEqual(ordered.slice(signing + 1));
            expect(isGone).toBe(false);
            continue;
          }
          const lastWhole = ordered.findLast(({ field }) => field === '');
          expect(isGone).toBe(lastWhole !== undefined && lastWhole.after === null);
          for (const [field, stands] of fields) {
            const later = ordered.filter((each) => each.field === field && !late.includes(each));
            expect(later.at(-1)).toEqual(stands);
          }
        }
      }),
      { seed: 132 },
    );
  });

  it('names each conflict alike from either side, with both values', () => {
    fc.assert(
      fc.property(threeSets, ([a, b]) => {
        const found = conflictsOf(a, b, SIGNED);
        expect(conflictsOf(b, a, SIGNED)).toEqual(found);
        for (const { kept, other } of found) {
          expect(kept.after).not.toBe(other.after);
          expect(kept.clock + kept.id > other.clock + other.id).toBe(true);
          expect(a.has(kept.id)).not.toBe(b.has(kept.id));
        }
      }),
      { seed: 133 },
    );
  });

  it('says why a later write does not stand', () => {
    const at = (ms: number, device: string) => clockText({ ms, counter: 0, device });
    const make = (ms: number, device: string, rest: Partial<FieldWrite>): FieldWrite => ({
      id: `${at(ms, device)}.0`,
      clock: at(ms, device),
      record: 'client',
      key: 'A1',
      field: 'notes',
      before: null,
      after: null,
      ...rest,
    });
    const set = (...list: FieldWrite[]): WriteSet => new Map(list.map((each) => [each.id, each]));
    const added = make(1, DEVICES[0], { field: '', after: 'added' });
    const mine = make(2, DEVICES[0], { after: 'mine' });
    const gone = make(3, DEVICES[0], { field: '', before: '{}' });
    const theirs = make(4, DEVICES[1], { after: 'theirs' });
    const because = (a: WriteSet, b: WriteSet) =>
      conflictsOf(a, b, SIGNED).map((each) => each.because);
    expect(because(set(added, mine), set(added, theirs))).toEqual(['later']);
    expect(because(set(added, mine, gone), set(added, theirs))).toEqual(['gone']);
    const signed = (each: FieldWrite): FieldWrite => ({ ...each, record: 'decision' });
    expect(because(set(signed(added), signed(mine)), set(signed(added), signed(theirs)))).toEqual([
      'signed',
    ]);
  });
});
