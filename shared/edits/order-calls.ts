import { fail, ok, type Result } from '../kernel/result.ts';
import type { PlannedRoute, SchoolCall } from '../model/plan.ts';
import { isShared } from '../model/route-schools.ts';
import { reckonShared, type FreeLegs } from '../planning/reckon/reckon-shared.ts';
import { changePlan, routeToChange } from './change-plan.ts';
import type { ArgsOf, Edit, EditFacts } from './edit.ts';

/**
 * Sets the order in which a shared route calls at its schools, in the morning, in the afternoon or both; it then stays until it is given back,
 * whatever bells and rides say. Given back, it is as bells and rides have it best.
 */
export const orderCalls: Edit<'calls'> = (plan, args, facts) => {
  const found = routeToChange(plan, args.route_id, facts);
  if (!found.ok) return found;
  const route = found.value;
  const { ref, calls = [] } = route;
  if (!isShared(route))
    return fail(
      'not_shared',
      `${ref} serves one school: it has no calls to put in order.`,
      'Choose a shared route.',
      { ref },
    );
  const there = legOf(route, 'there', args.there);
  if (!there.ok) return there;
  const home = legOf(route, 'home', args.home);
  if (!home.ok) return home;
  const free: FreeLegs = [...(args.there === null ? ['there' as const] : []), ...(args.home === null ? ['home' as const] : [])]; // prettier-ignore
  const base = { ...route, calls: inOrder(calls, there.value, home.value) };
  const changed = reckonShared(base, free, facts);
  return ok({
    plan: changePlan(plan, { routes: [changed] }, facts),
    sentence: sentenceOf(changed, args, facts),
    client_id: null,
  });
};

/** One leg as it is to be: school URNs in order, and whether a planner set it. */
interface WantedLeg {
  readonly urns: readonly number[];
  readonly byHand: boolean;
}

type Asked = ArgsOf<'calls'>['there'];

function legOf(route: PlannedRoute, leg: 'there' | 'home', asked: Asked): Result<WantedLeg> {
  const { ref, calls = [] } = route;
  const now = (leg === 'there' ? calls : homeward(calls)).map((call) => call.school_urn);
  const byHand = calls.some((call) => call[`${leg}_by_hand`] === true);
  if (asked === undefined) return ok({ urns: now, byHand });
  if (asked === null)
    return byHand
      ? ok({ urns: now, byHand: false })
      : fail('same_place', `${ref} calls as bells and rides have it already.`, 'Set an order.');
  const isOfRoute = asked.length === now.length && now.every((urn) => asked.includes(urn));
  if (!isOfRoute)
    return fail(
      'calls_not_of_route',
      `That order does not have each school of ${ref} once: the plan has changed.`,
      'Look at the route again.',
      { ref },
    );
  return asked.every((urn, at) => urn === now[at])
    ? fail('same_place', `${ref} calls in that order already.`, 'Choose another order.')
    : ok({ urns: asked, byHand: true });
}

function homeward(calls: readonly SchoolCall[]): readonly SchoolCall[] {
  return calls.toSorted((a, b) => a.home_order - b.home_order);
}

function inOrder(
  calls: readonly SchoolCall[],
  there: WantedLeg,
  home: WantedLeg,
): readonly SchoolCall[] {
  return there.urns.flatMap((urn) =>
    calls
      .filter((call) => call.school_urn === urn)
      .map(({ school_urn, arrive_s, depart_s }) => ({
        school_urn,
        arrive_s,
        depart_s,
        home_order: home.urns.indexOf(urn) + 1,
        ...(there.byHand ? { there_by_hand: true as const } : {}),
        ...(home.byHand ? { home_by_hand: true as const } : {}),
      })),
  );
}

/** `MEA-004 calls at Oakley School, then at Meadowfield in the morning`. */
function sentenceOf(
  { ref, calls = [] }: PlannedRoute,
  { there, home }: ArgsOf<'calls'>,
  { schools }: EditFacts,
): string {
  const words = (all: readonly SchoolCall[]): string =>
    all.map(({ school_urn: urn }) => `at ${schools.get(urn)?.name ?? `school ${urn}`}`).join(', then '); // prettier-ignore
  const legs = [
    { asked: there, when: 'in the morning', order: calls },
    { asked: home, when: 'in the afternoon', order: homeward(calls) },
  ];
  const said = legs.flatMap(
    ({ asked, when, order }) =>
    asked === undefined ? [] : [`${words(order)} ${when}${asked === null ? ', as bells and rides have it best' : ''}`], // prettier-ignore
  );
  return `${ref} calls ${said.join(', and ')}`;
}
