import { anyPupil } from '../day-room.ts';
import type { Room } from '../problem.ts';
import type { Desk, DeskRoute } from './lay-desk.ts';

/** The room that children of some days leave, as if they rode every day. */
export function roomLeft(desk: Desk, each: DeskRoute, { seats, wheelchairs }: Room): Room {
  const others = each.pupils
    .filter((index) => index > desk.made.problem.pupils.length)
    .map((index) => anyPupil(desk.made, index));
  const taken = (of: 'seats' | 'wheelchairs') => others.reduce((sum, pupil) => sum + pupil[of], 0);
  return {
    seats: Math.max(0, seats - taken('seats')),
    wheelchairs: Math.max(0, wheelchairs - taken('wheelchairs')),
  };
}
