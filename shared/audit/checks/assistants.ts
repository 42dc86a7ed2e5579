import type { Violation } from '../../model/plan.ts';
import { broken, contractOf, type Check } from '../audit-facts.ts';
import { assistantsOf } from '../aboard.ts';

/** A route whose clients need an assistant says that one travels; one that claims an assistant has a reason. */
export const assistants: Check = (plan, facts) => {
  const found: Violation[] = [];
  for (const route of plan.routes) {
    const { assistants_needed: needed } = assistantsOf(route, facts);
    const at = { route_ref: route.ref };
    if (needed > 0 && !route.assistant)
      found.push(
        broken(
          'assistant_missing',
          at,
          `${route.ref} carries clients who need ${needed === 1 ? 'an assistant' : `${needed} assistants`}, and none travels.`,
        ),
      );
    const supplied = contractOf(facts, route.contract_id)?.assistant === true;
    if (needed === 0 && route.assistant && !supplied)
      found.push(
        broken('assistant_without_need', at, `${route.ref} has an assistant whom nobody needs.`),
      );
  }
  return found;
};
