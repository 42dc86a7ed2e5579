import { planningYearOf } from '../../shared/calendar/years.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { phaseOf } from '../../shared/casework/phase.ts';
import { tifSections, type TifForm } from '../../shared/casework/tif.ts';
import {
  applicationDeadline,
  post16StatementOn,
} from '../../shared/costing/read-casework-settings.ts';
import { travelBasisAt } from '../../shared/costing/read-settings.ts';
import { attributeRoute } from '../../shared/costing/share-rule.ts';
import { estimateTravel, straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Position } from '../../shared/geo/position.ts';
import {
  UNALLOCATED_REASONS,
  type PlannedRoute,
  type Unallocated,
} from '../../shared/model/plan.ts';
import { placeOnRoute } from '../../shared/model/plan-rides.ts';
import type { CasePage, OtherStop } from '../../shared/api/views/case.ts';
import type { Client } from '../../shared/model/client.ts';
import type { School } from '../../shared/model/school.ts';
import type { Sql } from '../sql.ts';
import type { ClientState } from '../read-aggregate.ts';
import { planReader } from '../stores/plan-rows.ts';
import type { Family } from './family.ts';
import type { Aggregates } from './read-store.ts';
import { sharingFrom } from './sharing.ts';

/** Lines of history shown on a case page. */
const HISTORY_LINES = 200;

function placeOf(record: Client | School | null): Position | null {
  if (record === null || record.lat === null || record.lon === null) return null;
  return { lat: record.lat, lon: record.lon };
}

type Distances = Pick<CasePage, 'straight_line_m' | 'distance_m' | 'distance_basis'>;

/** Home to school: as the plan had it, else estimated from the straight line. */
function distancesOf(
  client: Client,
  school: School | null,
  known: { readonly planned: number | null; readonly basis: 'estimated' | 'road' },
  estimate: (a: Position, b: Position) => number,
): Distances {
  const home = placeOf(client);
  const there = placeOf(school);
  if (home === null || there === null) {
    return { straight_line_m: null, distance_m: null, distance_basis: 'unknown' };
  }
  return {
    straight_line_m: straightLineMetres(home, there),
    distance_m: known.planned ?? estimate(home, there),
    distance_basis: known.planned === null ? 'estimated' : known.basis,
  };
}

function neighbours(sql: Sql) {
  const previous = sql
    .prepare('SELECT ref FROM client WHERE ref < ? ORDER BY ref DESC LIMIT 1')
    .pluck();
  const next = sql.prepare('SELECT ref FROM client WHERE ref > ? ORDER BY ref LIMIT 1').pluck();
  return (client: Client): Pick<CasePage, 'previous_ref' | 'next_ref'> => ({
    previous_ref: (previous.get(client.ref) as string | undefined) ?? null,
    next_ref: (next.get(client.ref) as string | undefined) ?? null,
  });
}

/** The route of the plan in use that a client is on, and why they are on none. */
function placement(sql: Sql) {
  const { route } = planReader(sql);
  const detail = sql.prepare(
    `SELECT detail, days FROM plan_unallocated WHERE client_id = ?
       AND plan_id = (SELECT id FROM plan WHERE status <> 'superseded')`,
  );
  const others = sql.prepare(
    `SELECT r.id AS route_id, r.ref AS route_ref, r.arrive_s, coalesce(s.name, '') AS school, ps.place, ps.mornings,
       ps.afternoons, ps.pick_up_s, ps.drop_off_s
     FROM plan_stop ps JOIN plan_route r ON r.id = ps.route_id LEFT JOIN school s ON s.urn = r.school_urn
     WHERE ps.client_id = ? AND r.plan_id = (SELECT id FROM plan WHERE status <> 'superseded')
       AND NOT (ps.place = 'home' AND ps.route_id = ?)
     ORDER BY ps.mornings, ps.route_id, ps.stop_order`,
  );
  return {
    othersOf: (state: ClientState | null): readonly OtherStop[] =>
      state === null || state.route_id === null
        ? []
        : (others.all(state.client_id, state.route_id) as OtherStop[]),
    routeOf: (state: ClientState | null): PlannedRoute | null =>
      state === null || state.route_id === null ? null : route(state.route_id),
    reasonOf: (state: ClientState | null): Unallocated | null => {
      const reason = UNALLOCATED_REASONS.find((each) => each === state?.reason);
      if (state === null || reason === undefined) return null;
      const { client_id } = state;
      const row = detail.get(client_id) as
        { readonly detail: string; readonly days: number | null } | undefined;
      const line = { client_id, reason, detail: row?.detail ?? '' };
      return row === undefined || row.days === null ? line : { ...line, days: row.days };
    },
  };
}

/** The form that is worked on. While one is being written a complete signed one stays the one that counts. */
function tifForm(store: Aggregates, client: Client, on: IsoDate): TifForm | null {
  const signed = store.tif.lastSigned(client.id);
  if (signed !== null && signed.complete) return { answers: signed.answers, signed: true, on };
  const draft = store.tif.draft(client.id);
  if (draft !== null) return { answers: draft.answers, signed: false, on };
  return signed === null ? null : { answers: signed.answers, signed: true, on };
}

/** Everything about one client on one page. The address is shown here, with its mark where it is protected. */
export function casePageReader(
  sql: Sql,
  store: Aggregates,
  {
    stateOf,
    family,
  }: {
    readonly stateOf: (client_id: number) => ClientState | null;
    readonly family: (client: Client) => Family;
  },
): (client_id: number, on: IsoDate) => CasePage | null {
  const around = neighbours(sql);
  const placed = placement(sql);
  return (client_id, on) => {
    const client = store.clients.get(client_id);
    if (client === null) return null;
    const application = store.applications.ofClient(client_id);
    const school = client.school_urn === null ? null : store.schools.get(client.school_urn);
    const state = stateOf(client_id);
    const route = placed.routeOf(state);
    const at = route === null ? -1 : placeOnRoute(route.stops, client_id);
    const planned = route?.stops[at]?.direct_m ?? null;
    const travel = travelBasisAt(store.settings.all(), on);
    const year = planningYearOf(on);
    const phase = phaseOf(client, year);
    const settings = store.settings.all();
    const isPost16 = phase === 'sixth_form' || phase === 'adult';
    const contract_id = state?.contract_id ?? null;
    return {
      client,
      application,
      school,
      district_name: store.districts.get(client.district_code)?.name ?? '',
      phase,
      transport: state?.transport ?? 'closed',
      reason: placed.reasonOf(state),
      route,
      other_stops: placed.othersOf(state),
      contract: contract_id === null ? null : store.contracts.get(contract_id),
      tif_sections: tifSections(client, application, tifForm(store, client, on)),
      ...distancesOf(
        client,
        school,
        { planned, basis: route?.distance_basis ?? 'estimated' },
        (a, b) => estimateTravel(a, b, travel).distance_m,
      ),
      cost_day_pence:
        route === null || at < 0
          ? null
          : (attributeRoute(route, sharingFrom(store, on))[at] ?? null),
      late: state?.late ?? false,
      days_late: state?.days_late ?? 0,
      deadline_on:
        application === null
          ? null
          : applicationDeadline(settings, year, on, { type: application.type, phase }),
      statement_on: isPost16 ? post16StatementOn(settings, year, on) : null,
      ...around(client),
      ...family(client),
      lookers: { names: [], may_look: false },
      history: store.history.list({ client_id, limit: HISTORY_LINES }),
    };
  };
}
