/**
 * A road network as a header and flat arrays, and back. The host writes the header as JSON and the arrays behind it, each at a multiple
 * of eight bytes, so that they are read in place and nothing is copied. All numbers are little-endian, as on every machine that
 * Electron runs on.
 */
import type { Profile } from './network.ts';
import type { ProfileRoads } from './profile-roads.ts';
import type { RoadsData } from './roads-data.ts';

/** Of the layout; a file of another version is imported afresh. */
export const ROADS_VERSION = 1;

type Numbers = Int32Array | Uint8Array;

interface Section {
  readonly name: string;
  readonly kind: 'i32' | 'u8';
  /** From the beginning of the arrays, bytes. */
  readonly at: number;
  /** Numbers, not bytes. */
  readonly length: number;
}

/** What the arrays mean, and whatever is no array: plain data. */
export interface RoadsHeader {
  readonly version: number;
  readonly meta: RoadsData['meta'];
  readonly names: readonly string[];
  readonly junctions: number;
  readonly nodes: Readonly<Record<Profile, number>>;
  readonly grid: Readonly<
    Record<'south' | 'west' | 'cellLat' | 'cellLon' | 'rows' | 'columns', number>
  >;
  readonly sections: readonly Section[];
}

/** Where the next array may begin, bytes. */
export const up8 = (length: number): number => Math.ceil(length / 8) * 8;

function profileArrays(
  prefix: Profile,
  roads: ProfileRoads,
): readonly (readonly [string, Numbers])[] {
  const { hierarchy, headOf, tailOf, moreTails, moreHeads, partOf } = roads;
  const { upStart, downStart, end, weight, length, first, second } = hierarchy;
  const ties = { headOf, tailOf, moreTails, moreHeads, partOf };
  return Object.entries({ upStart, downStart, end, weight, length, first, second, ...ties }).map(
    ([name, numbers]) => [`${prefix}.${name}`, numbers] as const,
  );
}

function arraysOf({
  network,
  grid,
  car,
  foot,
}: RoadsData): readonly (readonly [string, Numbers])[] {
  const { junctions: _, ...roads } = network;
  return [
    ...Object.entries(roads).map(([name, numbers]) => [`network.${name}`, numbers] as const),
    ['grid.start', grid.start],
    ['grid.roads', grid.roads],
    ...profileArrays('car', car),
    ...profileArrays('foot', foot),
  ];
}

/** A header, and the arrays in its order. */
export interface PackedRoads {
  readonly header: RoadsHeader;
  readonly arrays: readonly Numbers[];
}

/** Takes a network apart for writing. */
export function packRoads(data: RoadsData): PackedRoads {
  const sections: Section[] = [];
  let at = 0;
  const arrays = arraysOf(data);
  for (const [name, numbers] of arrays) {
    const kind = numbers instanceof Uint8Array ? 'u8' : 'i32';
    sections.push({ name, kind, at, length: numbers.length });
    at += up8(numbers.byteLength);
  }
  const { south, west, cellLat, cellLon, rows, columns } = data.grid;
  return {
    arrays: arrays.map(([, numbers]) => numbers),
    header: {
      version: ROADS_VERSION,
      meta: data.meta,
      names: data.names,
      junctions: data.network.junctions,
      nodes: { car: data.car.hierarchy.nodes, foot: data.foot.hierarchy.nodes },
      grid: { south, west, cellLat, cellLon, rows, columns },
      sections,
    },
  };
}

/** Puts a network together from its header and the buffer whose arrays begin at `begin`, a multiple of eight. */
export function unpackRoads(header: RoadsHeader, buffer: ArrayBuffer, begin: number): RoadsData {
  const sections = new Map(header.sections.map((each) => [each.name, each]));
  const section = (name: string): Section => {
    const found = sections.get(name);
    if (found === undefined) throw new Error(`The road file lacks ${name}`);
    return found;
  };
  const ints = (name: string): Int32Array => {
    const { at, length } = section(name);
    return new Int32Array(buffer, begin + at, length);
  };
  const small = (name: string): Uint8Array => {
    const { at, length } = section(name);
    return new Uint8Array(buffer, begin + at, length);
  };
  const profile = (name: Profile): ProfileRoads => ({
    profile: name,
    hierarchy: {
      nodes: header.nodes[name],
      upStart: ints(`${name}.upStart`),
      downStart: ints(`${name}.downStart`),
      end: ints(`${name}.end`),
      weight: ints(`${name}.weight`),
      length: ints(`${name}.length`),
      first: ints(`${name}.first`),
      second: ints(`${name}.second`),
    },
    headOf: ints(`${name}.headOf`),
    tailOf: ints(`${name}.tailOf`),
    moreTails: ints(`${name}.moreTails`),
    // A file made before rules over a way between were kept lacks them, and needs none.
    moreHeads: sections.has(`${name}.moreHeads`) ? ints(`${name}.moreHeads`) : new Int32Array(),
    partOf: ints(`${name}.partOf`),
  });
  return {
    meta: header.meta,
    names: header.names,
    network: {
      junctions: header.junctions,
      from: ints('network.from'),
      to: ints('network.to'),
      length: ints('network.length'),
      carForward: ints('network.carForward'),
      carBackward: ints('network.carBackward'),
      foot: small('network.foot'),
      roadClass: small('network.roadClass'),
      name: ints('network.name'),
      shapeStart: ints('network.shapeStart'),
      shapeLat: ints('network.shapeLat'),
      shapeLon: ints('network.shapeLon'),
    },
    grid: { ...header.grid, start: ints('grid.start'), roads: ints('grid.roads') },
    car: profile('car'),
    foot: profile('foot'),
  };
}
