/** A small county whose plan is known, to be edited by hand. */
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { PlanEdit } from '../../shared/edits/edit.ts';
import { makeEdit, type MadeEdit } from '../../shared/edits/make-edit.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import { ON, someClient, someContract, someSchool, YEAR } from './cost-facts.ts';
import { someApplication } from './random-county.ts';

/** Five children west and east of a school; the fifth travels on a contract. The west and the east are a taxi each. */
export function editedCounty(given: Readonly<Record<number, Partial<Client>>> = {}): AuditFacts {
  const places = [
    [51.25, 0.3],
    [51.25, 0.32],
    [51.25, 0.8],
    [51.25, 0.82],
    [51.4, 0.55],
  ] as const;
  const clients = places.map(([lat, lon], at) =>
    someClient(at + 1, { lat, lon, school_urn: 1, year_group: 8, ...given[at + 1] }),
  );
  return {
    on: ON,
    year: YEAR,
    settings: DEFAULT_SETTINGS,
    clients: new Map(clients.map((each) => [each.id, each])),
    applications: new Map([1, 2, 3, 4].map((id) => [id, someApplication(id)])),
    schools: new Map([[1, someSchool(1, { name: 'Meadowfield School' })]]),
    contracts: [someContract(1, { school_urn: 1, seats: 8, price_day_pence: 9000 })],
    stops: [
      {
        contract_id: 1,
        client_id: 5,
        stop_order: 1,
        pick_up_s: null,
        released: false,
        left_on: null,
      },
    ],
    firstDay: () => isoDate('2026-09-03'),
  };
}

/** The route that a client is on. */
export const routeOf = (plan: Plan, client_id: number): PlannedRoute =>
  defined(
    plan.routes.find((route) => route.stops.some((stop) => stop.client_id === client_id)),
    `the route of client ${client_id}`,
  );
/** Who is on a client's route, in pick-up order. */
export const order = (plan: Plan, client_id: number): readonly number[] =>
  routeOf(plan, client_id).stops.map((stop) => stop.client_id);

/** An edit that must succeed. */
export function done(plan: Plan, edit: PlanEdit, facts: AuditFacts): MadeEdit {
  const made = makeEdit(plan, edit, facts);
  if (!made.ok) throw new Error(made.error.cause);
  return made.value;
}
/** The refusal of an edit, `done` for none. */
export const codeOf = (plan: Plan, edit: PlanEdit, facts: AuditFacts): string => {
  const made = makeEdit(plan, edit, facts);
  return made.ok ? 'done' : made.error.code;
};
