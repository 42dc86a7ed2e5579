import {
  apartBecause,
  mayShare,
  sharingRules,
  type SharingRules,
} from '../../casework/shared-routes.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatTimeOfDay } from '../../format/time.ts';
import type { PlannedRoute, SchoolCall, Violation } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import {
  broken,
  isCalledAnew,
  notice,
  refOf,
  type AuditFacts,
  type Check,
} from '../audit-facts.ts';
import { hasPosition, ROUNDING_SECONDS, travelFor } from '../measured.ts';

/**
 * A route that serves several schools calls at each of them in an order that its times allow, keeps every bell, and carries only schools and
 * children who may share. What a running contract does already is noticed.
 */
export const sharing: Check = (plan, facts) => {
  const rules = sharingRules(facts.settings, facts.on, facts.sharing);
  const travel = travelFor(plan, facts);
  return plan.routes.flatMap((route) => {
    if (route.calls === undefined) return strayStops(route);
    const { calls } = route;
    const schools = calls.flatMap((call) => facts.schools.get(call.school_urn) ?? []);
    const ways =
      travel === null || schools.length < calls.length || !schools.every(hasPosition)
        ? null
        : travel.table(schools).durations;
    return [
      ...wrongCalls(route, calls),
      ...wrongCompany(route, schools, { facts, rules }),
      ...(ways === null ? [] : wrongWays(route, calls, { ways, stand_s: rules.stand_s })),
      ...wrongWaits(route, calls, { facts, rules }),
    ];
  });
};

/** Whoever goes to a school at which the route does not call. */
function strayStops(route: PlannedRoute): readonly Violation[] {
  const stray = route.stops.filter(
    ({ school_urn }) => school_urn !== undefined && school_urn !== route.school_urn,
  );
  return stray.map(({ client_id }) => callsWrong(route, client_id));
}

function callsWrong({ ref }: PlannedRoute, client_id?: number): Violation {
  const at = client_id === undefined ? { route_ref: ref } : { route_ref: ref, client_id };
  return broken(
    'calls_wrong',
    at,
    `The schools at which ${ref} calls are not those of its clients.`,
  );
}

function wrongCalls(route: PlannedRoute, calls: readonly SchoolCall[]): readonly Violation[] {
  const urns = calls.map((call) => call.school_urn);
  const home = calls.map((call) => call.home_order).toSorted((a, b) => a - b);
  const goingTo = new Set(route.stops.map((stop) => stop.school_urn));
  const isRight =
    calls.length > 1 &&
    new Set(urns).size === urns.length &&
    home.every((order, i) => order === i + 1) &&
    urns.every((urn) => goingTo.has(urn)) &&
    urns.at(-1) === route.school_urn &&
    calls.at(-1)?.arrive_s === route.arrive_s &&
    Math.min(...calls.map((call) => call.depart_s)) === route.depart_s;
  const stray = route.stops.filter(({ school_urn }) => !urns.includes(school_urn ?? 0));
  return [
    ...(isRight ? [] : [callsWrong(route)]),
    ...stray.map(({ client_id }) => callsWrong(route, client_id)),
  ];
}

interface Ruled {
  readonly facts: AuditFacts;
  readonly rules: SharingRules;
}

function wrongCompany(
  route: PlannedRoute,
  schools: readonly School[],
  { facts, rules }: Ruled,
): readonly Violation[] {
  const isAnew = (urn: number): boolean => isCalledAnew(route, urn);
  const found: Violation[] = [];
  for (const [i, a] of schools.entries())
    for (const b of schools.slice(i + 1))
      if (!mayShare(a, b, rules))
        found.push(
          (isAnew(a.urn) || isAnew(b.urn) ? broken : notice)(
            'schools_may_not_share',
            { route_ref: route.ref },
            `${a.name} and ${b.name} may not share a vehicle, but ${route.ref} serves both.`,
          ),
        );
  for (const { client_id, fixed } of route.stops) {
    const client = facts.clients.get(client_id);
    const because = client === undefined ? null : apartBecause(client, rules);
    if (because === null) continue;
    found.push(
      (fixed ? notice : broken)(
        'stays_apart',
        { route_ref: route.ref, client_id },
        `${refOf(facts, client_id)} ${because}, but ${route.ref} carries children of other schools as well.`,
      ),
    );
  }
  return found;
}

/** From call to call there is time for the way and for handing the children over. */
function wrongWays(
  route: PlannedRoute,
  calls: readonly SchoolCall[],
  { ways, stand_s }: { readonly ways: Float64Array; readonly stand_s: number },
): readonly Violation[] {
  const n = calls.length;
  const row = (call: SchoolCall): number => calls.indexOf(call);
  const legs = [
    { order: calls, at: (call: SchoolCall) => call.arrive_s },
    {
      order: calls.toSorted((a, b) => a.home_order - b.home_order),
      at: (call: SchoolCall) => call.depart_s,
    },
  ];
  const isTooSoon = legs.some(({ order, at }) =>
    order.some((call, i) => {
      const next = order[i + 1];
      if (next === undefined) return false;
      const way = ways[row(call) * n + row(next)] ?? 0;
      return at(next) - at(call) < way + stand_s - ROUNDING_SECONDS;
    }),
  );
  const text = `${route.ref} is at one of its schools sooner than the way from the one before and ${stand_s / 60} minutes there allow.`;
  return isTooSoon ? [broken('call_times_wrong', { route_ref: route.ref }, text)] : [];
}

/** Nobody is brought before staff are there, or waits after they have gone. */
function wrongWaits(
  route: PlannedRoute,
  calls: readonly SchoolCall[],
  { facts, rules }: Ruled,
): readonly Violation[] {
  const { settings, on } = facts;
  const early_s = Math.max(rules.early_s, numberAt(settings, 'arrive_before_s', on));
  const late_s = Math.max(rules.early_s, numberAt(settings, 'leave_after_s', on));
  const at = { route_ref: route.ref };
  return calls.flatMap(({ school_urn, arrive_s, depart_s }) => {
    const say = isCalledAnew(route, school_urn) ? broken : notice;
    const school = facts.schools.get(school_urn);
    const starts = school?.day_starts_s ?? numberAt(settings, 'school_day_starts_s', on);
    const ends = school?.day_ends_s ?? numberAt(settings, 'school_day_ends_s', on);
    const name = school?.name ?? `school ${school_urn}`;
    const found: Violation[] = [];
    if (arrive_s < starts - early_s)
      found.push(
        say(
          'arrives_too_early',
          at,
          `${route.ref} brings children to ${name} at ${formatTimeOfDay(arrive_s)}, more than ${early_s / 60} minutes before its day starts.`,
        ),
      );
    if (depart_s > ends + late_s)
      found.push(
        say(
          'waits_too_long',
          at,
          `${route.ref} leaves ${name} at ${formatTimeOfDay(depart_s)}, more than ${late_s / 60} minutes after its day ends.`,
        ),
      );
    return found;
  });
}
