/** Two plans side by side, with the names that officers know, and as a file. */
import type { Store } from '../../db/store.ts';
import type { ComparedChild, ComparisonView } from '../../shared/api/views/edits.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { comparePlans, type Seat } from '../../shared/edits/compare-plans.ts';
import { formatTimeOfDay } from '../../shared/format/time.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { factsForEdits, keptPlan } from './edit-desk.ts';

/** Compares two plans that are kept. */
export function comparisonView(
  store: Store,
  { a_id, b_id }: { readonly a_id: number; readonly b_id: number },
  on: IsoDate,
): Result<ComparisonView> {
  const a = keptPlan(store, a_id);
  if (!a.ok) return a;
  const b = keptPlan(store, b_id);
  if (!b.ok) return b;
  const facts = factsForEdits(store, on);
  const { disruption, seats, gained, ...compared } = comparePlans(a.value, b.value, facts);
  const heads = store.trials.list();
  const headOf = (id: number) =>
    defined(
      heads.find((each) => each.id === id),
      'the plan in the list',
    );
  const who = (client_id: number) => {
    const client = store.clients.get(client_id);
    const school = client === null ? null : facts.schools.get(client.school_urn ?? 0);
    return {
      client_id,
      ref: client?.ref ?? '',
      name: client === null ? '' : `${client.forename} ${client.surname}`.trim(),
      school: school?.name ?? client?.school_given ?? '',
    };
  };
  const seatIn = (plan: typeof b.value, client_id: number): Seat | null => {
    for (const route of plan.routes)
      for (const { client_id: id, pick_up_s, ride_s, limit_s } of route.stops)
        if (id === client_id) return { route_ref: route.ref, pick_up_s, ride_s, limit_s };
    return null;
  };
  const children = disruption.children.map((child, at): ComparedChild => ({
    ...who(child.client_id),
    sentence: child.changes.map((change) => change.text).join('; '),
    kinds: child.changes.map((change) => change.kind),
    disruption_pence: child.pence,
    a: seats[at]?.a ?? null,
    b: seats[at]?.b ?? null,
  }));
  return ok({
    ...compared,
    heads: { a: headOf(a_id), b: headOf(b_id) },
    settled: disruption.settled,
    disruption_pence: disruption.pence,
    by_kind: disruption.by_kind,
    children,
    gained: gained.map((client_id) => ({
      ...who(client_id),
      sentence: 'gets a route',
      kinds: [],
      disruption_pence: 0,
      a: null,
      b: seatIn(b.value, client_id),
    })),
    vehicles: Object.fromEntries(
      rateCardAt(facts.settings, on).classes.map((each) => [each.id, each.name]),
    ),
  });
}

/** The children of a comparison as rows of a file. Names stay in the store: references alone leave it. */
export function comparisonRows(view: ComparisonView): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  const time = (seat: Seat | null): string | null =>
    seat === null ? null : formatTimeOfDay(seat.pick_up_s);
  const minutes = (seat: Seat | null): number | null =>
    seat === null ? null : Math.round(seat.ride_s / 60);
  return {
    headings: [
      'Reference',
      'School',
      'What changes',
      'Route in the first',
      'Route in the second',
      'Pick-up in the first',
      'Pick-up in the second',
      'Ride in the first, minutes',
      'Ride in the second, minutes',
      'Disruption, pence a day',
    ],
    rows: [...view.children, ...view.gained].map(({ a, b, ...child }) => [
      child.ref,
      child.school,
      child.sentence,
      a?.route_ref ?? null,
      b?.route_ref ?? null,
      time(a),
      time(b),
      minutes(a),
      minutes(b),
      child.disruption_pence,
    ]),
  };
}
