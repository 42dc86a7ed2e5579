import type { MapData } from '../../../shared/api/views/map.ts';
import type { RouteLine, StopMark } from '../../map/scene.ts';
import type { Bounds } from '../../map/view.ts';

/** England's south east, where nothing is known yet. */
const SOMEWHERE: Bounds = { west: 0.0, south: 50.9, east: 1.45, north: 51.5 };

/** The box around points given as latitudes and longitudes; null for none. */
function around(lats: readonly number[], lons: readonly number[]): Bounds | null {
  if (lats.length === 0) return null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const lat of lats) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  for (const lon of lons) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return { west, east, south, north };
}

/** Value below which a part of the list lies. */
function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}

/** The county: districts of its own where known, else where nearly all homes lie (far placements left out). */
export function countyBounds(data: MapData | null): Bounds {
  if (data === null) return SOMEWHERE;
  const own = data.districts.filter((district) => district.own);
  const corners = own.flatMap((district) => district.geometry?.coordinates.flat(2) ?? []);
  const outline = around(
    corners.map(([, lat]) => lat),
    corners.map(([lon]) => lon),
  );
  if (outline !== null) return outline;
  if (data.homes.lat.length > 0) {
    const lats = [...data.homes.lat].sort((a, b) => a - b);
    const lons = [...data.homes.lon].sort((a, b) => a - b);
    return {
      south: quantile(lats, 0.004),
      north: quantile(lats, 0.996),
      west: quantile(lons, 0.004),
      east: quantile(lons, 0.996),
    };
  }
  const places = data.schools.length > 0 ? data.schools : data.districts;
  return (
    around(
      places.map(({ lat }) => lat),
      places.map(({ lon }) => lon),
    ) ?? SOMEWHERE
  );
}

/** The box around some lines; null where none has a point. */
export function linesBounds(lines: readonly RouteLine[]): Bounds | null {
  const points = lines.flatMap(({ line }) => line);
  return around(
    points.filter((_, at) => at % 2 === 0),
    points.filter((_, at) => at % 2 === 1),
  );
}

/** A school with the lines of its routes, or the ground about it where it has none. */
export function schoolBounds(
  school: { readonly lat: number; readonly lon: number },
  lines: readonly RouteLine[],
): Bounds {
  const lats = lines.flatMap(({ line }) => line.filter((_, i) => i % 2 === 0));
  const lons = lines.flatMap(({ line }) => line.filter((_, i) => i % 2 === 1));
  const found = around([school.lat, ...lats], [school.lon, ...lons]);
  return widen(
    found ?? { west: school.lon, east: school.lon, south: school.lat, north: school.lat },
  );
}

/** A route's stops and its line. */
export function routeBounds(line: RouteLine, stops: readonly StopMark[]): Bounds {
  const lats = [...line.line.filter((_, i) => i % 2 === 0), ...stops.map(({ lat }) => lat)];
  const lons = [...line.line.filter((_, i) => i % 2 === 1), ...stops.map(({ lon }) => lon)];
  return widen(around(lats, lons) ?? SOMEWHERE);
}

/** The ground about one home. */
export function homeBounds(lat: number, lon: number): Bounds {
  return { west: lon - 0.04, east: lon + 0.04, south: lat - 0.025, north: lat + 0.025 };
}

function widen(bounds: Bounds): Bounds {
  const lat = Math.max(0.01, (bounds.north - bounds.south) * 0.05);
  const lon = Math.max(0.016, (bounds.east - bounds.west) * 0.05);
  return {
    west: bounds.west - lon,
    east: bounds.east + lon,
    south: bounds.south - lat,
    north: bounds.north + lat,
  };
}
