/** Whose work an application is. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';

/** Gives the latest application of each client to an officer ('' for nobody). Within a write; returns how many changed. */
export function assignTo(
  store: Store,
  client_ids: readonly number[],
  to: { readonly officer: string; readonly on: IsoDate },
): number {
  let changed = 0;
  for (const client_id of client_ids) {
    const application = store.applications.ofClient(client_id);
    if (application === null || application.assigned_to === to.officer) continue;
    store.applications.update(application.ref, {
      assigned_to: to.officer,
      assigned_on: to.officer === '' ? null : to.on,
    });
    changed += 1;
  }
  return changed;
}
