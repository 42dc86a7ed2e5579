/** What diesel at another price does to the year's cost. Prices in hundredths of a penny a litre. */
import type { IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import { formatPumpPrice, formatShortPounds } from '../format/money.ts';
import { formatCount, formatQuantity } from '../format/number.ts';
import { numberAt } from '../costing/read-settings.ts';
import type { CostFacts } from './facts.ts';
import { fuelReckoner } from './plan-fuel.ts';
import { dieselOn, newestWeek } from './price-facts.ts';

/** What the slider moves along. Made once for a plan; `fuelEffect` then costs nothing. */
export interface FuelReckoning {
  readonly base: number;
  readonly base_label: string;
  readonly today: number | null;
  readonly today_on: IsoDate | null;
  readonly share_low: number;
  readonly share_high: number;
  readonly fuel_year_pence: number;
  readonly litres_year: number;
  readonly note: string;
  readonly history: readonly { readonly on: IsoDate; readonly diesel: number }[];
  readonly cost_year_pence: number;
}

/** Reckons litres and the price that the plan's routes are priced at, weighted by litres. */
export function reckonFuel(facts: CostFacts): FuelReckoning {
  const { settings, on } = facts;
  const standard = numberAt(settings, 'fuel_base_diesel', on);
  const fuel = fuelReckoner(facts);
  const { legs } = fuel;
  const low = numberAt(settings, 'fuel_share_low_percent', on);
  const high = numberAt(settings, 'fuel_share_high_percent', on);
  const priced = basePrices(facts);
  const sums = { litres: 0, priceLitres: 0, cost: 0, dated: 0 };
  for (const route of facts.plan.routes) {
    const own = priced.get(route.contract_id ?? 0) ?? null;
    const litres = fuel.of(route).litres_year;
    sums.litres += litres;
    sums.priceLitres += litres * (own ?? standard);
    sums.cost += route.cost_year_pence;
    if (own !== null) sums.dated += 1;
  }
  const base = sums.litres > 0 ? Math.round(sums.priceLitres / sums.litres) : standard;
  const newest = newestWeek(facts.fuel, on);
  return {
    base,
    base_label: baseLabel({ base, standard, dated: sums.dated, routes: facts.plan.routes.length }),
    today: newest?.diesel ?? null,
    today_on: newest?.on ?? null,
    share_low: low / 100,
    share_high: high / 100,
    fuel_year_pence: Math.round((sums.litres * base) / 100),
    litres_year: Math.round(sums.litres),
    note: `Litres by vehicle class and the route’s own speed (TAG data book, May 2023), ${legs} times the morning distance a day with the empty legs (assumed), ${facts.plan.distance_basis} distances. Fuel’s share of a price: ${low}% (Norfolk, April 2022) or ${high}% (rule of thumb). Three methods, not a range: the litres may come out below either share. Pump prices with VAT.`,
    history: facts.fuel.map((week) => ({ on: week.week_on, diesel: week.diesel })),
    cost_year_pence: sums.cost,
  };
}

/** Diesel when each contract was last indexed, by contract id; none where that is not known. */
function basePrices(facts: CostFacts): ReadonlyMap<number, number> {
  const prices = new Map<number, number>();
  const byDay = new Map<IsoDate, number | null>();
  for (const contract of facts.contracts) {
    const day = contract.last_indexed_on;
    if (day === null) continue;
    if (!byDay.has(day)) byDay.set(day, dieselOn(facts.fuel, day));
    const price = byDay.get(day) ?? null;
    if (price !== null) prices.set(contract.id, price);
  }
  return prices;
}

function baseLabel(from: {
  readonly base: number;
  readonly standard: number;
  readonly dated: number;
  readonly routes: number;
}): string {
  const standard = `${formatPumpPrice(from.standard)}, the price of the settings`;
  if (from.dated === 0) return `${standard}; no contract says when it was last indexed`;
  const rest = from.routes - from.dated;
  const others = rest === 0 ? '' : ` and ${standard} for the other ${formatCount(rest)}`;
  return `${formatPumpPrice(from.base)}: diesel when ${formatQuantity(from.dated, 'contract')} were last indexed${others}, weighted by litres`;
}

/** The year at another pump price by three methods: litres burnt, and fuel as a low or a high share of the cost. */
export interface FuelChange {
  readonly diesel: number;
  readonly change_year_pence: number;
  readonly cost_year_pence: number;
  readonly change_percent: number;
  readonly low_share_pence: number;
  readonly high_share_pence: number;
  readonly sentence: string;
}

/** What diesel at `diesel` does to the year. Constant time. */
export function fuelEffect(fuel: FuelReckoning, diesel: number): FuelChange {
  const change = Math.round((fuel.litres_year * (diesel - fuel.base)) / 100);
  const rise = diesel / fuel.base - 1;
  const low = Math.round(fuel.cost_year_pence * fuel.share_low * rise);
  const high = Math.round(fuel.cost_year_pence * fuel.share_high * rise);
  const percent = fuel.cost_year_pence === 0 ? 0 : (change / fuel.cost_year_pence) * 100;
  return {
    diesel,
    change_year_pence: change + 0,
    cost_year_pence: fuel.cost_year_pence + change,
    change_percent: percent,
    low_share_pence: low + 0,
    high_share_pence: high + 0,
    sentence: sentenceOf(fuel, { diesel, change, low, high, percent }),
  };
}

function sentenceOf(
  fuel: FuelReckoning,
  effect: {
    readonly diesel: number;
    readonly change: number;
    readonly low: number;
    readonly high: number;
    readonly percent: number;
  },
): string {
  const at = `Diesel at ${formatPumpPrice(effect.diesel)}`;
  if (effect.diesel === fuel.base) return `${at} is what the contracts are priced at: no change.`;
  const verb = effect.diesel > fuel.base ? 'adds' : 'takes off';
  const amount = formatShortPounds(Math.abs(effect.change));
  const range = `${formatShortPounds(Math.abs(effect.low))} to ${formatShortPounds(Math.abs(effect.high))}`;
  return `${at} ${verb} about ${amount} a year by the litres burnt (${Math.abs(effect.percent).toFixed(1)}%, est.); by fuel’s share of the price it would be ${range}.`;
}

/** `the price of 18 May 2026`, for the mark on the slider; '' where no week is known. */
export function todayLabel(fuel: Pick<FuelReckoning, 'today' | 'today_on'>): string {
  return fuel.today === null || fuel.today_on === null
    ? ''
    : `the price of ${formatDate(fuel.today_on)}`;
}
