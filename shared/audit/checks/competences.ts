import { assistantCompetences } from '../../casework/competences.ts';
import { formatQuantity } from '../../format/number.ts';
import type { Violation } from '../../model/plan.ts';
import { notice, type Check } from '../audit-facts.ts';

/**
 * No more routes need somebody trained in a competence than people on the register hold it, a holder and a cover for each route. A notice:
 * people are trained, and who is assigned where is looked at when a contract is confirmed. Where the register has nobody nothing is asked.
 */
export const competences: Check = (plan, facts) => {
  const { holders } = facts;
  if (holders === undefined) return [];
  const asking = new Map<string, string[]>();
  for (const route of plan.routes) {
    const asked = new Set(
      route.stops.flatMap(({ client_id }) => {
        const client = facts.clients.get(client_id);
        const help = facts.transfer_help?.get(client_id) ?? '';
        return client === undefined ? [] : assistantCompetences(client, help);
      }),
    );
    for (const each of asked) asking.set(each, [...(asking.get(each) ?? []), route.ref]);
  }
  return [...asking]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([competence, refs]): readonly Violation[] => {
      const held = holders.get(competence) ?? 0;
      const wanted = 2 * refs.length;
      if (held >= wanted) return [];
      const routes = refs.length === 1 ? 'needs' : 'need';
      const text = `${formatQuantity(refs.length, 'route')} ${routes} somebody trained in "${competence}" and a cover, ${formatQuantity(wanted, 'person', 'people')}; the register has ${held} in date. Routes: ${refs.toSorted().join(', ')}. Train more, or let children who need the same travel together.`;
      return [notice('competence_short', { route_ref: refs[0] ?? '' }, text)];
    });
};
