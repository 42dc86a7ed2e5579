/**
 * A small invented extract for pictures of the base map: a coast with an island, a town with streets and a park, a wood with a clearing, a
 * lake, a river, a motorway, an A and a B road with numbers, a railway, and places of three ranks. None of it is a real place.
 */
import type { Box } from '../../electron/files/osm/land-of-coast.ts';
import type { MadeMap } from './osm-writer.ts';

/** What is drawn. */
export const COAST_BOX: Box = [0.4, 51.18, 0.8, 51.42];
/** The middle of its town. */
const TOWN = { lat: 51.3, lon: 0.56 };

type At = readonly [lon: number, lat: number];
type Tags = Readonly<Record<string, string>>;

/** The extract. */
export function inventedCoast(): MadeMap {
  const nodes: { id: number; lat: number; lon: number; tags?: Tags }[] = [];
  const ways: { id: number; nodes: number[]; tags: Tags }[] = [];
  const point = ([lon, lat]: At, tags: Tags = {}): number => {
    nodes.push({ id: nodes.length + 1, lat, lon, tags });
    return nodes.length;
  };
  const line = (tags: Tags, places: readonly At[]): number => {
    ways.push({ id: ways.length + 1, nodes: places.map((place) => point(place)), tags });
    return ways.length;
  };
  const ring = (tags: Tags, places: readonly At[]): number => {
    const id = line(tags, places);
    const way = ways[id - 1];
    way?.nodes.push(way.nodes[0] ?? 0);
    return id;
  };
  /** Counter-clockwise: land within, where it is a coast. */
  const round = ([lon, lat]: At, half: number): readonly At[] =>
    Array.from({ length: 24 }, (_, i) => {
      const turn = (i / 24) * 2 * Math.PI;
      const far = half * (1 + 0.15 * Math.sin(3 * turn));
      return [lon + Math.cos(turn) * far * 1.6, lat + Math.sin(turn) * far] as const;
    });

  // Northwards, the land in the west.
  line({ natural: 'coastline' }, [
    [0.7, 51.1],
    [0.69, 51.2],
    [0.66, 51.25],
    [0.71, 51.29],
    [0.73, 51.33],
    [0.69, 51.38],
    [0.7, 51.5],
  ]);
  ring({ natural: 'coastline' }, round([0.765, 51.26], 0.014));

  ring({ landuse: 'residential' }, round([TOWN.lon, TOWN.lat], 0.028));
  for (let i = -5; i <= 5; i++) {
    const off = i * 0.004;
    line({ highway: 'residential', name: `Column ${i + 6}` }, [
      [TOWN.lon + off * 1.6, TOWN.lat - 0.02],
      [TOWN.lon + off * 1.6, TOWN.lat + 0.02],
    ]);
    line({ highway: 'residential', name: `Row ${i + 6}` }, [
      [TOWN.lon - 0.032, TOWN.lat + off],
      [TOWN.lon + 0.032, TOWN.lat + off],
    ]);
  }
  ring({ leisure: 'park' }, round([0.535, 51.312], 0.006));
  ring({ natural: 'water', name: 'Invented Mere' }, round([0.47, 51.22], 0.012));
  line({ waterway: 'river', name: 'Invented Brook' }, [
    [0.38, 51.26],
    [0.46, 51.265],
    [0.53, 51.255],
    [0.6, 51.262],
    [0.66, 51.25],
  ]);
  line({ waterway: 'river', name: 'North Brook' }, [
    [0.38, 51.39],
    [0.46, 51.405],
    [0.6, 51.395],
    [0.68, 51.405],
  ]);
  line({ waterway: 'river', name: 'Town Brook' }, [
    [0.45, 51.2],
    [0.515, 51.26],
    [0.53, 51.3],
    [0.62, 51.325],
    [0.71, 51.355],
  ]);
  line({ highway: 'secondary', ref: 'B8888' }, [
    [0.41, 51.19],
    [0.44, 51.25],
    [0.6, 51.272],
    [0.63, 51.38],
    [0.62, 51.43],
  ]);
  line({ highway: 'motorway', ref: 'M99' }, [
    [0.38, 51.235],
    [0.5, 51.243],
    [0.58, 51.235],
    [0.65, 51.21],
    [0.67, 51.17],
  ]);
  line({ highway: 'primary', ref: 'A999' }, [
    [0.57, 51.17],
    [0.562, 51.24],
    [TOWN.lon, TOWN.lat],
    [0.55, 51.36],
    [0.56, 51.44],
  ]);
  line({ highway: 'secondary', ref: 'B9999' }, [
    [0.38, 51.31],
    [0.48, 51.305],
    [TOWN.lon, TOWN.lat],
    [0.66, 51.31],
    [0.7, 51.3],
  ]);
  line({ railway: 'rail' }, [
    [0.38, 51.285],
    [0.5, 51.28],
    [0.6, 51.284],
    [0.66, 51.34],
    [0.66, 51.44],
  ]);
  line({ highway: 'unclassified', name: 'Lane to the Hamlet' }, [
    [0.48, 51.305],
    [0.45, 51.33],
    [0.44, 51.4],
  ]);
  const outer = ring({}, round([0.49, 51.36], 0.028));
  const inner = ring({}, round([0.5, 51.362], 0.009));
  point([TOWN.lon, TOWN.lat], { place: 'town', name: 'Inventon', population: '24000' });
  point([0.62, 51.375], { place: 'village', name: 'Much Testing' });
  point([0.44, 51.345], { place: 'hamlet', name: 'Little Testing' });
  return {
    nodes,
    ways,
    relations: [
      {
        id: 1,
        tags: { type: 'multipolygon', natural: 'wood' },
        members: [
          { type: 'way', id: outer, role: 'outer' },
          { type: 'way', id: inner, role: 'inner' },
        ],
      },
    ],
  };
}
