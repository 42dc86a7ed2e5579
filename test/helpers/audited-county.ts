import type { AuditedPlan, AuditFacts } from '../../shared/audit/audit-facts.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import type { PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import { ON, someClient, someContract, someSchool, YEAR } from './cost-facts.ts';
import { planCounty } from './plan-county.ts';
import { someApplication } from './random-county.ts';

const at = (lat: number, lon: number, given: Partial<Client> = {}): Partial<Client> => ({
  lat,
  lon,
  school_urn: 1,
  ...given,
});

/** Two children on a contract, four waiting, one of them without a position. */
function county(): AuditFacts {
  const clients = [
    someClient(1, at(51.2, 0.45)),
    someClient(2, at(51.22, 0.5)),
    someClient(3, at(51.3, 0.6)),
    someClient(4, at(51.31, 0.61, { assistant: 'shared' })),
    someClient(5, at(51.28, 0.7, { clinical_limit_s: 3000 })),
    someClient(6, { lat: null, lon: null, school_urn: 1 }),
  ];
  return {
    on: ON,
    year: YEAR,
    settings: DEFAULT_SETTINGS,
    clients: new Map(clients.map((each) => [each.id, each])),
    applications: new Map([3, 4, 5, 6].map((id) => [id, someApplication(id)])),
    schools: new Map([
      [1, someSchool(1)],
      [2, someSchool(2)],
    ]),
    contracts: [someContract(1, { seats: 2, arrives_s: 31_000 })],
    stops: [1, 2].map((client_id) => ({
      contract_id: 1,
      client_id,
      stop_order: client_id,
      pick_up_s: null,
      released: false,
      left_on: null,
    })),
    firstDay: () => isoDate('2026-09-03'),
  };
}

/** A small county and its plan, which the audit passes: faults are planted in copies of either. */
export const auditedCounty = county();
export const auditedPlan: AuditedPlan = planCounty(auditedCounty, 100);

/** The route of a client. */
export function routeWith(client_id: number): PlannedRoute {
  return defined(
    auditedPlan.routes.find((route) => route.stops.some((stop) => stop.client_id === client_id)),
    `route of client ${client_id}`,
  );
}

/** The plan with one route as given. */
export function change(route: PlannedRoute, to: Partial<PlannedRoute>): AuditedPlan {
  const routes = auditedPlan.routes.map((each) => (each === route ? { ...each, ...to } : each));
  return { ...auditedPlan, routes };
}

/** The plan with one stop as given. */
export function changeStop(
  route: PlannedRoute,
  client_id: number,
  to: Partial<PlannedStop>,
): AuditedPlan {
  const stops = route.stops.map((stop) =>
    stop.client_id === client_id ? { ...stop, ...to } : stop,
  );
  return change(route, { stops });
}

/** The county with one client as given. */
export function withClient(id: number, given: Partial<Client>): AuditFacts {
  const client = { ...defined(auditedCounty.clients.get(id), 'client'), ...given };
  return { ...auditedCounty, clients: new Map([...auditedCounty.clients, [id, client]]) };
}
