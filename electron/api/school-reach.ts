/** Everything from which a school is reached within 45 and 75 minutes: by road where a network is loaded, else a stated estimate. */
import type { ReachBand, SchoolReach } from '../../shared/api/views/map.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt, travelBasisAt } from '../../shared/costing/read-settings.ts';
import { areaOf, outlinesOf, smoothed, type Field } from '../../shared/geo/contours.ts';
import type { Position } from '../../shared/geo/position.ts';
import { placePoints } from '../../shared/roads/ask-roads.ts';
import { NO_WAY } from '../../shared/roads/hierarchy.ts';
import { reach } from '../../shared/roads/reach.ts';
import { UNITS_A_DEGREE } from '../../shared/roads/road-input.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import { mphToMps } from '../../shared/roads/speed-table.ts';
import type { Store } from '../../db/store.ts';
import { loadedNetwork, roadsLabel } from '../roads/road-travel.ts';

/** The journey times of the guide: primary and secondary (domain, DfE 2024). The longer first, so that the shorter is drawn on it. */
const MINUTES = [75, 45] as const;
/** From the door to the nearest road, and across fields between roads [A]; farther from any road nothing is said to be reached [A]. */
const OFF_ROAD_MPS = mphToMps(10);
const OFF_ROAD_MOST_M = 1500;
/** A hole of fewer squares than these, about a square kilometre, is a wood, not a place that nobody reaches [A]. */
const LEAST_HOLE = -25;
/** Metres a degree of latitude, on the mean sphere. */
const METRES_A_DEGREE = 111_195;
/** Side of the grid's squares: fine for a county, and no more than so many of them a side. */
const LEAST_CELL_M = 200;
const MOST_CELLS = 400;

/** The outlines; null where the school has no place on the map. */
export function schoolReach(store: Store, school: Position, on: IsoDate): SchoolReach {
  const settings = store.settings.all();
  const data = loadedNetwork(store);
  const peak = numberAt(settings, 'road_peak_factor', on);
  const reach_m = numberAt(settings, 'road_reach_m', on);
  const reached = data === null ? null : byRoad(data, school, { peak, reach_m });
  if (data !== null && reached !== null)
    return {
      basis: 'road',
      words: `By road in the morning peak (times × ${peak}), ${roadsLabel(data.meta)}; beyond its edge nothing is known`,
      ...reached,
    };
  const { factor, speed_mps } = travelBasisAt(settings, on);
  const mph = numberAt(settings, 'speed_mph', on);
  return {
    basis: 'estimated',
    words: `Estimated: straight line × ${factor} at ${mph} mph; ${data === null ? 'no road network is loaded' : 'the school lies beyond the road network'}`,
    edge: null,
    bands: MINUTES.map((minutes) => ({
      minutes,
      lines: [circle(school, (minutes * 60 * speed_mps) / factor)],
    })),
  };
}

/** A circle of 90 corners about a place, [lat, lon, ...]. */
function circle({ lat, lon }: Position, radius_m: number): readonly number[] {
  const narrow = Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: 90 }, (_, i) => (i * Math.PI) / 45).flatMap((turn) => [
    lat + (Math.sin(turn) * radius_m) / METRES_A_DEGREE,
    lon + (Math.cos(turn) * radius_m) / METRES_A_DEGREE / narrow,
  ]);
}

/** Null where the school lies beyond the network's reach. */
function byRoad(
  data: RoadsData,
  school: Position,
  how: { readonly peak: number; readonly reach_m: number },
): Pick<SchoolReach, 'bands' | 'edge'> | null {
  const [placed] = placePoints(data, 'car', [school], how.reach_m);
  const place = placed?.within === true ? placed.place : null;
  if (place === null) return null;
  const longest = Math.max(...MINUTES) * 60;
  const limit = Math.floor((longest * 1000) / how.peak);
  const costs = reach(data.network, data.car, { place, side: 'to', limit });
  const field = secondsField(data, costs, { school, peak: how.peak });
  const bands: ReachBand[] = MINUTES.map((minutes) => ({
    minutes,
    lines: outlinesOf(field, minutes * 60)
      .filter((line) => areaOf(line) > LEAST_HOLE)
      .map((line) => onTheGround(field, smoothed(line, 2))),
  }));
  const { south, west, dLat, dLon, rows, columns } = field;
  const edge = { south, west, north: south + (rows - 1) * dLat, east: west + (columns - 1) * dLon };
  return { bands, edge };
}

/** A line of the grid, [column, row, ...], as [lat, lon, ...]. */
function onTheGround(
  { south, west, dLat, dLon }: PlacedField,
  line: readonly number[],
): readonly number[] {
  return line.map((value, i) =>
    i % 2 === 0 ? fine(south + (line[i + 1] ?? 0) * dLat) : fine(west + (line[i - 1] ?? 0) * dLon),
  );
}

/** Five places of a degree are a metre. */
function fine(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

interface PlacedField extends Field {
  readonly south: number;
  readonly west: number;
  /** Degrees between grid points. */
  readonly dLat: number;
  readonly dLon: number;
}

/** Seconds to the school at each point of a grid: from the roads nearby, and across fields between them. */
function secondsField(
  { network, meta }: RoadsData,
  costs: Int32Array,
  { school, peak }: { readonly school: Position; readonly peak: number },
): PlacedField {
  const [west, south, east, north] = meta.bounds;
  const narrow = Math.cos((school.lat * Math.PI) / 180);
  const height = (north - south) * METRES_A_DEGREE;
  const width = (east - west) * METRES_A_DEGREE * narrow;
  const cell = Math.max(LEAST_CELL_M, Math.max(height, width) / MOST_CELLS);
  const dLat = cell / METRES_A_DEGREE;
  const dLon = dLat / narrow;
  const rows = Math.ceil((north - south) / dLat) + 1;
  const columns = Math.ceil((east - west) / dLon) + 1;
  const values = new Float64Array(rows * columns).fill(Infinity);
  const seed = (lat: number, lon: number, seconds: number): void => {
    const [y, x] = [(lat - south) / dLat, (lon - west) / dLon];
    const [row, column] = [Math.round(y), Math.round(x)];
    if (row < 0 || column < 0 || row >= rows || column >= columns) return;
    const off = (Math.hypot(row - y, column - x) * cell) / OFF_ROAD_MPS;
    const at = row * columns + column;
    values[at] = Math.min(values[at] as number, seconds + off);
  };
  for (let road = 0; road < network.from.length; road++) {
    const a = costs[network.from[road] as number] as number;
    const b = costs[network.to[road] as number] as number;
    if (a === NO_WAY || b === NO_WAY) continue;
    const [first, end] = [
      network.shapeStart[road] as number,
      network.shapeStart[road + 1] as number,
    ];
    for (let i = first; i < end; i++) {
      // Between its ends a road is reached at about the time of both.
      const part = end - first < 2 ? 0 : (i - first) / (end - first - 1);
      seed(
        (network.shapeLat[i] as number) / UNITS_A_DEGREE,
        (network.shapeLon[i] as number) / UNITS_A_DEGREE,
        ((a + (b - a) * part) * peak) / 1000,
      );
    }
  }
  spread({ rows, columns, values }, cell);
  return { rows, columns, values, south, west, dLat, dLon };
}

/** Carries times across the grid at the speed off the roads, in two sweeps (Borgefors, 1986), no farther from a road than said. */
function spread({ rows, columns, values }: Field, cell_m: number): void {
  const off = Float64Array.from(values, (value) => (value === Infinity ? Infinity : 0));
  const take = (at: number, row: number, column: number, metres: number): void => {
    if (row < 0 || column < 0 || row >= rows || column >= columns) return;
    const from = row * columns + column;
    const away = (off[from] as number) + metres;
    const over = (values[from] as number) + metres / OFF_ROAD_MPS;
    if (away > OFF_ROAD_MOST_M || over >= (values[at] as number)) return;
    values[at] = over;
    off[at] = away;
  };
  for (const way of [1, -1]) {
    const start = way === 1 ? 0 : rows * columns - 1;
    for (let n = 0; n < rows * columns; n++) {
      const at = start + way * n;
      const [row, column] = [Math.floor(at / columns), at % columns];
      take(at, row, column - way, cell_m);
      take(at, row - way, column, cell_m);
      take(at, row - way, column - way, cell_m * Math.SQRT2);
      take(at, row - way, column + way, cell_m * Math.SQRT2);
    }
  }
}
