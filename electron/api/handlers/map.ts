import type { Output } from '../../../shared/api/contract.ts';
import { costBySchool } from '../../../shared/costing/share-by-school.ts';
import { schoolsOfRoute } from '../../../shared/model/route-schools.ts';
import { planDistanceWords } from '../../../shared/model/plan-distances.ts';
import { loadedNetwork } from '../../roads/road-travel.ts';
import { TRANSPORT_STATES } from '../../../shared/api/views/applications.ts';
import type { MapData, MapDistrict, MapSchool } from '../../../shared/api/views/map.ts';
import { numberAt } from '../../../shared/costing/read-settings.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { ImportKind } from '../../../shared/model/import.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { District, School } from '../../../shared/model/school.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { ClientState } from '../../../db/read-aggregate.ts';
import type { Store } from '../../../db/store.ts';
import { baseMap } from '../../files/base-map.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { dropMap } from '../../files/map-beside.ts';
import type { Handlers } from '../handler.ts';
import { HOME } from '../../../shared/model/stop-place.ts';
import { planShown } from '../plan-views.ts';
import { schoolReach } from '../school-reach.ts';

export const mapHandlers: Handlers<
  | 'map/data'
  | 'map/base'
  | 'map/tiles'
  | 'map/take'
  | 'map/drop'
  | 'map/districts'
  | 'map/reach'
  | 'map/export-table'
  | 'map/print'
> = {
  'map/data': ({ plan_id }, host) => {
    const store = host.store();
    return store.ok ? ok(mapData(store.value, host.today(), plan_id)) : store;
  },
  'map/base': () => ok(baseMap()),
  'map/tiles': async (_input, host) => (await host.tiles.info()) ?? ok(null),
  'map/take': ({ file_id }, host) => {
    const file = host.files.get(file_id);
    if (!file.ok) return file;
    const label = `Taking in the map ${file.value.name}`;
    return host.startJob({ kind: 'map', label, file: file.value });
  },
  'map/drop': async (_input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    await host.tiles.close();
    const dropped = dropMap(store.value.path);
    store.value.write(host.byHand(), () => {
      store.value.meta.rememberBeside('map', '');
    });
    host.changed('map');
    return ok({ dropped });
  },
  'map/districts': async (_input, host) => {
    const text = await host.page('map_districts');
    return text.ok ? ok(JSON.parse(text.value) as Output<'map/districts'>) : text;
  },
  'map/export-table': ({ name, headings, rows }, host) =>
    ok({ file_id: host.files.put(name, writeCsv(headings, rows)), name }),
  'map/print': ({ file_id, name, paper, title, words }, host) => {
    const file = host.files.get(file_id);
    if (!file.ok) return file;
    if (!('bytes' in file.value.source))
      return fail('file_gone', 'The sheet is no longer held.', 'Draw it again.');
    const picture = file.value.source.bytes;
    return host.startJob({
      kind: 'map-print',
      label: `Printing ${title}`,
      sheet: { name, picture, paper, title, words },
    });
  },
  'map/reach': ({ school_urn }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const school = store.value.schools.get(school_urn);
    if (school === null || school.lat === null || school.lon === null) return ok(null);
    const at = { lat: school.lat, lon: school.lon };
    return ok(schoolReach(store.value, at, host.today()));
  },
};

/** A client who is to be carried, with where they stand. */
interface Carried {
  readonly client: Client;
  readonly state: ClientState;
}

/** Everything the map draws. Protected addresses never leave the host: they are only counted. */
export function mapData(store: Store, on: IsoDate, plan_id?: number): MapData {
  const plan = planShown(store, plan_id);
  const known = store.read.states(on);
  const shown = plan_id === undefined ? known : statesIn(plan, known);
  const states = new Map(shown.map((state) => [state.client_id, state]));
  const carried: Carried[] = [];
  for (const client of store.clients.all()) {
    const state = states.get(client.id);
    if (state?.active === true) carried.push({ client, state });
  }
  return {
    homes: homesOf(carried),
    schools: schoolsOf(store, plan, carried),
    districts: districtsOf(store.districts.all(), carried),
    protected_hidden: carried.filter(({ client }) => client.protected_address).length,
    sources: sourcesOf(store, plan, on),
  };
}

/**
 * Words that the publishers ask for wherever their data is shown: Ordnance Survey (Code-Point Open licence),
 * ONS Open Geography and DfE's schools, all under the Open Government Licence v3.0, read 22 November 2026.
 */
const OWNERS: readonly (readonly [ImportKind, string])[] = [
  [
    'postcodes',
    'Postcodes: contains OS data © Crown copyright and database right, Royal Mail data © Royal Mail copyright and National Statistics data, OGL v3.0',
  ],
  [
    'boundaries',
    'Districts: Office for National Statistics, OGL v3.0; contains OS data © Crown copyright and database right',
  ],
  ['schools', 'Schools: Department for Education, OGL v3.0, or the council’s own list'],
];

function sourcesOf(store: Store, plan: Plan | null, on: IsoDate): readonly string[] {
  const owners = OWNERS.flatMap(([kind, words]) => {
    const last = store.imports.last(kind);
    return last === null ? [] : [`${words} (imported ${formatDate(last.on)})`];
  });
  const factor = numberAt(store.settings.all(), 'road_factor', on);
  const distances =
    plan?.distance_basis === 'road'
      ? `Distances ${planDistanceWords(plan)}`
      : `Distances estimated: straight line × ${factor}`;
  const roads = loadedNetwork(store) === null ? [] : ['Roads: © OpenStreetMap contributors, ODbL'];
  return [...owners, ...roads, distances];
}

/** Where clients would stand if another plan were in use: on one of its routes, or not. */
function statesIn(plan: Plan | null, states: readonly ClientState[]): readonly ClientState[] {
  const contractOf = new Map<number, number | null>();
  for (const { contract_id, stops } of plan?.routes ?? []) {
    for (const { client_id, place } of stops)
      if (place === HOME || !contractOf.has(client_id)) contractOf.set(client_id, contract_id);
  }
  const listed = new Set((plan?.unallocated ?? []).map((each) => each.client_id));
  const transportOf = (state: ClientState): ClientState['transport'] => {
    const contract = contractOf.get(state.client_id);
    if (listed.has(state.client_id)) return 'unallocated';
    if (contract === undefined) return 'not_planned';
    const stays = state.transport === 'in_place' && contract === state.contract_id;
    return stays ? 'in_place' : 'planned';
  };
  return states.map((state) => ({ ...state, transport: transportOf(state) }));
}

function homesOf(carried: readonly Carried[]): MapData['homes'] {
  const client_id: number[] = [];
  const lat: number[] = [];
  const lon: number[] = [];
  const school_urn: number[] = [];
  const state: number[] = [];
  for (const { client, state: stands } of carried) {
    if (client.protected_address || client.lat === null || client.lon === null) continue;
    client_id.push(client.id);
    lat.push(client.lat);
    lon.push(client.lon);
    school_urn.push(client.school_urn ?? 0);
    state.push(TRANSPORT_STATES.indexOf(stands.transport));
  }
  return { client_id, lat, lon, school_urn, state };
}

/** What is counted at one school. */
interface Tally {
  clients: number;
  routes: number;
  unallocated: number;
  cost_day_pence: number;
}

/** Schools that clients go to or routes run to; before there are any, the special schools. */
function schoolsOf(store: Store, plan: Plan | null, carried: readonly Carried[]): MapSchool[] {
  const tallies = new Map<number, Tally>();
  const tallyOf = (urn: number): Tally => {
    const known = tallies.get(urn);
    if (known !== undefined) return known;
    const made = { clients: 0, routes: 0, unallocated: 0, cost_day_pence: 0 };
    tallies.set(urn, made);
    return made;
  };
  for (const { client, state } of carried) {
    if (client.school_urn === null) continue;
    const tally = tallyOf(client.school_urn);
    tally.clients += 1;
    if (state.transport === 'unallocated') tally.unallocated += 1;
  }
  for (const route of plan?.routes ?? []) {
    for (const urn of schoolsOfRoute(route)) tallyOf(urn).routes += 1;
    for (const [urn, pence] of costBySchool(route)) tallyOf(urn).cost_day_pence += pence;
  }
  const nothing: Tally = { clients: 0, routes: 0, unallocated: 0, cost_day_pence: 0 };
  return store.schools.all().flatMap((school) => {
    const tally = tallies.get(school.urn);
    if (tally === undefined && (tallies.size > 0 || !isSpecial(school))) return [];
    return mapSchool(school, tally ?? nothing);
  });
}

function isSpecial(school: School): boolean {
  return school.status === 'open' && school.type_group.startsWith('special_');
}

function mapSchool(school: School, tally: Tally): MapSchool[] {
  const { urn, name, lat, lon, type_group, roll } = school;
  return lat === null || lon === null ? [] : [{ urn, name, lat, lon, type_group, roll, ...tally }];
}

type Coordinates = NonNullable<MapDistrict['geometry']>['coordinates'];

function districtsOf(districts: readonly District[], carried: readonly Carried[]): MapDistrict[] {
  const clients = new Map<string, number>();
  for (const { client } of carried) {
    clients.set(client.district_code, (clients.get(client.district_code) ?? 0) + 1);
  }
  return districts.map(({ code, name, own, lat, lon, boundary }) => ({
    code,
    name,
    own,
    lat,
    lon,
    geometry: geometryOf(boundary),
    clients: clients.get(code) ?? 0,
  }));
}

/** The boundary as a MultiPolygon; imports keep either kind of text. */
function geometryOf(boundary: string): MapDistrict['geometry'] {
  if (boundary === '') return null;
  const geometry = JSON.parse(boundary) as
    | { readonly type: 'MultiPolygon'; readonly coordinates: Coordinates }
    | { readonly type: 'Polygon'; readonly coordinates: Coordinates[number] };
  return geometry.type === 'MultiPolygon'
    ? geometry
    : { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
}
