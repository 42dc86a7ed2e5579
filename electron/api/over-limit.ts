/** Rides of the plan in use that go over their limit, and what covers them. */
import { schoolOfStop } from '../../shared/model/route-schools.ts';
import type { Store } from '../../db/store.ts';
import type { OverLimitPage, OverLimitRow, RideRecords } from '../../shared/api/views/sheets.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { byClient, reasonFor, waiverInForce } from '../../shared/casework/ride-records.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { Client } from '../../shared/model/client.ts';
import type { PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import { isOverLimit, longerRide } from '../../shared/model/plan-rides.ts';
import type { ClinicalWaiver, GuideReason } from '../../shared/model/ride-record.ts';

/** A child's stop in the plan in use. */
export interface PlannedRide {
  readonly route: PlannedRoute;
  readonly stop: PlannedStop;
}

/** Every stop of a child in the plan in use: some have one a home, or one a school. */
export function ridesOf(store: Store, client_id: number): readonly PlannedRide[] {
  return (store.plans.current()?.routes ?? []).flatMap((route) =>
    route.stops.filter((stop) => stop.client_id === client_id).map((stop) => ({ route, stop })),
  );
}

/** How far a ride goes over its limit, seconds; negative where it keeps it. */
function overBy({ stop }: PlannedRide): number {
  return longerRide(stop) - stop.limit_s;
}

/** The ride that goes furthest over its limit, those that nothing covers first; null for none. */
function worstOf(
  rides: readonly PlannedRide[],
  reasons: readonly GuideReason[],
): PlannedRide | null {
  const open = rides.filter((ride) => reasonFor(reasons, coveredBy(ride)) === null);
  const among = open.some(({ stop }) => isOverLimit(stop)) ? open : rides;
  return among.toSorted((a, b) => overBy(b) - overBy(a))[0] ?? null;
}

/** The longer of a child's two rides of the day, with the direct way that it is held against. */
export function longerLeg(stop: PlannedStop): {
  readonly direct_s: number;
  readonly planned_s: number;
} {
  return stop.home_ride_s > stop.ride_s
    ? { direct_s: stop.home_direct_s, planned_s: stop.home_ride_s }
    : { direct_s: stop.direct_s, planned_s: stop.ride_s };
}

/** Everything that is recorded of one child's ride. */
export function rideRecords(store: Store, client: Client, on: IsoDate): RideRecords {
  const waivers = store.rideRecords.waiversOf(client.id);
  const reasons = store.rideRecords.reasonsOf(client.id);
  const found = worstOf(ridesOf(store, client.id), reasons);
  return {
    client_id: client.id,
    ref: client.ref,
    clinical_limit_s: client.clinical_limit_s,
    waivers,
    reasons,
    waiver_in_force: waiverInForce(waivers, on)?.id ?? null,
    ride:
      found === null
        ? null
        : {
            route_ref: found.route.ref,
            ...longerLeg(found.stop),
            limit_s: found.stop.limit_s,
            limit_kind: found.stop.limit_kind,
            reason: isOverLimit(found.stop)
              ? (reasonFor(reasons, coveredBy(found))?.id ?? null)
              : null,
          },
  };
}

function coveredBy({ route, stop }: PlannedRide): Parameters<typeof reasonFor>[1] {
  return { school_urn: schoolOfStop(route, stop), ride_s: longerRide(stop) };
}

/** The list, a child once, those that want a waiver first, then those that want a reason, then the longest over. */
export function overLimitPage(store: Store, on: IsoDate): OverLimitPage {
  const waivers = byClient(store.rideRecords.waivers());
  const reasons = byClient(store.rideRecords.reasons());
  const over = (store.plans.current()?.routes ?? []).flatMap((route) =>
    route.stops.filter(isOverLimit).map((stop): PlannedRide => ({ route, stop })),
  );
  const rows = [...Map.groupBy(over, ({ stop }) => stop.client_id)].flatMap(
    ([client_id, rides]): readonly OverLimitRow[] => {
      const own = reasons.get(client_id) ?? [];
      const ride = worstOf(rides, own);
      if (ride === null) return [];
      const { route, stop } = ride;
      const client = store.clients.get(client_id);
      return [
        {
          client_id,
          ref: client?.ref ?? '',
          name: client === null ? '' : [client.surname, client.forename].filter((part) => part !== '').join(', '), // prettier-ignore
          route_id: route.id,
          route_ref: route.ref,
          school: store.schools.get(schoolOfStop(route, stop) ?? 0)?.name ?? '',
          limit_s: stop.limit_s,
          limit_kind: stop.limit_kind,
          ...longerLeg(stop),
          ...coverOf(ride, waiverInForce(waivers.get(client_id) ?? [], on), own),
        },
      ];
    },
  );
  const wanted = rows.filter(({ covered_by }) => covered_by === '').length;
  return {
    wanted,
    recorded: rows.length - wanted,
    rows: rows.toSorted(
      (a, b) =>
        Number(a.covered_by !== '') - Number(b.covered_by !== '') ||
        Number(a.limit_kind === 'advisory') - Number(b.limit_kind === 'advisory') ||
        b.planned_s - b.limit_s - (a.planned_s - a.limit_s) ||
        a.client_id - b.client_id,
    ),
  };
}

function coverOf(
  ride: PlannedRide,
  waiver: ClinicalWaiver | null,
  reasons: readonly GuideReason[],
): Pick<OverLimitRow, 'covered_by' | 'covered_on'> {
  if (ride.stop.limit_kind === 'clinical') {
    return waiver === null || longerRide(ride.stop) > waiver.allowed_s
      ? { covered_by: '', covered_on: null }
      : {
          covered_by: `Waiver by ${waiver.granted_by} until ${formatDate(waiver.until_on)}: ${waiver.reason}`,
          covered_on: waiver.recorded_on,
        };
  }
  const reason = reasonFor(reasons, coveredBy(ride));
  return reason === null
    ? { covered_by: '', covered_on: null }
    : { covered_by: `${reason.recorded_by}: ${reason.reason}`, covered_on: reason.recorded_on };
}
