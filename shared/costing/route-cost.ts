/** What a route costs a day, itemised: new routes by the rate card, running ones by their contract. */
import { dayCount, dayWords, WHOLE_WEEK, type DayMask } from '../calendar/day-mask.ts';
import { formatPence } from '../format/money.ts';
import { defined } from '../kernel/assert.ts';
import { pence, type Pence } from '../kernel/units.ts';
import type { Contract } from '../model/contract.ts';
import type { RateCard, VehicleClass } from '../model/money.ts';
import type { CostLine } from '../model/plan.ts';

/** What the price depends on: whole metres of the morning run and how many assistants travel. */
export interface RouteSize {
  readonly distance_m: number;
  readonly assistants: number;
  /** The morning run from the first pick-up to the school, seconds; absent: no hours are paid for. */
  readonly duration_s?: number;
}

/** The rate card in force and the metres paid for before the first pick-up. */
export interface PriceBasis {
  readonly card: RateCard;
  readonly dead_mileage_m: number;
}

/** Distance part of a price: pence a kilometre times metres, rounded half up to the penny. */
export function distancePence(per_km_pence: number, distance_m: number): Pence {
  return pence(Math.floor((per_km_pence * distance_m + 500) / 1000));
}

/** Time part of a price: pence an hour times seconds, rounded half up to the penny. */
export function timePence(per_hour_pence: number, duration_s: number): Pence {
  return pence(Math.floor((per_hour_pence * duration_s + 1800) / 3600));
}

function kilometres(metres: number): string {
  return `${(metres / 1000).toFixed(1)} km`;
}

/**
 * The lines of a new route: the vehicle's fixed price, its distance, the way to its first pick-up, its hours, what is missing to its
 * minimum, its assistants. Lines of nothing are left out but for the first two.
 */
export function newRouteLines(
  vehicle: VehicleClass,
  size: RouteSize,
  basis: PriceBasis,
): readonly CostLine[] {
  const { card } = basis;
  const lines = vehicleLines(vehicle, size, vehicle.dead_mileage_m ?? basis.dead_mileage_m);
  if (size.assistants > 0) {
    lines.push({
      kind: 'assistant',
      label:
        size.assistants === 1 ? 'Passenger assistant' : `${size.assistants} passenger assistants`,
      working: `${size.assistants} at ${formatPence(card.assistant_pence)} a day by the rate card`,
      pence: size.assistants * card.assistant_pence,
      estimated: true,
    });
  }
  return lines;
}

/** How long a run is: whole metres, and seconds. */
export type RunLength = Pick<RouteSize, 'distance_m' | 'duration_s'>;

/** What a vehicle of a class costs for a run by the rate card, assistants apart, whole pence a day: what its lines add up to. */
export function vehicleDayPence(
  vehicle: VehicleClass,
  run: RunLength,
  basis: Pick<PriceBasis, 'dead_mileage_m'>,
): number {
  const { sum } = vehicleAmounts(vehicle, run, vehicle.dead_mileage_m ?? basis.dead_mileage_m);
  return Math.max(sum, vehicle.minimum_pence ?? 0);
}

/** The parts of a vehicle's price before it is filled up to its minimum, and their sum. */
function vehicleAmounts(
  { fixed_pence, per_km_pence, per_hour_pence = 0 }: VehicleClass,
  { distance_m, duration_s = 0 }: RunLength,
  dead_m: number,
) {
  const way = distancePence(per_km_pence, distance_m);
  // Together they are what the whole distance costs, rounded once.
  const dead = distancePence(per_km_pence, distance_m + dead_m) - way;
  const hours = timePence(per_hour_pence, duration_s);
  return { way, dead, hours, sum: fixed_pence + way + dead + hours };
}

function vehicleLines(vehicle: VehicleClass, size: RouteSize, dead_m: number): CostLine[] {
  const { name, fixed_pence, per_km_pence, per_hour_pence = 0, minimum_pence = 0 } = vehicle;
  const { distance_m, duration_s = 0 } = size;
  const line = (
    kind: CostLine['kind'],
    label: string,
    working: string,
    amount: number,
  ): CostLine => ({
    kind,
    label: `${name}, ${label}`,
    working,
    pence: amount,
    estimated: true,
  });
  const { way, dead, hours, sum } = vehicleAmounts(vehicle, size, dead_m);
  const rate = `${formatPence(per_km_pence)} a km by the rate card`;
  return [
    line('fixed', 'fixed price', `${formatPence(fixed_pence)} a day by the rate card`, fixed_pence),
    line('distance', 'distance', `${kilometres(distance_m)} at ${rate}`, way),
    ...(dead_m > 0
      ? [
          line(
            'dead_mileage',
            'dead mileage',
            `${kilometres(dead_m)} before the first pick-up at ${rate}`,
            dead,
          ),
        ]
      : []),
    ...(per_hour_pence > 0
      ? [
          line(
            'time',
            'time',
            `${Math.round(duration_s / 60)} minutes at ${formatPence(per_hour_pence)} an hour by the rate card`,
            hours,
          ),
        ]
      : []),
    ...(sum < minimum_pence
      ? [
          line(
            'minimum',
            'up to the minimum',
            `The lines above come to ${formatPence(sum)}; a ${name.toLowerCase()} costs ${formatPence(minimum_pence)} a day at the least by the rate card`,
            minimum_pence - sum,
          ),
        ]
      : []),
  ];
}

/** A running contract as it stands, and as it would run. */
export interface Extension {
  readonly before: RouteSize;
  readonly after: RouteSize;
  /** Clients who joined; 0 leaves the contract's price alone unless an assistant is added. */
  readonly joined: number;
  /** Days of the week on which those who joined ride, and those on which it ran already. */
  readonly days: JoinedDays;
}

/** Days of the week as masks. */
export interface JoinedDays {
  readonly joined: DayMask;
  readonly runs: DayMask;
}

/**
 * The share of a contract's days on which those who joined it are paid for: their days of those on which it ran already, at most all. A
 * contract without such days is taken to run all week.
 */
export function shareJoined({ joined, runs }: JoinedDays): number {
  if (joined === 0) return 1;
  return Math.min(1, dayCount(joined) / dayCount(runs === 0 ? WHOLE_WEEK : runs));
}

/**
 * The lines of a running route: the contract's price and its assistant's, and what an added stop would
 * cost by the rate card until the provider has priced the variation.
 */
export function contractLines(
  contract: Contract,
  extension: Extension,
  basis: PriceBasis,
): readonly CostLine[] {
  const lines: CostLine[] = [
    {
      kind: 'contract',
      label: `Contract ${contract.ref}`,
      working: `${formatPence(contract.price_day_pence)} a day by the register`,
      pence: contract.price_day_pence,
      estimated: false,
    },
  ];
  if (contract.assistant_day_pence > 0) {
    lines.push({
      kind: 'contract_assistant',
      label: `Contract ${contract.ref}, passenger assistant`,
      working: `${formatPence(contract.assistant_day_pence)} a day by the register`,
      pence: contract.assistant_day_pence,
      estimated: false,
    });
  }
  const variation = variationLine(contract, extension, basis);
  return variation === null ? lines : [...lines, variation];
}

function variationLine(
  contract: Contract,
  { before, after, joined, days }: Extension,
  { card }: PriceBasis,
): CostLine | null {
  const helpers = after.assistants - before.assistants;
  if (joined === 0 && helpers === 0) return null;
  const vehicle = classOf(card, contract);
  const farther = distancePence(vehicle.per_km_pence, after.distance_m);
  const further = farther - distancePence(vehicle.per_km_pence, before.distance_m);
  const parts = [
    `${kilometres(after.distance_m - before.distance_m)} more at ${formatPence(vehicle.per_km_pence)} a km`,
    ...(helpers === 0
      ? []
      : [`${helpers} more passenger assistant at ${formatPence(card.assistant_pence)}`]),
  ];
  const share = shareJoined(days);
  const onDays =
    share === 1
      ? ''
      : `, on ${dayWords(days.joined)} alone: ${dayCount(days.joined)} of ${dayCount(days.runs === 0 ? WHOLE_WEEK : days.runs)} days`;
  return {
    kind: 'variation',
    label: joined === 0 ? 'Assistant to be added' : `${joined} added to contract ${contract.ref}`,
    working: `${parts.join(', ')}${onDays}, by the rate card until the provider has priced it`,
    pence: Math.floor((further + helpers * card.assistant_pence) * share + 0.5),
    estimated: true,
  };
}

/** The contract's vehicle class on the rate card; where it is not there, the cheapest class that holds as many. */
export function classOf(
  card: RateCard,
  contract: Pick<Contract, 'vehicle_class' | 'seats' | 'wheelchairs'>,
): VehicleClass {
  const named = card.classes.find((each) => each.id === contract.vehicle_class);
  if (named !== undefined) return named;
  const byPrice = card.classes.toSorted((a, b) => a.fixed_pence - b.fixed_pence);
  const holds = byPrice.find((each) =>
    each.layouts.some(
      (room) => room.seats >= contract.seats && room.wheelchairs >= contract.wheelchairs,
    ),
  );
  return holds ?? defined(byPrice.at(-1), 'a vehicle class on the rate card');
}
