/** The county by district on paper: shaded by cost a head, districts alone, no homes and no schools. */
import { PAPER } from '../../shared/figures/colours.ts';
import type { CostPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { formatPounds } from '../../shared/format/money.ts';
import { escapeHtml } from './paper-table.ts';

type District = CostPressureSummary['districts'][number];
type Ring = readonly (readonly [number, number])[];

const WIDTH = 340;
const TALLEST = 280;
/** A district without a boundary is a disc about its centre, in CSS pixels. */
const DISC = 20;
/** From one line of a label to the next. */
const LETTERS = 6.8;
/** Finer than this, in CSS pixels, no line is seen. */
const STEP = 0.35;
/** From the palest to the full shade. */
const SHADES = ['#eef5f5', '#d3e5e6', '#b2d0d2', '#8dbabd', '#69a3a6'] as const;

/** An `<svg>` with its words for who cannot see it, and how many of its districts have no boundary. */
export function districtMap(districts: readonly District[]): {
  readonly svg: string;
  readonly words: string;
  readonly discs: number;
} {
  const shapes = districts.map((district) => ({ district, rings: ringsOf(district.boundary) }));
  const place = projection(shapes.flatMap(({ district, rings }) => (rings.length === 0 ? [[district.lon, district.lat] as const] : rings.flat()))); // prettier-ignore
  const told = districts.flatMap(({ per_head_pence }) => per_head_pence ?? []);
  const [least, most] = [Math.min(...told), Math.max(...told)];
  const shade = (pence: number | null): string => {
    if (pence === null) return '#ffffff';
    const part = most === least ? 1 : (pence - least) / (most - least);
    return SHADES[Math.min(SHADES.length - 1, Math.floor(part * SHADES.length))] ?? SHADES[0];
  };
  const drawn = shapes.map(({ district, rings }) => {
    const fill = `fill="${shade(district.per_head_pence)}" stroke="${PAPER.ink_soft}" stroke-width="0.6"`;
    if (rings.length > 0) return `<path d="${rings.map((ring) => pathOf(ring, place.at)).join('')}" fill-rule="evenodd" ${fill}/>`; // prettier-ignore
    const [x, y] = place.at([district.lon, district.lat]);
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DISC}" ${fill}/>`;
  });
  const labels = districts.map((district) => {
    const [x, y] = place.at([district.lon, district.lat]);
    const value = district.per_head_pence === null ? '' : formatPounds(Math.round(district.per_head_pence / 100) * 100); // prettier-ignore
    const halo =
      'paint-order="stroke" stroke="#ffffff" stroke-width="2" stroke-opacity="0.85" stroke-linejoin="round"';
    const lines = [...folded(district.name), ...(value === '' ? [] : [value])];
    const top = y + 2.2 - ((lines.length - 1) * LETTERS) / 2;
    return lines
      .map((words, at) => {
        const weight = words === value ? 600 : 400;
        return `<text x="${x.toFixed(1)}" y="${(top + at * LETTERS).toFixed(1)}" text-anchor="middle" font-size="6.6" font-weight="${weight}" fill="${PAPER.ink}" ${halo}>${escapeHtml(words)}</text>`;
      })
      .join('');
  });
  const words = districts
    .filter(({ per_head_pence }) => per_head_pence !== null)
    .map(({ name, per_head_pence }) => `${name} ${formatPounds(per_head_pence ?? 0)}`);
  return {
    svg: `<svg viewBox="0 0 ${WIDTH} ${place.height.toFixed(0)}" xmlns="http://www.w3.org/2000/svg" font-family="${PAPER.font}">${drawn.join('')}${labels.join('')}</svg>`,
    words: `Cost a head a year by district of the home: ${words.join(', ')}.`,
    discs: shapes.filter(({ rings }) => rings.length === 0).length,
  };
}

/** A name in lines of some twelve letters. */
function folded(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 12)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Outer lines and holes of a Polygon or MultiPolygon; none where no boundary was imported. */
function ringsOf(boundary: string): readonly Ring[] {
  if (boundary === '') return [];
  const shape = JSON.parse(boundary) as
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

/** Degrees to the picture, with room for discs and labels: true to shape at the middle latitude. */
function projection(points: readonly (readonly [number, number])[]) {
  const margin = DISC + 8;
  const box = points.reduce(
    (all, [lon, lat]) => ({
      west: Math.min(all.west, lon),
      east: Math.max(all.east, lon),
      south: Math.min(all.south, lat),
      north: Math.max(all.north, lat),
    }),
    { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity },
  );
  const squeeze = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180) || 1;
  const wide = Math.max((box.east - box.west) * squeeze, 0.01);
  const high = Math.max(box.north - box.south, 0.01);
  const scale = Math.min((WIDTH - 2 * margin) / wide, (TALLEST - 2 * margin) / high);
  return {
    height: points.length === 0 ? 60 : high * scale + 2 * margin,
    at: ([lon, lat]: readonly [number, number]): readonly [number, number] => [
      margin + (lon - box.west) * squeeze * scale,
      margin + (box.north - lat) * scale,
    ],
  };
}

/** A closed line, without points nearer than can be seen. */
function pathOf(
  ring: Ring,
  at: (point: readonly [number, number]) => readonly [number, number],
): string {
  const parts: string[] = [];
  let [lastX, lastY] = [Infinity, Infinity];
  for (const point of ring) {
    const [x, y] = at(point);
    if (Math.hypot(x - lastX, y - lastY) < STEP) continue;
    parts.push(`${parts.length === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`);
    [lastX, lastY] = [x, y];
  }
  return `${parts.join('')}Z`;
}
