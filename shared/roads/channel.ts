/** Whether an extract lies on both sides of the Channel, where no road leads across. */
import { NO_PLACE, UNITS_A_DEGREE, type RoadInput } from './road-input.ts';

/**
 * The middle of the Channel and of the North Sea's narrows, as `[lon, lat]`: half way between Start Point and Roscoff, Portland and
 * Cherbourg, Beachy Head and Dieppe, Dungeness and Boulogne, South Foreland and Cap Gris-Nez, North Foreland and Ostend (positions of
 * the headlands from GeoNames, to a tenth of a degree or better).
 */
const MIDDLE: readonly (readonly [number, number])[] = [
  [-7, 49.3],
  [-3.8, 49.5],
  [-2, 50.08],
  [0.66, 50.33],
  [1.28, 50.82],
  [1.475, 51.005],
  [2.2, 51.29],
  [3.2, 52.2],
];
/** A share of an extract's places too small to be a country: a stray node or two, in thousandths. */
const STRAY = 1 / 1000;

/** Shares of an extract's places on either side; both 0 where it lies elsewhere. */
export function channelSides(input: RoadInput): { readonly north: number; readonly south: number } {
  const { lat, lon } = input;
  let [north, south, all] = [0, 0, 0];
  for (let node = 0; node < lat.length; node++) {
    if (lat[node] === NO_PLACE) continue;
    all++;
    const y = (lat[node] as number) / UNITS_A_DEGREE;
    const x = (lon[node] as number) / UNITS_A_DEGREE;
    const middle = middleAt(x);
    if (middle === null) continue;
    if (y > middle) north++;
    else south++;
  }
  return { north: north / Math.max(1, all), south: south / Math.max(1, all) };
}

/** Whether roads of an extract lie on both sides. */
export function isAcrossChannel(input: RoadInput): boolean {
  const { north, south } = channelSides(input);
  return north > STRAY && south > STRAY;
}

/** Latitude of the middle at a longitude; null beyond its ends. */
function middleAt(lon: number): number | null {
  for (let i = 1; i < MIDDLE.length; i++) {
    const [lonA, latA] = MIDDLE[i - 1] ?? [0, 0];
    const [lonB, latB] = MIDDLE[i] ?? [0, 0];
    if (lon >= lonA && lon <= lonB) return latA + ((latB - latA) * (lon - lonA)) / (lonB - lonA);
  }
  return null;
}
