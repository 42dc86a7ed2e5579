/** Rides of the plan in use that go over their limit, and what covers them. */
import { placeOnRoute } from '../../shared/model/plan-rides.ts';
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

/** Where the plan in use carries a child; null where it does not. */
export function rideOf(store: Store, client_id: number): PlannedRide | null {
  for (const route of store.plans.current()?.routes ?? []) {
    const stop = route.stops[placeOnRoute(route.stops, client_id)];
    if (stop !== undefined) return { route, stop };
  }
  return null;
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
  const found = rideOf(store, client.id);
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
  return { school_urn: route.school_urn, ride_s: longerRide(stop) };
}

/** The list, those that want a waiver first, then those that want a reason, then the longest over. */
export function overLimitPage(store: Store, on: IsoDate): OverLimitPage {
  const plan = store.plans.current();
  const waivers = byClient(store.rideRecords.waivers());
  const reasons = byClient(store.rideRecords.reasons());
  const rows = (plan?.routes ?? []).flatMap((route) =>
    route.stops.filter(isOverLimit).map((stop): OverLimitRow => {
      const { client_id } = stop;
      const client = store.clients.get(client_id);
      const covered = coverOf(
        { route, stop },
        waiverInForce(waivers.get(client_id) ?? [], on),
        reasons.get(client_id) ?? [],
      );
      return {
        client_id,
        ref: client?.ref ?? '',
        name: client === null ? '' : [client.surname, client.forename].filter((part) => part !== '').join(', '), // prettier-ignore
        route_id: route.id,
        route_ref: route.ref,
        school: route.school_urn === null ? '' : (store.schools.get(route.school_urn)?.name ?? ''),
        limit_s: stop.limit_s,
        limit_kind: stop.limit_kind,
        ...longerLeg(stop),
        ...covered,
      };
    }),
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
