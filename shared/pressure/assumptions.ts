/** Every dated figure that the summary rests on, with its source. */
import type { IsoDate } from '../calendar/dates.ts';
import type { SettingKey } from '../costing/default-settings.ts';
import { ownLitres } from '../costing/fuel-use.ts';
import { settingAt } from '../costing/read-settings.ts';
import { shareRuleAt } from '../costing/share-rule.ts';
import type { ShareRule } from '../costing/share-settings.ts';
import { formatDate } from '../format/date.ts';
import { formatPoundsChange, formatPumpPrice } from '../format/money.ts';
import { formatCount } from '../format/number.ts';
import type { Setting, VehicleClass } from '../model/money.ts';
import type { Change } from './change.ts';
import { routesDistancesWord } from '../model/plan-distances.ts';
import type { CostFacts } from './facts.ts';
import { lmdi } from './lmdi.ts';
import { priceGapLines } from './price-gaps.ts';
import { newestWeek } from './price-facts.ts';

/** One assumption as people read it. */
export interface AssumptionLine {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly from_on: IsoDate;
  readonly source: string;
  readonly estimated: boolean;
}

/** The settings that the cost rests on; times, deadlines and areas are not among them. */
const COST_KEYS: readonly SettingKey[] = [
  'rate_card',
  'days_a_year',
  'dead_mileage_m',
  'road_factor',
  'speed_mph',
  'fuel_share_low_percent',
  'fuel_share_high_percent',
  'fuel_base_diesel',
  'fuel_litres_per_100km',
  'fuel_of_class',
  'fuel_legs_a_day',
  'contract_split_percent',
  'placement_tolerance_m',
];

/** The assumptions in force on the day of the figures: settings first, then what the data itself leaves open. */
export function listAssumptions(facts: CostFacts, change: Change): AssumptionLine[] {
  const lines: AssumptionLine[] = [];
  for (const key of COST_KEYS) {
    const setting = settingAt(facts.settings, key, facts.on);
    if (setting === null) continue;
    // The curves are used, unless the council gave litres of its own.
    if (key === 'fuel_litres_per_100km' && ownLitres(facts.settings, facts.on).size === 0) continue;
    if (key === 'rate_card') lines.push(...rateCardLines(setting));
    else if (key === 'fuel_base_diesel' && typeof setting.value === 'number')
      lines.push({
        ...common(setting),
        value: (setting.value / 100).toFixed(1),
        unit: 'p a litre',
      });
    else
      lines.push({
        ...common(setting),
        value: valueText(setting.value),
        unit: setting.unit.replaceAll('_', ' '),
      });
  }
  return [...lines, ...methodLines(facts, change)];
}

function common(setting: Setting): Omit<AssumptionLine, 'value' | 'unit'> {
  const { key, label, from_on, source, estimated } = setting;
  return { key, label, from_on, source, estimated };
}

function valueText(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= 1000 ? formatCount(value) : String(value);
  }
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${String(part)}`.replaceAll('_', ' '))
    .join(', ');
}

function rateCardLines(setting: Setting): AssumptionLine[] {
  const card = setting.value as {
    readonly classes?: readonly VehicleClass[];
    readonly assistant_pence?: number;
  };
  const base = common(setting);
  const classes = (card.classes ?? []).map((each) => ({
    ...base,
    key: `rate_card.${each.id}`,
    label: `Rate card of new routes: ${each.name.toLowerCase()}`,
    value: [
      `${pounds(each.fixed_pence)} + ${pounds(each.per_km_pence)}`,
      ...(each.per_hour_pence === undefined ? [] : [`${pounds(each.per_hour_pence)} a morning hour`]), // prettier-ignore
      ...(each.minimum_pence === undefined ? [] : [`at least ${pounds(each.minimum_pence)}`]),
      ...(each.dead_mileage_m === undefined ? [] : [`${each.dead_mileage_m} m of dead mileage`]),
    ].join(', '),
    unit: '£ a day + £ a morning km',
  }));
  const assistant = {
    ...base,
    key: 'rate_card.assistant',
    label: 'Rate card of new routes: passenger assistant',
    value: pounds(card.assistant_pence ?? 0),
    unit: '£ a day',
  };
  return [...classes, assistant];
}

function pounds(pence: number): string {
  return (pence / 100).toFixed(2);
}

const RULE_WORDS: Readonly<Record<ShareRule, string>> = {
  equal: 'equal parts a seat, by legs of the week',
  distance: 'by direct distance, at least 1 km each, and legs of the week',
  marginal:
    'by how much shorter the run would be without them, at least 1 km, and legs of the week',
};

/** What was taken because the data does not say, and the methods, so that a reader can disagree. */
function methodLines(facts: CostFacts, change: Change): AssumptionLine[] {
  const unknown = facts.contracts.filter((each) => each.previous_day_pence === null).length;
  const newest = newestWeek(facts.fuel, facts.on);
  const line = (key: string, label: string, value: string, source: string): AssumptionLine => ({
    key,
    label,
    value,
    unit: '',
    from_on: facts.on,
    source,
    estimated: true,
  });
  return [
    ...distanceLine(facts),
    ...priceGapLines(facts),
    line(
      'last_year',
      'Contracts with no price for last year, counted at their present price',
      `${formatCount(unknown)} of ${formatCount(facts.contracts.length)}`,
      'Contract register',
    ),
    line(
      'shares',
      'A client’s share of a route',
      RULE_WORDS[shareRuleAt(facts.settings, facts.on)],
      'Data, Settings: “How a route’s cost is shared”; halves by largest remainder, to the penny',
    ),
    line(
      'change',
      'Split of the change for clients carried in both years',
      'nine factors in all 362,880 orders, school by school (Shapley)',
      'Shorrocks, Journal of Economic Inequality 11, 2013',
    ),
    line(
      'lmdi',
      'Independent check of the change: children x cost a child',
      checkText(change),
      'Additive LMDI-I: Ang, Energy Policy 33, 2005; no residual',
    ),
    line(
      'pump_price',
      'Today’s pump price of diesel',
      newest === null
        ? 'not known'
        : `${formatPumpPrice(newest.diesel)} on ${formatDate(newest.on)}`,
      newest?.imported === true
        ? 'DESNZ weekly road fuel prices, imported'
        : 'DESNZ weekly road fuel prices, newest built in',
    ),
  ];
}

/** Where a plan's distances were measured; without a network the factor of the straight line stands above. */
function distanceLine({ plan, on }: CostFacts): AssumptionLine[] {
  if (plan.distance_basis === 'estimated') return [];
  return [
    {
      key: 'distances',
      label: 'Distances of the plan',
      value: routesDistancesWord(plan.routes),
      unit: '',
      from_on: on,
      source: `Fastest ways by car on ${plan.roads ?? ''}`,
      estimated: false,
    },
  ];
}

/** The change as number of children and cost a child, by a method that shares nothing with the bars. */
function checkText(change: Change): string {
  const before = change.bars[0]?.pence ?? 0;
  const now = change.bars.at(-1)?.pence ?? 0;
  const { clients_before, clients_now } = change;
  if (before <= 0 || now <= 0 || clients_before === 0 || clients_now === 0) return 'not possible';
  const [volume, unit] = lmdi(
    [clients_before, before / clients_before],
    [clients_now, now / clients_now],
  );
  return `children ${formatPoundsChange(volume ?? 0)}, cost a child ${formatPoundsChange(unit ?? 0)}`;
}
