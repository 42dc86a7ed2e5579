/** The capacitated vehicle routing problem in CVRPLIB's files: the engine's measure beside published results. */
import { fail, ok, type Result } from '../../kernel/result.ts';

/** A problem: the depot is place 0, customers are 1 to n - 1. */
export interface CvrpProblem {
  readonly name: string;
  readonly n: number;
  readonly capacity: number;
  /** By place; the depot's is 0. */
  readonly demand: Int32Array;
  /** Rounded Euclidean distances (TSPLIB's EUC_2D), `[from * n + to]`. */
  readonly distances: Int32Array;
}

/** An answer: each route's customers in order, from the depot and back to it. */
export type CvrpRoutes = readonly (readonly number[])[];

type Sections = ReadonlyMap<string, readonly (readonly number[])[]>;

/** Reads a `.vrp` text, or answers `bad_problem` with all that is wrong with it. */
export function parseVrp(text: string): Result<CvrpProblem> {
  const { heads, sections } = splitVrp(text);
  const problems: string[] = [];
  const n = Number(heads.get('DIMENSION'));
  const capacity = Number(heads.get('CAPACITY'));
  if (heads.get('TYPE') !== 'CVRP') problems.push('TYPE is not CVRP');
  if (heads.get('EDGE_WEIGHT_TYPE') !== 'EUC_2D') problems.push('EDGE_WEIGHT_TYPE is not EUC_2D');
  if (!Number.isInteger(n) || n < 2) problems.push('DIMENSION is not a whole number of at least 2');
  if (!Number.isInteger(capacity) || capacity < 1) problems.push('CAPACITY is not a whole number');
  const at = sections.get('NODE_COORD_SECTION') ?? [];
  const demands = sections.get('DEMAND_SECTION') ?? [];
  const depots = (sections.get('DEPOT_SECTION') ?? []).map(([id]) => id).filter((id) => id !== -1);
  if (!isNumbered(at, n, 3))
    problems.push('NODE_COORD_SECTION does not give each place once, from 1 on');
  if (!isNumbered(demands, n, 2))
    problems.push('DEMAND_SECTION does not give each place once, from 1 on');
  if (depots.length !== 1 || depots[0] !== 1)
    problems.push('DEPOT_SECTION does not name place 1 alone');
  if (demands[0]?.[1] !== 0) problems.push('the depot has a demand');
  for (const [id, demand] of demands)
    if (!((demand ?? 0) <= capacity))
      problems.push(`place ${id} asks for more than a vehicle holds`);
  if (problems.length > 0)
    return fail(
      'bad_problem',
      `The problem cannot be used: ${problems[0]}.`,
      'Give a CVRP file of CVRPLIB with rounded Euclidean distances.',
      { problems },
    );
  return ok({
    name: heads.get('NAME') ?? '',
    n,
    capacity,
    demand: Int32Array.from(demands, ([, demand]) => demand ?? 0),
    distances: roundedEuclidean(at),
  });
}

function splitVrp(text: string): {
  readonly heads: ReadonlyMap<string, string>;
  readonly sections: Sections;
} {
  const heads = new Map<string, string>();
  const sections = new Map<string, (readonly number[])[]>();
  let rows: (readonly number[])[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    const head = /^([A-Z_]+)\s*:\s*(.*)$/.exec(line);
    if (line === '' || line === 'EOF') continue;
    if (head !== null) heads.set(head[1] ?? '', (head[2] ?? '').trim().replaceAll('"', ''));
    else if (/^[A-Z_]+$/.test(line)) {
      rows = [];
      sections.set(line, rows);
    } else rows.push(line.split(/\s+/).map(Number));
  }
  return { heads, sections };
}

function isNumbered(rows: readonly (readonly number[])[], n: number, width: number): boolean {
  return (
    rows.length === n &&
    rows.every((row, i) => row.length === width && row[0] === i + 1 && row.every(Number.isFinite))
  );
}

function roundedEuclidean(at: readonly (readonly number[])[]): Int32Array {
  const out = new Int32Array(at.length * at.length);
  for (const [i, [, x = 0, y = 0]] of at.entries())
    for (const [j, [, u = 0, v = 0]] of at.entries())
      out[i * at.length + j] = Math.floor(Math.hypot(x - u, y - v) + 0.5);
  return out;
}

/** CVRPLIB's `.sol`: one line a route, customers by their number without the depot, and the cost. */
export function toSol(routes: CvrpRoutes, cost: number): string {
  const lines = routes.map((route, at) => `Route #${at + 1}: ${route.join(' ')}`);
  return `${[...lines, `Cost ${cost}`].join('\n')}\n`;
}
