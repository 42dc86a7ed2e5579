/** The road network: roads between junctions, in flat arrays. One network holds both profiles. */

/** Who travels: a car by the fastest way, a person on foot by the shortest. */
export type Profile = 'car' | 'foot';

/**
 * Roads from junction to junction. A road runs from `from` to `to` through its shape; cars may run it forwards, backwards or both,
 * walkers either way round.
 */
export interface RoadNetwork {
  /** How many junctions there are; ends of ways count. */
  readonly junctions: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Millimetres, 1 or more. */
  readonly length: Int32Array;
  /** Milliseconds by car each way round without the peak factor; 0 where cars may not. */
  readonly carForward: Int32Array;
  readonly carBackward: Int32Array;
  /** 1 where people may walk. */
  readonly foot: Uint8Array;
  /** Position in `ROAD_CLASSES`. */
  readonly roadClass: Uint8Array;
  /** Position in the list of names. */
  readonly name: Int32Array;
  /** Where each road's shape begins, one more at the end; both junctions belong to the shape. */
  readonly shapeStart: Int32Array;
  /** Ten-millionths of a degree. */
  readonly shapeLat: Int32Array;
  readonly shapeLon: Int32Array;
}

/** A road run one way round: twice the road's number, plus 1 for backwards. */
export type RunNumber = number;

/** What a run costs: milliseconds by car, millimetres on foot; 0 where it may not be run. */
export function costOf(network: RoadNetwork, profile: Profile, run: RunNumber): number {
  const road = run >> 1;
  if (profile === 'foot') return network.foot[road] === 1 ? (network.length[road] as number) : 0;
  return ((run & 1) === 1 ? network.carBackward[road] : network.carForward[road]) as number;
}
