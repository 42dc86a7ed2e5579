import type { HistoryFilter } from '../../../shared/api/views/history.ts';
import { hrefOf } from '../../state/place.ts';

/** The history under a filter: what stands behind a link to it. */
export function hrefOfHistory(filter: HistoryFilter): string {
  const given = Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
  );
  return hrefOf(
    'data',
    ['history'],
    Object.keys(given).length === 0 ? {} : { filter: JSON.stringify(given) },
  );
}

/** Reads the filter of an address; an address that was spoilt shows everything. */
export function filterOf(params: Readonly<Record<string, string>>): HistoryFilter {
  try {
    const read: unknown = JSON.parse(params['filter'] ?? '{}');
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}
