/** What one year of a forecast costs, given how its prices and clients have moved since the base. */
import type { GrowthOf, NewProvision, Scenario } from './assumptions.ts';
import type { ClientGroup } from './groups.ts';

/** How far everything has moved from the base to a year: 1 is not at all. */
export interface Moved {
  readonly fuel: number;
  readonly wages: number;
  readonly cpi: number;
  /** The county's own deviation from mean growth, shared by all groups. */
  readonly growth: number;
}

/** Sums over groups: pence at the base's prices, and clients. */
export interface Sums {
  fuel: number;
  driver: number;
  other: number;
  assistant: number;
  clients: number;
}

/**
 * One year of a scenario before its draws. All groups see the same prices, so a year's cost needs the groups' sums alone: as
 * they have grown on average, and of what clients at new schools no longer cost.
 */
export interface YearBase {
  /** 1 is the first after the base. */
  readonly year: number;
  readonly grown: Sums;
  readonly saved: Sums;
}

/** Every year of a scenario, the first first. Places at a new school are shared among the groups they are for by clients. */
export function yearBases(
  groups: readonly ClientGroup[],
  scenario: Scenario,
  years: number,
): readonly YearBase[] {
  return Array.from({ length: years }, (_, at): YearBase => {
    const year = at + 1;
    const [grown, saved] = [noSums(), noSums()];
    for (const group of groups) {
      if (group.clients === 0) continue;
      addTo(grown, group, (1 + growthPercent(group, scenario) / 100) ** year);
      addTo(saved, group, savedPlaces(group, groups, { scenario, year }) / group.clients);
    }
    return { year, grown, saved };
  });
}

function noSums(): Sums {
  return { fuel: 0, driver: 0, other: 0, assistant: 0, clients: 0 };
}

function addTo(sums: Sums, group: ClientGroup, times: number): void {
  sums.fuel += group.fuel_pence * times;
  sums.driver += group.driver_pence * times;
  sums.other += group.other_pence * times;
  sums.assistant += group.assistant_pence * times;
  sums.clients += group.clients * times;
}

/** Places of a group at schools open in a year, each times the part of its cost that is saved there. */
function savedPlaces(
  group: ClientGroup,
  groups: readonly ClientGroup[],
  { scenario, year }: { readonly scenario: Scenario; readonly year: number },
): number {
  let saved = 0;
  for (const school of scenario.new_provision) {
    if (year < school.year || !isForGroup(school, group)) continue;
    const all = groups.reduce(
      (sum, each) => (isForGroup(school, each) ? sum + each.clients : sum),
      0,
    );
    saved += Math.min(school.places, all) * (group.clients / all) * (school.saves_percent / 100);
  }
  return saved;
}

/** Whether a new school is for a group's need. */
export function isForGroup(school: NewProvision, { need }: ClientGroup): boolean {
  return school.need === null || need === school.need;
}

/** The most particular growth that fits a group: need and phase before one of them; null where only the county's does. */
export function growthOf(group: ClientGroup, scenario: Scenario): GrowthOf | null {
  const rank = ({ need, phase }: GrowthOf): number => (need === null ? 0 : 2) + (phase === null ? 0 : 1); // prettier-ignore
  const [best] = scenario.growth_of
    .filter(
      ({ need, phase }) =>
        (need === null || need === group.need) && (phase === null || phase === group.phase),
    )
    .toSorted((a, b) => rank(b) - rank(a));
  return best ?? null;
}

/** Growth of a group, per cent a year. */
export function growthPercent(group: ClientGroup, scenario: Scenario): number {
  return (growthOf(group, scenario) ?? scenario.growth).mean_percent;
}

/**
 * Pence of a year. Clients grow on average and by the county's deviation; vehicles' parts go with fuel, wages and prices and
 * are shared by more or fewer; assistants go with wages. Clients with a budget of their own or trained to travel alone are
 * taken off at the county's mean.
 */
export function yearCost(base: YearBase, scenario: Scenario, moved: Moved): number {
  const { grown, saved } = base;
  const pence = priced(grown, base, { scenario, moved }) * moved.growth - priced(saved, base, { scenario, moved }); // prettier-ignore
  const off = takenOff(base, { scenario, moved, pence });
  return (
    pence -
    (off.budgets + off.trained) * off.mean_pence +
    off.budgets * scenario.ptb_year_pence +
    off.training_pence
  );
}

/** What sums at the base's prices cost at a year's, pence. */
export function priced(
  { fuel, driver, other, assistant }: Sums,
  { year }: Pick<YearBase, 'year'>,
  { scenario, moved }: { readonly scenario: Scenario; readonly moved: Moved },
): number {
  const room = roomOf(scenario, year);
  return (fuel * moved.fuel + driver * moved.wages + other * moved.cpi) / room + assistant * moved.wages; // prettier-ignore
}

/** Clients a vehicle in a year, 1 for as many as now. */
export function roomOf({ occupancy_percent }: Scenario, year: number): number {
  return (1 + occupancy_percent / 100) ** year;
}

/** Who rides no longer in a year, and what a client costs on average: `pence` is what all of them would cost. */
export function takenOff(
  { year, grown }: YearBase,
  of: { readonly scenario: Scenario; readonly moved: Moved; readonly pence: number },
): {
  readonly mean_pence: number;
  readonly budgets: number;
  readonly trained: number;
  /** What that year's training costs. */
  readonly training_pence: number;
} {
  const { scenario, moved, pence } = of;
  const clients = grown.clients * moved.growth;
  const budgets = Math.min(clients, (clients * scenario.ptb_percent * year) / 100);
  const trained = Math.min(clients - budgets, scenario.trained_a_year * year);
  return {
    mean_pence: clients === 0 ? 0 : pence / clients,
    budgets,
    trained,
    training_pence: Math.min(trained, scenario.trained_a_year) * scenario.training_pence,
  };
}

/** Prices and clients at their means: what each is expected to have moved by a year. */
export function meanMoved(scenario: Scenario, year: number): Moved {
  const at = (percent: number): number => (1 + percent / 100) ** year;
  return {
    fuel: at(scenario.fuel.mean_percent),
    wages: at(scenario.wages.mean_percent),
    cpi: at(scenario.cpi.mean_percent),
    growth: 1,
  };
}
