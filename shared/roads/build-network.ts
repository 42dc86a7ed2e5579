/** Cuts ways at their junctions into the roads of a network. */
import { builtUpFinder } from './built-up.ts';
import { GrowingInts } from './growing-ints.ts';
import type { RoadNetwork } from './network.ts';
import { ROAD_CLASSES } from './road-class.ts';
import { NO_PLACE, type RoadInput } from './road-input.ts';
import { segmentLength } from './segment-length.ts';
import { mphToMps, speedOn, type SpeedTable } from './speed-table.ts';
import type { WayUse } from './way-rules.ts';

/** A network with what only its making needs. */
export interface BuiltNetwork {
  readonly network: RoadNetwork;
  /** `STOPS_CAR` and `STOPS_FOOT` by junction. */
  readonly stops: Uint8Array;
  /** The way of each road, as a position in the input. */
  readonly wayOf: Int32Array;
  /** The junction of each node of the input, -1 for a node inside a road. */
  readonly junctionOf: Int32Array;
  /** Names and numbers of roads; the first is ''. */
  readonly names: readonly string[];
}

/** `A6003`, `High Street`, or `High Street (B668)`. */
function labelOf({ name, ref }: WayUse): string {
  if (name === '' || ref === '') return name === '' ? ref : name;
  return `${name} (${ref})`;
}

/** Nodes where a road begins: ends of ways, places where ways meet or cross themselves, barriers, and the nodes of turn rules. */
function findJunctions(input: RoadInput, turnNodes: ReadonlySet<number>): Uint8Array {
  const { wayStart, wayNodes, lat, stops, uses } = input;
  const uses2 = new Uint8Array(lat.length);
  for (let way = 0; way < uses.length; way++) {
    const first = wayStart[way] as number;
    const last = (wayStart[way + 1] as number) - 1;
    for (let i = first; i <= last; i++) {
      const node = wayNodes[i] as number;
      const isEnd = i === first || i === last;
      // Where the extract or the clip ends, the road ends too.
      const isCut =
        lat[wayNodes[i - 1] ?? node] === NO_PLACE || lat[wayNodes[i + 1] ?? node] === NO_PLACE;
      uses2[node] = Math.min(2, (uses2[node] as number) + (isEnd || isCut ? 2 : 1));
    }
  }
  for (let node = 0; node < lat.length; node++) {
    const isJunction = (uses2[node] as number) >= 2 || stops[node] !== 0 || turnNodes.has(node);
    uses2[node] = isJunction && uses2[node] !== 0 && lat[node] !== NO_PLACE ? 1 : 0;
  }
  return uses2;
}

class Roads {
  readonly from = new GrowingInts();
  readonly to = new GrowingInts();
  readonly length = new GrowingInts();
  readonly carForward = new GrowingInts();
  readonly carBackward = new GrowingInts();
  readonly wayOf = new GrowingInts();
  readonly shapeStart = new GrowingInts();
  readonly shapeLat = new GrowingInts();
  readonly shapeLon = new GrowingInts();
}

/** Builds the network. `turnNodes` are positions of nodes where turning has rules. */
export function buildNetwork(
  input: RoadInput,
  speeds: SpeedTable,
  turnNodes: ReadonlySet<number>,
): BuiltNetwork {
  const isJunction = findJunctions(input, turnNodes);
  const junctionOf = new Int32Array(isJunction.length).fill(-1);
  let junctions = 0;
  for (let node = 0; node < isJunction.length; node++)
    if (isJunction[node] === 1) junctionOf[node] = junctions++;
  const roads = new Roads();
  const isBuiltUp = builtUpFinder(input);
  for (let way = 0; way < input.uses.length; way++) {
    cutWay(input, way, junctionOf, { roads, speeds, isBuiltUp });
  }
  roads.shapeStart.push(roads.shapeLat.length);
  return finish(input, roads, { junctionOf, junctions });
}

/** Farther apart than any two neighbouring points of a real road, and longer than any: a slip of the mapper, or damage. */
const FARTHEST_MM = 20_000_000;
const LONGEST_MM = 200_000_000;

interface Cutting {
  readonly roads: Roads;
  readonly speeds: SpeedTable;
  readonly isBuiltUp: (lat: number, lon: number) => boolean;
}

function cutWay(input: RoadInput, way: number, junctionOf: Int32Array, cutting: Cutting): void {
  const { wayNodes, wayStart, lat } = input;
  const end = wayStart[way + 1] as number;
  let begun = -1;
  for (let i = wayStart[way] as number; i < end; i++) {
    const node = wayNodes[i] as number;
    if (lat[node] === NO_PLACE) {
      begun = -1;
      continue;
    }
    if ((junctionOf[node] as number) < 0) continue;
    if (begun >= 0) addRoad(input, way, { first: begun, last: i, junctionOf }, cutting);
    begun = i;
  }
}

function addRoad(
  input: RoadInput,
  way: number,
  span: { readonly first: number; readonly last: number; readonly junctionOf: Int32Array },
  { roads, speeds, isBuiltUp }: Cutting,
): void {
  const { wayNodes, lat, lon, uses } = input;
  const use = uses[way];
  if (use === undefined) return;
  const { first, last, junctionOf } = span;
  const a = wayNodes[first] as number;
  const b = wayNodes[last] as number;
  // A node named twice running is a slip of the mapper, not a road.
  if (a === b && last - first < 2) return;
  const length = lengthOf(input, first, last);
  if (length > LONGEST_MM) return;
  roads.shapeStart.push(roads.shapeLat.length);
  for (let i = first; i <= last; i++) {
    roads.shapeLat.push(lat[wayNodes[i] as number] as number);
    roads.shapeLon.push(lon[wayNodes[i] as number] as number);
  }
  const millimetres = Math.max(1, Math.round(length));
  const middle = wayNodes[(first + last) >> 1] as number;
  const urban = isBuiltUp(lat[middle] as number, lon[middle] as number);
  const time = (limit: number): number => {
    const mps = mphToMps(speedOn(speeds, use, limit, urban));
    return Math.max(1, Math.round(millimetres / mps));
  };
  roads.from.push(junctionOf[a] as number);
  roads.to.push(junctionOf[b] as number);
  roads.length.push(millimetres);
  roads.carForward.push(use.forward ? time(use.limit_forward_mph) : 0);
  roads.carBackward.push(use.backward ? time(use.limit_backward_mph) : 0);
  roads.wayOf.push(way);
}

/** Millimetres along the nodes of a way from one position to another; Infinity where two neighbours lie too far apart. */
function lengthOf({ wayNodes, lat, lon }: RoadInput, first: number, last: number): number {
  let length = 0;
  for (let i = first + 1; i <= last; i++) {
    const [a, b] = [wayNodes[i - 1] as number, wayNodes[i] as number];
    const piece = segmentLength(
      lat[a] as number,
      lon[a] as number,
      lat[b] as number,
      lon[b] as number,
    );
    if (piece > FARTHEST_MM) return Infinity;
    length += piece;
  }
  return length;
}

function finish(
  input: RoadInput,
  roads: Roads,
  at: { readonly junctionOf: Int32Array; readonly junctions: number },
): BuiltNetwork {
  const { junctionOf, junctions } = at;
  const wayOf = roads.wayOf.done();
  const numbers = new Map<string, number>([['', 0]]);
  const name = new Int32Array(wayOf.length);
  const foot = new Uint8Array(wayOf.length);
  const roadClass = new Uint8Array(wayOf.length);
  wayOf.forEach((way, road) => {
    const use = input.uses[way];
    if (use === undefined) return;
    const label = labelOf(use);
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    name[road] = number;
    foot[road] = use.foot ? 1 : 0;
    roadClass[road] = ROAD_CLASSES.indexOf(use.road);
  });
  const stops = new Uint8Array(junctions);
  junctionOf.forEach((junction, node) => {
    if (junction >= 0) stops[junction] = input.stops[node] as number;
  });
  return {
    network: {
      junctions,
      from: roads.from.done(),
      to: roads.to.done(),
      length: roads.length.done(),
      carForward: roads.carForward.done(),
      carBackward: roads.carBackward.done(),
      foot,
      roadClass,
      name,
      shapeStart: roads.shapeStart.done(),
      shapeLat: roads.shapeLat.done(),
      shapeLon: roads.shapeLon.done(),
    },
    stops,
    wayOf,
    junctionOf,
    names: [...numbers.keys()],
  };
}
