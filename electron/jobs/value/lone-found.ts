/** Lone taxis as the screen shows them: children by name, schools, what it saves. */
import type { LonePage, LoneView } from '../../../shared/api/views/value.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { sumPence } from '../../../shared/kernel/units.ts';
import type { LoneShares } from '../../../shared/planning/what-if/lone-shares.ts';
import type { PlanDesk } from '../plan-desk.ts';
import { childNamed } from '../trial-views.ts';

/** The page, ready. */
export function loneFound(
  { facts, plan }: Pick<PlanDesk, 'facts' | 'plan'>,
  found: LoneShares,
): LonePage {
  const routes = new Map(plan.routes.map((route) => [route.ref, route]));
  const schoolName = (urn: number | null): string =>
    urn === null ? '' : (facts.schools.get(urn)?.name ?? `URN ${urn}`);
  const named = (client_id: number) => ({ client_id, ...childNamed(facts, client_id) });
  const stay = found.stay.map((each): LoneView => ({
    ...named(each.client_id),
    route_ref: each.ref,
    school: schoolName(each.school_urn),
    because: each.because,
    cost_year_pence: routes.get(each.ref)?.cost_year_pence ?? 0,
  }));
  const costOf = (ref: string): number => routes.get(ref)?.cost_year_pence ?? 0;
  const sharing = found.shares.flatMap(({ kind, into_ref, refs }) =>
    kind === 'joins' ? refs : [into_ref, ...refs],
  );
  return {
    ready: true,
    lone: found.lone,
    lone_year_pence: sumPence([...stay.map((each) => each.cost_year_pence), ...sharing.map(costOf)]), // prettier-ignore
    shares: found.shares.map((share) => ({
      kind: share.kind,
      school: [...new Set((share.route.calls ?? [{ school_urn: share.school_urn }]).map(({ school_urn }) => schoolName(school_urn)))].join(' and '), // prettier-ignore
      into_ref: share.into_ref,
      refs: share.refs,
      children: share.client_ids.map(named),
      saved_day_pence: share.saved_day_pence,
      saved_year_pence: share.saved_year_pence,
      longest_ride_s: Math.max(
        0,
        ...share.route.stops.flatMap((stop) => [stop.ride_s, stop.home_ride_s]),
      ),
      sentences: share.disruption.children.map(({ sentence }) => sentence),
      releases: share.released.length,
    })),
    saved_year_pence: sumPence(found.shares.map(({ saved_year_pence }) => saved_year_pence)),
    stay,
    review_past: stay.flatMap((each) => {
      const client = facts.clients.get(each.client_id);
      if (client?.sole_occupancy !== true) return [];
      const { sole_until: until } = client;
      if (until !== null && until >= facts.on) return [];
      return [{ ...each, until: until === null ? 'no review date' : formatDate(until) }];
    }),
  };
}
