import type { LastEdit } from '../../../db/register-aggregate.ts';
import { IMPORTER } from './keep-edits.ts';

/** Leaves out of a patch whatever a person changed since from the very value that the file still has. */
export type KeepEdits = <T extends object>(
  of: { readonly entity: 'provider' | 'worker' | 'vehicle'; readonly ref: string },
  before: object | null,
  patch: T,
) => T;

/** Reads the last changes once for the whole import. */
export function registerEdits(edits: ReadonlyMap<string, LastEdit>): KeepEdits {
  return ({ entity, ref }, before, patch) => {
    if (before === null) return patch;
    const record = before as Readonly<Record<string, unknown>>;
    const kept = { ...patch };
    for (const [field, value] of Object.entries(patch) as [string, unknown][]) {
      if (shown(value) === shown(record[field])) continue;
      const last = edits.get(`${entity}\n${ref}\n${field}`);
      if (last === undefined || last.who === IMPORTER || last.before !== shown(value)) continue;
      delete (kept as Record<string, unknown>)[field];
    }
    return kept;
  };
}

/** A value as the history writes it. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}
