/** Each continuing client's year before and year after, in the parts that can move one by one. */
import { lastYearDayPence } from '../costing/attribute.ts';
import { contractSplitAt, numberAt } from '../costing/read-settings.ts';
import type { Contract } from '../model/contract.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { isoDate } from '../calendar/dates.ts';
import type { CostFacts } from './facts.ts';
import type { LastYearEntry, Ledger, ThisYearEntry } from './ledger.ts';
import { dieselOn, wageFloorOn } from './price-facts.ts';

/** What a running contract's price a day did, in pence, not rounded: before + fuel + labour + retender = now. */
export interface PriceMove {
  readonly before: number;
  readonly fuel: number;
  readonly labour: number;
  readonly retender: number;
  /** False where last year's price is not in the register. */
  readonly known: boolean;
}

/** The day price of a route in parts: the contract's move, and what the plan adds to it. */
export interface DayPrice extends PriceMove {
  /** Assistants added by the plan. */
  readonly assistants: number;
  /** Longer runs, other vehicles: everything else the plan adds. */
  readonly stops: number;
}

/** One client's share of one route in both years. Shares are fractions of the day price, 0 to 1. */
export interface Journey {
  readonly moved: boolean;
  readonly before: Leg | null;
  readonly after: Leg | null;
}

/** One side of a journey. */
export interface Leg {
  readonly share: number;
  readonly price: DayPrice;
  readonly days: number;
}

/** How a contract's day price moved, by the forces known: only where the price moved at all. */
export function priceMove(facts: CostFacts, contract: Contract): PriceMove {
  const before = lastYearDayPence(contract);
  const now = contract.price_day_pence + contract.assistant_day_pence;
  const known = contract.previous_day_pence !== null;
  if (now === before) return { before, fuel: 0, labour: 0, retender: 0, known };
  const priced = pricedOn(facts, contract);
  const yearAgo = isoDate(`${Number(priced.slice(0, 4)) - 1}${safeMonthDay(priced)}`);
  const { settings, on } = facts;
  const usual = numberAt(settings, 'fuel_share_low_percent', on);
  const driver = contractSplitAt(settings, on)['driver'] ?? 0;
  const share = (contract.fuel_share_percent ?? usual) / 100;
  const fuel = before * share * rise(dieselOn(facts.fuel, yearAgo), dieselOn(facts.fuel, priced));
  const wages = rise(wageFloorOn(facts.wages, yearAgo), wageFloorOn(facts.wages, priced));
  const labour = before * (driver / 100) * wages;
  return { before, fuel, labour, retender: now - before - fuel - labour, known };
}

/** The day a contract's price is of: last indexed, else its start; never after the day of the figures. */
function pricedOn(facts: CostFacts, contract: Contract) {
  const day = contract.last_indexed_on ?? contract.starts_on;
  return day > facts.on ? facts.on : day;
}

function safeMonthDay(day: string): string {
  const rest = day.slice(4);
  return rest === '-02-29' ? '-02-28' : rest;
}

function rise(from: number | null, to: number | null): number {
  return from === null || to === null || from === 0 ? 0 : to / from - 1;
}

const NO_MOVE = { fuel: 0, labour: 0, retender: 0, known: true };

/** The parts of a route's day price; `move` is null for a route that no contract runs. */
export function dayPriceOf(route: PlannedRoute, move: PriceMove | null): DayPrice {
  if (move === null) {
    return { before: route.cost_day_pence, ...NO_MOVE, assistants: 0, stops: 0 };
  }
  const contract = move.before + move.fuel + move.labour + move.retender;
  let assistants = 0;
  for (const line of route.cost) if (line.kind === 'assistant') assistants += line.pence;
  return { ...move, assistants, stops: route.cost_day_pence - contract - assistants };
}

/** Pairs both years of every client who is in both. */
export function journeysOf(facts: CostFacts, ledger: Ledger): Journey[] {
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const moves = new Map(facts.contracts.map((each) => [each.id, priceMove(facts, each)]));
  const before = groupByClient(ledger.last_year);
  const after = groupByClient(ledger.this_year);
  const journeys: Journey[] = [];
  for (const [client_id, olds] of before) {
    const news = after.get(client_id);
    if (news !== undefined) journeys.push(...pairUp(olds, news));
  }
  return journeys;

  function pairUp(olds: readonly LastYearEntry[], news: readonly ThisYearEntry[]): Journey[] {
    const left = [...news];
    const pairs: Journey[] = [];
    for (const old of olds) {
      const at = left.findIndex((each) => each.route.contract_id === old.contract.id);
      const same = at < 0 ? undefined : left.splice(at, 1)[0];
      const after = same === undefined ? null : legAfter(same);
      pairs.push({ moved: after === null, before: legBefore(old), after });
    }
    return [
      ...pairs,
      ...left.map((each) => ({ moved: true, before: null, after: legAfter(each) })),
    ];
  }

  function legBefore(entry: LastYearEntry): Leg {
    const move = moves.get(entry.contract.id) ?? priceMove(facts, entry.contract);
    const price = { ...move, assistants: 0, stops: 0 };
    return {
      share: fraction(entry.day_pence, move.before),
      price,
      days: entry.contract.days_a_year,
    };
  }

  function legAfter(entry: ThisYearEntry): Leg {
    const { contract_id, cost_day_pence, days_a_year: days } = entry.route;
    const contract = contract_id === null ? undefined : contracts.get(contract_id);
    const move = contract === undefined ? null : (moves.get(contract.id) ?? null);
    const price = dayPriceOf(entry.route, move);
    return { share: fraction(entry.day_pence, cost_day_pence), price, days };
  }
}

function fraction(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function groupByClient<T extends { readonly client_id: number | null }>(
  entries: readonly T[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const entry of entries) {
    if (entry.client_id === null) continue;
    const group = groups.get(entry.client_id);
    if (group === undefined) groups.set(entry.client_id, [entry]);
    else group.push(entry);
  }
  return groups;
}
