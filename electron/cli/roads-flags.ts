/** What the commands of the road network share. */
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Pace } from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import type { Store } from '../../db/store.ts';
import { lostOf } from '../roads/lost-files.ts';
import { roadsOf } from '../roads/roads-file.ts';
import type { CommandInput, FlagHelp } from './command.ts';
import { textFlag, usage } from './common-flags.ts';

export const PROFILE_FLAG: FlagHelp = {
  value: 'car|foot',
  help: 'the fastest way by car, or the shortest on foot',
  required: true,
};

/** The profile asked for. */
export function profileFlag(input: CommandInput): Result<Profile> {
  const given = textFlag(input, 'profile');
  if (given === 'car' || given === 'foot') return ok(given);
  return usage(`--profile is ${given ?? ''}, which is neither car nor foot.`, 'Give car or foot.');
}

/** The network of a store, or the advice to import one. */
export function loadedRoads(store: Store): Result<RoadsData> {
  const roads = roadsOf(store.path);
  if (!roads.ok) return roads;
  if (roads.value !== null) return ok(roads.value);
  const lost = lostOf(store).find(({ kind }) => kind === 'roads');
  return fail(
    'no_roads',
    lost?.words ?? 'No road network is loaded in this store.',
    'Import an OpenStreetMap extract first: kerbside roads import.',
  );
}

/** Speeds in force on a day, with the morning peak where it is asked for. */
export function paceOn(store: Store, on: IsoDate, peak: boolean): Pace {
  const settings = store.settings.all();
  return {
    peak_factor: peak ? numberAt(settings, 'road_peak_factor', on) : 1,
    walking_mph: numberAt(settings, 'walking_mph', on),
  };
}

/** How far a point may lie from the network, metres. */
export function reachOn(store: Store, on: IsoDate): number {
  return numberAt(store.settings.all(), 'road_reach_m', on);
}

/** A number to one place, as the tables carry it. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
