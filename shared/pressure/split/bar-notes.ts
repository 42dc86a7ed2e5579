/** What each bar is called, and how it is reckoned. */
import { contractSplitAt } from '../../costing/contract-shares.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatCount } from '../../format/number.ts';
import type { CostFacts } from '../facts.ts';
import type { SplitBarName } from './split-sides.ts';

/** The words beside a bar. */
export interface BarText {
  readonly label: string;
  readonly note: string;
  readonly estimated: boolean;
}

/** How the bars of clients carried on both sides come about; said once beside them. */
export const HOW_FACTORS_MOVE =
  'For clients carried on both sides nine factors are moved in all 362,880 orders, school by school, and each bar is its factor’s mean effect (Shapley): no order is favoured, nothing is left over.';

/** Said where none of them is recorded. */
export const NOTHING_RECORDED =
  'Policy, savings, income and one-offs have no bar: none is recorded (Costs, Why it changed: “Policy, savings, income and one-offs”).';

/** The words of every bar; shares and gaps are those of the facts. */
export function splitNotes(facts: CostFacts): Readonly<Record<SplitBarName, BarText>> {
  const { settings, on, contracts } = facts;
  const low = numberAt(settings, 'fuel_share_low_percent', on);
  const driver = contractSplitAt(settings, on)['driver'] ?? 0;
  const unknown = contracts.filter((each) => each.previous_day_pence === null).length;
  const gap =
    unknown === 0
      ? ''
      : ` ${formatCount(unknown)} of ${formatCount(contracts.length)} contracts have no price for last year, so no change is seen in them.`;
  const recorded = (label: string, note: string): BarText => ({ label, note: `${note} Each is listed under Costs, Why it changed.`, estimated: false }); // prettier-ignore
  const factor = (label: string, note: string): BarText => ({ label, note, estimated: true }); // prettier-ignore
  return {
    joiners: {
      label: 'Joiners',
      note: 'Carried in the second year and not in the first: their share of what their routes cost in the second.',
      estimated: true,
    },
    leavers: {
      label: 'Leavers',
      note: 'Carried in the first year and not in the second: their share of what their contracts cost in the first.',
      estimated: true,
    },
    unplaced: {
      label: 'Not placed yet',
      note: 'Carried in the first year and without a route in this plan: the cost comes back when they are placed.',
      estimated: true,
    },
    no_clients: {
      label: 'Routes with no clients',
      note: 'Contracts and routes that name nobody: their whole cost, second year less first.',
      estimated: false,
    },
    full_year_effect: factor(
      'Full-year effect',
      'Days more of clients whose contract began within the first year: what a part of a year cost then costs a whole one now.',
    ),
    days: factor('Days operated', 'Days that clients are carried, a day of one leg counting half.'),
    distance: factor(
      'Distance',
      'Length of the morning runs. The register does not hold last year’s: its homes in pick-up order, measured as the plan is.',
    ),
    sharing: factor(
      'Sharing',
      'Clients a vehicle: each one’s part of it grows as seats stay empty.',
    ),
    mix: factor('Vehicle mix', 'Clients who ride in another vehicle class than before.'),
    assistants: factor(
      'Passenger assistants',
      'What passenger assistants cost a client’s day: how many, and their price.',
    ),
    fuel: factor(
      'Fuel',
      `Where a price moved: the contract’s fuel share (${low}% where it states none) of the change of diesel between the days that both prices were set (DESNZ).`,
    ),
    labour: factor(
      'Labour',
      `Where a price moved: the driver’s ${driver}% of it (assumed) at the change of the adult wage floor.`,
    ),
    other_prices: factor(
      'Other prices',
      'Where a price moved: the rest of it (vehicle, insurance, overhead) at the change of the consumer price index (ONS D7BT); nothing where the index is not imported.',
    ),
    retender: factor(
      'Retender price',
      `What is left of the change of vehicle prices, beside the rate card’s day and kilometre rates, after fuel, labour and other prices.${gap}`,
    ),
    policy: recorded('Policy', 'Changes of policy or of settings between the two, as recorded.'),
    savings: recorded(
      'Savings',
      'Of clients carried on both sides: what the savings tracked in Costs, Budget took off the day’s price of their contracts, times the days of the second; and what is recorded. Taken out of the bar they are part of.',
    ),
    income: recorded(
      'Income',
      'Contributions and recharges, as recorded: more income is less cost.',
    ),
    one_offs: recorded('One-offs', 'Costs of one time, as recorded.'),
  };
}
