import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { planningYearOf, startYearOf } from '../../../shared/calendar/years.ts';
import type { TifForm } from '../../../shared/casework/tif.ts';
import type { Client } from '../../../shared/model/client.ts';

/**
 * Forms that are worked on in Kerbside and do not stand complete for the year planned, by client. What is being written comes before what was
 * signed: a family is not asked again for what an officer has typed already.
 */
export function openForms(
  store: Store,
  on: IsoDate,
  clients: readonly Client[] = store.clients.all(),
): ReadonlyMap<number, TifForm> {
  const year = startYearOf(planningYearOf(on));
  const stands = new Set<number>();
  const signed: number[] = [];
  for (const { id, tif_signed, tif_year } of clients) {
    if (tif_signed === 'complete' && (tif_year ?? 0) >= year) stands.add(id);
    else if (tif_signed !== 'none') signed.push(id);
  }
  const forms = new Map<number, TifForm>();
  for (const [id, form] of store.tif.working(signed)) {
    if (!stands.has(id)) forms.set(id, { ...form, on });
  }
  return forms;
}
