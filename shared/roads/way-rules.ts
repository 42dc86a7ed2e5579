/** What the tags of one OpenStreetMap way allow: who may use it, which way round, and how fast. */
import { isForCars, isForWalkers, isMotorway, roadClassOf, type RoadClass } from './road-class.ts';

/** Tags of a way, node or relation. */
export type Tags = ReadonlyMap<string, string>;

/** `open` to all, `limited` to those who have business there (private, destination, customers), `no`. */
export type CarAccess = 'open' | 'destination' | 'private' | 'no';

/** One way as the network uses it. */
export interface WayUse {
  readonly road: RoadClass;
  readonly car: CarAccess;
  /** Whether cars may run from first node to last, and from last to first. */
  readonly forward: boolean;
  readonly backward: boolean;
  readonly foot: boolean;
  /** One lane for both ways: cars wait for one another. */
  readonly single_lane: boolean;
  /** Speed limit in miles an hour each way, 0 where none is tagged. */
  readonly limit_forward_mph: number;
  readonly limit_backward_mph: number;
  /** The road's name and number as signed, '' for none. */
  readonly name: string;
  readonly ref: string;
}

/** Why a way is not in the network though people travel on it. */
export type LeftOutWay = 'ferry' | 'train' | 'buses_and_taxis' | 'closed';

/** What became of a way: part of the network, left out and named, or nothing to travel on. */
export type WayRead =
  | {
      readonly kind: 'use';
      readonly use: WayUse;
      /** Buses or taxis may use it where cars may not, or run against its one-way rule. */
      readonly exception: boolean;
    }
  | { readonly kind: 'left_out'; readonly why: LeftOutWay; readonly name: string }
  | { readonly kind: 'other' };

const OTHER: WayRead = { kind: 'other' };

/** Access values, from the wiki's page `Key:access`. */
const OPEN = new Set(['yes', 'permissive', 'designated', 'official', 'public']);
const DESTINATION = new Set(['destination', 'customers', 'delivery', 'residents', 'permit']);

type Said = CarAccess | null;

function said(value: string | undefined): Said {
  if (value === undefined || value === 'unknown') return null;
  if (OPEN.has(value)) return 'open';
  if (DESTINATION.has(value)) return 'destination';
  return value === 'private' ? 'private' : 'no';
}

/** The most particular tag decides: `motorcar`, then `motor_vehicle`, `vehicle`, `access`. */
function carAccess(tags: Tags, road: RoadClass): CarAccess {
  for (const key of ['motorcar', 'motor_vehicle', 'vehicle']) {
    const answer = said(tags.get(key));
    if (answer !== null) return answer;
  }
  if (!isForCars(road) || tags.get('service') === 'emergency_access') return 'no';
  return said(tags.get('access')) ?? 'open';
}

/** `foot`, then a footway beside the road, then `access`, then the class. Walking on a private way needs `foot`. */
function footAccess(tags: Tags, road: RoadClass): boolean {
  if (isMotorway(road)) return false;
  const own = said(tags.get('foot'));
  if (own !== null) return own === 'open' || own === 'destination';
  const access = said(tags.get('access'));
  if (access === 'private' || access === 'no') return false;
  const sidewalk = tags.get('sidewalk');
  if (sidewalk !== undefined && sidewalk !== 'no' && sidewalk !== 'none') return true;
  return isForWalkers(road);
}

/** Which way round cars may run. A roundabout and a motorway run one way unless told otherwise. */
function directions(tags: Tags, road: RoadClass): { forward: boolean; backward: boolean } {
  const tag = tags.get('oneway:motorcar') ?? tags.get('oneway:motor_vehicle') ?? tags.get('oneway');
  if (tag === '-1' || tag === 'reverse') return { forward: false, backward: true };
  if (tag === 'yes' || tag === '1' || tag === 'true') return { forward: true, backward: false };
  // The direction changes with the hour: nobody can plan by it.
  if (tag === 'reversible') return { forward: false, backward: false };
  const junction = tags.get('junction');
  const implied = junction === 'roundabout' || junction === 'circular' || road === 'motorway';
  return { forward: true, backward: !(implied && tag !== 'no') };
}

/** Up to this width two cars do not pass (OSRM's car profile has the same three metres). */
const SINGLE_LANE_M = 3;

/** Limits that the tag names instead of a number (wiki, `Key:maxspeed`, United Kingdom), miles an hour. */
const NAMED_LIMITS: Readonly<Record<string, number>> = {
  'GB:nsl_single': 60,
  'GB:nsl_dual': 70,
  'GB:motorway': 70,
  'GB:nsl_restricted': 30,
  'GB:urban': 30,
};
const MPH_PER_KMH = 1 / 1.609344;

/** A `maxspeed` in miles an hour; 0 where it says nothing usable. A number without a unit is km/h. */
export function limitOf(value: string | undefined): number {
  if (value === undefined) return 0;
  const named = NAMED_LIMITS[value];
  if (named !== undefined) return named;
  const parts = /^(\d{1,3}(?:\.\d+)?)\s*(mph|km\/h|kmh|kph)?$/.exec(value.trim());
  if (parts === null) return 0;
  const number = Number(parts[1]);
  const limit = parts[2] === 'mph' ? number : number * MPH_PER_KMH;
  return limit >= 1 && limit <= 150 ? limit : 0;
}

/** Buses or taxis have a right here that a car has not. */
function hasException(tags: Tags): boolean {
  const own = ['psv', 'bus', 'taxi'].some((key) => said(tags.get(key)) === 'open');
  const against = ['oneway:psv', 'oneway:bus', 'oneway:taxi'].some((key) => tags.get(key) === 'no');
  return own || against || tags.get('busway') === 'opposite_lane';
}

/** `lanes` counts both ways; a width is in metres. */
function isSingleLane(tags: Tags): boolean {
  const width = Number.parseFloat(tags.get('width') ?? '');
  return tags.get('lanes') === '1' || width <= SINGLE_LANE_M;
}

function nameOf(tags: Tags): string {
  return tags.get('name') ?? tags.get('ref') ?? '';
}

/** Reads the tags of a way. */
export function readWay(tags: Tags): WayRead {
  const route = tags.get('route');
  if (route === 'ferry') return { kind: 'left_out', why: 'ferry', name: nameOf(tags) };
  if (route === 'shuttle_train') return { kind: 'left_out', why: 'train', name: nameOf(tags) };
  const highway = tags.get('highway');
  if (highway === 'construction' || highway === 'proposed')
    return { kind: 'left_out', why: 'closed', name: nameOf(tags) };
  if (highway === 'busway' || highway === 'bus_guideway')
    return { kind: 'left_out', why: 'buses_and_taxis', name: nameOf(tags) };
  const road = roadClassOf(highway);
  if (road === null) return OTHER;
  const foot = footAccess(tags, road);
  const access = carAccess(tags, road);
  const { forward, backward } = directions(tags, road);
  const car = forward || backward ? access : 'no';
  const exception = hasException(tags) && (car === 'no' || !forward || !backward);
  if (car === 'no' && !foot) {
    if (!isForCars(road) && !exception) return OTHER;
    const why = exception ? 'buses_and_taxis' : 'closed';
    return { kind: 'left_out', why, name: nameOf(tags) };
  }
  const both = limitOf(tags.get('maxspeed'));
  return {
    kind: 'use',
    exception,
    use: {
      road,
      car,
      forward: car !== 'no' && forward,
      backward: car !== 'no' && backward,
      foot,
      single_lane: isSingleLane(tags) && forward && backward,
      limit_forward_mph: limitOf(tags.get('maxspeed:forward')) || both,
      limit_backward_mph: limitOf(tags.get('maxspeed:backward')) || both,
      name: tags.get('name') ?? '',
      ref: tags.get('ref') ?? '',
    },
  };
}
