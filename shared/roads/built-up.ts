/** Where an extract is built up, told from its own streets: no other map is asked. */
import { segmentLength } from './segment-length.ts';
import { NO_PLACE, UNITS_A_DEGREE, type RoadInput } from './road-input.ts';

/** A cell is 0.0025 degrees of latitude high, about 280 m, and of a like width at 52 degrees north [A]. */
const CELL_LAT = 0.0025 * UNITS_A_DEGREE;
const CELL_LON = 0.004 * UNITS_A_DEGREE;
/** So many millimetres of residential street in a cell and the eight around it (0.7 square km) make a built-up place [A]. */
const BUILT_UP_MM = 1_500_000;

const cellOf = (row: number, column: number): number => row * 1_000_000 + column;

/** Answers whether a place (ten-millionths of a degree) is built up. */
export function builtUpFinder(input: RoadInput): (lat: number, lon: number) => boolean {
  const streets = new Map<number, number>();
  const { uses, wayStart, wayNodes, lat, lon } = input;
  uses.forEach((use, way) => {
    if (use.road !== 'residential' && use.road !== 'living_street') return;
    for (let i = (wayStart[way] as number) + 1; i < (wayStart[way + 1] as number); i++) {
      const a = wayNodes[i - 1] as number;
      const b = wayNodes[i] as number;
      const [latA, latB] = [lat[a] as number, lat[b] as number];
      if (latA === NO_PLACE || latB === NO_PLACE) continue;
      const cell = cellOf(Math.floor(latA / CELL_LAT), Math.floor((lon[a] as number) / CELL_LON));
      const length = segmentLength(latA, lon[a] as number, latB, lon[b] as number);
      streets.set(cell, (streets.get(cell) ?? 0) + length);
    }
  });
  const kept = new Map<number, boolean>();
  return (atLat, atLon) => {
    const row = Math.floor(atLat / CELL_LAT);
    const column = Math.floor(atLon / CELL_LON);
    const cell = cellOf(row, column);
    const known = kept.get(cell);
    if (known !== undefined) return known;
    let sum = 0;
    for (let r = row - 1; r <= row + 1; r++)
      for (let c = column - 1; c <= column + 1; c++) sum += streets.get(cellOf(r, c)) ?? 0;
    kept.set(cell, sum >= BUILT_UP_MM);
    return sum >= BUILT_UP_MM;
  };
}
