/** What is coming up over the whole store: every case looked at so many days ahead. */
import type { Store } from '../../db/store.ts';
import type { ComingUp, Whom } from '../../shared/api/views/coming-up.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { RequestFacts } from '../../shared/eligibility/case-facts.ts';
import { outlookOf, type OutlookCase } from '../../shared/eligibility/outlook.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ApplicationStatus, Client } from '../../shared/model/client.ts';
import { countyOf, factsReader } from './case-facts.ts';

/** States after which no birthday opens a case again. */
const OVER: readonly ApplicationStatus[] = ['withdrawn', 'not_ours', 'ended'];

/** A child carried without a request this summer: the rules are tried on what is known of them. */
function standIn({ id, ref }: Client): RequestFacts {
  return {
    ref,
    client_id: id,
    type: '',
    status: 'awarded',
    held_reason: '',
    held_accepted: '',
  };
}

/** Looks `days` ahead over requests that are open or decided and children who are carried. */
export function outlook(
  store: Store,
  { on, days }: { readonly on: IsoDate; readonly days: number },
): ComingUp {
  const county = countyOf(store);
  const factsOf = factsReader(store, { on, isAll: true });
  const awards = store.decisions.awards();
  const moves = store.particulars.movesAhead();
  const clients = new Map(store.clients.all().map((each) => [each.id, each]));
  const whom = new Map<number, Whom>();
  const cases: OutlookCase[] = [];
  const add = (application: RequestFacts, isCarried: boolean): void => {
    const client = defined(clients.get(application.client_id), `client of ${application.ref}`);
    cases.push({
      facts: factsOf(application, client),
      award: isCarried ? null : (awards.get(application.ref) ?? null),
      moves: moves.get(client.id) ?? [],
    });
    const name = [client.surname, client.forename].filter((part) => part !== '').join(', ');
    const school = client.school_urn === null ? undefined : county.schools.get(client.school_urn);
    whom.set(client.id, {
      ref: client.ref,
      name: name === '' ? client.ref : name,
      school: school?.name ?? client.school_given,
      status: isCarried ? '' : application.status,
    });
  };
  const applications = new Map(store.applications.all().map((each) => [each.ref, each]));
  for (const { client_id, active, application_ref } of store.read.states(on)) {
    const application = applications.get(application_ref);
    if (application !== undefined) {
      if (!OVER.includes(application.status)) add(application, false);
    } else if (active) {
      add(standIn(defined(clients.get(client_id), `client ${client_id}`)), true);
    }
  }
  const { until, events, edges, policy_changes } = outlookOf(county, cases, { on, days });
  const of = (client_id: number): Whom => defined(whom.get(client_id), `client ${client_id}`);
  return {
    on,
    days,
    until,
    cases: cases.length,
    events: events.map((event) => ({ ...event, ...of(event.client_id) })),
    edges: edges.map((edge) => ({ ...edge, ...of(edge.client_id) })),
    policy_changes,
  };
}
