/** What bidders are told of a route: needs and places, and nothing that says who a child is. */
import { daysOf } from '../../calendar/day-mask.ts';
import { competencesAsked } from '../../casework/competences.ts';
import { assistantNeeded, travelsInWheelchair } from '../../casework/questions.ts';
import type { StopAddress } from '../../casework/stop-address.ts';
import { newRouteLines, type PriceBasis } from '../../costing/route-cost.ts';
import { formatQuantity } from '../../format/number.ts';
import { parsePostcode } from '../../intake/parse-postcode.ts';
import { sumPence } from '../../kernel/units.ts';
import type { Client } from '../../model/client.ts';
import type { VehicleClass } from '../../model/money.ts';
import type { PlannedRoute, PlannedStop } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import type { LotSpecification, LotStop } from '../../model/tender.ts';
import type { TifAnswers } from '../../model/tif.ts';

/** What a specification is made of besides the route. */
export interface SpecificationFacts {
  readonly school: School | null;
  /** What the register calls the school where it is on no list. */
  readonly school_given: string;
  readonly classes: readonly VehicleClass[];
  readonly client: (id: number) => Client | null;
  readonly answers: (client: Client) => TifAnswers;
  readonly address: (stop: PlannedStop) => StopAddress | null;
}

/** The parts of a planned route that a lot is made of. */
export type LotRoute = Pick<
  PlannedRoute,
  | 'ref'
  | 'vehicle_class'
  | 'seats'
  | 'wheelchairs'
  | 'assistant'
  | 'arrive_s'
  | 'depart_s'
  | 'duration_s'
  | 'home_duration_s'
  | 'distance_m'
  | 'home_m'
  | 'distance_basis'
  | 'days_a_year'
  | 'stops'
>;

/** Stands for an area that is not told: a protected address, or a home without a usable postcode. One text for both, so that neither shows. */
export const AREA_ON_AWARD = 'On award';

/** The specification of one route. */
export function specify(route: LotRoute, facts: SpecificationFacts): LotSpecification {
  const aboard = route.stops.flatMap((stop) => {
    const client = facts.client(stop.client_id);
    return client === null ? [] : [{ stop, client }];
  });
  const clients = [...new Map(aboard.map(({ client }) => [client.id, client])).values()];
  const chairs = clients.filter(travelsInWheelchair);
  const known = chairs.flatMap(({ occupied_weight_kg: kg }) => (kg === null ? [] : [kg]));
  const vehicle = facts.classes.find(({ id }) => id === route.vehicle_class);
  return {
    school: facts.school?.name ?? facts.school_given,
    town: facts.school?.town ?? '',
    vehicle_class: route.vehicle_class,
    vehicle: vehicle?.name ?? route.vehicle_class,
    seats: route.seats,
    wheelchairs: route.wheelchairs,
    layouts: (vehicle?.layouts ?? [route]).filter((each) => holds(each, route)).map(layoutWords),
    children: clients.length,
    heaviest_kg: known.length === 0 ? null : Math.ceil(Math.max(...known)),
    weights_missing: chairs.length - known.length,
    // An assistant that the route was planned with is asked for, also where no record says so.
    assistants: Math.max(assistantsAsked(aboard), route.assistant ? 1 : 0),
    competences: competencesAsked(clients.map((client) => ({ client, answers: facts.answers(client) }))), // prettier-ignore
    arrive_s: route.arrive_s,
    depart_s: route.depart_s,
    duration_s: route.duration_s,
    home_duration_s: route.home_duration_s,
    distance_m: Math.round(route.distance_m),
    home_m: Math.round(route.home_m),
    distance_basis: route.distance_basis ?? 'estimated',
    days: route.stops.reduce((days, stop) => days | stop.mornings | stop.afternoons, 0),
    days_a_year: route.days_a_year,
    stops: aboard.map(({ stop, client }) => stopOf(stop, client, facts.address(stop))),
  };
}

type Layout = Pick<LotSpecification, 'seats' | 'wheelchairs'>;

function holds(each: Layout, wanted: Layout): boolean {
  return each.seats >= wanted.seats && each.wheelchairs >= wanted.wheelchairs;
}

/** `2 seats, 1 wheelchair space`. */
export function layoutWords({ seats, wheelchairs }: Layout): string {
  const words = formatQuantity(seats, 'seat');
  return wheelchairs === 0 ? words : `${words}, ${formatQuantity(wheelchairs, 'wheelchair space')}`;
}

function stopOf(stop: PlannedStop, client: Client, at: StopAddress | null): LotStop {
  return {
    area: areaOf(client, at),
    pick_up_s: stop.mornings === 0 ? null : stop.pick_up_s,
    drop_off_s: stop.afternoons === 0 ? null : stop.drop_off_s,
    days: stop.mornings | stop.afternoons,
    place: travelsInWheelchair(client) ? 'wheelchair' : 'seat',
  };
}

/** The outward half of a real postcode: `ME14`. */
function areaOf(client: Client, at: StopAddress | null): string {
  if (at === null || at.protected || client.protected_address) return AREA_ON_AWARD;
  const read = parsePostcode(at.postcode);
  return read.kind === 'postcode' ? (read.postcode.split(' ')[0] ?? AREA_ON_AWARD) : AREA_ON_AWARD;
}

interface Aboard {
  readonly stop: PlannedStop;
  readonly client: Client;
}

/** One for each child who has their own, and one that the others share, on the fullest morning or afternoon of the week; as planning counts. */
function assistantsAsked(aboard: readonly Aboard[]): number {
  const crews = (['mornings', 'afternoons'] as const).flatMap((leg) =>
    [1, 2, 4, 8, 16].map((day) => {
      const riders = aboard.filter(({ stop }) => (stop[leg] & day) !== 0);
      const own = riders.filter(({ client }) => assistantNeeded(client) === 'own').length;
      return own + (riders.some(({ client }) => assistantNeeded(client) === 'shared') ? 1 : 0);
    }),
  );
  return Math.max(0, ...crews);
}

/** What the route costs a day by the rate card, vehicle and assistants, pence: what a bid is set beside. */
export function modelDayPence(spec: LotSpecification, basis: PriceBasis): number {
  const vehicle = basis.card.classes.find(({ id }) => id === spec.vehicle_class);
  if (vehicle === undefined) return 0;
  return sumPence(newRouteLines(vehicle, spec, basis).map((line) => line.pence));
}

/** `every day`, or the days in words. */
export function daysWords(days: number): string {
  return daysOf(days).length === 5 ? 'Mon to Fri' : daysOf(days).join(', ');
}
