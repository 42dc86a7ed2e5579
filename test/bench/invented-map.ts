/**
 * An invented base map as thick as a real one over the densest part of a county, so that drawing it can be timed anywhere: streets
 * 120 m apart in the town, lanes a kilometre apart about it, main roads, a railway, woods, lakes and names. Nothing of it is a real place.
 */
import { kindOfArea, kindOfPlace, kindOfWay } from '../../electron/files/osm/map-kinds.ts';
import type { Box } from '../../electron/files/osm/land-of-coast.ts';
import type { MapThings, Point } from '../../electron/files/osm/map-things.ts';
import { cutTiles } from '../../electron/files/osm/cut-tiles.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import type { Position } from '../../shared/geo/position.ts';

/** Half the side of town and of map, in degrees of latitude: 5.5 km and 39 km. */
const TOWN = 0.05;
const MAP = 0.35;
const METRES_A_DEGREE = 111_320;
/** Crossings to a named piece of road. */
const PIECE = 8;

interface Making {
  readonly lines: MapThings['lines'][number][];
  readonly areas: MapThings['areas'][number][];
  readonly places: MapThings['places'][number][];
  readonly random: Random;
  /** Degrees of longitude as long as one of latitude. */
  readonly wide: number;
}

/** Cuts the map about a place into a new file. Returns its tiles. */
export function cutInventedMap(middle: Position, path: string): number {
  const wide = 1 / Math.cos((middle.lat * Math.PI) / 180);
  const making: Making = { lines: [], areas: [], places: [], random: seededRandom(41), wide };
  lattice(making, middle, { half: TOWN, step_m: 120, tags: { highway: 'residential' } });
  lattice(making, middle, { half: MAP, step_m: 1000, tags: { highway: 'unclassified' } });
  lattice(making, middle, { half: MAP, step_m: 5000, tags: { highway: 'primary', ref: 'A' } });
  lattice(making, middle, { half: MAP, step_m: 30_000, tags: { highway: 'motorway', ref: 'M' } });
  lattice(making, middle, { half: MAP, step_m: 40_000, tags: { railway: 'rail' } });
  square(making, middle, TOWN, { landuse: 'residential' });
  for (let at = 0; at < 900; at++) {
    const around = somewhere(making, middle);
    const wood = making.random.below(4) > 0;
    square(making, around, 0.002 + 0.004 * making.random.next(), {
      natural: wood ? 'wood' : 'water',
    });
  }
  for (let at = 0; at < 400; at++) {
    const { lat, lon } = somewhere(making, middle);
    const place = at < 8 ? 'town' : at < 120 ? 'village' : 'hamlet';
    const kind = kindOfPlace(new Map([['place', place], ['name', `Invented ${at}`]])); // prettier-ignore
    if (kind !== null) making.places.push({ kind, at: [lon, lat] });
  }
  const box: Box = [
    middle.lon - MAP * wide,
    middle.lat - MAP,
    middle.lon + MAP * wide,
    middle.lat + MAP,
  ];
  const { lines, areas, places } = making;
  const cut = cutTiles(
    { lines, areas, places, coast: [], box },
    { path, name: 'An invented map', map_on: '' },
    { progress: () => undefined, cancelled: () => false },
  );
  return cut ?? 0;
}

function somewhere({ random, wide }: Making, { lat, lon }: Position): Position {
  return {
    lat: lat + (2 * random.next() - 1) * MAP,
    lon: lon + (2 * random.next() - 1) * MAP * wide,
  };
}

/** Lines both ways, a bend at every crossing, cut into pieces with names of their own, as streets are. */
function lattice(
  { lines, random, wide }: Making,
  middle: Position,
  how: { readonly half: number; readonly step_m: number; readonly tags: Record<string, string> },
): void {
  const step = how.step_m / METRES_A_DEGREE;
  const count = Math.floor((2 * how.half) / step);
  const bend = (): number => (random.next() - 0.5) * step * 0.35;
  const at = Array.from({ length: count + 1 }, (_, row) =>
    Array.from({ length: count + 1 }, (__, column): Point => [
      middle.lon + (column * step - how.half + bend()) * wide,
      middle.lat + row * step - how.half + bend(),
    ]),
  );
  const add = (points: readonly Point[], number: number): void => {
    for (let from = 0; from + 1 < points.length; from += PIECE) {
      const tags = new Map(Object.entries(how.tags));
      const ref = how.tags['ref'];
      if (ref === undefined) tags.set('name', `Invented Road ${number} ${from}`);
      else tags.set('ref', `${ref}${number + 1}`);
      const kind = kindOfWay(tags, false);
      if (kind !== null) lines.push({ kind, line: points.slice(from, from + PIECE + 1) });
    }
  };
  at.forEach((row, number) => {
    add(row, 2 * number);
    add(
      at.map((other) => other[number]).filter((point) => point !== undefined),
      2 * number + 1,
    );
  });
}

/** An uneven patch of twelve corners. */
function square(
  { areas, random, wide }: Making,
  { lat, lon }: Position,
  half: number,
  tags: Record<string, string>,
): void {
  const kind = kindOfArea(new Map(Object.entries(tags)));
  if (kind === null) return;
  const ring = Array.from({ length: 12 }, (_, corner): Point => {
    const turn = (corner / 12) * 2 * Math.PI;
    const far = half * (0.8 + 0.4 * random.next());
    return [lon + Math.cos(turn) * far * wide, lat + Math.sin(turn) * far];
  });
  const [first] = ring;
  if (first !== undefined) areas.push({ kind, rings: [[...ring, first]] });
}
