/**
 * `npm run bench -- sbrp FOLDER... --ride 2700|5400 --seconds N --out FOLDER [--seed N]`: solves school bus problems of Park,
 * Tae and Kim, rechecks each answer and writes it down as `<INSTANCE>-<ride>.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { solveTrips } from '../../shared/planning/trips/solve-trips.ts';
import type { Trip, TripPlan } from '../../shared/planning/trips/trip-problem.ts';
import { checkPark } from '../helpers/check-park.ts';
import {
  PARK_RULES,
  parkDwell,
  parkTravel,
  readPark,
  toTripProblem,
  type ParkFiles,
  type ParkResult,
  type ParkTrip,
} from '../helpers/park-files.ts';

/** Buses of the best published plans (Bertsimas, Delarue and Martin, PNAS 2019: "hybrid"), by file and ride limit. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  RSRB01: { 2700: 31, 5400: 31 },
  RSRB03: { 2700: 55, 5400: 50 },
  RSRB05: { 2700: 100, 5400: 91 },
  RSRB07: { 2700: 161, 5400: 151 },
  CSCB01: { 2700: 33, 5400: 30 },
  CSCB03: { 2700: 64, 5400: 51 },
  CSCB05: { 2700: 143, 5400: 121 },
  CSCB07: { 2700: 206, 5400: 162 },
};

const USAGE =
  'npm run bench -- sbrp FOLDER... --ride 2700|5400 --seconds N --out FOLDER [--seed N]';

/** Runs the command; the exit code. */
export function benchSbrp(args: readonly string[]): number {
  const asked = readArgs(args);
  if (typeof asked === 'string') {
    console.error(`${asked}\n${USAGE}`);
    return 2;
  }
  mkdirSync(asked.out, { recursive: true });
  console.log(`${'file'.padEnd(10)}buses  trips  published best  CPU s  iterations`);
  let buses = 0;
  let published = 0;
  let isHolding = true;
  for (const folder of asked.folders) {
    const files = readPark(folder);
    const { plan, used } = solveInSeconds(files, asked);
    const result = toResult(files, plan, asked);
    writeFileSync(
      path.join(asked.out, `${files.name}-${asked.ride_s}.json`),
      `${JSON.stringify(result)}\n`,
    );
    const faults = checkPark(files, result);
    isHolding &&= faults.length === 0;
    for (const fault of faults.slice(0, 5)) console.error(`${files.name}: ${fault}`);
    const best = PUBLISHED[files.name]?.[asked.ride_s];
    buses += result.buses.length;
    published += best ?? Number.NaN;
    const trips = result.buses.reduce((sum, bus) => sum + bus.trips.length, 0);
    console.log(
      `${files.name.padEnd(10)}${String(result.buses.length).padStart(5)}${String(trips).padStart(7)}${String(best ?? 'none').padStart(16)}${used.toFixed(1).padStart(7)}${String(plan.iterations).padStart(12)}`,
    );
  }
  const beside = Number.isNaN(published) ? '' : ` beside ${published}`;
  console.log(`in sum ${buses} buses${beside}${isHolding ? ', every plan holds' : ''}`);
  return isHolding ? 0 : 1;
}

interface Asked {
  readonly folders: readonly string[];
  readonly ride_s: number;
  readonly seconds: number;
  readonly seed: number;
  readonly out: string;
}

function readArgs(args: readonly string[]): Asked | string {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ride: text, seconds: text, seed: text, out: text },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const ride_s = Number(values.ride);
  const seconds = Number(values.seconds);
  const seed = Number(values.seed ?? '1');
  if (positionals.length === 0) return 'No folder was named.';
  if (!(ride_s > 0)) return 'The ride limit must be seconds above 0.';
  if (!(seconds > 0)) return 'The time must be seconds above 0.';
  if (!Number.isInteger(seed)) return 'The seed must be a whole number.';
  if (values.out === undefined) return 'No folder for the results was named.';
  return { folders: positionals, ride_s, seconds, seed, out: values.out };
}

/** Searches for so many seconds of processor time, reading and setting up included. */
function solveInSeconds(
  files: ParkFiles,
  asked: Asked,
): { readonly plan: TripPlan; readonly used: number } {
  const began = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6;
  };
  const plan = solveTrips(toTripProblem(files, asked.ride_s), {
    seed: asked.seed,
    iterations: Infinity,
    shouldStop: () => used() >= asked.seconds,
  });
  return { plan, used: used() };
}

function toResult(files: ParkFiles, plan: TripPlan, asked: Asked): ParkResult {
  return {
    instance: files.name,
    ride_s: asked.ride_s,
    seed: asked.seed,
    seconds: asked.seconds,
    buses: plan.buses.map((bus) => ({ trips: bus.map((trip) => toTrip(files, trip)) })),
  };
}

/** A trip as late as it may run. */
function toTrip(files: ParkFiles, trip: Trip): ParkTrip {
  const school = files.schools[trip.school];
  if (school === undefined) throw new RangeError('No such school');
  const stops = trip.stops.flatMap((stop) => files.stops[stop] ?? []);
  const places = [...stops, school];
  const travel = stops.reduce(
    (sum, stop, k) => sum + parkDwell(stop.pupils) + parkTravel(stop, places[k + 1] ?? school),
    0,
  );
  return {
    school: school.id,
    stops: stops.map(({ id }) => id),
    start_s: school.bell_s - PARK_RULES.unload_s - travel,
    end_s: school.bell_s,
  };
}
