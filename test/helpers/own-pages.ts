import type { Store } from '../../db/store.ts';
import type { Host } from '../../electron/api/handler.ts';
import { quickPage } from '../../electron/api/quick-pages.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { ok } from '../../shared/kernel/result.ts';

/** A host's pages without a thread: as it answers of a small store. */
export function ownPages(store: () => Store, today: () => IsoDate): Host['page'] {
  return (page) => {
    const text = quickPage(store(), page, today());
    if (text === null) throw new Error(`${page} is only worked out in a thread`);
    return Promise.resolve(ok(text));
  };
}
