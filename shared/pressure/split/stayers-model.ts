/** What clients carried on both sides cost: the product whose factors are moved one by one. */
import { classOf } from '../../costing/route-cost.ts';
import {
  priceBehind,
  sharesOf,
  type CarriedRow,
  type IndexedRise,
  type PriceName,
  type SplitBasis,
} from './carried.ts';

/** What can move for clients carried on both sides. */
export const FACTORS = [
  'days',
  'distance',
  'sharing',
  'mix',
  'assistants',
  'fuel',
  'labour',
  'other_prices',
  'retender',
] as const;
export type Factor = (typeof FACTORS)[number];

const BIT = Object.fromEntries(FACTORS.map((factor, at) => [factor, 1 << at])) as Record<
  Factor,
  number
>;

/** One side of a group in the factors' own terms. */
export interface GroupState {
  /** Days of all clients together. */
  readonly client_days: number;
  /** Pence for assistants a client's day. */
  readonly assistants: number;
  /** By vehicle class, in the order of the group's classes. */
  readonly classes: readonly ClassState[];
}

/** A vehicle class within a group on one side. */
export interface ClassState {
  /** Of the group's client days, 0 to 1. */
  readonly share: number;
  /** Client days a vehicle's day. */
  readonly occupancy: number;
  /** Kilometres of the morning run. */
  readonly km: number;
  /** Prices paid beside the rate card's: 1.1 is a tenth above it. */
  readonly level: number;
  /** Prices of the day that the routes' prices hold, weighted by cost; null where not known. */
  readonly diesel: number | null;
  readonly wage: number | null;
  readonly cpi: number | null;
  /** Shares of the vehicle's price, 0 to 1. */
  readonly fuel_share: number;
  readonly driver_share: number;
  /** Of the vehicles' days, those at a price that index clauses made, 0 to 1; and what these did to the class's price, fractions. */
  readonly indexed_share: number;
  readonly indexed: IndexedRise;
}

/** A group on both sides, ready to be evaluated. Classes are the same on both. */
export interface GroupPair {
  /** Rate card prices of each class, pence a day and a kilometre. */
  readonly rates: readonly { readonly fixed: number; readonly per_km: number }[];
  readonly first: GroupState;
  readonly second: GroupState;
}

/** Sums up a group's rows on both sides. A class that only one side has takes its figures from there, so that only the mix moves. */
export function pairOf(
  first: readonly CarriedRow[],
  second: readonly CarriedRow[],
  basis: SplitBasis,
): GroupPair {
  const names = [
    ...new Set([...first, ...second].map(({ vehicle_class }) => vehicle_class)),
  ].toSorted();
  const rates = names.map((name) => ratesOf(name, basis));
  const sides = [first, second].map((rows) => {
    const client_days = sum(rows, ({ days }) => days);
    return {
      client_days,
      assistants: ratio(
        sum(rows, ({ assistant_pence }) => assistant_pence),
        client_days,
      ),
      classes: names.map((name, at) =>
        classState(
          rows.filter(({ vehicle_class }) => vehicle_class === name),
          { client_days, rate: rates[at] ?? NO_RATE, basis },
        ),
      ),
    };
  });
  const [before = NOTHING, after = NOTHING] = sides;
  return {
    rates,
    first: { ...before, classes: before.classes.map((each, at) => each ?? absent(after.classes[at])) }, // prettier-ignore
    second: { ...after, classes: after.classes.map((each, at) => each ?? absent(before.classes[at])) }, // prettier-ignore
  };
}

const NO_RATE = { fixed: 1, per_km: 0 };
const NOTHING = { client_days: 0, assistants: 0, classes: [] as (ClassState | null)[] };

function ratesOf(name: string, { card }: SplitBasis): GroupPair['rates'][number] {
  const { fixed_pence, per_km_pence } = classOf(card, { vehicle_class: name, seats: 0, wheelchairs: 0 }); // prettier-ignore
  return fixed_pence + per_km_pence > 0 ? { fixed: fixed_pence, per_km: per_km_pence } : NO_RATE;
}

function classState(
  rows: readonly CarriedRow[],
  of: {
    readonly client_days: number;
    readonly rate: GroupPair['rates'][number];
    readonly basis: SplitBasis;
  },
): ClassState | null {
  const days = sum(rows, (row) => row.days);
  const vehicle_days = sum(rows, (row) => row.vehicle_days);
  if (days <= 0 || vehicle_days <= 0) return null;
  const km = sum(rows, (row) => (row.vehicle_days * row.route_m) / 1000) / vehicle_days;
  const paid = sum(rows, (row) => row.pence - row.assistant_pence);
  const { basis, rate } = of;
  const mean = (price: (row: CarriedRow) => number | null): number | null => {
    const known = rows.filter((row) => price(row) !== null);
    const weight = sum(known, (row) => row.vehicle_days);
    return weight <= 0 ? null : sum(known, (row) => (price(row) ?? 0) * row.vehicle_days) / weight;
  };
  const priced = (name: PriceName): number | null =>
    mean((row) => (row.indexed === undefined ? priceBehind(row, name, basis) : null));
  // Weighted by what is paid, so that shares of a price add up to the class's.
  const part = (of: 'fuel' | 'driver', none: number): number =>
    paid <= 0 ? none : sum(rows, (row) => (row.pence - row.assistant_pence) * sharesOf(row, basis)[of]) / paid; // prettier-ignore
  return {
    share: ratio(days, of.client_days),
    occupancy: days / vehicle_days,
    km,
    level: ratio(paid, vehicle_days * (rate.fixed + rate.per_km * km)),
    diesel: priced('diesel'),
    wage: priced('wage'),
    cpi: priced('cpi'),
    fuel_share: part('fuel', basis.fuel_share),
    driver_share: part('driver', basis.driver_share),
    indexed_share: ratio(sum(rows.filter(({ indexed }) => indexed !== undefined), (row) => row.vehicle_days), vehicle_days), // prettier-ignore
    indexed: {
      fuel: ratio(
        sum(rows, (row) => row.vehicle_days * (row.indexed?.fuel ?? 0)),
        vehicle_days,
      ),
      labour: ratio(sum(rows, (row) => row.vehicle_days * (row.indexed?.labour ?? 0)), vehicle_days), // prettier-ignore
      other: ratio(
        sum(rows, (row) => row.vehicle_days * (row.indexed?.other ?? 0)),
        vehicle_days,
      ),
    },
  };
}

/** A class that this side has not: none ride in it, and its figures are the other side's. */
function absent(other: ClassState | null | undefined): ClassState {
  if (other !== null && other !== undefined) return { ...other, share: 0 };
  return { share: 0, occupancy: 1, km: 0, level: 0, diesel: null, wage: null, cpi: null, fuel_share: 0, driver_share: 0, indexed_share: 0, indexed: { fuel: 0, labour: 0, other: 0 } }; // prettier-ignore
}

/**
 * The group's cost, pence, when the factors whose bits `moved` sets have their second side's value: client days x
 * (sum over classes of share / occupancy x (day rate + km x rate a km) + assistants), with the rates multiplied by what
 * fuel, labour and other prices did to them by their share, and by what is left of the price change.
 */
export function costOf(pair: GroupPair, moved: number): number {
  const { first, second, rates } = pair;
  let vehicles = 0;
  for (const [at, rate] of rates.entries()) {
    const [before, after] = [first.classes[at], second.classes[at]];
    if (before === undefined || after === undefined) continue;
    const { share } = has(moved, 'mix') ? after : before;
    if (share === 0) continue;
    const { occupancy } = has(moved, 'sharing') ? after : before;
    const { km } = has(moved, 'distance') ? after : before;
    const price = priceLevel(before, after, moved);
    vehicles += (share / occupancy) * (rate.fixed + rate.per_km * km) * price;
  }
  const { client_days } = has(moved, 'days') ? second : first;
  const { assistants } = has(moved, 'assistants') ? second : first;
  return client_days * (vehicles + assistants);
}

/** The level of a class's prices with some of the forces moved; all of them moved is the second side's level exactly. */
function priceLevel(before: ClassState, after: ClassState, moved: number): number {
  // A price that clauses made is explained by them, not by a share of the price assumed to move with its index.
  const free = 1 - after.indexed_share;
  const by = (force: keyof IndexedRise): number => after.indexed[force] - before.indexed[force];
  const rises = {
    fuel: free * before.fuel_share * rise(before.diesel, after.diesel) + by('fuel'),
    labour: free * before.driver_share * rise(before.wage, after.wage) + by('labour'),
    other_prices: free * (1 - before.fuel_share - before.driver_share) * rise(before.cpi, after.cpi) + by('other'), // prettier-ignore
  };
  let index = 1;
  if (has(moved, 'fuel')) index += rises.fuel;
  if (has(moved, 'labour')) index += rises.labour;
  if (has(moved, 'other_prices')) index += rises.other_prices;
  if (!has(moved, 'retender')) return before.level * index;
  const whole = 1 + rises.fuel + rises.labour + rises.other_prices;
  return whole <= 0 ? after.level : (after.level * index) / whole;
}

function has(moved: number, factor: Factor): boolean {
  return (moved & BIT[factor]) !== 0;
}

function rise(from: number | null, to: number | null): number {
  return from === null || to === null || from <= 0 ? 0 : to / from - 1;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
