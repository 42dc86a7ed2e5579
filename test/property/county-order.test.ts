import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { planCounty } from '../helpers/plan-county.ts';
import { randomCounty } from '../helpers/random-county.ts';
import { withWeeks } from '../helpers/random-weeks.ts';

/** The same records listed in another order: clients, applications, schools, contracts, their stops and the classes of the rate card. */
function listedOtherwise(facts: AuditFacts, turn: number): AuditFacts {
  const random = seededRandom(turn);
  const turned = <K, V>(map: ReadonlyMap<K, V>) => new Map(random.shuffle([...map]));
  return {
    ...facts,
    clients: turned(facts.clients),
    applications: turned(facts.applications),
    schools: turned(facts.schools),
    contracts: random.shuffle([...facts.contracts]),
    stops: random.shuffle([...facts.stops]),
    settings: facts.settings.map((each) => {
      const { value } = each;
      const card = value as { readonly classes?: readonly unknown[] };
      return each.key === 'rate_card' && card.classes !== undefined
        ? { ...each, value: { ...card, classes: random.shuffle([...card.classes]) } }
        : each;
    }),
  };
}

/** Routes by whom they carry and how: without the places in lists and the references given by them. */
function inOrder({ routes, unallocated }: ReturnType<typeof planCounty>) {
  const bare = (route: PlannedRoute) => JSON.stringify({ ...route, ref: '' });
  return {
    routes: routes.map(bare).toSorted(),
    unallocated: unallocated.map((each) => JSON.stringify(each)).toSorted(),
  };
}

describe('a county planned from records in any order', () => {
  it('is planned alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 1000 }),
        (drawn, clients, turn) => {
          const county = randomCounty(drawn, clients);
          const facts = drawn % 2 === 0 ? county : withWeeks(county, drawn);
          const other = planCounty(listedOtherwise(facts, turn), 40);
          expect(inOrder(other)).toEqual(inOrder(planCounty(facts, 40)));
        },
      ),
      { numRuns: 60 },
    );
  });
});
