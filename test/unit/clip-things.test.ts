/** What the base map shows ends at its box, and the sea where the coast tells of none. */
import { describe, expect, it } from 'vitest';
import { clipThings } from '../../electron/files/osm/clip-things.ts';
import { holds, type Box } from '../../electron/files/osm/land-of-coast.ts';
import type { MapKind } from '../../electron/files/osm/map-kinds.ts';
import type { Point } from '../../electron/files/osm/map-things.ts';
import { seaAlong } from '../../electron/files/osm/sea-of-coast.ts';

const box: Box = [0.5, 51, 1, 51.3];
const kind = (layer: MapKind['layer'], shape: MapKind['shape']): MapKind => ({
  layer,
  shape,
  from: 6,
  props: {},
});

describe('things of an extract', () => {
  it('are cut to the box: a railway that leaves and comes back is two, a wood keeps its clearing', () => {
    const cut = clipThings(
      {
        coast: [],
        lines: [
          { kind: kind('roads', 'line'), line: [[0.4, 51.1], [0.6, 51.1], [0.6, 51.4], [0.8, 51.4], [0.8, 51.2]] }, // prettier-ignore
          { kind: kind('roads', 'line'), line: [[0.1, 51.1], [0.2, 51.2]] }, // prettier-ignore
          { kind: kind('roads', 'line'), line: [[0.4, 51.1], [1.1, 51.1]] }, // prettier-ignore
        ],
        areas: [
          {
            kind: kind('landuse', 'area'),
            rings: [
              [[0.4, 51.1], [0.7, 51.1], [0.7, 51.2], [0.4, 51.2], [0.4, 51.1]], // prettier-ignore
              [[0.6, 51.12], [0.65, 51.12], [0.65, 51.15], [0.6, 51.12]], // prettier-ignore
              [[0.41, 51.12], [0.45, 51.12], [0.45, 51.15], [0.41, 51.12]], // prettier-ignore
            ],
          },
          { kind: kind('water', 'area'), rings: [[[2, 51], [2.1, 51], [2.1, 51.1], [2, 51]]] }, // prettier-ignore
        ],
        places: [
          { kind: kind('places', 'point'), at: [0.7, 51.1] },
          { kind: kind('places', 'point'), at: [1.2, 51.1] },
        ],
      },
      box,
    );
    const rounded = (points: readonly Point[] | undefined) =>
      points?.map(([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
    expect(cut.lines.map(({ line }) => rounded(line))).toEqual([
      [[0.5, 51.1], [0.6, 51.1], [0.6, 51.3]], // prettier-ignore
      [[0.8, 51.3], [0.8, 51.2]], // prettier-ignore
      [[0.5, 51.1], [1, 51.1]], // prettier-ignore
    ]);
    expect(cut.areas).toHaveLength(1);
    expect(cut.areas[0]?.rings).toHaveLength(2);
    const [outline = []] = cut.areas[0]?.rings ?? [];
    expect(Math.min(...outline.map(([lon]) => lon))).toBe(0.5);
    expect(cut.places).toHaveLength(1);
  });
});

describe('the sea along a coast', () => {
  /** A coast that runs west along 51.15, the land in the south, with a bend. */
  const coast: readonly Point[] = [[1.2, 51.15], [0.8, 51.15], [0.75, 51.16], [0.7, 51.15], [0.3, 51.15]]; // prettier-ignore
  const sea = seaAlong([coast], box);
  const isSea = (lon: number, lat: number): boolean => sea.some((ring) => holds(ring, [lon, lat]));
  const north = (metres: number): number => 51.15 + metres / 111_195;

  it.each([
    ['just off the shore', 0.6, north(50), true],
    ['a kilometre out', 0.6, north(1000), true],
    ['two kilometres out, where a far shore may lie', 0.6, north(2000), false],
    ['a kilometre off the bend', 0.75, north(1112 + 1000), true],
    ['beyond the box', 1.1, north(500), false],
  ])('%s', (_what, lon, lat, expected) => {
    expect(isSea(lon, lat)).toBe(expected);
  });

  it('has few pieces where the coast has many points', () => {
    const fine = Array.from({ length: 4000 }, (_, i): Point => [
      1 - i * 1e-4,
      51.15 + 2e-4 * Math.sin(i),
    ]);
    expect(seaAlong([fine], box).length).toBeLessThan(10);
  });
});
