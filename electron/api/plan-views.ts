/** Routes as the screens draw them. */
import type { RouteDetail, RouteRow } from '../../shared/api/views/plan.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { equipmentSeats, equipmentSeatsAt } from '../../shared/casework/equipment-space.ts';
import { assistantNeeded, travelsInWheelchair } from '../../shared/casework/questions.ts';
import { streetOf } from '../../shared/casework/street-access.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import type { EquipmentSeats } from '../../shared/costing/vehicle-settings.ts';
import { attributeRoute } from '../../shared/costing/share-rule.ts';
import type { Client } from '../../shared/model/client.ts';
import {
  isShared,
  schoolOfStop,
  schoolsOfRoute,
  serves,
} from '../../shared/model/route-schools.ts';
import { isOverLimit, longerRide } from '../../shared/model/plan-rides.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import type { School } from '../../shared/model/school.ts';
import { isAtHome } from '../../shared/model/stop-place.ts';
import { sharingFrom } from '../../db/read/sharing.ts';
import type { Store } from '../../db/store.ts';
import { competencesAsked } from '../../shared/casework/competences.ts';
import { answersReader } from '../jobs/sheets/answers-of.ts';
import { auditNow } from './audit-now.ts';
import { standingOn, type RouteStanding } from '../../shared/service/states.ts';
import type { StopAddress } from '../../shared/casework/stop-address.ts';
import { addressOfStop } from './stop-addresses.ts';

/** What every row needs, read once for many. */
interface RowBasis {
  readonly vehicles: ReadonlyMap<string, string>;
  /** Broken rules by route reference. */
  readonly violations: ReadonlyMap<string, number>;
  /** Open entries of the contact log by route reference. */
  readonly problems: ReadonlyMap<string, number>;
  readonly standing: (route: PlannedRoute) => RouteStanding;
  /** Clients without transport on their own first day; of a trial nobody. */
  readonly without: ReadonlySet<number>;
  readonly school: (urn: number | null) => School | null;
  /** What a running route's register calls its school. */
  readonly given: (route: PlannedRoute) => string;
}

function rowBasis(store: Store, plan: Plan, on: IsoDate): RowBasis {
  const violations = new Map<string, number>();
  for (const { severity, route_ref } of auditNow(store, plan.audit, on).violations) {
    if (severity === 'broken') violations.set(route_ref, (violations.get(route_ref) ?? 0) + 1);
  }
  const schools = new Map<number, School | null>();
  const isInUse = plan.id === store.plans.current()?.id;
  return {
    standing: standingReader(store, on),
    without: new Set(
      isInUse
        ? store.read
            .states(on)
            .filter(({ why }) => why !== '')
            .map(({ client_id }) => client_id)
        : [],
    ),
    vehicles: new Map(
      rateCardAt(store.settings.all(), on).classes.map((each) => [each.id, each.name]),
    ),
    violations,
    problems: store.inYear.contactsOpenByRoute(),
    given: ({ contract_id }) =>
      contract_id === null ? '' : (store.contracts.get(contract_id)?.school_given ?? ''),
    school: (urn) => {
      if (urn === null) return null;
      const known = schools.get(urn);
      if (known !== undefined) return known;
      const read = store.schools.get(urn);
      schools.set(urn, read);
      return read;
    },
  };
}

/** `Meadowfield`, `Meadowfield and Harbour`. */
function schoolsNamed(route: PlannedRoute, basis: RowBasis): string {
  const names = schoolsOfRoute(route).map((urn) => basis.school(urn)?.name ?? `URN ${urn}`);
  return names.length > 0 ? names.join(' and ') : basis.given(route);
}

/** States of routes, of whichever plan they are: those of the plan in use are read in one statement. */
function standingReader(store: Store, on: IsoDate): (route: PlannedRoute) => RouteStanding {
  const inUse = new Map(store.service.routesOn(on).map((each) => [each.route_id, each]));
  return (route) => {
    const known = inUse.get(route.id);
    if (known !== undefined) return known;
    if (route.contract_id === null) return { state: 'drafted', since: null, step: null };
    const contract = store.contracts.get(route.contract_id);
    return standingOn(store.service.stepsOfContract(route.contract_id), contract, on);
  };
}

function toRow(route: PlannedRoute, basis: RowBasis): RouteRow {
  const { stops } = route;
  return {
    id: route.id,
    ref: route.ref,
    school_urn: route.school_urn,
    school: schoolsNamed(route, basis),
    schools: schoolsOfRoute(route),
    provider: route.provider,
    vehicle: basis.vehicles.get(route.vehicle_class) ?? route.vehicle_class,
    clients: new Set(stops.map((stop) => stop.client_id)).size,
    seats: route.seats,
    wheelchairs: route.wheelchairs,
    assistant: route.assistant,
    fixed: route.contract_id !== null,
    locked: route.locked === true,
    state: basis.standing(route).state,
    state_since: basis.standing(route).since,
    without_transport: new Set(
      stops.map(({ client_id }) => client_id).filter((id) => basis.without.has(id)),
    ).size,
    distance_m: route.distance_m,
    distance_basis: route.distance_basis ?? 'estimated',
    duration_s: route.duration_s,
    longest_ride_s: Math.max(0, ...stops.map(longerRide)),
    over_guide: stops.filter(isOverLimit).length,
    provisional: stops.filter((stop) => stop.provisional).length,
    violations: basis.violations.get(route.ref) ?? 0,
    problems: basis.problems.get(route.ref) ?? 0,
    cost_day_pence: route.cost_day_pence,
    cost_year_pence: route.cost_year_pence,
  };
}

/** The plan that a screen shows: another one that is kept, or the one in use. */
export function planShown(store: Store, plan_id: number | undefined): Plan | null {
  return plan_id === undefined ? store.plans.current() : store.trials.plan(plan_id);
}

/** A plan's routes of a school, or of all with null, by reference. */
export function routeRows(
  store: Store,
  { plan, urn }: { readonly plan: Plan | null; readonly urn: number | null },
  on: IsoDate,
): readonly RouteRow[] {
  if (plan === null) return [];
  const basis = rowBasis(store, plan, on);
  return plan.routes
    .filter((route) => urn === null || serves(route, urn))
    .map((route) => toRow(route, basis))
    .toSorted((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : a.id - b.id));
}

/** One route with its stops, of whichever plan it belongs to; null where none that is kept has it. */
export function routeDetail(store: Store, route_id: number, on: IsoDate): RouteDetail | null {
  const plan = store.trials.planOfRoute(route_id);
  const route = plan?.routes.find((each) => each.id === route_id);
  if (plan === null || route === undefined) return null;
  const basis = rowBasis(store, plan, on);
  const row = toRow(route, basis);
  const shares = attributeRoute(route, sharingFrom(store, on));
  const school = basis.school(route.school_urn);
  const answers = answersReader(store);
  const table = equipmentSeatsAt(store.settings.all(), on);
  const carried = route.contract_id === null ? [] : store.contracts.stopsOf(route.contract_id);
  const released = new Set(
    carried.filter((stop) => stop.released).map(({ client_id }) => client_id),
  );
  return {
    route,
    row,
    school,
    calls: (route.calls ?? []).map((call) => ({
      ...call,
      school: basis.school(call.school_urn)?.name ?? `URN ${call.school_urn}`,
    })),
    vehicle_name: row.vehicle,
    competences: competencesAsked(
      route.stops.flatMap(({ client_id }) => {
        const client = store.clients.get(client_id);
        return client === null ? [] : [{ client, answers: answers(client) }];
      }),
    ),
    stops: route.stops.map((stop, at) => {
      const client = store.clients.get(stop.client_id);
      return {
        ...stopView(stop.client_id, client, { school, at: addressOfStop(store, stop), table }),
        street: client === null || !isAtHome(stop.place) ? null : streetOf(answers(client)),
        school: isShared(route) ? (basis.school(schoolOfStop(route, stop))?.name ?? '') : '',
        cost_day_pence: shares[at] ?? 0,
        released: released.has(stop.client_id),
      };
    }),
    violations: auditNow(store, plan.audit, on).violations.filter(
      (each) => each.route_ref === route.ref,
    ),
    contract: route.contract_id === null ? null : store.contracts.get(route.contract_id),
  };
}

/**
 * A stop for an officer. A protected address gives neither postcode nor place; it, and a home without a
 * position, stand at the school, where no home can be read from them.
 */
function stopView(
  client_id: number,
  client: Client | null,
  {
    school,
    at,
    table,
  }: {
    readonly school: School | null;
    readonly at: StopAddress | null;
    readonly table: EquipmentSeats;
  },
): Omit<RouteDetail['stops'][number], 'cost_day_pence' | 'released' | 'street' | 'school'> {
  const hidden = at?.protected === true;
  const place = shownPlace(at) ?? { lat: school?.lat ?? 0, lon: school?.lon ?? 0 };
  return {
    client_id,
    ref: client?.ref ?? '',
    name: client === null ? '' : `${client.forename} ${client.surname}`.trim(),
    handover: client?.handover ?? '',
    address_words: at?.words ?? '',
    postcode: hidden ? '' : (at?.postcode ?? ''),
    lat: place.lat,
    lon: place.lon,
    protected_address: hidden,
    wheelchair: client !== null && travelsInWheelchair(client),
    weight_kg: client !== null && travelsInWheelchair(client) ? client.occupied_weight_kg : null,
    needs_assistant: client !== null && assistantNeeded(client) !== 'none',
    equipment_seats: client === null ? 0 : equipmentSeats(client, table),
  };
}

/** A stop's place that may be drawn; null where it is protected or not known. */
export function shownPlace(
  at: StopAddress | null,
): { readonly lat: number; readonly lon: number } | null {
  if (at === null || at.protected || at.lat === null || at.lon === null) return null;
  return { lat: at.lat, lon: at.lon };
}

/** A home that may be drawn; null where it is protected or not known. */
export function homeOf(
  client: Client | null,
): { readonly lat: number; readonly lon: number } | null {
  if (client === null || client.protected_address) return null;
  return client.lat === null || client.lon === null ? null : { lat: client.lat, lon: client.lon };
}
