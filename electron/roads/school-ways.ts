/** Lengths from homes to many schools on the store's network: what the schools need is worked out once, a home costs a search. */
import type { Position } from '../../shared/geo/position.ts';
import type { SchoolWays } from '../../shared/eligibility/nearer-schools.ts';
import type { NetworkWay } from '../../shared/eligibility/network-ways.ts';
import type { School } from '../../shared/model/school.ts';
import { placePoints } from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import { costsTo, costTable } from '../../shared/roads/road-table.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import type { Snapped } from '../../shared/roads/snap.ts';
import { once } from './once.ts';
import { roadsLabel } from './road-travel.ts';

/** What is asked of a network. */
export interface SchoolsAsked {
  /** Schools that are asked about again and again, read when first needed; others are measured one by one. */
  readonly schools: () => readonly School[];
  /** The farthest that a home or a school may lie from the network, metres. */
  readonly reach_m: number;
  /** Whether many homes are coming: a single question is then answered out of the row to all schools as well. */
  readonly isMany?: boolean;
}

/** Ways from one home. */
export interface WaysFromHome extends SchoolWays {
  /** The way to one school, with how far both ends lie from the network; null beyond its reach. */
  readonly way: (school: Pick<School, 'urn' | 'lat' | 'lon'>) => NetworkWay | null;
}

const KINDS = { foot: 'walking', car: 'road' } as const;

/** Makes the function that measures from one home after another; null is a home without a position. */
export function schoolWays(
  roads: RoadsData,
  profile: Profile,
  { schools, reach_m, isMany = false }: SchoolsAsked,
): (home: Position | null) => WaysFromHome {
  const placeOf: PlaceOf = ({ lat, lon }) => {
    if (lat === null || lon === null) return null;
    const [found] = placePoints(roads, profile, [{ lat, lon }], reach_m);
    return found?.within === true ? found.place : null;
  };
  const ends = once(() => endsOf(roads, profile, schools(), placeOf));
  const source = roadsLabel(roads.meta);
  return (home) => {
    const from = once(() => (home === null ? null : placeOf(home)));
    const row = once(() => {
      const place = from();
      return place === null ? null : ends().lengths(place);
    });
    const one = (start: Snapped, end: Snapped): number =>
      (costTable(roads.network, roads[profile], [start], [end]).length[0] ?? 0) / 1000;
    const way: WaysFromHome['way'] = (school) => {
      const start = from();
      if (start === null) return null;
      const known = isMany ? ends().byUrn.get(school.urn) : undefined;
      const end = known === undefined ? placeOf(school) : (known?.place ?? null);
      if (end === null) return null;
      const distance_m = known ? (row()?.[known.column] ?? Number.NaN) / 1000 : one(start, end);
      return { distance_m, home_reach_m: start.reach_m, school_reach_m: end.reach_m, source };
    };
    const metres = (school: School): number => {
      const known = ends().byUrn.get(school.urn);
      if (known === undefined) return way(school)?.distance_m ?? Number.NaN;
      return known === null ? Number.NaN : (row()?.[known.column] ?? Number.NaN) / 1000;
    };
    return {
      kind: KINDS[profile],
      source,
      way,
      to: (asked) =>
        asked.length === 1
          ? Float64Array.from(asked, (school) => way(school)?.distance_m ?? Number.NaN)
          : Float64Array.from(asked, metres),
    };
  };
}

type PlaceOf = (at: Pick<School, 'lat' | 'lon'>) => Snapped | null;

/** Where the schools lie on the network, by URN, null beyond its reach, and the lengths to all of them, millimetres by column. */
interface Ends {
  readonly byUrn: ReadonlyMap<number, { readonly column: number; readonly place: Snapped } | null>;
  readonly lengths: (from: Snapped) => Int32Array;
}

function endsOf(
  roads: RoadsData,
  profile: Profile,
  schools: readonly School[],
  placeOf: PlaceOf,
): Ends {
  const byUrn = new Map<number, { readonly column: number; readonly place: Snapped } | null>();
  const places: Snapped[] = [];
  for (const school of schools) {
    const place = placeOf(school);
    byUrn.set(school.urn, place === null ? null : { column: places.length, place });
    if (place !== null) places.push(place);
  }
  const table = costsTo(roads.network, roads[profile], places);
  return { byUrn, lengths: (from) => table([from]).length };
}
