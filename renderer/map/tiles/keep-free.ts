/** Keeps the names of a vector map off our own schools and their names: moved aside where there is room, else left out. */
import type { LabelRule } from 'protomaps-leaflet';
import type { MapSchool } from '../../../shared/api/views/map.ts';
import { isNamed } from '../paint/schools.ts';
import { worldSize, worldX, worldY } from '../mercator.ts';

/** The schools of the map as it stands; read whenever a tile is laid out. */
export interface OwnMarks {
  readonly current: readonly MapSchool[];
}

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Half a school's square with air, and the room that a letter of its name takes: pixels. */
const HALF = 11;
const LETTER = 6.4;

/** What a school covers at a whole zoom, world pixels: its square, and its name where it is named, which stands to the right if it can. */
export function coveredBy(school: MapSchool, zoom: number): Box {
  const size = worldSize(zoom);
  const [x, y] = [worldX(school.lon) * size, worldY(school.lat) * size];
  const name = isNamed(school, zoom) ? school.name.length * LETTER + 6 : 0;
  return { minX: x - HALF, minY: y - HALF, maxX: x + HALF + name, maxY: y + HALF };
}

function overlap(a: Box, b: Box): boolean {
  return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;
}

/** Pixels that a name may give way, up first. */
const ASIDE = [0, -20, 20, -32, 32] as const;

/** The same rules, giving way to our marks. A map holds some hundred schools: they are looked through one by one. */
export function keepingFree(rules: readonly LabelRule[], own: OwnMarks): LabelRule[] {
  return rules.map((rule) => ({
    ...rule,
    symbolizer: {
      place: (layout, geom, feature) => {
        const labels = rule.symbolizer.place(layout, geom, feature);
        return labels?.flatMap((label) => {
          const taken = own.current
            .map((school) => coveredBy(school, layout.zoom))
            .filter((box) => label.bboxes.some((each) => overlap(grown(each), box)));
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
      },
    },
  }));
}

/** A box with the room that it may be moved by. */
function grown({ minX, minY, maxX, maxY }: Box): Box {
  const most = Math.max(...ASIDE);
  return { minX, minY: minY - most, maxX, maxY: maxY + most };
}
