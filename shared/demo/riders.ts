import { assistantNeeded, travelsInWheelchair } from '../casework/questions.ts';
import { rideLimit, type RuleBasis } from '../casework/ride-limit.ts';
import { defined } from '../kernel/assert.ts';
import { numberAt, travelBasisAt } from '../costing/read-settings.ts';
import type { Position } from '../geo/position.ts';
import type { Child } from './children.ts';
import type { DemoSchool } from './schools.ts';

/** A child as the builder of running routes sees them: metres east and north of the school, times in seconds. */
export interface Rider {
  readonly child: Child;
  readonly x: number;
  readonly y: number;
  /** Estimated road distance to school, metres. */
  readonly direct_m: number;
  /** The longest ride that a planner would give this child, seconds. */
  readonly longest_s: number;
  readonly boarding_s: number;
  readonly wheelchair: boolean;
  readonly assistant: 'none' | 'shared' | 'own';
  readonly sole: boolean;
  readonly not_with: ReadonlySet<string>;
}

/** How distance and time are estimated; from the dated settings. */
export interface Travel {
  /** Road metres a metre of straight line. */
  readonly factor: number;
  readonly speed_mps: number;
}

/** Planners keep clear of the ride limit by this share [A]. */
const LIMIT_SHARE = 0.93;
/** Where the direct way alone is over the guide, the ride may be this much longer than it [A]. */
const OVER_DIRECT = 1.07;
const METRES_PER_DEGREE = 111_195;

/** Metres east and north of a place on a flat map: within a few metres of the sphere over the county. */
function planeFrom(origin: Position, at: Position): { x: number; y: number } {
  const cosine = Math.cos((((origin.lat + at.lat) / 2) * Math.PI) / 180);
  return {
    x: (at.lon - origin.lon) * METRES_PER_DEGREE * cosine,
    y: (at.lat - origin.lat) * METRES_PER_DEGREE,
  };
}

/** The riders of one school. Children without a position have none. */
export function ridersOf(
  school: DemoSchool,
  children: readonly Child[],
  basis: RuleBasis,
): { readonly riders: Rider[]; readonly travel: Travel } {
  const travel = travelBasisAt(basis.settings, basis.on);
  const walking = numberAt(basis.settings, 'boarding_walking_s', basis.on);
  const wheelchairs = numberAt(basis.settings, 'boarding_wheelchair_s', basis.on);
  const riders = children.map((child) => {
    const { client } = child;
    const at = {
      lat: defined(client.lat, 'latitude'),
      lon: defined(client.lon, 'longitude'),
    };
    const { x, y } = planeFrom(school.at, at);
    const wheelchair = travelsInWheelchair(client);
    const direct_m = Math.hypot(x, y) * travel.factor;
    const { limit_s, kind } = rideLimit(client, school.school, basis);
    const direct_s = direct_m / travel.speed_mps;
    const mayExceed = kind === 'advisory' && direct_s > limit_s;
    return {
      child,
      x,
      y,
      direct_m,
      longest_s: mayExceed ? direct_s * OVER_DIRECT : limit_s * LIMIT_SHARE,
      boarding_s: wheelchair ? wheelchairs : walking,
      wheelchair,
      assistant: assistantNeeded(client),
      sole: client.sole_occupancy,
      not_with: new Set(client.not_with),
    };
  });
  return { riders, travel };
}

/** Whether two riders may be in one vehicle at all. */
export function mayShare(a: Rider, b: Rider): boolean {
  if (a.sole || b.sole) return false;
  if (a.not_with.has(b.child.client.ref) || b.not_with.has(a.child.client.ref)) return false;
  // One assistant a vehicle: one kept for a child cannot look after another who needs one.
  if (a.assistant === 'own') return b.assistant === 'none';
  return b.assistant !== 'own' || a.assistant === 'none';
}
