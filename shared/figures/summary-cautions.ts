/** What a reader must know before using the figures: what would make them wrong, what is missing, what is estimated. */
import { estimatedRoutes } from '../model/plan-distances.ts';
import { formatDate } from '../format/date.ts';
import { formatPounds } from '../format/money.ts';
import { formatCount, formatCountOf, formatQuantity } from '../format/number.ts';
import type { CostFacts } from '../pressure/facts.ts';
import type { Overview } from '../pressure/overview.ts';
import { isTooFew, toldCount } from './small-numbers.ts';

/** How distances were had, on which network, and whether another would be used now. */
function distanceCautions({ plan, roads }: CostFacts): readonly string[] {
  const network = plan.roads ?? '';
  const cautions: string[] = [];
  if (plan.distance_basis === 'estimated') {
    cautions.push('Distances are estimated from straight lines, not measured by road.');
  } else if (estimatedRoutes(plan) > 0) {
    cautions.push(
      `${formatCountOf(estimatedRoutes(plan), plan.routes.length)} routes have distances estimated in part: the road network (${network}) does not reach all of their homes or schools.`,
    );
  } else cautions.push(`Distances are fastest ways by road on ${network}.`);
  if (roads !== undefined && roads.source !== network)
    cautions.push(
      `${network === '' ? 'A' : 'Another'} road network is loaded since the plan was made (${roads.source}): plan again to have its distances.`,
    );
  return cautions;
}

/** What would make the figures wrong, said before somebody relies on them. Counts of 1 to 4 are not told. */
export function cautionsOf(facts: CostFacts, overview: Overview): readonly string[] {
  const { plan } = facts;
  const stops = plan.routes.flatMap((route) => route.stops);
  const provisional = stops.filter((stop) => stop.provisional).length;
  const cautions = [...distanceCautions(facts)];
  if (provisional > 0) {
    cautions.push(
      `${toldCount(provisional)} of ${formatCount(stops.length)} clients are provisional: no decision yet, or the TIF is not complete.`,
    );
  }
  if (plan.unallocated.length > 0) {
    const few = isTooFew(plan.unallocated.length);
    const count = few ? 'Fewer than 5 clients' : formatQuantity(plan.unallocated.length, 'client');
    cautions.push(`${count} without a route are not in the cost.`);
  }
  if (overview.change.prices_unknown > 0) {
    cautions.push(
      `${formatCountOf(overview.change.prices_unknown, facts.contracts.length)} contracts have no price for last year and are counted at their present price.`,
    );
  }
  const broken = plan.audit.violations.filter((each) => each.severity === 'broken').length;
  const checked = isTooFew(plan.unallocated.length)
    ? ''
    : ` and ${formatQuantity(plan.audit.checked_clients, 'client')}`;
  cautions.push(
    plan.audit.passed
      ? `The audit passed: ${formatQuantity(plan.audit.checked_routes, 'route')}${checked} checked.`
      : `The audit found ${formatQuantity(broken, 'broken rule')}.`,
  );
  if (overview.beside_pence !== 0 || overview.last_beside_pence !== 0)
    cautions.push(
      `Recorded beside the routes: ${formatPounds(overview.last_beside_pence)} in ${overview.last_year}, ${formatPounds(overview.beside_pence)} in ${overview.year}. Of no one school or district, so tables by them tell the routes alone.`,
    );
  if (plan.status !== 'approved') cautions.push('The plan is a draft: nobody has approved it.');
  return cautions;
}

/** What the store does not hold, and what was taken in its place. */
export function gapsOf(facts: CostFacts, overview: Overview): readonly string[] {
  const carried = new Set(facts.plan.routes.flatMap(({ stops }) => stops.map((stop) => stop.client_id))); // prettier-ignore
  const clients = [...carried].flatMap((id) => facts.clients.get(id) ?? []);
  const lacking = (of: (client: (typeof clients)[number]) => boolean): number => clients.filter(of).length; // prettier-ignore
  const gaps: string[] = [];
  const put = (count: number, sentence: (words: string) => string): void => {
    if (count > 0) gaps.push(sentence(`${toldCount(count)} of ${formatCount(clients.length)} clients`)); // prettier-ignore
  };
  const { prices_unknown } = overview.change;
  if (prices_unknown > 0)
    gaps.push(
      `Price of last year: missing for ${formatCountOf(prices_unknown, facts.contracts.length)} contracts; the present price stands in, so no change is seen in them.`,
    );
  const week = facts.fuel.at(-1);
  gaps.push(
    week === undefined
      ? 'Pump prices: none imported; published yearly means and single weeks stand in.'
      : `Pump prices: imported to ${formatDate(week.week_on)}.`,
  );
  const month = facts.cpi.at(-1);
  gaps.push(
    month === undefined
      ? 'Consumer prices: none imported, so no change is laid to other prices.'
      : `Consumer prices: imported to ${month.month}.`,
  );
  put(lacking(({ need }) => need === null), (of) => `Primary need: not known of ${of}; a line of their own.`); // prettier-ignore
  put(lacking(({ district_code }) => district_code === ''), (of) => `District of the home: not known of ${of}; a line of their own.`); // prettier-ignore
  put(lacking(({ date_of_birth }) => date_of_birth === null), (of) => `Date of birth: not known of ${of}, so neither is their phase.`); // prettier-ignore
  put(overview.placement.cannot_tell, (of) => `Nearest suitable school: cannot be told of ${of}, who are in no figure of placement.`); // prettier-ignore
  gaps.push('Last year’s runs: the register holds no lengths; its homes in pick-up order, measured as the plan is.'); // prettier-ignore
  return gaps;
}

/** What is estimated and not paid or measured. */
export function estimatedOf(overview: Overview): readonly string[] {
  const bars = overview.waterfall.filter(({ kind, estimated }) => kind === 'change' && estimated);
  const lines = overview.lines.filter(({ estimated }) => estimated);
  return [
    ...(lines.length === 0
      ? []
      : [`The bill’s ${lines.map(({ label }) => label.toLowerCase()).join(', ')}: by the rate card, until a contract is awarded.`]), // prettier-ignore
    ...(bars.length === 0
      ? []
      : ['Each bar of the change, which rests on shares of routes: the total between the two years does not.']), // prettier-ignore
    ...(overview.distances === 'by road' ? [] : ['Distances, from straight lines times a factor.']),
    'The cost of placement beyond the nearest suitable school, and the year at another pump price.',
    'Every year to come: drawn from the assumptions listed, not from contracts.',
  ];
}
