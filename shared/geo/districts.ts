import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Position } from './position.ts';

/** What the search needs of a district; `model`'s District is one. */
export interface DistrictShape {
  readonly code: string;
  /** GeoJSON text of a Polygon or MultiPolygon, '' where none was imported. */
  readonly boundary: string;
}

interface Shape {
  readonly code: string;
  readonly geometry: Polygon | MultiPolygon;
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

/** Parses the boundaries once and answers the code of the district around a position, '' for none. */
export function districtFinder(
  districts: readonly DistrictShape[],
): (position: Position) => string {
  const shapes = districts.flatMap((district) => shapeOf(district) ?? []);
  return ({ lat, lon }) => {
    for (const { code, geometry, box } of shapes) {
      if (lon < box[0] || lat < box[1] || lon > box[2] || lat > box[3]) continue;
      if (booleanPointInPolygon([lon, lat], geometry)) return code;
    }
    return '';
  };
}

/** The code of the district around a position, '' for none. For many positions use `districtFinder`. */
export function districtOf(position: Position, districts: readonly DistrictShape[]): string {
  return districtFinder(districts)(position);
}

function shapeOf(district: DistrictShape): Shape | null {
  if (district.boundary === '') return null;
  const geometry = JSON.parse(district.boundary) as Polygon | MultiPolygon;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = Number.NaN, lat = Number.NaN] of polygons.flat(2)) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { code: district.code, geometry, box: [west, south, east, north] };
}
