/** Everybody of a shared route measured once: between its schools and their homes. */
import { travelBasisAt } from '../../costing/read-settings.ts';
import { estimatedTravel } from '../../geo/travel.ts';
import type { Position } from '../../geo/position.ts';
import type { Client } from '../../model/client.ts';
import type { School } from '../../model/school.ts';
import type { StopPlace } from '../../model/stop-place.ts';
import { journeysOf, type CountyFacts } from '../county.ts';
import { toRider, wholeOrNoWay } from '../school-problem.ts';
import type { SharedRider, SharedTable } from './shared-run.ts';

/** A stop to be measured. */
export interface SharedStop {
  readonly client: Client;
  readonly place: StopPlace;
  readonly school_urn: number;
  readonly fixed: boolean;
}

/**
 * The table, riders in the order given. A home that is not known is taken to be that of the stop before on
 * the contract, whoever joins in between, and counts as estimated.
 */
export function sharedTable(
  schools: readonly School[],
  stops: readonly SharedStop[],
  facts: CountyFacts,
): SharedTable {
  const points: Position[] = schools.map(({ lat, lon }) => ({ lat: lat ?? 0, lon: lon ?? 0 }));
  const lost = new Set<number>();
  let last = points[0] ?? { lat: 0, lon: 0 };
  const riders = stops.map(({ client, place, school_urn, fixed }): SharedRider => {
    const journey = journeysOf(client, facts).find((each) => each.place === place) ?? null;
    const at = journey ?? client;
    const known = at.lat === null || at.lon === null ? null : { lat: at.lat, lon: at.lon };
    if (known === null) lost.add(points.length);
    else if (fixed) last = known;
    points.push(known ?? last);
    const school = schools.findIndex((each) => each.urn === school_urn);
    const to = schools[school] ?? schools[0];
    if (to === undefined) throw new RangeError('A shared route without schools');
    return { rider: toRider(client, journey, { work: { school: to }, facts }), school, fixed };
  });
  const travel = facts.travel ?? estimatedTravel(travelBasisAt(facts.settings, facts.on));
  const raw = travel.table(points);
  return {
    schools,
    riders,
    n: raw.n,
    distances: raw.distances.map(wholeOrNoWay),
    durations: raw.durations.map(wholeOrNoWay),
    byRoad: raw.byRoad.map((on, row) => (lost.has(row) ? 0 : on)),
  };
}
