/** Park, Tae and Kim's school bus problems as files: reading them, and rechecking an answer by their own rules. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TripProblem } from '../../shared/planning/trips/trip-problem.ts';

/** Rules of the published problems: feet a second, pupils a bus, seconds at a stop, for each pupil and at a school. */
export const PARK_RULES = {
  feetPerSecond: 29.3333,
  seats: 66,
  stop_s: 19,
  pupil_s: 2.6,
  unload_s: 154.4,
};

interface ParkPlace {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** The two tables of a problem as they stand. */
export interface ParkFiles {
  readonly name: string;
  readonly schools: readonly (ParkPlace & { readonly bell_s: number })[];
  readonly stops: readonly (ParkPlace & { readonly school: number; readonly pupils: number })[];
}

/** One trip of a result: stops by id in order of pick-up; `start_s` is arrival at the first, `end_s` the bell. */
export interface ParkTrip {
  readonly school: number;
  readonly stops: readonly number[];
  readonly start_s: number;
  readonly end_s: number;
}

/** A result file, `<INSTANCE>-<ride>.json`. */
export interface ParkResult {
  readonly instance: string;
  readonly ride_s: number;
  readonly seed: number;
  readonly seconds: number;
  readonly buses: readonly { readonly trips: readonly ParkTrip[] }[];
}

/** Reads `Schools.txt` and `Stops.txt` of a folder; throws on a line that is no row of whole numbers and coordinates. */
export function readPark(folder: string): ParkFiles {
  const schools = rows(folder, 'Schools.txt').map(([id, x, y, early]) => ({
    id: Number(id),
    x: Number(x),
    y: Number(y),
    bell_s: Math.floor(Number(early) / 100) * 3600 + (Number(early) % 100) * 60,
  }));
  const stops = rows(folder, 'Stops.txt').map(([id, x, y, school, pupils]) => ({
    id: Number(id),
    x: Number(x),
    y: Number(y),
    school: Number(school),
    pupils: Number(pupils),
  }));
  const known = new Set(schools.map(({ id }) => id));
  for (const stop of stops)
    if (!known.has(stop.school)) throw new Error(`${folder}: stop ${stop.id} has no school`);
  return { name: path.basename(path.resolve(folder)), schools, stops };
}

function rows(folder: string, name: string): readonly (readonly string[])[] {
  const lines = readFileSync(path.join(folder, name), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length < 5 || cells.some((cell) => !Number.isFinite(Number(cell))))
      throw new Error(`${path.join(folder, name)}, row ${i + 2}: five numbers expected`);
    return cells;
  });
}

/** Seconds along the streets of a grid. */
export function parkTravel(a: ParkPlace, b: ParkPlace): number {
  return (Math.abs(a.x - b.x) + Math.abs(a.y - b.y)) / PARK_RULES.feetPerSecond;
}

/** Seconds at a stop. */
export function parkDwell(pupils: number): number {
  return PARK_RULES.stop_s + PARK_RULES.pupil_s * pupils;
}

/** The files as a problem for the search. */
export function toTripProblem(files: ParkFiles, ride_s: number): TripProblem {
  const places: readonly ParkPlace[] = [...files.stops, ...files.schools];
  const position = new Map(files.schools.map(({ id }, s) => [id, s]));
  return {
    schools: files.schools.map(({ id, bell_s }) => ({ id: String(id), bell_s })),
    stops: files.stops.map((stop) => ({
      id: String(stop.id),
      school: position.get(stop.school) ?? -1,
      pupils: stop.pupils,
      dwell_s: parkDwell(stop.pupils),
    })),
    seats: PARK_RULES.seats,
    ride_s,
    unload_s: PARK_RULES.unload_s,
    travel_s: (from, to) => {
      const a = places[from];
      const b = places[to];
      if (a === undefined || b === undefined) throw new RangeError('No such place');
      return parkTravel(a, b);
    },
  };
}
