/** Finds the nearest place of the network to a home or a school. */
import { straightLineMetres } from '../geo/estimate.ts';
import type { Position } from '../geo/position.ts';
import type { RoadNetwork } from './network.ts';
import type { RoadPlace } from './profile-roads.ts';
import { UNITS_A_DEGREE } from './road-input.ts';
import { shapeOfRun } from './run-shape.ts';
import { segmentLength } from './segment-length.ts';

/** Pieces of roads sorted into square cells; a road's number stands in every cell that the box around one of its pieces meets. */
export interface RoadGrid {
  /** Ten-millionths of a degree. */
  readonly south: number;
  readonly west: number;
  readonly cellLat: number;
  readonly cellLon: number;
  readonly rows: number;
  readonly columns: number;
  /** Where each cell's roads begin in `roads`, one more at the end. */
  readonly start: Int32Array;
  readonly roads: Int32Array;
}

/** A place and how far it is from the point, metres in a straight line. */
export interface Snapped extends RoadPlace {
  readonly reach_m: number;
}

/** What was found around a point: the nearest place of the largest component, and of any smaller one; null for none within reach. */
export interface SnapAnswer {
  readonly main: Snapped | null;
  readonly island: Snapped | null;
}

/** Side of a cell, metres, wherever that makes no more than so many cells. */
const CELL_M = 250;
const MOST_CELLS = 2_000_000;
/** Metres a degree of latitude, on the mean sphere. */
const METRES_A_DEGREE = 111_195;
const RADIANS = Math.PI / 180 / UNITS_A_DEGREE;

/** Sorts the roads of a network into cells. */
export function roadGrid(network: RoadNetwork): RoadGrid {
  const { shapeLat, shapeLon } = network;
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < shapeLat.length; i++) {
    const [lat, lon] = [shapeLat[i] as number, shapeLon[i] as number];
    if (lat < south) south = lat;
    if (lat > north) north = lat;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
  }
  if (shapeLat.length === 0) [south, west, north, east] = [0, 0, 0, 0];
  const narrowing = Math.max(0.1, Math.cos(((south + north) / 2) * RADIANS));
  let cell = (CELL_M / METRES_A_DEGREE) * UNITS_A_DEGREE;
  const cellsAt = (side: number) =>
    Math.ceil((north - south + 1) / side) * Math.ceil((east - west + 1) / (side / narrowing));
  while (cellsAt(cell) > MOST_CELLS) cell *= 1.5;
  const grid = {
    south,
    west,
    cellLat: Math.round(cell),
    cellLon: Math.round(cell / narrowing),
    rows: Math.ceil((north - south + 1) / Math.round(cell)),
    columns: Math.ceil((east - west + 1) / Math.round(cell / narrowing)),
  };
  return { ...grid, ...sortIntoCells(network, grid) };
}

type Cells = Omit<RoadGrid, 'start' | 'roads'>;

/** Counts first, then places: two walks over the same cells. */
function sortIntoCells(network: RoadNetwork, cells: Cells): Pick<RoadGrid, 'start' | 'roads'> {
  const count = cells.rows * cells.columns;
  const start = new Int32Array(count + 1);
  const last = new Int32Array(count).fill(-1);
  eachCell(network, cells, last, (cell) => {
    start[cell + 1] = (start[cell + 1] as number) + 1;
  });
  for (let cell = 0; cell < count; cell++)
    start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
  const roads = new Int32Array(start[count] as number);
  const next = start.slice();
  last.fill(-1);
  eachCell(network, cells, last, (cell, road) => {
    roads[next[cell] as number] = road;
    next[cell] = (next[cell] as number) + 1;
  });
  return { start, roads };
}

/** Calls back once for each road and each cell that it may pass. `last` remembers the road that each cell saw last. */
function eachCell(
  { from, shapeStart, shapeLat, shapeLon }: RoadNetwork,
  cells: Cells,
  last: Int32Array,
  call: (cell: number, road: number) => void,
): void {
  const row = (lat: number) => Math.floor((lat - cells.south) / cells.cellLat);
  const column = (lon: number) => Math.floor((lon - cells.west) / cells.cellLon);
  for (let road = 0; road < from.length; road++) {
    for (let i = shapeStart[road] as number; i < (shapeStart[road + 1] as number) - 1; i++) {
      const [latA, latB] = [shapeLat[i] as number, shapeLat[i + 1] as number];
      const [lonA, lonB] = [shapeLon[i] as number, shapeLon[i + 1] as number];
      const [top, right] = [row(Math.max(latA, latB)), column(Math.max(lonA, lonB))];
      for (let r = row(Math.min(latA, latB)); r <= top; r++) {
        for (let c = column(Math.min(lonA, lonB)); c <= right; c++) {
          const cell = r * cells.columns + c;
          if (last[cell] === road) continue;
          last[cell] = road;
          call(cell, road);
        }
      }
    }
  }
}

/** Finds the nearest places to a point. `partOf` is the component of each road, -1 for roads not to be used. */
export function snap(
  network: RoadNetwork,
  grid: RoadGrid,
  partOf: Int32Array,
  at: Position,
): SnapAnswer {
  const lat = at.lat * UNITS_A_DEGREE;
  const lon = at.lon * UNITS_A_DEGREE;
  const row = Math.floor((lat - grid.south) / grid.cellLat);
  const column = Math.floor((lon - grid.west) / grid.cellLon);
  const narrow = Math.cos(lat * RADIANS);
  const cell_m = (Math.min(grid.cellLat, grid.cellLon * narrow) / UNITS_A_DEGREE) * METRES_A_DEGREE;
  const best: Best = { main: null, island: null };
  const [first, last] = ringsAround(grid, row, column);
  for (let ring = first; ring <= last; ring++) {
    // Whatever lies in this ring is at least so far away.
    const least_m = (ring - 1) * cell_m;
    if (best.main !== null && best.main.reach_m <= least_m) break;
    eachOfRing(grid, { row, column, ring }, (cell) => {
      const end = grid.start[cell + 1] as number;
      for (let i = grid.start[cell] as number; i < end; i++) {
        const road = grid.roads[i] as number;
        const part = partOf[road] as number;
        if (part < 0) continue;
        const key = part === 0 ? 'main' : 'island';
        const limit_m = best[key]?.reach_m ?? Infinity;
        const found = nearestOnRoad(network, road, { lat, lon, narrow, limit_m });
        if (found !== null) best[key] = found;
      }
    });
  }
  return {
    main: best.main === null ? null : measured(network, best.main, at),
    island: best.island === null ? null : measured(network, best.island, at),
  };
}

/** The flat reckoning is good near by; far away the sphere is asked. */
const FLAT_M = 2000;

function measured(network: RoadNetwork, found: Snapped, at: Position): Snapped {
  if (found.reach_m <= FLAT_M) return found;
  const { road, along } = found;
  const [place] = shapeOfRun(network, { run: 2 * road, from: along, to: along });
  return place === undefined ? found : { ...found, reach_m: straightLineMetres(at, place) };
}

interface Best {
  main: Snapped | null;
  island: Snapped | null;
}

/** The nearest and the farthest ring of cells around a cell, which may lie outside, that meets the grid. */
function ringsAround(grid: RoadGrid, row: number, column: number): readonly [number, number] {
  const gap = Math.max(0, -row, row - grid.rows + 1, -column, column - grid.columns + 1);
  const far = Math.max(
    Math.abs(row),
    Math.abs(row - grid.rows + 1),
    Math.abs(column),
    Math.abs(column - grid.columns + 1),
  );
  return [gap, far];
}

function eachOfRing(
  grid: RoadGrid,
  at: { readonly row: number; readonly column: number; readonly ring: number },
  call: (cell: number) => void,
): void {
  const { row, column, ring } = at;
  const left = column - ring;
  const right = column + ring;
  for (let r = Math.max(0, row - ring); r <= Math.min(grid.rows - 1, row + ring); r++) {
    if (Math.abs(r - row) === ring) {
      for (let c = Math.max(0, left); c <= Math.min(grid.columns - 1, right); c++)
        call(r * grid.columns + c);
    } else {
      if (left >= 0 && left < grid.columns) call(r * grid.columns + left);
      if (right >= 0 && right < grid.columns) call(r * grid.columns + right);
    }
  }
}

/** The nearest place of a road, where it is nearer than the limit (or as near, on a road of a smaller number). */
function nearestOnRoad(
  network: RoadNetwork,
  road: number,
  point: {
    readonly lat: number;
    readonly lon: number;
    readonly narrow: number;
    readonly limit_m: number;
  },
): Snapped | null {
  const { shapeStart, shapeLat, shapeLon } = network;
  const scale = METRES_A_DEGREE / UNITS_A_DEGREE;
  const { lat, lon, narrow } = point;
  let nearest = point.limit_m * point.limit_m;
  let piece = -1;
  let share = 0;
  for (let i = shapeStart[road] as number; i < (shapeStart[road + 1] as number) - 1; i++) {
    const ax = ((shapeLon[i] as number) - lon) * narrow * scale;
    const ay = ((shapeLat[i] as number) - lat) * scale;
    const dx = ((shapeLon[i + 1] as number) - (shapeLon[i] as number)) * narrow * scale;
    const dy = ((shapeLat[i + 1] as number) - (shapeLat[i] as number)) * scale;
    const long = dx * dx + dy * dy;
    const at = long === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / long));
    const [x, y] = [ax + at * dx, ay + at * dy];
    const square = x * x + y * y;
    if (square < nearest) [nearest, piece, share] = [square, i, at];
  }
  if (piece < 0) return null;
  let along = 0;
  for (let i = shapeStart[road] as number; i <= piece; i++) {
    const length = segmentLength(
      shapeLat[i] as number,
      shapeLon[i] as number,
      shapeLat[i + 1] as number,
      shapeLon[i + 1] as number,
    );
    along += i === piece ? length * share : length;
  }
  const whole = network.length[road] as number;
  return { road, along: Math.min(whole, Math.round(along)), reach_m: Math.sqrt(nearest) };
}
