import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import { assistantCompetences } from '../../shared/casework/competences.ts';
import type { Client } from '../../shared/model/client.ts';
import type { Problem, Pupil } from '../../shared/planning/problem.ts';
import { schoolProblem } from '../../shared/planning/school-problem.ts';
import { sortCounty } from '../../shared/planning/county.ts';
import { solve } from '../../shared/planning/solve.ts';
import { auditedPlan, withClient } from '../helpers/audited-county.ts';
import { someClient } from '../helpers/cost-facts.ts';

describe('what is asked of a trained assistant', () => {
  it.each<[Partial<Client>, string, readonly string[]]>([
    [{}, '', []],
    [{ rescue_medication: true }, '', ['Rescue medication']],
    [{ assistant: 'medical' }, 'hoist', ['Medical care on the way', 'Moving and handling']],
    [{ equipment: 'Harness' }, 'none', ['Harness']],
    [{ mobility: 'wheelchair_travels' }, '', []],
  ])('%j with "%s": %j', (given, help, asked) => {
    expect(assistantCompetences(someClient(1, given), help)).toEqual(asked);
  });
});

/** Four homes on two roads, two children a road; taxis hold two. Who needs the same assistant lives on different roads. */
function roads(trainedWeight: number): Problem {
  const pupil = (id: string, index: number, trained: number): Pupil => ({
    id,
    index,
    seats: 1,
    wheelchairs: 0,
    boarding: 60,
    maxRide: 7200,
    alone: false,
    notWith: [],
    assistant: false,
    ...(trained === 0 ? {} : { trained }),
  });
  const at = [0, 10_000, 10_100, -10_000, -10_100].map((x) => [x, Math.sign(x) * 500] as const);
  const n = at.length;
  const distances = Float64Array.from({ length: n * n }, (_, i) => {
    const [[x, y], [u, v]] = [at[Math.floor(i / n)] ?? [0, 0], at[i % n] ?? [0, 0]];
    return Math.round(Math.abs(x - u) + Math.abs(y - v));
  });
  return {
    name: 'roads',
    pupils: [pupil('a', 1, 1), pupil('b', 2, 0), pupil('c', 3, 1), pupil('d', 4, 0)],
    vehicleTypes: [{ id: 'taxi', layouts: [{ seats: 2, wheelchairs: 0 }], namesLayout: false, fixed: 7000, perKm: 90, count: 4 }], // prettier-ignore
    assistantCost: 0,
    n,
    distances,
    durations: distances.map((metres) => Math.round(metres / 10)),
    pinned: [],
    trainedWeight,
  };
}

describe('children who need the same trained assistant', () => {
  // Together on one taxi costs 2 x 21 km more at 90p: 37.98 pounds against the weight of one more trained assistant.
  it.each([
    [
      0,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      3000,
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      5000,
      [
        [1, 3],
        [2, 4],
      ],
    ],
  ])('share a vehicle once that weighs more than the way: %i pence', (weight, routes) => {
    const solved = solve(roads(weight), { seed: 1, iterations: 2000, shouldStop: () => false });
    const found = solved.routes.map((route) => route.pupils.toSorted((a, b) => a - b));
    expect(found.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(routes);
  });

  it('are told to the search by their records and forms, with the setting’s weight', () => {
    const facts = { ...withClient(3, { rescue_medication: true }), transfer_help: new Map([[4, 'hoist']]) }; // prettier-ignore
    const [work] = sortCounty(facts).schools;
    const { problem } = schoolProblem(work ?? never(), facts);
    const trained = (ref: string) => problem.pupils.find((each) => each.id === ref)?.trained;
    expect([trained('C-3'), trained('C-4'), trained('C-5')]).toEqual([8, 4, undefined]);
    expect(problem.trainedWeight).toBe(500);
  });
});

function never(): never {
  throw new Error('No school');
}

describe('the audit of trained assistants', () => {
  const facts = withClient(3, { rescue_medication: true, assistant: 'shared' });
  const found = (given: Partial<AuditFacts>) =>
    auditPlan(auditedPlan, { ...facts, ...given }).violations.filter(
      ({ code }) => code === 'competence_short',
    );

  it('asks for a holder and a cover for each route, and nothing where the register has nobody', () => {
    expect(found({})).toEqual([]);
    expect(found({ holders: new Map([['Rescue medication', 2]]) })).toEqual([]);
    const [short] = found({ holders: new Map([['Rescue medication', 1]]) });
    expect(short?.severity).toBe('notice');
    expect(short?.text).toContain('2 people; the register has 1 in date');
  });
});
