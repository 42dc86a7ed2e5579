/** What stands on a road at one point: gates, bollards and the like. */
import type { Tags } from './way-rules.ts';

/** Barriers that a car passes unless the tags say otherwise (wiki, `Key:barrier`). */
const PASSED_BY_CARS = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'cattle_grid',
  'toll_booth',
  'border_control',
  'sally_port',
  'height_restrictor',
  'kerb',
  'entrance',
  'no',
  'rumble_strip',
  'speed_hump',
]);
/** Barriers that stop a walker unless the tags say otherwise. */
const STOPS_WALKERS = new Set(['wall', 'fence', 'hedge', 'ditch', 'city_wall', 'retaining_wall']);
const YES = new Set(['yes', 'permissive', 'designated', 'destination', 'customers', 'official']);

/** Bits of a node's barrier. */
export const STOPS_CAR = 1;
export const STOPS_FOOT = 2;

/** Who a node stops, as bits; 0 for nobody. A locked or private gate stops cars; a walker passes what is not a wall. */
export function barrierBits(tags: Tags): number {
  const barrier = tags.get('barrier');
  if (barrier === undefined) return 0;
  const access = tags.get('access');
  const car = tags.get('motorcar') ?? tags.get('motor_vehicle') ?? tags.get('vehicle') ?? access;
  const foot = tags.get('foot') ?? access;
  const passesCar = car === undefined ? PASSED_BY_CARS.has(barrier) : YES.has(car);
  const isLocked = tags.get('locked') === 'yes' && !(car !== undefined && YES.has(car));
  const passesFoot = foot === undefined ? !STOPS_WALKERS.has(barrier) : YES.has(foot);
  return (passesCar && !isLocked ? 0 : STOPS_CAR) | (passesFoot ? 0 : STOPS_FOOT);
}
