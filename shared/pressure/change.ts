/** Why this year costs more or less than last year: bars that add up to the penny. */
import { contractSplitAt, numberAt } from '../costing/read-settings.ts';
import { formatCount, formatQuantity } from '../format/number.ts';
import type { CostFacts } from './facts.ts';
import { journeysOf, type DayPrice, type Journey, type Leg } from './journeys.ts';
import type { Ledger } from './ledger.ts';
import { roundToTotal, shapley } from './shapley.ts';

/** A bar of the waterfall. `total` stands on zero, `change` floats. Money in pence. */
export interface ChangeBar {
  readonly key: string;
  readonly label: string;
  readonly pence: number;
  readonly kind: 'total' | 'change';
  /** How it was reckoned and what it assumes. */
  readonly note: string;
  readonly estimated: boolean;
}

/** The change on last year, whole. `bars` begins and ends with a total; the changes between add up to their difference. */
export interface Change {
  readonly bars: readonly ChangeBar[];
  readonly clients_before: number;
  readonly clients_now: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly unplaced: number;
  readonly continuing: number;
  /** Contracts whose price last year is not in the register. */
  readonly prices_unknown: number;
}

/** What can move for a client carried in both years, in bar order. Each is one player of the Shapley split. */
const DRIVERS = [
  'days',
  'moved',
  'sharing',
  'stops',
  'assistants',
  'fuel',
  'labour',
  'retender',
] as const;
type Driver = (typeof DRIVERS)[number];

/** The parts a day price is the sum of; `before` is always there, the others come with their driver. */
const PARTS = ['before', 'stops', 'assistants', 'fuel', 'labour', 'retender'] as const;
type Parts = Record<(typeof PARTS)[number], number>;

/** Splits the change on last year into its bars. Bars of nothing are left out. */
export function explainChange(facts: CostFacts, ledger: Ledger): Change {
  const groups = groupClients(facts, ledger);
  const continuing = groups.continuing_now - groups.continuing_before;
  const split = roundToTotal(splitContinuing(journeysOf(facts, ledger)), continuing);
  const amounts: Record<string, number> = {
    joiners: groups.joining,
    leavers: -groups.leaving,
    unplaced: -groups.unplacing,
    no_clients: groups.empty_now - groups.empty_before,
  };
  DRIVERS.forEach((driver, at) => {
    amounts[driver] = split[at] ?? 0;
  });
  const unknown = facts.contracts.filter((each) => each.previous_day_pence === null).length;
  const notes = changeNotes(facts, groups, unknown);
  const bars = notes
    .map((note): ChangeBar => ({ ...note, kind: 'change', pence: amounts[note.key] ?? 0 }))
    .filter((bar) => bar.pence !== 0);
  return {
    bars: [
      total('last_year', facts.last_year, ledger.last_year_pence, LAST_NOTE),
      ...bars,
      total('this_year', facts.year, ledger.cost_year_pence, THIS_NOTE),
    ],
    clients_before: groups.clients_before,
    clients_now: groups.clients_now,
    joiners: groups.joiners,
    leavers: groups.leavers,
    unplaced: groups.unplaced,
    continuing: groups.continuing,
    prices_unknown: unknown,
  };
}

const LAST_NOTE =
  'Every contract of the register at its price last year, times its days; at its present price where last year’s is not in the register.';
const THIS_NOTE =
  'Every route of the plan: the contract’s price, or the rate card for new routes, times its days.';

function total(key: string, label: string, pence: number, note: string): ChangeBar {
  return { key, label, pence, kind: 'total', note, estimated: false };
}

interface Groups {
  readonly joining: number;
  readonly leaving: number;
  readonly unplacing: number;
  readonly continuing_before: number;
  readonly continuing_now: number;
  readonly empty_before: number;
  readonly empty_now: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly unplaced: number;
  readonly continuing: number;
  readonly clients_before: number;
  readonly clients_now: number;
}

/** Puts each penny of both years with the joiners, the leavers, those not placed, those who go on, or nobody. */
function groupClients(facts: CostFacts, ledger: Ledger): Groups {
  const before = sumByClient(ledger.last_year);
  const now = sumByClient(ledger.this_year);
  const waiting = new Set(facts.plan.unallocated.map((each) => each.client_id));
  const sums = { joining: 0, leaving: 0, unplacing: 0, continuing_before: 0, continuing_now: 0 };
  const counts = { joiners: 0, leavers: 0, unplaced: 0, continuing: 0 };
  for (const [client_id, pence] of before.byClient) {
    const today = now.byClient.get(client_id);
    if (today !== undefined) {
      sums.continuing_before += pence;
      sums.continuing_now += today;
      counts.continuing += 1;
    } else if (waiting.has(client_id)) {
      sums.unplacing += pence;
      counts.unplaced += 1;
    } else {
      sums.leaving += pence;
      counts.leavers += 1;
    }
  }
  for (const [client_id, pence] of now.byClient) {
    if (before.byClient.has(client_id)) continue;
    sums.joining += pence;
    counts.joiners += 1;
  }
  return {
    ...sums,
    ...counts,
    empty_before: before.nobody,
    empty_now: now.nobody,
    clients_before: before.byClient.size,
    clients_now: now.byClient.size,
  };
}

function sumByClient(
  entries: readonly { readonly client_id: number | null; readonly year_pence: number }[],
): { readonly byClient: ReadonlyMap<number, number>; readonly nobody: number } {
  const byClient = new Map<number, number>();
  let nobody = 0;
  for (const { client_id, year_pence } of entries) {
    if (client_id === null) nobody += year_pence;
    else byClient.set(client_id, (byClient.get(client_id) ?? 0) + year_pence);
  }
  return { byClient, nobody };
}

/**
 * Shapley values of the drivers for clients carried in both years, in pence, not rounded. The model
 * of a client's year is share x (sum of the day price's parts) x days; it is linear in the
 * parts, so the county's sums are made once and each of the 2^8 evaluations adds a few of them.
 */
function splitContinuing(journeys: readonly Journey[]): number[] {
  /** `stayed[share state][days state]`: sums by part over journeys that keep their contract. */
  const stayed = [
    [noParts(), noParts()],
    [noParts(), noParts()],
  ];
  const movedFrom = noParts();
  const movedTo = noParts();
  for (const { moved, before, after } of journeys) {
    if (moved || before === null || after === null) {
      if (before !== null) addLeg(movedFrom, before.share * before.days, before.price);
      if (after !== null) addLeg(movedTo, after.share * after.days, after.price);
      continue;
    }
    const sides: readonly Leg[] = [before, after];
    sides.forEach((shareSide, s) => {
      sides.forEach((daysSide, d) => {
        const sums = stayed[s]?.[d];
        if (sums !== undefined) addLeg(sums, shareSide.share * daysSide.days, after.price);
      });
    });
  }
  return shapley(DRIVERS.length, (mask) => {
    const has = (driver: Driver): boolean => (mask & (1 << DRIVERS.indexOf(driver))) !== 0;
    const here = stayed[has('sharing') ? 1 : 0]?.[has('days') ? 1 : 0] ?? noParts();
    const there = has('moved') ? movedTo : movedFrom;
    let value = here.before + there.before;
    for (const part of PARTS) {
      if (part !== 'before' && has(part)) value += here[part] + there[part];
    }
    return value;
  });
}

function noParts(): Parts {
  return { before: 0, stops: 0, assistants: 0, fuel: 0, labour: 0, retender: 0 };
}

function addLeg(sums: Parts, weight: number, price: DayPrice): void {
  for (const part of PARTS) sums[part] += weight * price[part];
}

interface BarText {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly estimated: boolean;
}

const SHAPLEY = 'Shared out among the causes (Shapley) over the clients carried in both years.';

function changeNotes(facts: CostFacts, groups: Groups, unknown: number): readonly BarText[] {
  const contracts = facts.contracts.length;
  const low = numberAt(facts.settings, 'fuel_share_low_percent', facts.on);
  const driver = contractSplitAt(facts.settings, facts.on)['driver'] ?? 0;
  const unknownNote =
    unknown === 0
      ? ''
      : ` ${formatCount(unknown)} of ${formatCount(contracts)} contracts have no price for last year, so no change is seen in them.`;
  return [
    {
      key: 'joiners',
      label: 'Joiners',
      note: `${formatQuantity(groups.joiners, 'client')} carried this year and not last: their share of what their routes cost now.`,
      estimated: true,
    },
    {
      key: 'leavers',
      label: 'Leavers',
      note: `${formatQuantity(groups.leavers, 'client')} carried last year and not this: their share of what their contracts cost then.`,
      estimated: true,
    },
    {
      key: 'unplaced',
      label: 'Not placed yet',
      note: `${formatQuantity(groups.unplaced, 'client')} carried last year and without a route in this plan: the cost comes back when they are placed.`,
      estimated: true,
    },
    {
      key: 'days',
      label: 'Days operated',
      note: `Days a year in the plan against the register. ${SHAPLEY}`,
      estimated: false,
    },
    {
      key: 'moved',
      label: 'Other routes',
      note: `Clients carried in both years who are now on another route. ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'sharing',
      label: 'Sharing',
      note: `More or fewer clients on the same route: each one’s share falls or grows. ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'stops',
      label: 'Longer runs, vehicles',
      note: `Stops added to running routes, by the rate card after less before: distance and vehicle. ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'assistants',
      label: 'Assistants added',
      note: `Passenger assistants that the plan adds to running routes. ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'fuel',
      label: 'Fuel',
      note: `Where a price moved: the contract’s fuel share (${low}% where not given) of the change of diesel in the year before it was priced (DESNZ). ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'labour',
      label: 'Labour',
      note: `Where a price moved: ${driver}% of it (assumed) at the change of the adult wage floor in the year before it was priced. ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'retender',
      label: 'Retender price, other',
      note: `What is left of the change of contract prices after fuel and labour.${unknownNote} ${SHAPLEY}`,
      estimated: true,
    },
    {
      key: 'no_clients',
      label: 'Routes with no clients',
      note: 'Contracts and routes that name nobody: their whole cost this year less last.',
      estimated: false,
    },
  ];
}
