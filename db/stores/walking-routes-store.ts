import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type {
  RoutePlace,
  WalkingRoute,
  WalkingRouteGiven,
} from '../../shared/model/walking-route.ts';
import type { WalkingRoutesStore } from '../evidence-store.ts';
import type { Session } from '../session.ts';
import { toWithdrawal } from './evidence-store.ts';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_m: number | null;
  readonly postcode: string;
  readonly school_urn: number;
  readonly assessed_on: string;
  readonly assessor: string;
  readonly times: string;
  readonly season: string;
  readonly lighting: string;
  readonly traffic: string;
  readonly safe: number;
  readonly finding: string;
  readonly way_round: string;
  readonly safe_way_m: number | null;
  readonly review_on: string | null;
  readonly supersedes: number | null;
  readonly superseded_by: number | null;
  readonly recorded_on: string;
  readonly recorded_by: string;
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string;
  readonly withdrawn_reason: string;
}

function placeOf({ lat, lon, radius_m, postcode }: Row): RoutePlace {
  return lat === null || lon === null || radius_m === null
    ? { kind: 'postcode', postcode }
    : { kind: 'around', lat, lon, radius_m };
}

function toRoute(raw: unknown): WalkingRoute {
  const row = raw as Row;
  const { id, name, school_urn, assessor, times, season, lighting, traffic, finding, way_round } = row; // prettier-ignore
  return {
    id,
    name,
    place: placeOf(row),
    school_urn,
    assessed_on: row.assessed_on as IsoDate,
    assessor,
    times,
    season,
    lighting,
    traffic,
    safe: row.safe === 1,
    finding,
    way_round,
    safe_way_m: row.safe_way_m,
    review_on: row.review_on as IsoDate | null,
    recorded_on: row.recorded_on as IsoDate,
    recorded_by: row.recorded_by,
    supersedes: row.supersedes,
    superseded_by: row.superseded_by,
    withdrawn: toWithdrawal(row),
  };
}

/** An assessment in a line, as the history has it. */
function said({ assessed_on, safe, assessor }: WalkingRouteGiven): string {
  return `${safe ? 'safe' : 'not safe'} when accompanied, walked on ${formatDate(assessed_on)} by ${assessor}`;
}

/** The register of walked routes, one row an assessment for ever. */
export function walkingRoutesStore(session: Session): WalkingRoutesStore {
  const { sql } = session;
  // A withdrawn assessment takes nobody's place: the one before it stands again.
  const select = `SELECT r.id, r.name, r.lat, r.lon, r.radius_m, r.postcode, r.school_urn, r.assessed_on, r.assessor, r.times,
      r.season, r.lighting, r.traffic, r.safe, r.finding, r.way_round, r.safe_way_m, r.review_on, r.supersedes, r.recorded_on,
      r.recorded_by, r.withdrawn_on, r.withdrawn_by, r.withdrawn_reason,
      (SELECT next.id FROM walking_route next WHERE next.supersedes = r.id AND next.withdrawn_on IS NULL) AS superseded_by
    FROM walking_route r`;
  const all = sql.prepare(`${select} ORDER BY r.assessed_on DESC, r.id DESC`);
  const one = sql.prepare(`${select} WHERE r.id = ?`);
  const add = sql.prepare(
    `INSERT INTO walking_route (name, lat, lon, radius_m, postcode, school_urn, assessed_on, assessor, times, season, lighting,
       traffic, safe, finding, way_round, safe_way_m, review_on, supersedes, recorded_on, recorded_by, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = sql.prepare(
    'UPDATE walking_route SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const get = (id: number): WalkingRoute | null => {
    const row = one.get(id);
    return row === undefined ? null : toRoute(row);
  };
  const log = ({ name }: Pick<WalkingRoute, 'name'>, before: string, after: string): void => {
    const entity = 'walking_route';
    session.log({ entity, ref: name, client_id: null, field: 'walking_route', before, after });
  };
  return {
    all: () => all.all().map(toRoute),
    get,
    add: (given, { on, by, supersedes }) => {
      session.mustWrite();
      const { place } = given;
      const around = place.kind === 'around' ? place : null;
      const before = supersedes === null ? null : get(supersedes);
      const added = add.run(
        given.name,
        around?.lat ?? null,
        around?.lon ?? null,
        around?.radius_m ?? null,
        place.kind === 'postcode' ? place.postcode : '',
        given.school_urn,
        given.assessed_on,
        given.assessor,
        given.times,
        given.season,
        given.lighting,
        given.traffic,
        given.safe ? 1 : 0,
        given.finding,
        given.way_round,
        given.safe_way_m,
        given.review_on,
        supersedes,
        on,
        by,
        session.changeId(),
      );
      log(given, before === null ? '' : said(before), said(given));
      const id = Number(added.lastInsertRowid);
      return defined(get(id), `walking route ${id}`);
    },
    withdraw: (route, { on, by, reason }) => {
      session.mustWrite();
      withdraw.run(on, by, reason, route.id);
      log(route, said(route), `withdrawn: ${reason}`);
    },
  };
}
