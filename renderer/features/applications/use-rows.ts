import type { ApplicationRow } from '../../../shared/api/views/applications.ts';
import { call } from '../../bridge/bridge.ts';
import { useWindowRows } from '../../state/window-rows.ts';
import type { ListQuery } from './list-query.ts';

const ask = (key: string, offset: number, limit: number) =>
  call('applications/query', { ...(JSON.parse(key) as ListQuery), offset, limit });

/** The rows of a query, loaded in windows as they come in sight. */
export function useRows(query: ListQuery) {
  return useWindowRows<ApplicationRow>(JSON.stringify(query), ask);
}
