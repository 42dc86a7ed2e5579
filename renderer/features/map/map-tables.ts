/** Everything the map shows as tables of plain cells: one for each layer, the same on the screen and in the .csv file. */
import { TRANSPORT_STATES } from '../../../shared/api/views/applications.ts';
import type { MapData, MapSchool, SchoolReach } from '../../../shared/api/views/map.ts';
import type { RouteRow } from '../../../shared/api/views/plan.ts';
import {
  MEASURES,
  MEASURE_WORDS,
  type DistrictFacts,
} from '../../../shared/figures/district-measures.ts';
import type { Column, Table } from '../../../shared/figures/table.ts';
import { straightLineMetres } from '../../../shared/geo/estimate.ts';
import { isInside } from '../../../shared/geo/inside.ts';
import { HOME_WORDS, wordsFor } from '../../../shared/model/words.ts';

/** A table whose rows can be opened: parallel to its rows, what each stands for. */
export interface MapTableData extends Table {
  readonly opens: readonly (number | string)[];
}

const column = (key: string, label: string, kind: Column['kind']): Column => ({ key, label, kind });

/** Schools, most clients first. */
export function schoolsTable(schools: readonly MapSchool[]): MapTableData {
  const sorted = schools.toSorted((a, b) => b.clients - a.clients);
  return {
    key: 'schools',
    title: 'Schools on the map, most clients first',
    columns: [
      column('school', 'School', 'text'),
      column('clients', 'Clients', 'count'),
      column('roll', 'On roll', 'count'),
      column('routes', 'Routes', 'count'),
      column('unallocated', 'Without a route', 'count'),
      column('cost_day', '£ a day', 'pence'),
      column('position', 'Position', 'note'),
    ],
    rows: sorted.map((school) => [
      school.name,
      school.clients,
      school.roll,
      school.routes,
      school.unallocated,
      school.cost_day_pence,
      `${school.lat.toFixed(4)}, ${school.lon.toFixed(4)}`,
    ]),
    opens: sorted.map(({ urn }) => urn),
    total: null,
    note: '',
  };
}

/** The routes of a school. */
export function routesTable(school: MapSchool, routes: readonly RouteRow[]): MapTableData {
  return {
    key: 'routes',
    title: `Routes to ${school.name}`,
    columns: [
      column('route', 'Route', 'text'),
      column('provider', 'Provider', 'text'),
      column('vehicle', 'Vehicle', 'text'),
      column('clients', 'Clients', 'count'),
      column('distance', 'Miles', 'metres'),
      column('longest', 'Longest ride, min', 'seconds'),
      column('cost_day', '£ a day', 'pence'),
    ],
    rows: routes.map((route) => [
      route.ref,
      route.provider === '' ? 'Not let yet' : route.provider,
      route.vehicle,
      route.clients,
      route.distance_m,
      route.longest_ride_s,
      route.cost_day_pence,
    ]),
    opens: routes.map(({ id }) => id),
    total: null,
    note: '',
  };
}

/** What a table of homes is about. */
export interface HomesAsked {
  readonly data: MapData;
  readonly school: MapSchool | null;
  /** Of the chosen school; null where the layer is off. */
  readonly reach: SchoolReach | null;
  /** Only these; null for all. */
  readonly ids: ReadonlySet<number> | null;
  readonly only: 'all' | 'unallocated';
}

/** Homes with their state, school and straight line; no name and no address. With a reach, within how many minutes. */
export function homesTable({ data, school, reach, ids, only }: HomesAsked): MapTableData {
  const schools = new Map(data.schools.map((each) => [each.urn, each]));
  const { homes } = data;
  const rows: (string | number | null)[][] = [];
  const opens: number[] = [];
  homes.client_id.forEach((id, i) => {
    const state = TRANSPORT_STATES[homes.state[i] ?? -1] ?? 'not_planned';
    const urn = homes.school_urn[i] ?? 0;
    if (state === 'closed' || (only === 'unallocated' && state !== 'unallocated')) return;
    if ((school !== null && urn !== school.urn) || (ids !== null && !ids.has(id))) return;
    const at = { lat: homes.lat[i] ?? 0, lon: homes.lon[i] ?? 0 };
    const to = schools.get(urn);
    rows.push([
      id,
      wordsFor(HOME_WORDS, state),
      to?.name ?? 'no school on the map',
      to === undefined ? null : straightLineMetres(at, to),
      ...(reach === null ? [] : [withinWords(reach, at)]),
      at.lat.toFixed(4),
      at.lon.toFixed(4),
    ]);
    opens.push(id);
  });
  const whose = school === null ? '' : ` to ${school.name}`;
  const of = only === 'unallocated' ? 'Children without a route' : 'Homes on the map';
  return {
    key: only === 'unallocated' ? 'unallocated' : 'homes',
    title: `${ids === null ? of : 'Selected homes'}${whose}`,
    columns: [
      column('client', 'Client', 'mark'),
      column('state', 'State', 'text'),
      column('school', 'School', 'text'),
      column('straight', 'Straight line, miles', 'metres'),
      ...(reach === null
        ? []
        : [column('reach', reach.basis === 'road' ? 'By road' : 'Reached, est.', 'text')]),
      column('lat', 'Latitude', 'note'),
      column('lon', 'Longitude', 'note'),
    ],
    rows,
    opens,
    total: null,
    note: [
      data.protected_hidden === 0 ? '' : 'Protected addresses are left out here as on the map.',
      reach?.words ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  };
}

/** Within how many minutes a school is reached from a place, by the outlines drawn. */
export function withinWords(
  { bands }: SchoolReach,
  at: { readonly lat: number; readonly lon: number },
): string {
  const within = bands
    .filter(({ lines }) => isInside(lines, at.lat, at.lon))
    .map(({ minutes }) => minutes);
  const longest = Math.max(...bands.map(({ minutes }) => minutes));
  return within.length === 0 ? `over ${longest} min` : `within ${Math.min(...within)} min`;
}

/** Every measure that districts can be shaded by. */
export function districtsTable(districts: readonly DistrictFacts[]): MapTableData {
  const kinds = {
    clients: 'count',
    cost_head: 'pence',
    mean_distance: 'metres',
    tif_completion: 'share',
    without_transport: 'count',
  } as const;
  const headings = {
    clients: 'Clients',
    cost_head: '£ a head a year',
    mean_distance: 'Mean distance, miles',
    tif_completion: 'TIFs complete',
    without_transport: 'Without transport',
  } as const;
  const sorted = districts.toSorted((a, b) => b.clients - a.clients);
  return {
    key: 'districts',
    title: 'Districts, most clients first',
    columns: [
      column('district', 'District', 'text'),
      ...MEASURES.map((measure) => column(measure, headings[measure], kinds[measure])),
    ],
    rows: sorted.map((facts) => [
      facts.name,
      ...MEASURES.map((measure) => MEASURE_WORDS[measure].value(facts)),
    ]),
    opens: sorted.map(({ code }) => code),
    total: null,
    note: 'Cost a head and mean distance are of children on a route of the plan.',
  };
}
