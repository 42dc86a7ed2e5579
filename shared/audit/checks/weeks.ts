import { dayWords, type DayMask } from '../../calendar/day-mask.ts';
import type { Journey } from '../../casework/week.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute, PlannedStop, Violation } from '../../model/plan.ts';
import { broken, notice, type AuditFacts, type Check } from '../audit-facts.ts';
import { standings } from '../standing.ts';
import { needsOf } from '../week-needs.ts';

/**
 * Whoever lives at two addresses, or goes to two schools, is carried on each day from the right one to the right one, both ways, or stands on
 * the list of the unallocated with those days.
 */
export const weeks: Check = (plan, facts) => {
  const found: Violation[] = [];
  const listed = new Map(plan.unallocated.map((each) => [each.client_id, each.days]));
  const made = new Map<number, { stop: PlannedStop; route: PlannedRoute }[]>();
  for (const route of plan.routes)
    for (const stop of route.stops)
      made.set(stop.client_id, [...(made.get(stop.client_id) ?? []), { stop, route }]);
  const standing = standings(facts);
  for (const [client_id, stops] of made) {
    const client = facts.clients.get(client_id);
    const where = standing.get(client_id);
    if (client === undefined || where?.active !== true || where.on_hold) continue;
    const without = listed.has(client_id) ? (listed.get(client_id) ?? 31) : 0;
    found.push(...weekOf({ client, stops, without }, facts));
  }
  return found;
};

interface ClientWeek {
  readonly client: Client;
  readonly stops: readonly { readonly stop: PlannedStop; readonly route: PlannedRoute }[];
  /** Days listed as unallocated. */
  readonly without: DayMask;
}

function weekOf({ client, stops, without }: ClientWeek, facts: AuditFacts): readonly Violation[] {
  const found: Violation[] = [];
  const left = new Set(stops);
  for (const journey of needsOf(client, facts)) {
    const own = stops.filter(({ stop, route }) => serves(stop, route, journey));
    for (const each of own) left.delete(each);
    const missing =
      (journey.mornings & ~daysOf(own, 'mornings')) |
      (journey.afternoons & ~daysOf(own, 'afternoons'));
    const at = { client_id: client.id };
    if ((missing & ~without) !== 0)
      found.push(
        broken(
          'days_missing',
          at,
          `${client.ref} has no vehicle on ${dayWords(missing & ~without)} (${where(journey)}) and is not listed for it.`,
        ),
      );
    for (const { stop, route } of own) {
      const wrong = (stop.mornings & ~journey.mornings) | (stop.afternoons & ~journey.afternoons);
      if (wrong !== 0)
        found.push(
          broken(
            'wrong_days',
            { ...at, route_ref: route.ref },
            `${route.ref} collects or brings ${client.ref} (${where(journey)}) on ${dayWords(wrong)}, when they do not travel there.`,
          ),
        );
      if (!journey.main && isOnContract(route, stops))
        found.push(
          notice(
            'second_home_on_contract',
            { ...at, route_ref: route.ref },
            `${client.ref} is collected at another address (${where(journey)}) by ${route.ref}: its contract’s register names one stop, and its price is taken to hold both. Ask the provider.`,
          ),
        );
    }
    if (journey.termly)
      found.push(
        notice(
          'termly_legs',
          at,
          `${client.ref} travels at the ends of terms: planned as of Monday morning and Friday afternoon; agree the days by hand.`,
        ),
      );
  }
  for (const { stop, route } of left) {
    if (stop.fixed && (stop.mornings | stop.afternoons) === 0) continue;
    found.push(
      broken(
        'wrong_place',
        { client_id: client.id, route_ref: route.ref },
        `${route.ref} stops for ${client.ref} at an address from which they do not travel to its school.`,
      ),
    );
  }
  return found;
}

/** A seat on a contract is the way from the record's home, whichever school its contract names. */
function serves(stop: PlannedStop, route: PlannedRoute, journey: Journey): boolean {
  if (stop.fixed) return journey.main;
  if (stop.place !== journey.place) return false;
  return journey.school_urn === (stop.school_urn ?? route.school_urn);
}

function daysOf(stops: ClientWeek['stops'], leg: 'mornings' | 'afternoons'): DayMask {
  return stops.reduce<DayMask>((days, { stop }) => days | stop[leg], 0);
}

function isOnContract(route: PlannedRoute, stops: ClientWeek['stops']): boolean {
  return (
    route.contract_id !== null && stops.some((each) => each.stop.fixed && each.route === route)
  );
}

function where({ main, place_words, school_given }: Journey): string {
  return main ? 'from home' : `${place_words}, to ${school_given}`;
}
