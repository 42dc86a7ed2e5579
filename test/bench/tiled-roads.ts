/** A network larger than Kent's: tiles of one extract joined at their sides, speeds drawn anew for each tile. */
import type { Random } from '../../shared/kernel/random.ts';
import type { BuiltNetwork } from '../../shared/roads/build-network.ts';
import type { RoadNetwork } from '../../shared/roads/network.ts';
import { segmentLength } from '../../shared/roads/segment-length.ts';

/** Roads that join two neighbouring tiles. */
const JOINS = 10;
/** Milliseconds a millimetre on a joining road: 30 mph. */
const JOIN_SPEED = 3600 / (30 * 1609.344);

/** A road that joins two tiles, both ends by the junction's number and place. */
interface Join {
  readonly from: number;
  readonly to: number;
}

/** `rows` by `columns` tiles of a network; only roads of the largest component for cars are taken. */
export function tiledRoads(
  { network }: Pick<BuiltNetwork, 'network'>,
  partOf: Int32Array,
  size: { readonly rows: number; readonly columns: number; readonly random: Random },
): RoadNetwork {
  const { rows, columns, random } = size;
  const kept = [...network.from.keys()].filter((road) => partOf[road] === 0);
  const box = boxOf(network);
  const place = placesOf(network);
  const tiles = rows * columns;
  const offset = (tile: number) => ({
    lat: Math.floor(tile / columns) * (box.north - box.south),
    lon: (tile % columns) * (box.east - box.west),
  });
  const joins = joinsOf(network, kept, { rows, columns, place });
  const roads = kept.length * tiles + joins.length;
  const shapeSize = kept.reduce(
    (sum, road) => sum + (network.shapeStart[road + 1] ?? 0) - (network.shapeStart[road] ?? 0),
    0,
  );
  const ints = (length: number) => new Int32Array(length);
  const out = {
    junctions: network.junctions * tiles,
    from: ints(roads),
    to: ints(roads),
    length: ints(roads),
    carForward: ints(roads),
    carBackward: ints(roads),
    foot: new Uint8Array(roads),
    roadClass: new Uint8Array(roads),
    name: ints(roads),
    shapeStart: ints(roads + 1),
    shapeLat: ints(shapeSize * tiles + 2 * joins.length),
    shapeLon: ints(shapeSize * tiles + 2 * joins.length),
  };
  let [at, point] = [0, 0];
  for (let tile = 0; tile < tiles; tile++) {
    const slower = 0.7 + 0.6 * random.next();
    const move = offset(tile);
    for (const road of kept) {
      out.from[at] = (network.from[road] ?? 0) + tile * network.junctions;
      out.to[at] = (network.to[road] ?? 0) + tile * network.junctions;
      out.length[at] = network.length[road] ?? 0;
      out.carForward[at] = Math.round((network.carForward[road] ?? 0) * slower);
      out.carBackward[at] = Math.round((network.carBackward[road] ?? 0) * slower);
      out.foot[at] = network.foot[road] ?? 0;
      out.shapeStart[at++] = point;
      for (let i = network.shapeStart[road] ?? 0; i < (network.shapeStart[road + 1] ?? 0); i++) {
        out.shapeLat[point] = (network.shapeLat[i] ?? 0) + move.lat;
        out.shapeLon[point++] = (network.shapeLon[i] ?? 0) + move.lon;
      }
    }
  }
  for (const { from, to } of joins) {
    const ends = [from, to].map((junction) => {
      const move = offset(Math.floor(junction / network.junctions));
      const own = junction % network.junctions;
      return { lat: (place.lat[own] ?? 0) + move.lat, lon: (place.lon[own] ?? 0) + move.lon };
    });
    const [a = { lat: 0, lon: 0 }, b = a] = ends;
    const length = Math.max(1, Math.round(segmentLength(a.lat, a.lon, b.lat, b.lon)));
    out.from[at] = from;
    out.to[at] = to;
    out.length[at] = length;
    out.carForward[at] = out.carBackward[at] = Math.max(1, Math.round(length * JOIN_SPEED));
    out.shapeStart[at++] = point;
    for (const end of [a, b]) {
      out.shapeLat[point] = end.lat;
      out.shapeLon[point++] = end.lon;
    }
  }
  out.shapeStart[at] = point;
  return out;
}

function boxOf({ shapeLat, shapeLon }: RoadNetwork) {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  shapeLat.forEach((lat) => {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  });
  shapeLon.forEach((lon) => {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  });
  return { south, west, north, east };
}

function placesOf({ junctions, from, to, shapeStart, shapeLat, shapeLon }: RoadNetwork) {
  const lat = new Int32Array(junctions);
  const lon = new Int32Array(junctions);
  from.forEach((junction, road) => {
    lat[junction] = shapeLat[shapeStart[road] ?? 0] ?? 0;
    lon[junction] = shapeLon[shapeStart[road] ?? 0] ?? 0;
    const last = (shapeStart[road + 1] ?? 1) - 1;
    lat[to[road] ?? 0] = shapeLat[last] ?? 0;
    lon[to[road] ?? 0] = shapeLon[last] ?? 0;
  });
  return { lat, lon };
}

/** The outermost junctions of each side, spread along it, joined in order with those of the tile beside or above. */
function joinsOf(
  network: RoadNetwork,
  kept: readonly number[],
  grid: {
    readonly rows: number;
    readonly columns: number;
    readonly place: { readonly lat: Int32Array; readonly lon: Int32Array };
  },
): readonly Join[] {
  const { rows, columns, place } = grid;
  const junctions = [
    ...new Set(kept.flatMap((road) => [network.from[road] ?? 0, network.to[road] ?? 0])),
  ];
  const side = (across: Int32Array, along: Int32Array, sign: number): readonly number[] => {
    const sorted = junctions.toSorted((a, b) => (along[a] ?? 0) - (along[b] ?? 0));
    return Array.from({ length: JOINS }, (_, i) => {
      const strip = sorted.slice(
        Math.floor((i * sorted.length) / JOINS),
        Math.floor(((i + 1) * sorted.length) / JOINS),
      );
      return strip.reduce((best, each) =>
        sign * ((across[each] ?? 0) - (across[best] ?? 0)) > 0 ? each : best,
      );
    });
  };
  const [east, west] = [side(place.lon, place.lat, 1), side(place.lon, place.lat, -1)];
  const [north, south] = [side(place.lat, place.lon, 1), side(place.lat, place.lon, -1)];
  const joins: Join[] = [];
  const join = (a: number, ends: readonly number[], b: number, others: readonly number[]): void => {
    ends.forEach((end, i) => {
      joins.push({
        from: a * network.junctions + end,
        to: b * network.junctions + (others[i] ?? 0),
      });
    });
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const tile = row * columns + column;
      if (column + 1 < columns) join(tile, east, tile + 1, west);
      if (row + 1 < rows) join(tile, north, tile + columns, south);
    }
  return joins;
}
