/** `kerbside roads path`: the way between two places as GeoJSON. */
import type { Position } from '../../shared/geo/position.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { placePoints, pointPath, type PointPath } from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import type { Command, CommandInput } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';
import { loadedRoads, paceOn, PROFILE_FLAG, profileFlag, reachOn, tenth } from './roads-flags.ts';

export const roadsPathCommand: Command = {
  name: 'roads path',
  summary: 'the way by road between two places, as GeoJSON',
  flags: {
    store: STORE_FLAG,
    profile: PROFILE_FLAG,
    from: { value: 'LAT,LON', help: 'where it begins, in degrees', required: true },
    to: { value: 'LAT,LON', help: 'where it ends', required: true },
    peak: { help: 'the time of the morning peak (car)' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Prints one GeoJSON feature: a line from road to road, with length_m and duration_s.',
  run: async (input) => {
    const profile = profileFlag(input);
    if (!profile.ok) return profile;
    const from = placeFlag(input, 'from');
    if (!from.ok) return from;
    const to = placeFlag(input, 'to');
    if (!to.ok) return to;
    return withStore(input, ({ store, on }) => {
      const roads = loadedRoads(store);
      if (!roads.ok) return roads;
      const reach_m = reachOn(store, on);
      const ends = { from: from.value, to: to.value };
      const pace = paceOn(store, on, input.flags['peak'] === true);
      const path = pointPath(roads.value, profile.value, { ...ends, reach_m, pace });
      if (path === null) return outOfReach(roads.value, profile.value, { ...ends, reach_m });
      const json = featureOf(path, profile.value, roads.value);
      return ok({ exit: 0, json, lines: [JSON.stringify(json)] });
    });
  },
};

function placeFlag(input: CommandInput, name: 'from' | 'to'): Result<Position> {
  const text = textFlag(input, name) ?? '';
  const parts = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  const [lat, lon] = [Number(parts?.[1] ?? Number.NaN), Number(parts?.[2] ?? Number.NaN)];
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return ok({ lat, lon });
  return usage(
    `--${name} is ${text}, which is not a place in degrees.`,
    'Give latitude and longitude, such as 52.67,-0.73.',
  );
}

function outOfReach(
  roads: RoadsData,
  profile: Profile,
  asked: { readonly from: Position; readonly to: Position; readonly reach_m: number },
) {
  const placed = placePoints(roads, profile, [asked.from, asked.to], asked.reach_m);
  const names = ['The start', 'The end'];
  const causes = placed.flatMap(({ within, place }, at) =>
    within
      ? []
      : [
          `${names[at]} lies ${place === null ? 'nowhere near' : `${Math.round(place.reach_m)} m from`} the network.`,
        ],
  );
  return fail(
    'out_of_reach',
    causes.join(' '),
    `Give places within ${asked.reach_m} m of a road of the network.`,
    { source: roads.meta.source },
  );
}

function featureOf(path: PointPath, profile: Profile, { meta }: RoadsData) {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: path.shape.map(({ lat, lon }) => [lon, lat]) },
    properties: {
      profile,
      basis: profile === 'car' ? 'road' : 'walking',
      length_m: tenth(path.distance_m),
      duration_s: tenth(path.duration_s),
      snapped_m: [path.from, path.to].map(({ place }) =>
        place === null ? null : tenth(place.reach_m),
      ),
      islands: [path.from, path.to].flatMap(({ island }, at) => (island ? [at] : [])),
      source: meta.source,
      map_on: meta.map_on,
    },
  };
}
