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
  if (typeof like === 'boolean') return typed === 'true';
  if (typeof like === 'string') return typed;
  const number = Number(typed.replaceAll(',', '').trim());
  const isNumber = typed.trim() !== '' && Number.isFinite(number);
  // What has no value may be given one, a figure or words, or stay without.
  if (like === null && !isNumber) return typed.trim() === '' ? null : typed;
  return isNumber ? number : null;
}

/** Identifiers and names tell lines apart; they are not figures. */
export function isEdited(leaf: Leaf): boolean {
  const key = leaf.path.at(-1);
  return key !== 'id' && key !== 'name';
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  fixed_pence: 'fixed, pence a day',
  per_km_pence: 'pence a morning kilometre',
  assistant_pence: 'Passenger assistant, pence a day',
  seats: 'seats',
  wheelchairs: 'wheelchair spaces',
  layouts: '',
  classes: '',
};

function childOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[Number(step) - 1];
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(step)
    : undefined;
}

/** A leaf's name for a person: `Minibus: seats`; an element with a name is called by it, a lone one is not counted. */
export function labelOf(root: unknown, path: readonly string[]): string {
  if (path.length === 0) return 'Value';
  const words: string[] = [];
  let at = root;
  for (const step of path) {
    const inList = Array.isArray(at);
    const alone = inList && (at as readonly unknown[]).length === 1;
    at = childOf(at, step);
    const name = childOf(at, 'name');
    const word =
      typeof name === 'string'
        ? name
        : inList
          ? step
          : (KEY_WORDS[step] ?? step.replaceAll('_', ' '));
    if (word !== '' && !(alone && word === step)) words.push(word);
  }
  const text = words.join(': ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
