/** The journeys of a client's week that a plan has no stop for. */
import { dayWords, type DayMask } from '../calendar/day-mask.ts';
import type { Journey } from '../casework/week.ts';
import type { PlannedRoute, Unallocated } from '../model/plan.ts';
import type { StopKey } from '../model/stop-key.ts';
import { journeysOf, journeyWords, type CountyFacts } from './county.ts';

/** Where somebody is looked for: the routes of a plan and its list of the unallocated. */
interface Places {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
}

/** The journeys of a client's week, the one from home first; those on no day are left out. */
export function journeysInOrder(client_id: number, facts: CountyFacts): readonly Journey[] {
  const client = facts.clients.get(client_id);
  if (client === undefined) return [];
  return journeysOf(client, facts)
    .filter((journey) => daysOfJourney(journey) !== 0)
    .toSorted((a, b) => Number(b.main) - Number(a.main));
}

/** The days of either leg. */
export function daysOfJourney({ mornings, afternoons }: Journey): DayMask {
  return mornings | afternoons;
}

/** The journeys that no stop of the plan serves, the one from home first. */
export function journeysLacking(
  { routes }: Pick<Places, 'routes'>,
  client_id: number,
  facts: CountyFacts,
): readonly Journey[] {
  const served = new Set(
    routes.flatMap((route) =>
      route.stops.filter((stop) => stop.client_id === client_id).map((stop) => stop.place),
    ),
  );
  return journeysInOrder(client_id, facts).filter((journey) => !served.has(journey.place));
}

/** `Mon to Wed, from home`, `Thu, Fri, other parent`, `Wed, to Invented College`. */
export function wordsOfJourney(journey: Journey): string {
  return journey.main ? `${dayWords(daysOfJourney(journey))}, from home` : journeyWords(journey);
}

/** What stands on the list of the unallocated once a stop has its place: the client's other journeys that have none, with their days. */
export function stillUnallocated(
  plan: Places,
  placed: StopKey,
  facts: CountyFacts,
): readonly Unallocated[] {
  const { client_id } = placed;
  const lacking = journeysLacking(plan, client_id, facts).filter(
    (journey) => journey.place !== placed.place,
  );
  if (lacking.length === 0) return [];
  const before = plan.unallocated.find((each) => each.client_id === client_id);
  const named = lacking.map(wordsOfJourney).join('; ');
  const detail = `${named}: not on a route yet. Put that on a route as well, or plan the school again.`;
  const days = lacking.reduce<DayMask>((all, journey) => all | daysOfJourney(journey), 0);
  return [{ client_id, reason: before?.reason ?? 'no_vehicle', detail, days }];
}
