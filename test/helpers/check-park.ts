import {
  PARK_RULES,
  parkDwell,
  parkTravel,
  type ParkFiles,
  type ParkResult,
  type ParkTrip,
} from './park-files.ts';

/** Seconds that a time may be out. */
const TOLERANCE = 0.01;

/** What a result breaks, in words; empty for one that holds. Goes by the clock that the result states for each trip. */
export function checkPark(files: ParkFiles, result: ParkResult): readonly string[] {
  const schools = new Map(files.schools.map((school) => [school.id, school]));
  const faults: string[] = [];
  result.buses.forEach((bus, number) => {
    if (bus.trips.length === 0) faults.push(`bus ${number} runs nothing`);
    bus.trips.forEach((trip, k) => {
      for (const fault of checkTrip(files, trip, result.ride_s))
        faults.push(`bus ${number}: ${fault}`);
      const before = schools.get(bus.trips[k - 1]?.school ?? -1);
      const first = files.stops.find(({ id }) => id === trip.stops[0]);
      if (before === undefined || first === undefined) return;
      if (before.bell_s + parkTravel(before, first) > trip.start_s + TOLERANCE)
        faults.push(`bus ${number}: reaches stop ${first.id} after ${trip.start_s} s`);
    });
  });
  const visits = new Map<number, number>();
  for (const { trips } of result.buses)
    for (const { stops } of trips)
      for (const id of stops) visits.set(id, (visits.get(id) ?? 0) + 1);
  for (const { id } of files.stops)
    if (visits.get(id) !== 1) faults.push(`stop ${id} served ${visits.get(id) ?? 0} times`);
  return faults;
}

function checkTrip(files: ParkFiles, trip: ParkTrip, ride_s: number): readonly string[] {
  const school = files.schools.find(({ id }) => id === trip.school);
  const stops = trip.stops.map((id) => files.stops.find((stop) => stop.id === id));
  if (school === undefined || stops.length === 0) return ['a trip without a school or stops'];
  const faults: string[] = [];
  const boarded: number[] = [];
  let now = trip.start_s;
  let aboard = 0;
  stops.forEach((stop, k) => {
    if (stop?.school !== trip.school) {
      faults.push(`stop ${trip.stops[k]} is not of school ${trip.school}`);
      return;
    }
    now += parkDwell(stop.pupils);
    boarded.push(now);
    aboard += stop.pupils;
    now += parkTravel(stop, stops[k + 1] ?? school);
  });
  for (const then of boarded)
    if (now - then > ride_s + TOLERANCE) faults.push(`a ride of ${(now - then).toFixed(1)} s`);
  if (aboard > PARK_RULES.seats) faults.push(`${aboard} pupils aboard`);
  if (now + PARK_RULES.unload_s > school.bell_s + TOLERANCE) faults.push(`late at ${school.id}`);
  if (trip.end_s !== school.bell_s) faults.push('does not end at the bell');
  return faults;
}
