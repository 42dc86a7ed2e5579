/** A year of a scenario as a side of a comparison: the plan's clients at that year's prices, and beside them who joins, leaves or travels otherwise. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import { academicYearFrom, firstDateOf, lastDateOf, startYearOf } from '../../calendar/years.ts';
import { splitPence } from '../../costing/attribute.ts';
import { formatPounds } from '../../format/money.ts';
import { formatCount, formatPercent, formatQuantity } from '../../format/number.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../model/words.ts';
import {
  priceBehind,
  sharesOf,
  type AdjustedPart,
  type CarriedRow,
  type CostSide,
  type SplitBasis,
} from '../split/carried.ts';
import { roundSigned } from '../split/round-signed.ts';
import type { Scenario } from './assumptions.ts';
import type { ClientGroup } from './groups.ts';
import {
  growthPercent,
  meanMoved,
  priced,
  roomOf,
  takenOff,
  yearBases,
  yearCost,
  type Moved,
  type YearBase,
} from './year-cost.ts';

/** Whose year it is. */
export interface ScenarioYear {
  /** Unique among the sides: `central-2027-28`. */
  readonly key: string;
  readonly scenario: Scenario;
  /** 1 is the first after the year planned. */
  readonly year: number;
}

/** What a scenario starts from. */
export interface ScenarioBase {
  /** The year planned. */
  readonly from: AcademicYear;
  /** That year as a side. */
  readonly now: CostSide;
  readonly groups: readonly ClientGroup[];
  readonly basis: SplitBasis;
}

/**
 * The side adds up to the scenario's mean cost of the year (`yearCost` with everything at its mean) to the penny. Who joins or leaves has no name
 * and no school, so growth, personal transport budgets, training and new schools stand beside the routes, each at what it comes to in that year.
 * Routes that carry nobody are no part of a forecast.
 */
export function scenarioSide(base: ScenarioBase, asked: ScenarioYear): CostSide {
  const { scenario, year } = asked;
  const moved = meanMoved(scenario, year);
  const bases = yearBases(base.groups, scenario, year);
  const last = bases.at(-1);
  const name = academicYearFrom(startYearOf(base.from) + year);
  const side = {
    key: asked.key,
    label: `${scenario.name}, ${name}`,
    from_on: firstDateOf(name),
    to_on: lastDateOf(name),
    priced: 'today',
    nobody_pence: 0,
    waiting: new Set<number>(),
  } as const;
  if (last === undefined) return { ...side, rows: [] };
  const rows = movedRows(base, { scenario, year, moved, from_on: side.from_on });
  const beside = besideRoutes(base.groups, { scenario, moved, base: last });
  const whole = Math.round(yearCost(last, scenario, moved));
  const rest = whole - rows.reduce((sum, { pence }) => sum + pence, 0);
  const pence = roundSigned(beside.map(({ label, pence: of }) => ({ name: label, pence: of })), rest); // prettier-ignore
  return {
    ...side,
    rows,
    adjusted: beside
      .map((part, at): AdjustedPart => ({ ...part, within: 'none', pence: pence[at] ?? 0 }))
      .filter((part) => part.pence !== 0),
  };
}

interface Year {
  readonly scenario: Scenario;
  readonly year: number;
  readonly moved: Moved;
  /** Its first day. */
  readonly from_on: IsoDate;
}

/** Everybody of the plan at the year's prices, in vehicles as full as the scenario says. */
function movedRows({ now, basis }: ScenarioBase, of: Year): readonly CarriedRow[] {
  const { scenario, year, moved, from_on } = of;
  const room = roomOf(scenario, year);
  const riding = now.rows.filter(({ days }) => days > 0);
  const shares = riding.map((row) => {
    const { fuel, driver } = sharesOf(row, basis);
    const other = 1 - fuel - driver;
    const price = fuel * moved.fuel + driver * moved.wages + other * moved.cpi;
    return { fuel, driver, other, price };
  });
  const assistants = riding.map((row) => row.assistant_pence * moved.wages);
  const exact = riding.map((row, at) => {
    const { price } = shares[at] ?? NO_SHARES;
    const vehicle = row.pence - row.assistant_pence;
    return (vehicle * price) / room + (assistants[at] ?? 0);
  });
  const pence = splitPence(Math.round(exact.reduce((sum, each) => sum + each, 0)), exact);
  return riding.map((row, at): CarriedRow => {
    const { contract_id: _contract, indexed, ...rest } = row;
    const { fuel, driver, other, price } = shares[at] ?? NO_SHARES;
    return {
      ...rest,
      priced_on: from_on,
      pence: pence[at] ?? 0,
      assistant_pence: assistants[at] ?? 0,
      vehicle_days: row.vehicle_days / room,
      aboard: row.aboard * room,
      part_year: false,
      assumed: {
        diesel: times(priceBehind(row, 'diesel', basis), moved.fuel),
        wage: times(priceBehind(row, 'wage', basis), moved.wages),
        cpi: times(priceBehind(row, 'cpi', basis), moved.cpi),
        fuel_share: (fuel * moved.fuel) / price,
        driver_share: (driver * moved.wages) / price,
      },
      ...(indexed === undefined
        ? {}
        : {
            indexed: {
              fuel: indexed.fuel + fuel * (moved.fuel - 1),
              labour: indexed.labour + driver * (moved.wages - 1),
              other: indexed.other + other * (moved.cpi - 1),
            },
          }),
    };
  });
}

const NO_SHARES = { fuel: 0, driver: 0, other: 1, price: 1 };

function times(price: number | null, by: number): number | null {
  return price === null ? null : price * by;
}

type Beside = Pick<AdjustedPart, 'kind' | 'label' | 'note' | 'clients'> & {
  readonly pence: number;
};

/** What a scenario adds to the plan's clients, and takes off; pence not rounded. */
function besideRoutes(
  groups: readonly ClientGroup[],
  of: { readonly scenario: Scenario; readonly moved: Moved; readonly base: YearBase },
): readonly Beside[] {
  const { scenario, base } = of;
  const schools = scenario.new_provision.map((school): Beside => {
    const alone = yearBases(groups, { ...scenario, new_provision: [school] }, base.year).at(-1);
    const pence = alone === undefined ? 0 : -priced(alone.saved, base, of);
    return {
      kind: 'policy',
      label: `New places: ${school.name}`,
      note: `${formatQuantity(school.places, 'place')} at ${school.saves_percent}% less than now`,
      pence,
    };
  });
  const grown = groups.map((group) => growthPart(group, of));
  const all = groups.reduce((sum, group) => sum + pricedOf(group, of), 0);
  const pence = [...grown, ...schools].reduce((sum, each) => sum + each.pence, all);
  const off = takenOff(base, { ...of, pence });
  const mean = formatPounds(Math.round(off.mean_pence));
  return [
    ...grown,
    ...schools,
    {
      kind: 'policy',
      label: 'Personal transport budgets in place of seats',
      note: `${formatCount(Math.round(off.budgets))} at ${formatPounds(scenario.ptb_year_pence)} a year in place of the average ${mean}`,
      pence: off.budgets * (scenario.ptb_year_pence - off.mean_pence),
      clients: -Math.round(off.budgets),
    },
    {
      kind: 'policy',
      label: 'Independent travel training',
      note: `${formatCount(Math.round(off.trained))} at the average ${mean} ride no longer; ${formatPounds(Math.round(off.training_pence))} for that year’s training`,
      pence: off.training_pence - off.trained * off.mean_pence,
      clients: -Math.round(off.trained),
    },
  ];
}

function growthPart(
  group: ClientGroup,
  of: { readonly scenario: Scenario; readonly moved: Moved; readonly base: YearBase },
): Beside {
  const { year } = of.base;
  const percent = growthPercent(group, of.scenario);
  const more = (1 + percent / 100) ** year - 1;
  const need = group.need === null ? 'Need not known' : NEED_WORDS[group.need];
  const phase = group.phase === null ? 'phase not known' : PHASE_WORDS[group.phase].toLowerCase();
  const by = Math.abs(Math.round(group.clients * more));
  return {
    kind: more < 0 ? 'leavers' : 'joiners',
    label: `${need}, ${phase}`,
    note: `${formatCount(group.clients)} at ${formatPercent(percent / 100)} a year for ${formatQuantity(year, 'year')}: ${formatCount(by)} ${more < 0 ? 'fewer' : 'more'}, each at what such clients cost then`,
    pence: pricedOf(group, of) * more,
    clients: more < 0 ? -by : by,
  };
}

/** A group of today's size at a year's prices, pence. */
function pricedOf(
  group: ClientGroup,
  of: { readonly scenario: Scenario; readonly moved: Moved; readonly base: YearBase },
): number {
  const { fuel_pence, driver_pence, other_pence, assistant_pence, clients } = group;
  const sums = { fuel: fuel_pence, driver: driver_pence, other: other_pence, assistant: assistant_pence, clients }; // prettier-ignore
  return priced(sums, of.base, of);
}
