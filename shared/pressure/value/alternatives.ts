/** A seat beside a personal transport budget, mileage and travel training: for each client by their share, and by what the route would really save. */
import { dayCount } from '../../calendar/day-mask.ts';
import type { IsoDate } from '../../calendar/dates.ts';
import { firstDateOf } from '../../calendar/years.ts';
import { phaseOf } from '../../casework/phase.ts';
import { lowIncomeBasesAt, numberAt } from '../../costing/read-settings.ts';
import { mileageRatesAt, ptbPolicyAt, type PtbGroup } from '../../costing/value-settings-at.ts';
import { straightLineMetres } from '../../geo/estimate.ts';
import { knownPosition } from '../../geo/position.ts';
import { words } from '../../intake/normalise.ts';
import type { Client, Phase } from '../../model/client.ts';
import type { SeatFreed } from '../../planning/what-if/seat-freed.ts';
import type { CostFacts } from '../facts.ts';
import type { Ledger, ThisYearEntry } from '../ledger.ts';
import { ptbCliffs, type PtbCliff } from './cliff.ts';
import { mileageYear, type MileageSum } from './mileage.ts';
import { ptbGroupOf, ptbPart, ptbYear, type PtbSum } from './ptb.ts';

/** What a parent has said to another way of travelling. */
export interface ConsentSaid {
  /** `awarded`: in a signed award; `form`: in the last signed form; `refused`: there, and no; `none`: not asked or not answered. */
  readonly state: 'awarded' | 'form' | 'refused' | 'none';
  readonly on: IsoDate | null;
  readonly by: string;
}

/** The ways that stand only with a parent's dated consent. */
export const CONSENTED = ['ptb', 'mileage', 'travel_training'] as const;
export type Consented = (typeof CONSENTED)[number];

/** Consents of one client. */
export type Consents = Readonly<Record<Consented, ConsentSaid>>;

/** Nothing is known of any. */
export const NO_CONSENTS: Consents = {
  ptb: { state: 'none', on: null, by: '' },
  mileage: { state: 'none', on: null, by: '' },
  travel_training: { state: 'none', on: null, by: '' },
};

/** One client who has a seat. Pence a year. */
export interface Alternative {
  readonly client_id: number;
  readonly school_urn: number | null;
  readonly phase: Phase | null;
  readonly group: PtbGroup;
  readonly straight_m: number;
  /** Home to school as the plan measured it, the mean over the week's legs. */
  readonly way_m: number;
  readonly days_a_week: number;
  readonly routes: readonly { readonly id: number; readonly ref: string }[];
  /** Others on those routes. */
  readonly others: number;
  readonly share_pence: number;
  /** What the routes would cost less at once; with `retender_pence` on top when contracts are let anew. */
  readonly saves_pence: number;
  readonly retender_pence: number;
  readonly how: SeatFreed['how'];
  readonly ptb: PtbSum;
  /** What is left of the year planned from their first day or the year's, and in how many payments. */
  readonly ptb_part: { readonly pence: number; readonly payments: number; readonly each_pence: number }; // prettier-ignore
  readonly mileage: MileageSum;
  readonly cliffs: readonly PtbCliff[];
  readonly consents: Consents;
}

/** A route whose clients' budgets together cost less than it. */
export interface WholeRoute {
  readonly route_id: number;
  readonly route_ref: string;
  readonly client_ids: readonly number[];
  readonly cost_pence: number;
  readonly ptb_pence: number;
  readonly saves_pence: number;
}

/** Every client with a seat who can be reckoned, and why others cannot. */
export interface Alternatives {
  readonly rows: readonly Alternative[];
  readonly cannot_tell: readonly { readonly client_id: number; readonly because: string }[];
  readonly whole_routes: readonly WholeRoute[];
}

/** Sets everyone of the plan beside what else might carry them. */
export function alternativesOf(
  facts: CostFacts,
  ledger: Ledger,
  known: {
    readonly freed: readonly SeatFreed[];
    readonly consents: ReadonlyMap<number, Consents>;
  },
): Alternatives {
  const shares = Map.groupBy(
    ledger.this_year.filter(({ client_id }) => client_id !== null),
    ({ client_id }) => client_id ?? 0,
  );
  const freed = Map.groupBy(known.freed, ({ client_id }) => client_id);
  const reckon = reckoner(facts);
  const rows: Alternative[] = [];
  const cannot_tell: { client_id: number; because: string }[] = [];
  for (const [client_id, entries] of shares) {
    const client = facts.clients.get(client_id);
    if (client === undefined) continue;
    const found = reckon(client, entries, {
      freed: freed.get(client_id) ?? [],
      consents: known.consents.get(client_id) ?? NO_CONSENTS,
    });
    if (typeof found === 'string') cannot_tell.push({ client_id, because: found });
    else rows.push(found);
  }
  return { rows, cannot_tell, whole_routes: wholeRoutes(facts, rows) };
}

function reckoner(facts: CostFacts) {
  const { settings, year, on } = facts;
  const first = firstDateOf(year);
  const policy = ptbPolicyAt(settings, first);
  const rates = mileageRatesAt(settings, first);
  const days_a_year = numberAt(settings, 'days_a_year', on);
  const bases = lowIncomeBasesAt(settings, first);
  return (
    client: Client,
    entries: readonly ThisYearEntry[],
    known: { readonly freed: readonly SeatFreed[]; readonly consents: Consents },
  ): Alternative | string => {
    const [entry] = entries;
    const school_urn = entry?.stop?.school_urn ?? entry?.route.school_urn ?? client.school_urn;
    const home = knownPosition(client);
    const school = knownPosition(school_urn === null ? null : facts.schools.get(school_urn));
    if (home === null) return 'The home has no position, so there is no straight line to measure.';
    if (school === null)
      return 'The school has no position, so there is no straight line to measure.';
    const phase = phaseOf(client, year);
    const group = ptbGroupOf(phase);
    if (group === null) return 'Neither year group nor date of birth is known, so no band applies.';
    const days_a_week = Math.min(5, client.days.length);
    if (days_a_week === 0) return 'No days of travel are recorded.';
    const straight_m = straightLineMetres(home, school);
    const said = ` ${words(client.low_income_basis)} `;
    const basis = bases.find((each) =>
      each.words.some((word) => said.includes(` ${words(word)} `)),
    );
    const low_income = basis?.counts === 'yes';
    const is_claimed = !low_income && said.trim() !== '' && basis?.counts !== 'no';
    const given = { group, straight_m, low_income, is_claimed, days_a_week };
    const way_m = meanWay(entries);
    const ptb = ptbYear(policy, given);
    const from = client.transport_start_on ?? first;
    const part = ptbPart(ptb.year_pence, { year, from, to: null }, policy);
    return {
      client_id: client.id,
      school_urn,
      phase,
      group,
      straight_m,
      way_m,
      days_a_week,
      routes: entries.map(({ route }) => ({ id: route.id, ref: route.ref })),
      others: Math.max(0, ...known.freed.map(({ others }) => others)),
      share_pence: entries.reduce((sum, { year_pence }) => sum + year_pence, 0),
      saves_pence: known.freed.reduce((sum, { saves_year_pence }) => sum + saves_year_pence, 0),
      retender_pence: known.freed.reduce(
        (sum, { retender_year_pence: less }) => sum + (less ?? 0),
        0,
      ),
      how: howOf(known.freed),
      ptb,
      ptb_part: {
        pence: part.pence,
        payments: part.payments.length,
        each_pence: part.payments[0] ?? 0,
      },
      mileage: mileageYear(rates, { way_m, days: Math.round((days_a_year * days_a_week) / 5) }),
      cliffs: ptbCliffs(policy, given),
      consents: known.consents,
    };
  };
}

/** Home to school, the mean over the legs of the week where there are several homes or schools. */
function meanWay(entries: readonly ThisYearEntry[]): number {
  let metres = 0;
  let legs = 0;
  for (const { stop } of entries) {
    if (stop === null) continue;
    const here = dayCount(stop.mornings) + dayCount(stop.afternoons);
    metres += stop.direct_m * here;
    legs += here;
  }
  return legs === 0 ? 0 : metres / legs;
}

/** Of several routes what moves most money stands for all. */
function howOf(freed: readonly SeatFreed[]): SeatFreed['how'] {
  const order: readonly SeatFreed['how'][] = ['route_ends', 'cheaper', 'price_stays', 'nothing'];
  return order.find((how) => freed.some((each) => each.how === how)) ?? 'cannot_tell';
}

/** Everybody of a route must be reckoned, and on it alone; the route then ends. */
function wholeRoutes(facts: CostFacts, rows: readonly Alternative[]): readonly WholeRoute[] {
  const byClient = new Map(rows.map((row) => [row.client_id, row]));
  return facts.plan.routes
    .flatMap((route): readonly WholeRoute[] => {
      const client_ids = [...new Set(route.stops.map(({ client_id }) => client_id))];
      const aboard = client_ids.flatMap((id) => byClient.get(id) ?? []);
      if (aboard.length === 0 || aboard.length < client_ids.length) return [];
      if (aboard.some(({ routes }) => new Set(routes.map(({ id }) => id)).size > 1)) return [];
      const ptb_pence = aboard.reduce((sum, { ptb }) => sum + ptb.year_pence, 0);
      const saves_pence = route.cost_year_pence - ptb_pence;
      if (saves_pence <= 0) return [];
      return [
        { route_id: route.id, route_ref: route.ref, client_ids, cost_pence: route.cost_year_pence, ptb_pence, saves_pence }, // prettier-ignore
      ];
    })
    .toSorted((a, b) => b.saves_pence - a.saves_pence || a.route_id - b.route_id);
}
