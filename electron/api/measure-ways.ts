/** Two points of the map measured: straight, by car and on foot, by the network where it reaches, else by the stated estimate. */
import type { Measured, MeasuredWay } from '../../shared/api/views/measure.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt, travelBasisAt } from '../../shared/costing/read-settings.ts';
import { formatMargin } from '../../shared/format/distance.ts';
import { estimateTravel, straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Position } from '../../shared/geo/position.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Store } from '../../db/store.ts';
import {
  placePoints,
  pointPath,
  type Pace,
  type PlacedPoint,
} from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import { mphToMps } from '../../shared/roads/speed-table.ts';
import { loadedNetwork, roadsLabel } from '../roads/road-travel.ts';
import { homeOf } from './plan-views.ts';
import { notNamed } from './protected-address.ts';
import type { Lookers } from '../../shared/casework/protected.ts';

/** The two ends, and what they are called in sentences. */
export interface MeasuredEnds {
  readonly from: Position;
  readonly to: Position;
  readonly names: Measured['names'];
  readonly words: readonly [string, string];
}

const WAYS: Readonly<Record<Profile, string>> = { car: 'by car', foot: 'on foot' };
const ROADS: Readonly<Record<Profile, string>> = { car: 'road', foot: 'road or path' };

/** A child's home and school. A protected home is never measured on the map: the line would lead to its door. */
export function endsOfClient(
  store: Store,
  client_id: number,
  lookers: Lookers,
): Result<MeasuredEnds> {
  const client = store.clients.get(client_id);
  if (client === null)
    return fail('no_client', 'There is no such client.', 'Choose a child on the map again.');
  if (client.protected_address) return notNamed(lookers);
  const home = homeOf(client);
  if (home === null)
    return fail('no_position', 'This home has no place on the map.', 'Set its place on the case.');
  const school = client.school_urn === null ? null : store.schools.get(client.school_urn);
  if (school === null || school.lat === null || school.lon === null)
    return fail(
      'no_school',
      'This child has no school with a place on the map.',
      'Name the school on the case, or import the register of schools.',
    );
  return ok({
    from: home,
    to: { lat: school.lat, lon: school.lon },
    names: { from: 'Home', to: school.name },
    words: ['The home', 'The school'],
  });
}

/** Measures. Where one way is not had by the network, it alone is estimated, and a note says why. */
export function measureWays(store: Store, ends: MeasuredEnds, on: IsoDate): Measured {
  const settings = store.settings.all();
  const data = loadedNetwork(store);
  const basis = travelBasisAt(settings, on);
  const peak = numberAt(settings, 'road_peak_factor', on);
  const walking_mph = numberAt(settings, 'walking_mph', on);
  const reach_m = numberAt(settings, 'road_reach_m', on);
  // Times outside the peak; the factor is laid on after.
  const asked = { ...ends, reach_m, pace: { peak_factor: 1, walking_mph } };
  const car = data === null ? null : wayOf(data, 'car', asked);
  const foot = data === null ? null : wayOf(data, 'foot', asked);
  const guess = estimateTravel(ends.from, ends.to, basis);
  const straightLine = [ends.from, ends.to].flatMap(({ lat, lon }) => [lat, lon]);
  const estimate = (duration_s: number | null, reached: MeasuredWay['reach_m']): MeasuredWay => ({
    basis: 'estimated',
    distance_m: guess.distance_m,
    duration_s,
    line: straightLine,
    reach_m: reached,
  });
  const walk_s = guess.distance_m / mphToMps(walking_mph);
  const mph = numberAt(settings, 'speed_mph', on);
  const byCar = car?.way ?? estimate(null, car?.reach_m ?? null);
  const onFoot = foot?.way ?? estimate(walk_s, foot?.reach_m ?? null);
  const isAnyEstimated = byCar.basis === 'estimated' || onFoot.basis === 'estimated';
  const guessed = `Estimated: straight line × ${basis.factor}${byCar.basis === 'estimated' ? `, by car at ${mph} mph, a mean of the morning peak` : ''}`;
  return {
    from: ends.from,
    to: ends.to,
    names: ends.names,
    straight_m: straightLineMetres(ends.from, ends.to),
    car: byCar,
    peak_s: byCar.duration_s === null ? guess.duration_s : byCar.duration_s * peak,
    foot: onFoot,
    source: [data === null ? '' : roadsLabel(data.meta), isAnyEstimated ? guessed : '']
      .filter((part) => part !== '')
      .join('. '),
    pace: `${byCar.basis === 'road' ? `In the morning peak, times by car × ${peak}. ` : ''}Walking at ${walking_mph} mph.`,
    notes: [
      ...(data === null
        ? [
            'No road network is loaded: import an OpenStreetMap extract under Data to measure by road.',
          ]
        : []),
      ...(car?.notes ?? []),
      ...(foot?.notes ?? []).filter((note) => car?.notes.includes(note) !== true),
    ],
  };
}

interface Asked extends MeasuredEnds {
  readonly reach_m: number;
  readonly pace: Pace;
}

function wayOf(
  data: RoadsData,
  profile: Profile,
  asked: Asked,
): {
  readonly way: MeasuredWay | null;
  readonly reach_m: MeasuredWay['reach_m'];
  readonly notes: readonly string[];
} {
  const placed = placePoints(data, profile, [asked.from, asked.to], asked.reach_m);
  const notes = placed.flatMap((point, i) =>
    noteOf(point, { profile, name: asked.words[i] ?? '', reach_m: asked.reach_m }),
  );
  const [from, to] = placed.map(({ place }) => place);
  const reach_m = from && to ? { from: from.reach_m, to: to.reach_m } : null;
  const path = pointPath(data, profile, asked);
  if (path === null || reach_m === null) return { way: null, reach_m, notes };
  const shape = path.shape.flatMap(({ lat, lon }) => [fine(lat), fine(lon)]);
  const { from: start, to: end } = asked;
  return {
    way: {
      basis: 'road',
      distance_m: path.distance_m,
      duration_s: path.duration_s,
      line: [start.lat, start.lon, ...shape, end.lat, end.lon],
      reach_m,
    },
    reach_m,
    notes,
  };
}

/** Why a point has no way, or not the one a reader would think of first. */
function noteOf(
  point: PlacedPoint,
  of: { readonly profile: Profile; readonly name: string; readonly reach_m: number },
): readonly string[] {
  const [way, road] = [WAYS[of.profile], ROADS[of.profile]];
  if (point.place === null) return [`The network has no ${road} ${way}: that way is estimated.`];
  const away = formatMargin(point.place.reach_m);
  const island = point.island
    ? [
        `${of.name} lies nearer to a ${road} that is cut off from the rest of the network ${way}; the nearest that leads on, ${away} away, is what counts.`,
      ]
    : [];
  if (point.within) return island;
  return [
    `No way ${way}: ${of.name.replace(/^The/, 'the')} is ${away} from the nearest ${road} of the network, farther than the ${formatMargin(of.reach_m)} of the settings. That way is estimated.`,
  ];
}

/** Five places of a degree are a metre: what a screen can show. */
function fine(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
