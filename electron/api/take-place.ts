/** Puts a child on the place a person chose. */
import type { Change, Store } from '../../db/store.ts';
import type { PlaceTaken } from '../../shared/api/views/offers.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatPence } from '../../shared/format/money.ts';
import { formatTimeOfDay } from '../../shared/format/time.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { StopPlace } from '../../shared/model/stop-place.ts';
import type { GateGiven } from '../../shared/api/views/notices.ts';
import { takePlace } from '../../shared/planning/offers.ts';
import { keepPlan, type KeptChange } from '../jobs/keep-plan.ts';
import { throughGate, type GatedChange } from './notices-gate.ts';
import { planDesk } from '../jobs/plan-desk.ts';

/** The place as it was shown: the route's id in the plan, null for a new one, and what it adds a day. */
export interface PlaceChosen {
  readonly client_id: number;
  /** Which of the child's journeys. */
  readonly place: StopPlace;
  readonly route_id: number | null;
  readonly added_day_pence: number;
  /** What was said at the gate of notices. */
  readonly notices?: GateGiven | undefined;
}

/** Takes a place in the plan in use, unless it breaks a rule or is no longer what was shown. */
export function takeOfferedPlace(
  store: Store,
  chosen: PlaceChosen,
  by: { readonly on: IsoDate; readonly change: Change },
): Result<PlaceTaken> {
  const desk = planDesk(store, by.on);
  if (!desk.ok) return desk;
  const taken = takePlace(desk.value.county, chosen, chosen.route_id);
  if (!taken.ok) return taken;
  const { offer, routes, unallocated, release_id } = taken.value;
  if (offer.added_day_pence !== chosen.added_day_pence)
    return fail(
      'place_changed',
      `The place on ${offer.ref} now adds ${formatPence(offer.added_day_pence)} a day, not ${formatPence(chosen.added_day_pence)}: the plan or the records have changed.`,
      'Look at the places again.',
    );
  const [broken] = offer.violations;
  if (broken !== undefined)
    return fail('breaks_a_rule', broken.text, 'Choose a place that breaks no rule.', {
      texts: offer.violations.map((each) => each.text),
    });
  const ref = desk.value.facts.clients.get(chosen.client_id)?.ref ?? '';
  const gated: GatedChange = {
    kind: 'plan_edit',
    change: { ...by.change, why: `taking a place for ${ref} on ${offer.ref}` },
    given: chosen.notices,
    subject: { client_id: chosen.client_id },
  };
  const change: KeptChange = {
    routes,
    unallocated,
    sentence: `${ref} put on ${offer.ref}`,
    client_id: chosen.client_id,
    records: () => {
      if (release_id !== null) store.contracts.release(release_id, true);
    },
  };
  const kept = throughGate(store, gated, (told) => keepPlan(store, desk.value, change, told));
  if (!kept.ok) return kept;
  const route = kept.value.routes.find(({ ref: each }) => each === offer.ref);
  return ok({
    route_id: route?.id ?? 0,
    ref: offer.ref,
    sentence: `${ref} is on ${offer.ref}, picked up at ${formatTimeOfDay(offer.pick_up_s)}, for ${formatPence(offer.added_day_pence)} a day more.`,
  });
}
