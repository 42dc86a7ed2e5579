import type { Position } from '../geo/position.ts';

/**
 * The land that invented homes may stand on: Kent's coast from Gravesend round to Hastings and the Isle of
 * Sheppey, closed inland well beyond the county. Natural Earth 1:10m land (public domain), three
 * decimals: true to about a kilometre. Points are `lon,lat`.
 */
const MAINLAND = `
0.383,51.453 0.448,51.460 0.455,51.463 0.463,51.470 0.466,51.477 0.470,51.480 0.535,51.492
0.697,51.477 0.711,51.470 0.722,51.457 0.722,51.446 0.715,51.441 0.693,51.440 0.657,51.445
0.643,51.445 0.610,51.424 0.574,51.419 0.556,51.413 0.563,51.406 0.571,51.399 0.578,51.394
0.585,51.391 0.671,51.391 0.715,51.384 0.704,51.396 0.700,51.409 0.704,51.419 0.725,51.419
0.729,51.406 0.740,51.387 0.754,51.372 0.765,51.364 0.977,51.349 1.100,51.374 1.424,51.392
1.449,51.382 1.438,51.350 1.435,51.343 1.431,51.338 1.424,51.333 1.420,51.330 1.384,51.330
1.377,51.327 1.381,51.305 1.388,51.288 1.406,51.261 1.413,51.222 1.406,51.183 1.384,51.151
1.355,51.131 1.291,51.117 1.262,51.104 1.251,51.102 1.229,51.104 1.219,51.100 1.208,51.095
1.201,51.087 1.193,51.083 1.172,51.077 1.107,51.077 1.085,51.073 1.067,51.065 1.028,51.041
0.977,50.994 0.967,50.982 0.970,50.957 0.981,50.918 0.945,50.909 0.869,50.925 0.801,50.940
0.761,50.931 0.664,50.871 0.625,50.859
0.300,50.820 -0.300,50.820 -0.300,51.480 0.250,51.480 0.300,51.462
`;

const SHEPPEY = `
0.913,51.413 0.934,51.397 0.941,51.382 0.938,51.370 0.913,51.364 0.794,51.370 0.776,51.376
0.758,51.386 0.743,51.401 0.733,51.413 0.747,51.440 0.754,51.446 0.769,51.448 0.891,51.421
0.902,51.418
`;

type Ring = readonly (readonly [number, number])[];

function ringOf(text: string): Ring {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [lon = Number.NaN, lat = Number.NaN] = pair.split(',').map(Number);
      return [lon, lat] as const;
    });
}

const RINGS: readonly Ring[] = [ringOf(MAINLAND), ringOf(SHEPPEY)];

/** Whether a position is on the mainland or on Sheppey (even-odd rule; Shimrat, 1962). */
export function isOnLand(position: Position): boolean {
  return RINGS.some((ring) => isInside(position, ring));
}

function isInside({ lat, lon }: Position, ring: Ring): boolean {
  let inside = false;
  let [lastLon, lastLat] = ring[ring.length - 1] ?? [0, 0];
  for (const [nextLon, nextLat] of ring) {
    const crosses = nextLat > lat !== lastLat > lat;
    if (crosses && lon < ((lastLon - nextLon) * (lat - nextLat)) / (lastLat - nextLat) + nextLon) {
      inside = !inside;
    }
    lastLon = nextLon;
    lastLat = nextLat;
  }
  return inside;
}
