import { firstDays } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import {
  STREET_QUESTION,
  streetLimit,
  type StreetLimit,
} from '../../shared/casework/street-access.ts';
import { byClient } from '../../shared/casework/ride-records.ts';
import { weekRecords } from './week-records.ts';
import { travelOf } from '../roads/road-travel.ts';
import type { Application } from '../../shared/model/client.ts';

/** Reads everything that a plan is made from and audited against. */
export function readPlanFacts(store: Store, on: IsoDate): AuditFacts {
  const year = store.year(on);
  const clients = store.clients.all();
  return {
    on,
    year,
    settings: store.settings.all(),
    clients: new Map(clients.map((each) => [each.id, each])),
    applications: latestApplications(store.applications.all()),
    schools: new Map(store.schools.all().map((each) => [each.urn, each])),
    contracts: store.contracts.all(),
    stops: store.contracts.stops(),
    weeks: weekRecords(store, clients),
    streets: narrowStreets(store),
    travel: travelOf(store, on),
    waivers: byClient(store.rideRecords.waivers()),
    sharing: store.sharing.records(),
    fleets: store.register.fleets(),
    transfer_help: store.tif.lastSaid('transfer_help'),
    ...holdersOn(store, on),
    district_names: new Map(store.districts.all().map(({ code, name }) => [code, name])),
    guide_reasons: byClient(store.rideRecords.reasons()),
    firstDay: firstDays(store, year),
    spent_refs: new Set(store.service.steps().map(({ route_ref }) => route_ref)),
  };
}

/** Of several applications of a client the one received last; of equals the later in the list. */
function latestApplications(all: readonly Application[]): ReadonlyMap<number, Application> {
  const latest = new Map<number, Application>();
  for (const application of all) {
    const other = latest.get(application.client_id);
    if (other === undefined || (other.received_on ?? '') <= (application.received_on ?? ''))
      latest.set(application.client_id, application);
  }
  return latest;
}

/** How many people at work hold each competence in date; nothing where the register has nobody. */
function holdersOn(
  { register }: Pick<Store, 'register'>,
  on: IsoDate,
): Pick<AuditFacts, 'holders'> {
  const here = new Set(register.workers().flatMap(({ id, left_on }) => (left_on === null || left_on >= on ? [id] : []))); // prettier-ignore
  if (here.size === 0) return {};
  const holders = new Map<string, number>();
  for (const { worker_id, competence, expires_on } of register.competences())
    if (here.has(worker_id) && (expires_on === null || expires_on >= on))
      holders.set(competence, (holders.get(competence) ?? 0) + 1);
  return { holders };
}

/** Homes that larger vehicles do not get to, by the last form signed. */
function narrowStreets({ tif }: Pick<Store, 'tif'>): ReadonlyMap<number, StreetLimit> {
  const found = new Map<number, StreetLimit>();
  for (const [client_id, answer] of tif.lastSaid(STREET_QUESTION)) {
    const limit = streetLimit(answer);
    if (limit !== null) found.set(client_id, limit);
  }
  return found;
}
