/** What families are told of their children's transport: read from the store, and as files for mail merge. */
import { schoolOfStop } from '../../../shared/model/route-schools.ts';
import { HOME } from '../../../shared/model/stop-place.ts';
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { letterSenderAt, rateCardAt } from '../../../shared/costing/read-settings.ts';
import type { Table } from '../../../shared/figures/table.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';
import { FAMILY_FIELDS } from '../../../shared/service/papers/allowed.ts';
import { NO_CREW, type Crew } from '../../../shared/service/papers/crew.ts';
import {
  transportDetails,
  type DetailField,
  type DetailsLacking,
  type TransportDetails,
} from '../../../shared/service/transport-details.ts';
import { isArranged, reasonWords } from '../../../shared/service/reasons.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { crewReader } from './crew-of.ts';
import type { ExportedFile } from '../export-report.ts';

/** Every child to be carried: those whose family can be told, and those of whom something is missing. */
export interface FamilyDetails {
  readonly ready: readonly TransportDetails[];
  readonly lacking: readonly DetailsLacking[];
}

/** Reads all of them as they stand on a day. */
export function readFamilyDetails(
  store: Store,
  on: IsoDate,
  clients: readonly Client[] = store.clients.all(),
): FamilyDetails {
  const settings = store.settings.all();
  const vehicles = new Map(rateCardAt(settings, on).classes.map(({ id, name }) => [id, name]));
  const { contact } = letterSenderAt(settings, on);
  const rides = new Map(
    (store.plans.current()?.routes ?? []).flatMap((route) =>
      route.stops
        .filter((stop) => stop.place === HOME)
        .map((stop) => [stop.client_id, { route, stop }] as const),
    ),
  );
  const others = Map.groupBy(
    (store.plans.current()?.routes ?? []).flatMap((route) =>
      route.stops.filter((stop) => stop.place !== HOME).map((stop) => ({ route, stop })),
    ),
    ({ stop }) => stop.client_id,
  );
  const byId = new Map(clients.map((client) => [client.id, client]));
  const contracts = new Map(store.contracts.all().map((each) => [each.id, each]));
  const schools = new Map(store.schools.all().map((each) => [each.urn, each]));
  const said = saidReader(store);
  const crew = crewReader(store, on, said, { client: (id) => byId.get(id) ?? null, contract: (id) => contracts.get(id) ?? null }); // prettier-ignore
  const crews = new Map<number, Crew>();
  const crewOf = (route: PlannedRoute): Crew => {
    const known = crews.get(route.id) ?? crew(route);
    crews.set(route.id, known);
    return known;
  };
  const ready: TransportDetails[] = [];
  const lacking: DetailsLacking[] = [];
  for (const state of store.read.transport.everyone(null, on)) {
    const client = byId.get(state.client_id);
    if (client === undefined) continue;
    const ride = rides.get(client.id) ?? null;
    const contract_id = ride?.route.contract_id ?? null;
    const urn = ride === null ? null : schoolOfStop(ride.route, ride.stop);
    const made = transportDetails({
      client,
      ride,
      others: others.get(client.id) ?? [],
      contract: contract_id === null ? null : (contracts.get(contract_id) ?? null),
      in_place: isArranged(state),
      why_not: state.reasons.map(reasonWords).join('. '),
      school: urn === null ? null : (schools.get(urn) ?? null),
      vehicle: vehicles.get(ride?.route.vehicle_class ?? '') ?? '',
      crew: ride === null ? NO_CREW : crewOf(ride.route),
      first_day: state.first_day,
      meets: meetingPlace(said(client)),
      office: contact.trim(),
    });
    if ('lacks' in made) lacking.push(made);
    else ready.push(made);
  }
  return { ready, lacking };
}

/** The few answers of the last signed form that are told, or say whose name is: read for everybody at once. */
function saidReader(store: Store): (client: Client) => TifAnswers {
  const said = (['access', 'access_where', 'transfer_help'] as const).map((key) => [key, store.tif.lastSaid(key)] as const); // prettier-ignore
  return (client) =>
    client.tif_signed === 'none'
      ? {}
      : Object.fromEntries(said.flatMap(([key, answers]) => (answers.has(client.id) ? [[key, answers.get(client.id) ?? '']] : []))); // prettier-ignore
}

/** Where child and vehicle meet, where the signed form says that it cannot come to the door. */
function meetingPlace(answers: TifAnswers): string {
  return answers['access'] === 'walk' ? (answers['access_where'] ?? '').trim() : '';
}

const FIELDS = Object.keys(FAMILY_FIELDS) as readonly DetailField[];

/** A .csv and a .xlsx of those who can be told, protected addresses apart; a .csv of the others with what is missing. */
export async function familyDetailsFiles(
  store: Store,
  on: IsoDate,
): Promise<readonly ExportedFile[]> {
  const { ready, lacking } = readFamilyDetails(store, on);
  const warning = store.meta.get().demo ? 'Invented data' : '';
  const { writeWorkbook } = await import('../../files/workbook-writer.ts');
  const files: ExportedFile[] = [];
  const parts = [
    { name: `transport-details-${on}`, rows: ready.filter((each) => !each.protected_address) },
    {
      name: `transport-details-${on}-protected-addresses`,
      rows: ready.filter((each) => each.protected_address),
    },
  ];
  for (const { name, rows } of parts) {
    if (rows.length === 0) continue;
    const table = mergeTable(rows);
    const bytes = await writeWorkbook({
      title: table.title,
      author: 'Kerbside',
      foot: table.title,
      warning,
      made_on: on,
      sheets: [{ name: 'Families', frozen: true, blocks: [{ kind: 'table', table }] }],
    });
    const heads = table.columns.map(({ label }) => label);
    files.push({ name: `${name}.csv`, bytes: writeCsv(heads, table.rows) }, { name: `${name}.xlsx`, bytes }); // prettier-ignore
  }
  const missing = lacking.map(({ ref, name, lacks }) => [ref, name, lacks.join('; ')]);
  if (missing.length > 0)
    files.push({
      name: `transport-details-${on}-not-yet.csv`,
      bytes: writeCsv(['Reference', 'Child', 'What is missing'], missing),
    });
  return files;
}

function mergeTable(rows: readonly TransportDetails[]): Table {
  return {
    key: 'transport_details',
    title: 'Transport details for families',
    columns: [
      ...FIELDS.map((key) => ({ key, label: FAMILY_FIELDS[key].label, kind: 'text' }) as const),
      { key: 'social_worker', label: 'Social worker', kind: 'mark' } as const,
    ],
    rows: rows.map(({ fields, social_worker }) => [
      ...FIELDS.map((key) => fields[key]),
      social_worker,
    ]),
    total: null,
    note: '',
  };
}
