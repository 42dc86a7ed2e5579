/** Lengths from homes to many schools on the store's network: what the schools need is worked out once, a home costs a search. */
import type { Position } from '../../shared/geo/position.ts';
import type { SchoolWays } from '../../shared/eligibility/nearer-schools.ts';
import type { School } from '../../shared/model/school.ts';
import { placePoints } from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import type { RoadPlace } from '../../shared/roads/profile-roads.ts';
import { costsTo, costTable } from '../../shared/roads/road-table.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import { once } from './once.ts';
import { roadsLabel } from './road-travel.ts';

/** What is asked of a network. */
export interface SchoolsAsked {
  /** Schools that are asked about again and again, read when first needed; others are measured one by one. */
  readonly schools: () => readonly School[];
  /** The farthest that a home or a school may lie from the network, metres. */
  readonly reach_m: number;
}

const KINDS = { foot: 'walking', car: 'road' } as const;

/** Makes the function that measures from one home after another; null is a home without a position. */
export function schoolWays(
  roads: RoadsData,
  profile: Profile,
  { schools, reach_m }: SchoolsAsked,
): (home: Position | null) => SchoolWays {
  const placeOf = (at: Position | null): RoadPlace | null => {
    if (at === null) return null;
    const [found] = placePoints(roads, profile, [at], reach_m);
    return found?.within === true ? found.place : null;
  };
  const ends = once(() => endsOf(roads, profile, schools(), placeOf));
  const source = roadsLabel(roads.meta);
  return (home) => {
    const from = once(() => placeOf(home));
    const row = once(() => {
      const place = from();
      return place === null ? null : ends().lengths(place);
    });
    const one = ({ lat, lon }: School): number => {
      const start = from();
      const end = lat === null || lon === null ? null : placeOf({ lat, lon });
      if (start === null || end === null) return Number.NaN;
      return (costTable(roads.network, roads[profile], [start], [end]).length[0] ?? 0) / 1000;
    };
    return {
      kind: KINDS[profile],
      source,
      to: (asked) =>
        Float64Array.from(asked, (school) => {
          // A single question does not need all schools' ends.
          const column = asked.length === 1 ? undefined : ends().columns.get(school.urn);
          if (column === undefined) return one(school);
          return column === null ? Number.NaN : (row()?.[column] ?? Number.NaN) / 1000;
        }),
    };
  };
}

/** Where the schools lie on the network: the column of each by URN, null beyond reach, and the lengths to all of them, millimetres. */
interface Ends {
  readonly columns: ReadonlyMap<number, number | null>;
  readonly lengths: (from: RoadPlace) => Int32Array;
}

function endsOf(
  roads: RoadsData,
  profile: Profile,
  schools: readonly School[],
  placeOf: (at: Position | null) => RoadPlace | null,
): Ends {
  const columns = new Map<number, number | null>();
  const places: RoadPlace[] = [];
  for (const { urn, lat, lon } of schools) {
    const place = lat === null || lon === null ? null : placeOf({ lat, lon });
    columns.set(urn, place === null ? null : places.length);
    if (place !== null) places.push(place);
  }
  const table = costsTo(roads.network, roads[profile], places);
  return { columns, lengths: (from) => table([from]).length };
}
