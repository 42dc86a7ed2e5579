/** Keeps the names of a vector map off our own schools, their names and homes drawn together: moved aside where there is room, else left out. */
import type { LabelRule } from 'protomaps-leaflet';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { clusterRadius } from '../paint/homes.ts';
import { isNamed } from '../paint/schools.ts';
import { worldSize, worldX, worldY } from '../mercator.ts';
import type { Scene } from '../scene.ts';
import type { TileNames, WorldBox } from './tile-names.ts';

/** Schools and homes of the map as it stands; read whenever a tile is laid out. */
export interface OwnMarks {
  readonly current: {
    readonly scene: Pick<Scene, 'schools' | 'homes'>;
    /** Where the names are told that were placed. */
    readonly names: TileNames;
  };
}

/** Half a school's square with air, and the room that a letter of its name takes: pixels. */
const HALF = 11;
const LETTER = 6.4;

/** What a school covers at a whole zoom, world pixels: its square, and its name where it is named, which stands to the right if it can. */
export function coveredBy(school: MapSchool, zoom: number): WorldBox {
  const size = worldSize(zoom);
  const [x, y] = [worldX(school.lon) * size, worldY(school.lat) * size];
  const name = isNamed(school, zoom) ? school.name.length * LETTER + 6 : 0;
  return { minX: x - HALF, minY: y - HALF, maxX: x + HALF + name, maxY: y + HALF };
}

const WORLD = { west: -180, south: -85, east: 180, north: 85 };
const covered = new WeakMap<object, Map<number, readonly WorldBox[]>>();

/** All that our marks cover at a whole zoom, reckoned once for a scene. */
function allCovered(scene: OwnMarks['current']['scene'], zoom: number): readonly WorldBox[] {
  const known = covered.get(scene) ?? new Map<number, readonly WorldBox[]>();
  covered.set(scene, known);
  const had = known.get(zoom);
  if (had !== undefined) return had;
  const size = worldSize(zoom);
  const together = zoom < scene.homes.singleFrom ? scene.homes.within(WORLD, zoom) : [];
  const boxes = [
    ...scene.schools.map((school) => coveredBy(school, zoom)),
    ...together
      .filter(({ client_id }) => client_id === null)
      .map(({ lat, lon, count }) => {
        const [x, y] = [worldX(lon) * size, worldY(lat) * size];
        // The disc is seen through; its number is not.
        const half = Math.min(HALF, clusterRadius(count));
        return { minX: x - half, minY: y - half, maxX: x + half, maxY: y + half };
      }),
  ];
  known.set(zoom, boxes);
  return boxes;
}

function overlap(a: WorldBox, b: WorldBox): boolean {
  return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;
}

/** Pixels that a name may give way, up first. */
const ASIDE = [0, -20, 20, -32, 32, -44, 44] as const;

/** The same rules, giving way to our marks, and telling what was placed. A map holds some hundred marks: they are looked through one by one. */
export function keepingFree(rules: readonly LabelRule[], own: OwnMarks): LabelRule[] {
  return rules.map((rule) => ({
    ...rule,
    symbolizer: {
      place: (layout, geom, feature) => {
        const labels = rule.symbolizer.place(layout, geom, feature);
        const marks = allCovered(own.current.scene, layout.zoom);
        const placed = labels?.flatMap((label) => {
          const taken = marks.filter((box) =>
            label.bboxes.some((each) => overlap(grown(each), box)),
          );
          if (taken.length === 0) return [label];
          for (const dy of ASIDE) {
            const bboxes = label.bboxes.map((box) => ({
              ...box,
              minY: box.minY + dy,
              maxY: box.maxY + dy,
            }));
            const isFree = bboxes.every(
              (box) =>
                !taken.some((other) => overlap(other, box)) &&
                (dy === 0 || !layout.index.bboxCollides(box, layout.order)),
            );
            if (!isFree) continue;
            const anchor = label.anchor.clone();
            anchor.y += dy;
            return [{ ...label, anchor, bboxes }];
          }
          return [];
        });
        for (const { bboxes } of placed ?? [])
          for (const box of bboxes) own.current.names.add(layout.zoom, box);
        return placed;
      },
    },
  }));
}

/** A box with the room that it may be moved by. */
function grown({ minX, minY, maxX, maxY }: WorldBox): WorldBox {
  const most = Math.max(...ASIDE);
  return { minX, minY: minY - most, maxX, maxY: maxY + most };
}
