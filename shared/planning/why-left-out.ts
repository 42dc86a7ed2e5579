/** Why a problem's client is left out, and what would carry them: one sentence, the hardest fact first. */
import {
  UNREACHABLE,
  type LeftOut,
  type Problem,
  type Pupil,
  type Room,
  type VehicleType,
} from './problem.ts';

/** A sentence that names the client, the fact that leaves them out, and what would mend it. */
export function whyLeftOut(problem: Problem, { pupil, reason }: LeftOut): string {
  const client = problem.pupils[pupil - 1];
  if (client === undefined) throw new RangeError(`No client has index ${pupil}`);
  return (
    tooFar(problem, client) ??
    noVehicleHolds(problem, client) ??
    tooFewPlaces(problem, client) ??
    allInUse(problem, client, reason)
  );
}

function tooFar({ n, durations }: Problem, { id, index, maxRide }: Pupil): string | null {
  const direct_s = durations[index * n] ?? 0;
  if (!(direct_s < UNREACHABLE))
    return `There is no way from ${id} to the school in the matrix: give one, or correct where ${id} lives.`;
  if (direct_s <= maxRide) return null;
  return `The direct journey of ${id} takes ${direct_s} s and their ride limit is ${maxRide} s: it takes a limit of at least ${direct_s} s, or a nearer school.`;
}

/** What a client takes when they travel with nobody else. */
function needs({ seats, wheelchairs, assistant }: Pupil): Room {
  return { seats: seats + (assistant ? 1 : 0), wheelchairs };
}

function holds(room: Room, need: Room): boolean {
  return need.seats <= room.seats && need.wheelchairs <= room.wheelchairs;
}

function noVehicleHolds(problem: Problem, client: Pupil): string | null {
  const need = needs(client);
  if (problem.vehicleTypes.every((type) => type.count === 0) && problem.pinned.length === 0)
    return `There are no vehicles, so ${client.id} has none: add one with ${roomText(need)}.`;
  const rooms = [
    ...problem.vehicleTypes.filter((type) => type.count > 0).flatMap((type) => type.layouts),
    ...problem.pinned.map((route) => route.room),
  ];
  if (rooms.some((room) => holds(room, need))) return null;
  return `No vehicle holds ${client.id}, who needs ${roomText(need)}${client.assistant ? ', the assistant included' : ''}: add a type or a layout with that.`;
}

function roomText({ seats, wheelchairs }: Room): string {
  const parts = [
    ...(seats > 0 ? [`${seats} ${seats === 1 ? 'seat' : 'seats'}`] : []),
    ...(wheelchairs > 0
      ? [`${wheelchairs} wheelchair ${wheelchairs === 1 ? 'space' : 'spaces'}`]
      : []),
  ];
  return parts.length === 0 ? 'a place' : parts.join(' and ');
}

/** More take a wheelchair space, or a seat, than all vehicles together have. */
function tooFewPlaces(problem: Problem, client: Pupil): string | null {
  const kinds = [
    { key: 'wheelchairs', one: 'wheelchair space', many: 'wheelchair spaces' },
    { key: 'seats', one: 'seat', many: 'seats' },
  ] as const;
  for (const { key, one, many } of kinds) {
    const wanted = problem.pupils.reduce((sum, each) => sum + each[key], 0);
    const most = (rooms: readonly Room[]): number => Math.max(0, ...rooms.map((room) => room[key]));
    const there =
      problem.vehicleTypes.reduce((sum, type) => sum + type.count * most(type.layouts), 0) +
      problem.pinned.reduce((sum, route) => sum + route.room[key], 0);
    if (client[key] === 0 || wanted <= there) continue;
    const short = wanted - there;
    return `${wanted} ${many} are needed and all vehicles together have ${there}, so ${client.id} has none: add vehicles with ${short} more ${short === 1 ? one : many}.`;
  }
  return null;
}

function allInUse(problem: Problem, client: Pupil, reason: LeftOut['reason']): string {
  const { id } = client;
  const why = client.alone
    ? `${id} travels alone and every vehicle that holds them is in use`
    : reason === 'conflict'
      ? `Every vehicle that is left carries someone who may not travel with ${id} (${enemies(problem, client).join(', ')})`
      : `No vehicle that is left holds ${id} within everyone's ride limits`;
  const more = cheapestFor(problem, client);
  return more === null
    ? `${why}: add a vehicle with ${roomText(needs(client))}.`
    : `${why}: one more ${more} would carry them.`;
}

function enemies(problem: Problem, client: Pupil): readonly string[] {
  return problem.pupils
    .filter((each) => each.id !== client.id)
    .filter((each) => client.notWith.includes(each.id) || each.notWith.includes(client.id))
    .map((each) => each.id);
}

/** The type that carries a client alone for least. */
function cheapestFor(
  { n, distances, durations, vehicleTypes }: Problem,
  client: Pupil,
): string | null {
  const metres = distances[client.index * n] ?? 0;
  const seconds = (durations[client.index * n] ?? 0) + client.boarding;
  const priceOf = ({ fixed, perKm, dead = 0, perHour = 0, minimum = 0 }: VehicleType): number =>
    Math.max(fixed + (perKm * (metres + dead)) / 1000 + (perHour * seconds) / 3600, minimum);
  const able = vehicleTypes
    .filter((type) => type.layouts.some((room) => holds(room, needs(client))))
    .map((type) => ({ id: type.id, price: priceOf(type) }))
    .toSorted((a, b) => a.price - b.price);
  return able[0]?.id ?? null;
}
