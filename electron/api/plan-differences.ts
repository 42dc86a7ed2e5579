/** Two plans route by route for the map. */
import type { Store } from '../../db/store.ts';
import type { DifferencesView, DifferentRouteView } from '../../shared/api/views/edits.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { differencesBetween, type DifferentRoute } from '../../shared/edits/different-routes.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { keptPlan } from './edit-desk.ts';
import { wayOfRoute } from './route-ways.ts';

/** What differs between two plans that are kept, with the ways as they are drawn. Protected homes are left out of every line. */
export function differencesView(
  store: Store,
  { a_id, b_id }: { readonly a_id: number; readonly b_id: number },
  on: IsoDate,
): Result<DifferencesView> {
  const a = keptPlan(store, a_id);
  if (!a.ok) return a;
  const b = keptPlan(store, b_id);
  if (!b.ok) return b;
  const { routes, moved, same } = differencesBetween(a.value, b.value);
  return ok({
    routes: routes.map((route) => routeView(store, route, on)),
    moved: moved.map((each) => {
      const client = store.clients.get(each.client_id);
      return {
        ...each,
        ref: client?.ref ?? '',
        name: client === null ? '' : `${client.forename} ${client.surname}`.trim(),
        on_map: client !== null && !client.protected_address && client.lat !== null,
      };
    }),
    same,
  });
}

function routeView(store: Store, different: DifferentRoute, on: IsoDate): DifferentRouteView {
  const { kind, a, b } = different;
  const shown = b ?? a;
  const school = shown.school_urn === null ? null : store.schools.get(shown.school_urn);
  return {
    kind,
    ref: shown.ref,
    school: school?.name ?? '',
    clients_a: a?.stops.length ?? 0,
    clients_b: b?.stops.length ?? 0,
    cost_day_a_pence: a?.cost_day_pence ?? 0,
    cost_day_b_pence: b?.cost_day_pence ?? 0,
    line: wayOfRoute(store, shown, on).line,
    line_before: kind === 'changed' ? wayOfRoute(store, a, on).line : [],
  };
}
