/**
 * How the changes of two copies of one store come together: all writes of both are kept, and of each field the last one by the clock
 * stands. A record that was taken out stays out, and what was signed stands as it was signed; writes that come too late for
 * that are kept and named, not applied. Merging is commutative, associative and idempotent, since it is the union of two sets.
 */

/** What a field holds: as the store keeps it, so that null and '' differ. */
export type StoredValue = string | number | null;

/** One write of one field. `field` '' is the record itself: it came (`after` not null) or was taken out (`after` null). */
export interface FieldWrite {
  /** Unique everywhere: the change's clock, and the write's place in the change. */
  readonly id: string;
  /** The change's clock as text: sorts as time does. */
  readonly clock: string;
  /** Kind of record: `client`, `application`, `decision`. */
  readonly record: string;
  /** The record's own name on every copy: its reference, never a row number. */
  readonly key: string;
  readonly field: string;
  readonly before: StoredValue;
  readonly after: StoredValue;
}

/** Writes by their id. */
export type WriteSet = ReadonlyMap<string, FieldWrite>;

/** A field that two copies set differently, neither knowing of the other. Both values stay in the history. */
export interface Conflict {
  readonly record: string;
  readonly key: string;
  readonly field: string;
  readonly kept: FieldWrite;
  readonly other: FieldWrite;
  /** `later`: the later write stands. `gone`: the record was taken out. `signed`: the record is signed. */
  readonly because: 'later' | 'gone' | 'signed';
}

/** A record as the writes leave it. */
export interface MergedRecord {
  readonly isGone: boolean;
  readonly fields: ReadonlyMap<string, FieldWrite>;
  /** Writes that do not stand because the record is gone or signed, oldest first. */
  readonly late: readonly FieldWrite[];
}

const byClock = (a: FieldWrite, b: FieldWrite): number =>
  a.clock < b.clock ? -1 : a.clock > b.clock ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The writes of both, each once. */
export function mergeWrites(a: WriteSet, b: WriteSet): WriteSet {
  return new Map([...a, ...b].sort(([one], [two]) => (one < two ? -1 : one > two ? 1 : 0)));
}

const nameOf = ({ record, key }: FieldWrite): string => `${record} ${key}`;

function byRecord(writes: WriteSet): Map<string, FieldWrite[]> {
  const grouped = new Map<string, FieldWrite[]>();
  for (const write of [...writes.values()].sort(byClock)) {
    const list = grouped.get(nameOf(write));
    if (list === undefined) grouped.set(nameOf(write), [write]);
    else list.push(write);
  }
  return grouped;
}

/** One record from its writes in the clock's order. A record taken out comes back only by a later write that adds it again. */
function standing(writes: readonly FieldWrite[], isSigned: boolean): MergedRecord {
  const fields = new Map<string, FieldWrite>();
  const late: FieldWrite[] = [];
  let isGone = false;
  let isThere = false;
  for (const write of writes) {
    const isAdding = write.field === '' && write.after !== null;
    // A signed record is fixed by its signing: only its first coming counts, and nothing takes it out.
    if (isSigned && isThere) late.push(write);
    else if (isAdding) {
      isGone = false;
      isThere = true;
    } else if (write.field === '') isGone = true;
    else if (isGone) late.push(write);
    else fields.set(write.field, write);
  }
  return { isGone, fields, late };
}

/** Every record as the writes leave it, by kind and key. `signed` names the kinds that stand as signed. */
export function standingRecords(
  writes: WriteSet,
  signed: ReadonlySet<string>,
): ReadonlyMap<string, MergedRecord> {
  const records = new Map<string, MergedRecord>();
  for (const [name, list] of byRecord(writes)) {
    records.set(name, standing(list, signed.has(list[0]?.record ?? '')));
  }
  return records;
}

const fieldName = (write: FieldWrite): string => `${nameOf(write)} ${write.field}`;

/** The last write of each field that only one side knows. */
function lastOwn(own: WriteSet, other: WriteSet): Map<string, FieldWrite> {
  const last = new Map<string, FieldWrite>();
  for (const write of [...own.values()].sort(byClock)) {
    if (!other.has(write.id)) last.set(fieldName(write), write);
  }
  return last;
}

/** What a person should look at after a merge: fields both sides set, to different values, since they were last one. */
export function conflictsOf(
  a: WriteSet,
  b: WriteSet,
  signed: ReadonlySet<string>,
): readonly Conflict[] {
  const theirs = lastOwn(b, a);
  const records = standingRecords(mergeWrites(a, b), signed);
  const found: Conflict[] = [];
  for (const [name, mine] of lastOwn(a, b)) {
    const other = theirs.get(name);
    if (other === undefined || other.after === mine.after) continue;
    const merged = records.get(nameOf(mine));
    const [lost, kept] = byClock(mine, other) < 0 ? [mine, other] : [other, mine];
    const isLate = merged?.late.includes(kept) ?? false;
    const because = !isLate ? 'later' : signed.has(kept.record) ? 'signed' : 'gone';
    const { record, key, field } = kept;
    found.push({ record, key, field, kept, other: lost, because });
  }
  return found.sort((one, two) => byClock(one.kept, two.kept));
}
