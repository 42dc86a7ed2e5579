import { isoDate, type IsoDate } from '../calendar/dates.ts';
import type { Random } from '../kernel/random.ts';
import { pence } from '../kernel/units.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import { OPERATOR_ENDS, OPERATOR_STARTS } from './names.ts';
import type { RunningRoute } from './running-routes.ts';
import type { DemoSchool } from './schools.ts';

/** A contract and the stops of its route. */
export interface DemoContract {
  readonly contract: Contract;
  readonly stops: readonly ContractStop[];
}

/** What contracts are drawn from. */
export interface ContractSources {
  readonly random: Random;
  /** The county's size against the usual one. */
  readonly scale: number;
  readonly operators: readonly (readonly [string, number])[];
  /** Clients who left in the summer of 2026. */
  readonly leavers: ReadonlySet<number>;
}

/** The last day of the contract year: contracts end on 31 July. */
const YEAR_ENDS = isoDate('2026-07-31');

/**
 * What operators charge against the rate card [A]: calibrated, so that the planned county costs within 5% of
 * GBP 8,116 a client a year (National Audit Office, October 2025, England 2023-24).
 */
const PRICE_LEVEL = 1.13;
/** A larger county fills its vehicles better; its level rises so that the mean a head stays [A]. */
const PRICE_LEVEL_GROWTH = 0.11;
/** Spread of prices about the level, as the standard deviation of their logarithm [A]. */
const PRICE_SPREAD = 0.13;
const ASSISTANT_DAY_PENCE = 4500;
const COLLEGE_DAYS = 114;
const SCHOOL_DAYS = 190;

/** About one operator for every twelve routes; a few have many routes and many have a few. */
export function demoOperators(random: Random, routes: number): (readonly [string, number])[] {
  const count = Math.max(12, Math.min(150, Math.round(routes / 12)));
  const names = new Set<string>();
  while (names.size < count) {
    names.add(`${random.pick(OPERATOR_STARTS)} ${random.pick(OPERATOR_ENDS)}`);
  }
  return [...names].map((name, at) => [name, 1 / (at + 4)] as const);
}

/** Retenders come round every three years, one establishment at a time: the year in which this school's fell. */
function retenderYear(school: DemoSchool): 2024 | 2025 | 2026 {
  return ([2024, 2025, 2026] as const)[school.school.urn % 3] ?? 2024;
}

/** Makes the contracts of one school's routes, numbered on from `from_id`. */
export function contractsOf(
  sources: ContractSources,
  school: DemoSchool,
  routes: readonly RunningRoute[],
  from_id: number,
): DemoContract[] {
  // The operators of one school are few: a round is won by those who are near.
  const local = Array.from(
    { length: Math.max(2, Math.min(9, Math.round(routes.length / 4))) },
    () => sources.random.weighted(sources.operators),
  );
  return routes.map((route, at) => {
    const id = from_id + at;
    const route_ref = `${school.school.urn % 10_000}-${String(at + 1).padStart(3, '0')}`;
    const terms = drawTerms(sources, school, route);
    const contract: Contract = {
      id,
      ref: `C${10_000 + id}`,
      route_ref,
      provider: sources.random.pick(local),
      vehicle_given: route.vehicle.given,
      vehicle_class: route.vehicle.vehicle_class,
      seats: route.vehicle.seats,
      wheelchairs: route.vehicle.wheelchairs,
      ...drawPrices(sources, route, terms.retendered),
      days_a_year: school.kind === 'college' ? COLLEGE_DAYS : SCHOOL_DAYS,
      starts_on: terms.starts_on,
      ends_on: terms.ends_on,
      school_urn: school.school.urn,
      school_given: school.school.name,
      ...drawTimes(sources.random),
      confirmed: terms.confirmed,
    };
    return { contract, stops: stopsOf(sources, contract, route) };
  });
}

interface Terms {
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly confirmed: boolean;
  readonly retendered: boolean;
}

/** Of the schools whose round fell this summer one route in five still waits for an operator on 10 August [A]. */
function drawTerms(
  { random, leavers }: ContractSources,
  school: DemoSchool,
  route: RunningRoute,
): Terms {
  const year = retenderYear(school);
  const empty = route.riders.every((each) => leavers.has(each.child.client.id));
  const began = isoDate(`${year - (year === 2026 ? 3 : 0)}-09-01`);
  if (empty) return { starts_on: began, ends_on: YEAR_ENDS, confirmed: false, retendered: false };
  if (year !== 2026) {
    const ends_on = isoDate(`${year + 3}-07-31`);
    return { starts_on: began, ends_on, confirmed: random.chance(0.985), retendered: false };
  }
  if (random.chance(0.2)) {
    return { starts_on: began, ends_on: YEAR_ENDS, confirmed: false, retendered: false };
  }
  return {
    starts_on: isoDate('2026-09-01'),
    ends_on: isoDate('2029-07-31'),
    confirmed: random.chance(0.94),
    retendered: true,
  };
}

type Prices = Pick<
  Contract,
  | 'price_day_pence'
  | 'assistant'
  | 'assistant_day_pence'
  | 'fuel_share_percent'
  | 'last_indexed_on'
  | 'previous_day_pence'
>;

/**
 * Price by the rate card with the operator's own noise. The year before was lower: by the index in April
 * 2026 (prices, wages and the diesel spike of that spring) or by what the retender brought [A].
 */
function drawPrices(
  { random, scale }: ContractSources,
  route: RunningRoute,
  retendered: boolean,
): Prices {
  const level = PRICE_LEVEL * Math.max(1, scale) ** PRICE_LEVEL_GROWTH;
  const { fixed_pence, per_km_pence } = route.vehicle;
  const card = fixed_pence + (per_km_pence * route.distance_m) / 1000;
  const price_day_pence = pence(
    card * level * Math.exp(PRICE_SPREAD * random.normal() - PRICE_SPREAD ** 2 / 2),
  );
  const assistant_day_pence = route.assistant
    ? pence(ASSISTANT_DAY_PENCE * (0.88 + 0.3 * random.next()))
    : 0;
  const rise = retendered ? 0.075 + 0.06 * random.normal() : 0.036 + 0.012 * random.normal();
  return {
    price_day_pence,
    assistant: route.assistant,
    assistant_day_pence,
    fuel_share_percent: random.chance(0.7) ? random.pick([12, 13, 13, 14, 15, 15, 18, 20]) : null,
    last_indexed_on: retendered ? null : isoDate('2026-04-01'),
    previous_day_pence: pence((price_day_pence + assistant_day_pence) / (1 + rise)),
  };
}

/** Vehicles arrive up to ten minutes before the bell. Seconds after midnight. */
function drawTimes(random: Random): Pick<Contract, 'arrives_s' | 'departs_s'> {
  const arrives_s = (8 * 60 + random.pick([40, 40, 45, 45, 45, 50])) * 60;
  const departs_s = (15 * 60 + random.pick([15, 15, 20])) * 60;
  return { arrives_s, departs_s };
}

function stopsOf(
  { leavers }: ContractSources,
  contract: Contract,
  route: RunningRoute,
): ContractStop[] {
  const arrives = contract.arrives_s ?? 0;
  return route.riders.map((rider, at) => ({
    contract_id: contract.id,
    client_id: rider.child.client.id,
    stop_order: at + 1,
    pick_up_s: Math.round((arrives - (route.before_arrival_s[at] ?? 0)) / 60) * 60,
    released: false,
    left_on: leavers.has(rider.child.client.id) ? YEAR_ENDS : null,
  }));
}
