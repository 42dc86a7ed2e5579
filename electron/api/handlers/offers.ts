/** Places for a late applicant on the plan in use. */
import { ok } from '../../../shared/kernel/result.ts';
import { offersFor } from '../../../shared/planning/offers.ts';
import { planDesk } from '../../jobs/plan-desk.ts';
import type { Handlers } from '../handler.ts';
import { offersView } from '../offer-views.ts';
import { takeOfferedPlace } from '../take-place.ts';

export const offersHandlers: Handlers<'offers/find' | 'offers/take'> = {
  'offers/find': ({ client_id, place }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const desk = planDesk(store.value, host.today());
    if (!desk.ok) return desk;
    const found = offersFor(desk.value.county, client_id, place);
    return found.ok ? ok(offersView(store.value, desk.value, found.value)) : found;
  },

  'offers/take': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const taken = takeOfferedPlace(store.value, input, { on: host.today(), change: host.byHand() });
    if (taken.ok) host.changed('applications', 'plan');
    return taken;
  },
};
