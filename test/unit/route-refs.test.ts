/** References of routes: a new route that follows on another keeps its reference and with it what was signed of it; no other route gets it. */
import { describe, expect, it } from 'vitest';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { keepRefs, nameRoutes } from '../../shared/planning/route-refs.ts';
import { madeRoute } from '../db/made-store.ts';

const name = () => 'Meadowfield School';
const named = (
  routes: readonly PlannedRoute[],
  before: readonly PlannedRoute[],
  spent: readonly string[] = [],
) => nameRoutes(keepRefs(routes, before), name, new Set(spent)).map(({ ref }) => ref);

describe('a route of a new plan', () => {
  const before = [madeRoute('MEA-001', [1, 2, 3]), madeRoute('MEA-002', [4, 5]), madeRoute('MEA-003', [6])]; // prettier-ignore

  it.each<[string, readonly (readonly number[])[], readonly string[]]>([
    ['is the one before, in whatever order they come', [[6], [4, 5], [1, 2, 3]], ['MEA-003', 'MEA-002', 'MEA-001']],
    ['is still it with more than half of those aboard, and others besides', [[1, 2, 7, 8]], ['MEA-001']],
    ['is another with half of them or less: its number is free again where nothing was signed', [[4, 9], [1, 10]], ['MEA-001', 'MEA-002']],
    ['that takes in two is the one of more children', [[4, 5, 6]], ['MEA-002']],
  ])('%s', (_, aboard, refs) => {
    expect(named(aboard.map((each) => madeRoute('', each)), before)).toEqual(refs);
  }); // prettier-ignore

  it('gets no reference of which something was signed, unless it follows on that route', () => {
    const spent = ['MEA-001', 'MEA-002'];
    expect(named([madeRoute('', [9]), madeRoute('', [4, 5])], before, spent)).toEqual(['MEA-003', 'MEA-002']); // prettier-ignore
  });

  it('follows on no route of another school, on none that is let, and takes no reference that is in use', () => {
    const other = { ...madeRoute('OTH-009', [1]), school_urn: 119037 };
    expect(named([madeRoute('', [1])], [other])).toEqual(['MEA-001']);
    expect(named([madeRoute('', [1])], [madeRoute('1001-001', [1], 7)])).toEqual(['MEA-001']);
    expect(named([madeRoute('', [1, 2]), madeRoute('MEA-001', [8])], before)).toEqual(['MEA-002', 'MEA-001']); // prettier-ignore
  });
});
