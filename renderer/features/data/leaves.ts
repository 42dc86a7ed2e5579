/** A setting's value as the lines a person edits: every number, word and yes or no in it, with its path. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number | boolean | null;
}

/** The leaves of a value, in its own order. */
export function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, index) => leavesOf(one, [...path, String(index + 1)]));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return [{ path, value }];
  }
  return [{ path, value: null }];
}

/** The value with one leaf changed. */
export function withLeaf(value: unknown, path: readonly string[], leaf: Leaf['value']): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) =>
      String(index + 1) === step ? withLeaf(one, rest, leaf) : one,
    );
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === step ? withLeaf(one, rest, leaf) : one,
      ]),
    );
  }
  return leaf;
}

/** Reads what was typed for a leaf of this kind; null where it does not fit. */
export function readLeaf(typed: string, like: Leaf['value']): Leaf['value'] {
  if (typeof like !== 'number') return typed;
  const number = Number(typed.replaceAll(',', '').trim());
  return typed.trim() === '' || !Number.isFinite(number) ? null : number;
}
