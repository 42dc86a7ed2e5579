import type { Store } from '../../../db/store.ts';

/** Who imports, as the history names it. */
export const IMPORTER = 'import';

/**
 * Leaves out of a patch whatever the file merely repeats: a field that a person changed since, from the very value that the file still has.
 * A value that is new in the file is taken.
 */
export function keepEdits<T extends object>(
  store: Pick<Store, 'history'>,
  before: { readonly client_id: number; readonly record: T },
  patch: Partial<T>,
): Partial<T> {
  const differing = (Object.keys(patch) as (keyof T & string)[]).filter(
    (key) => patch[key] !== before.record[key] && shown(patch[key]) !== shown(before.record[key]),
  );
  if (differing.length === 0) return patch;
  const kept: Partial<T> = { ...patch };
  const entries = store.history.list({ client_id: before.client_id, limit: 1000 });
  for (const key of differing) {
    const last = entries.find((entry) => entry.field === key);
    if (last && last.who !== IMPORTER && last.from === shown(patch[key])) delete kept[key];
  }
  return kept;
}

/** A value as the history writes it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
