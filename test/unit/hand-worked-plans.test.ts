import { describe, expect, it } from 'vitest';
import { checkSolution, type CheckedProblem } from '../../shared/audit/check-solution.ts';
import { solveProblem } from '../../electron/jobs/solve-problem.ts';

type Pupil = CheckedProblem['pupils'][number];
type Type = CheckedProblem['vehicleTypes'][number];

const TAXI: Type = { id: 'taxi', seats: 3, wheelchairs: 0, fixed: 5000, perKm: 100, count: 9 };
const BUS: Type = { id: 'bus', seats: 12, wheelchairs: 1, fixed: 9000, perKm: 200, count: 9 };

interface Line {
  /** Kilometres from the school along one straight road; a minute a kilometre. */
  readonly km: readonly number[];
  readonly pupils?: Readonly<Record<number, Partial<Pupil>>>;
  readonly types?: readonly Type[];
  readonly maxRide?: number;
  readonly boarding?: number;
  readonly assistantCost?: number;
}

function onALine({ km, pupils = {}, types = [TAXI], ...rest }: Line) {
  const at = [0, ...km];
  const table = (unit: number) => at.map((a) => at.map((b) => Math.abs(a - b) * unit));
  return {
    schema: 'school-route-bench/1',
    name: 'by hand',
    maxRide: 3600,
    boarding: 0,
    ...rest,
    pupils: km.map((_, i) => ({
      id: `p${i + 1}`,
      index: i + 1,
      seats: 1,
      wheelchairs: 0,
      ...pupils[i + 1],
    })),
    vehicleTypes: types,
    matrix: { distances: table(1000), durations: table(60) },
  };
}

function plan(line: Line) {
  const file = onALine(line);
  const solved = solveProblem(file, { seconds: null, iterations: 1500, seed: 1 });
  if (!solved.ok) throw new Error(solved.error.cause);
  const check = checkSolution(file, solved.value);
  expect(check.problems).toEqual([]);
  return {
    pence: check.cost_pence,
    routes: solved.value.routes.map((route) => [route.type, ...route.pupils].join(' ')),
    left: solved.value.unallocated.map((each) => each.reason),
  };
}

describe('plans worked by hand', () => {
  it('three on one road share a taxi, farthest first', () => {
    // 50 pounds and 12 km at 1 pound.
    expect(plan({ km: [4, 12, 8] })).toEqual({ pence: 6200, routes: ['taxi 2 3 1'], left: [] });
  });

  it('four do not fit: the fourth taxi seat is dearer than a bus only until the bus is', () => {
    // Two taxis: 2 x 50 + what they drive. Farthest three together 12 km, the nearest alone 4 km: 116. One bus: 90 + 2 x 12 = 114.
    expect(plan({ km: [4, 12, 8, 10], types: [TAXI, BUS] }).pence).toBe(11400);
    // A bus at 95 costs 119: two taxis.
    const dear = { ...BUS, fixed: 9500 };
    expect(plan({ km: [4, 12, 8, 10], types: [TAXI, dear] }).pence).toBe(11600);
  });

  it('two on opposite sides go apart where the way through the school is too long a ride', () => {
    // Through: 6 out, past the school to the other side and back is 6 + 5 + 5 = 16 km: 66. Apart: 2 x 50 + 11 = 111.
    const pair = { km: [6, -5] };
    expect(plan(pair).pence).toBe(6600);
    expect(plan({ ...pair, pupils: { 1: { maxRide: 900 }, 2: { maxRide: 900 } } }).pence).toBe(
      11100,
    );
  });

  it('boarding counts for whoever is aboard already', () => {
    // 20 km are 20 minutes; two who board later for 5 minutes each make 30.
    const line = { km: [20, 10, 5], boarding: 300 };
    expect(plan({ ...line, maxRide: 1800 }).pence).toBe(7000);
    expect(plan({ ...line, maxRide: 1799 }).pence).toBe(13000 - 500);
  });

  it('an assistant takes a seat, is paid once and is shared', () => {
    const helped = { 1: { assistant: true }, 2: { assistant: true } };
    // Two and their assistant fill the taxi: 50 + 10 + 20.
    expect(plan({ km: [10, 8], pupils: helped, assistantCost: 2000 }).pence).toBe(8000);
    // A third does not fit: a taxi of their own for 50 + 6.
    expect(plan({ km: [10, 8, 6], pupils: helped, assistantCost: 2000 }).pence).toBe(13600);
  });

  it('whoever travels alone has a taxi, and so has whoever may not travel with another', () => {
    expect(plan({ km: [10, 8], pupils: { 2: { alone: true } } }).pence).toBe(11800);
    expect(plan({ km: [10, 8], pupils: { 2: { notWith: ['p1'] } } }).pence).toBe(11800);
  });

  it('one layout holds for the whole route', () => {
    const layouts = [
      { seats: 3, wheelchairs: 0 },
      { seats: 1, wheelchairs: 1 },
    ];
    const flexible: Type = { id: 'flexible', layouts, fixed: 5000, perKm: 100, count: 9 };
    const chair = { 1: { seats: 0, wheelchairs: 1 } };
    expect(plan({ km: [10, 8], pupils: chair, types: [flexible] }).pence).toBe(6000);
    // The wheelchair and one on foot: 50 + 10. The other two: 50 + 6.
    const four = plan({ km: [10, 8, 6, 4], pupils: chair, types: [flexible] });
    expect(four.pence).toBe(11600);
  });

  it('the last bus goes to whoever needs it, not to whoever asked first', () => {
    // Four on foot would like the only bus; the wheelchair user has to have it, with as many of them as pays.
    const types = [{ ...BUS, count: 1 }, TAXI];
    const found = plan({
      km: [12, 11, -10, -9, -8],
      pupils: { 5: { seats: 0, wheelchairs: 1 } },
      types,
    });
    expect(found.left).toEqual([]);
    expect(found.routes.filter((route) => route.startsWith('bus'))).toHaveLength(1);
    expect(found.routes.find((route) => route.startsWith('bus'))).toContain('5');
  });

  it('nobody, one, and a school at the door', () => {
    expect(plan({ km: [] })).toEqual({ pence: 0, routes: [], left: [] });
    expect(plan({ km: [7] })).toEqual({ pence: 5700, routes: ['taxi 1'], left: [] });
    expect(plan({ km: [0] })).toEqual({ pence: 5000, routes: ['taxi 1'], left: [] });
  });
});

describe('needs that cannot be met: who, why, and what would mend it', () => {
  const reasons = (line: Line): readonly string[] => plan(line).left;

  it('a limit shorter than the direct way', () => {
    expect(reasons({ km: [30, 5], pupils: { 1: { maxRide: 1500 } } })).toEqual([
      'The direct journey of p1 takes 1800 s and their ride limit is 1500 s: it takes a limit of at least 1800 s, or a nearer school.',
    ]);
  });

  it('a wheelchair that no vehicle holds, and more of them than spaces', () => {
    const chair = { seats: 0, wheelchairs: 1 };
    expect(reasons({ km: [5], pupils: { 1: { ...chair, assistant: true } } })).toEqual([
      'No vehicle holds p1, who needs 1 seat and 1 wheelchair space, the assistant included: add a type or a layout with that.',
    ]);
    const types = [{ ...BUS, count: 2 }];
    const left = reasons({ km: [5, 6, 7], pupils: { 1: chair, 2: chair, 3: chair }, types });
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(
      /^3 wheelchair spaces are needed and all vehicles together have 2, so p\d has none: add vehicles with 1 more wheelchair space\.$/,
    );
  });

  it('no fleet at all', () => {
    const none = 'There are no vehicles, so p1 has none: add one with 1 seat.';
    expect(reasons({ km: [5], types: [] })).toEqual([none]);
    expect(reasons({ km: [5], types: [{ ...TAXI, count: 0 }] })).toEqual([none]);
  });

  it('too few vehicles for company that excludes itself', () => {
    const types = [{ ...TAXI, count: 1 }];
    const alone = { alone: true };
    expect(reasons({ km: [5, 6], pupils: { 1: alone, 2: alone }, types })[0]).toMatch(
      /^p\d travels alone and every vehicle that holds them is in use: one more taxi would carry them\.$/,
    );
    expect(reasons({ km: [5, 6], pupils: { 1: { notWith: ['p2'] } }, types })[0]).toMatch(
      /^Every vehicle that is left carries someone who may not travel with p\d \(p\d\): one more taxi would carry them\.$/,
    );
  });

  it('vehicles that are all full of others rides', () => {
    const types = [{ ...TAXI, count: 1 }];
    expect(reasons({ km: [25, -25], maxRide: 1800, types })[0]).toMatch(
      /^No vehicle that is left holds p\d within everyone's ride limits: one more taxi would carry them\.$/,
    );
  });

  it('pairs with no way between: kept apart, or without a way at all', () => {
    const file = onALine({ km: [10, 8] });
    const cut = (pairs: readonly (readonly [number, number])[]) => ({
      ...file,
      matrix: {
        distances: file.matrix.distances,
        durations: file.matrix.durations.map((row, from) =>
          row.map((s, to) => (pairs.some(([a, b]) => a === from && b === to) ? null : s)),
        ),
      },
    });
    const solved = (json: unknown) => {
      const result = solveProblem(json, { seconds: null, iterations: 500, seed: 1 });
      if (!result.ok) throw new Error(result.error.cause);
      return result.value;
    };
    expect(solved(cut([[1, 2]])).routes.map((route) => route.pupils)).toEqual([[2, 1]]);
    const apart = solved(
      cut([
        [1, 2],
        [2, 1],
      ]),
    );
    expect(apart.routes.map((route) => route.pupils)).toEqual([[1], [2]]);
    expect(solved(cut([[1, 0]])).routes.map((route) => route.pupils)).toEqual([[1, 2]]);
    const lost = solved(
      cut([
        [1, 0],
        [1, 2],
      ]),
    );
    expect(lost.unallocated).toEqual([
      {
        pupil: 1,
        reason:
          'There is no way from p1 to the school in the matrix: give one, or correct where p1 lives.',
      },
    ]);
  });

  it('facts that exclude each other are told before anything is planned', () => {
    const pupils = {
      1: { notWith: ['p1'] },
      2: { wheelchair: true, wheelchairs: 0 } as Partial<Pupil>,
    };
    const result = solveProblem(onALine({ km: [5, 6], pupils }), {
      seconds: null,
      iterations: 1,
      seed: 1,
    });
    if (result.ok) throw new Error('It was planned');
    expect(result.error.details?.['problems']).toEqual([
      'pupils[0] (p1) may not travel with themselves: take p1 out of notWith',
      'pupils[1] (p2) uses a wheelchair and takes no wheelchair space, which exclude each other: one of the two is to be corrected',
    ]);
  });
});
