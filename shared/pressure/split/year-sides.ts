/** Last year by the register and this year by the plan, as sides of a comparison. */
import { dayCount } from '../../calendar/day-mask.ts';
import { isoDate, type IsoDate } from '../../calendar/dates.ts';
import { firstDateOf, lastDateOf } from '../../calendar/years.ts';
import { adjustmentsAt, pencePart } from '../../costing/adjustment-settings.ts';
import { beganWithin, lastYearDayPence } from '../../costing/attribute.ts';
import { settingAt, travelBasisAt } from '../../costing/read-settings.ts';
import { formatDate } from '../../format/date.ts';
import { formatPence } from '../../format/money.ts';
import type { Client } from '../../model/client.ts';
import type { Contract } from '../../model/contract.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { CostFacts } from '../facts.ts';
import type { LastYearEntry, Ledger, ThisYearEntry } from '../ledger.ts';
import type { AdjustedPart, CarriedRow, CostSide } from './carried.ts';
import { runMetres } from './run-metres.ts';

const LEGS_A_WEEK = 10;

/** `2025/26` as the comparison names it: `2025-26`. */
export function yearKey(year: string): string {
  return year.replace('/', '-');
}

/** Both years that the facts know. */
export function yearSides(
  facts: CostFacts,
  ledger: Ledger,
): { readonly last: CostSide; readonly now: CostSide } {
  return { last: lastSide(facts, ledger, null), now: nowSide(facts, ledger, null) };
}

/** A part of a year: how it is named, its first day, and on how many of its days each school is open. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  readonly openDays: (school_urn: number | null, from: IsoDate) => number;
}

/** Last year by the register, whole or a part of it. */
export function lastSide(facts: CostFacts, ledger: Ledger, part: Part | null): CostSide {
  const runs = runsOf(facts, ledger);
  const aboard = Map.groupBy(ledger.last_year, ({ contract }) => contract.id);
  const weekOf = weeksOf(ledger);
  const daysOf = ({ contract, days }: LastYearEntry): number => {
    if (part === null) return days;
    const began = beganWithin(contract, facts.last_year) ? contract.starts_on : part.from_on;
    return began > part.to_on ? 0 : part.openDays(contract.school_urn, began);
  };
  return {
    ...sideName(facts, facts.last_year, part),
    rows: ledger.last_year.flatMap((entry) => {
      const { client_id, contract } = entry;
      const days = daysOf(entry);
      if (client_id === null || days === 0) return [];
      const row = lastRow(facts, entry, {
        client_id,
        run_m: runs.before(contract),
        aboard: aboard.get(contract.id)?.length ?? 1,
        week: weekOf(client_id),
        days,
      });
      return [part === null ? row : { ...row, part_year: false }];
    }),
    priced: 'before',
    ...nobody(ledger.last_year, daysOf, ({ contract }) => contract.route_ref || contract.ref),
    waiting: new Set(),
  };
}

/** This year by the plan, whole or a part of it. */
export function nowSide(facts: CostFacts, ledger: Ledger, part: Part | null): CostSide {
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const daysOf = ({ route }: ThisYearEntry): number =>
    part === null ? route.days_a_year : part.openDays(route.school_urn, part.from_on);
  return {
    ...sideName(facts, facts.year, part),
    rows: ledger.this_year.flatMap((entry) => {
      const { client_id, stop, route } = entry;
      const days = daysOf(entry);
      if (client_id === null || stop === null || days === 0) return [];
      const contract = contracts.get(route.contract_id ?? 0);
      const legs = dayCount(stop.mornings) + dayCount(stop.afternoons);
      return [nowRow(facts, entry, { client_id, legs, contract, days })];
    }),
    priced: 'today',
    ...nobody(ledger.this_year, daysOf, ({ route }) => route.ref),
    waiting: new Set(facts.plan.unallocated.map(({ client_id }) => client_id)),
  };
}

/** What a side is called, its days, and what was recorded beside the routes in them. */
export function sideName(
  facts: CostFacts,
  year: CostFacts['year'],
  part: Part | null,
): Pick<CostSide, 'key' | 'label' | 'from_on' | 'to_on' | 'adjusted'> {
  const from_on = part?.from_on ?? firstDateOf(year);
  const to_on = part?.to_on ?? lastDateOf(year);
  const adjusted = adjustmentsAt(facts.settings, facts.on).flatMap(
    (each): readonly AdjustedPart[] => {
      const pence = pencePart(each, { from_on, to_on });
      const { kind, within, label } = each;
      const note = `${formatPence(each.pence)} from ${formatDate(each.from_on)} to ${formatDate(each.to_on)}, by days`;
      return pence === 0 ? [] : [{ kind, within, pence, label, note }];
    },
  );
  return { key: part?.key ?? yearKey(year), label: part?.label ?? year, from_on, to_on, adjusted };
}

/** How much of a week each client rides this year, 1 for all of it: the register does not say, so last year's is taken to be the same. */
function weeksOf(ledger: Ledger): (client_id: number) => number {
  const legs = new Map<number, number>();
  for (const { client_id, stop } of ledger.this_year) {
    if (client_id === null || stop === null) continue;
    const ridden = dayCount(stop.mornings) + dayCount(stop.afternoons);
    legs.set(client_id, (legs.get(client_id) ?? 0) + ridden);
  }
  return (client_id) => Math.min(1, (legs.get(client_id) ?? LEGS_A_WEEK) / LEGS_A_WEEK) || 1;
}

/** Routes that carry nobody, each and together. */
function nobody<T extends { readonly client_id: number | null; readonly day_pence: number }>(
  entries: readonly T[],
  daysOf: (entry: T) => number,
  refOf: (entry: T) => string,
): Pick<CostSide, 'nobody' | 'nobody_pence'> {
  const empty = entries
    .filter(({ client_id }) => client_id === null)
    .map((entry) => ({ route_ref: refOf(entry), pence: entry.day_pence * daysOf(entry) }));
  return { nobody: empty, nobody_pence: empty.reduce((sum, { pence }) => sum + pence, 0) };
}

function lastRow(
  facts: CostFacts,
  { contract, day_pence }: LastYearEntry,
  of: {
    readonly client_id: number;
    readonly run_m: number;
    readonly aboard: number;
    readonly week: number;
    readonly days: number;
  },
): CarriedRow {
  const { days } = of;
  const year_pence = day_pence * days;
  const whole = lastYearDayPence(contract);
  const today = contract.price_day_pence + contract.assistant_day_pence;
  return {
    client_id: of.client_id,
    school_urn: contract.school_urn,
    provider: contract.provider,
    route_ref: contract.route_ref,
    vehicle_class: contract.vehicle_class,
    pence: year_pence,
    assistant_pence: year_pence * ratio(contract.assistant_day_pence, today),
    days: days * of.week,
    vehicle_days: days * (whole === 0 ? 1 / of.aboard : day_pence / whole),
    aboard: of.aboard,
    route_m: of.run_m,
    part_year: beganWithin(contract, facts.last_year),
    priced_on:
      contract.previous_day_pence === null || whole === today
        ? pricedOn(facts, contract)
        : yearBefore(pricedOn(facts, contract)),
    fuel_share: shareOf(contract),
    contract_id: contract.id,
  };
}

function nowRow(
  facts: CostFacts,
  { route, day_pence }: ThisYearEntry,
  of: {
    readonly client_id: number;
    readonly legs: number;
    readonly contract: Contract | undefined;
    readonly days: number;
  },
): CarriedRow {
  const { contract, days } = of;
  const year_pence = day_pence * days;
  return {
    client_id: of.client_id,
    school_urn: route.school_urn,
    provider: route.provider,
    route_ref: route.ref,
    vehicle_class: route.vehicle_class,
    pence: year_pence,
    assistant_pence: year_pence * ratio(assistantPence(route), route.cost_day_pence),
    days: (days * of.legs) / LEGS_A_WEEK,
    vehicle_days:
      days *
      (route.cost_day_pence === 0 ? 1 / route.stops.length : day_pence / route.cost_day_pence),
    aboard: route.stops.length,
    route_m: route.distance_m,
    part_year: false,
    priced_on: contract === undefined ? cardDay(facts) : pricedOn(facts, contract),
    fuel_share: contract === undefined ? null : shareOf(contract),
    ...(contract === undefined ? {} : { contract_id: contract.id, ...indexedOf(facts, contract) }),
  };
}

function assistantPence(route: PlannedRoute): number {
  return route.cost.reduce(
    (sum, { kind, pence }) =>
      sum + (kind === 'assistant' || kind === 'contract_assistant' ? pence : 0),
    0,
  );
}

function shareOf({ fuel_share_percent }: Contract): number | null {
  return fuel_share_percent === null ? null : fuel_share_percent / 100;
}

/** What its clauses did to a price that was accepted by them; nothing where another price was agreed since. */
function indexedOf({ indexed = [] }: CostFacts, contract: Contract): Pick<CarriedRow, 'indexed'> {
  const last = indexed.findLast(({ contract_id }) => contract_id === contract.id);
  if (last === undefined || last.price_pence !== contract.price_day_pence || last.base_pence === 0)
    return {};
  const { base_pence, fuel_pence, labour_pence, other_pence } = last;
  return {
    indexed: {
      fuel: fuel_pence / base_pence,
      labour: labour_pence / base_pence,
      other: other_pence / base_pence,
    },
  };
}

/** The day a contract's price is of: last indexed, else its start; never after the day of the figures. */
function pricedOn(facts: CostFacts, contract: Contract): IsoDate {
  const day = contract.last_indexed_on ?? contract.starts_on;
  return day > facts.on ? facts.on : day;
}

/** A price that moved is taken to have held the prices of a year before. */
function yearBefore(day: IsoDate): IsoDate {
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return isoDate(`${Number(day.slice(0, 4)) - 1}${rest}`);
}

/** The day from which the rate card holds. */
function cardDay({ settings, on }: CostFacts): IsoDate {
  const from = settingAt(settings, 'rate_card', on)?.from_on ?? on;
  return from > on ? on : from;
}

/**
 * How long last year's runs were, metres. A register does not say: the homes are visited in its order by straight lines and
 * the road factor. A contract that the plan goes on with is measured by the plan's own length, changed as the
 * straight lines are, so that a run with the same homes is as long on both sides.
 */
function runsOf(
  facts: CostFacts,
  ledger: Ledger,
): { readonly before: (contract: Contract) => number } {
  const { factor } = travelBasisAt(facts.settings, facts.on);
  const routes = new Map(
    facts.plan.routes.flatMap((route) =>
      route.contract_id === null ? [] : [[route.contract_id, route] as const],
    ),
  );
  const homesOf = Map.groupBy(ledger.last_year, ({ contract }) => contract.id);
  const client = (id: number | null): Client | undefined =>
    id === null ? undefined : facts.clients.get(id);
  const kept = new Map<number, number>();
  const measure = (contract: Contract): number => {
    const school = facts.schools.get(contract.school_urn ?? 0);
    const then = runMetres((homesOf.get(contract.id) ?? []).map(({ client_id }) => client(client_id)), school) * factor; // prettier-ignore
    const route = routes.get(contract.id);
    if (route === undefined) return then;
    const now = runMetres(route.stops.map(({ client_id }) => client(client_id)), school) * factor; // prettier-ignore
    return now === 0 || then === 0 ? route.distance_m : (route.distance_m * then) / now;
  };
  return {
    before: (contract) => {
      const known = kept.get(contract.id) ?? measure(contract);
      kept.set(contract.id, known);
      return known;
    },
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
