/** What every place asks of the host: the channels of its screen with what they are asked, as they are when it is opened. */
import type { ChannelName, Input } from '../../shared/api/contract.ts';
import { isoDate } from '../../shared/calendar/dates.ts';

/** One call of a screen. */
export interface Call {
  readonly channel: ChannelName;
  readonly input: unknown;
}

function ask<C extends ChannelName>(channel: C, input: Input<C>): Call {
  return { channel, input };
}

const ALL_APPLICATIONS = { filter: {}, sort: 'name', descending: false, offset: 0, limit: 100 } as const; // prettier-ignore
const WHO = { on: null, show: 'all', text: '', school_urn: null, offset: 0, limit: 50 } as const;

/** Screens by their address. `id` is a child's, `route_id` and `contract_id` those of a route of the plan in use. */
export function placeCalls(of: {
  readonly client_id: number;
  readonly route_id: number;
  readonly route_ref: string;
  readonly contract_id: number;
}): Readonly<Record<string, readonly Call[]>> {
  return {
    today: [
      ask('today/get', {}),
      ask('today/sentence', {}),
      ask('costs/next-year', {}),
      ask('work/overview', {}),
      ask('work/due', {}),
      ask('notices/counts', {}),
      ask('register/due', {}),
      ask('contacts/due', {}),
      ask('invoices/list', { month: '', provider: '', lines: 'found' }),
    ],
    applications: [ask('applications/query', ALL_APPLICATIONS), ask('applications/facets', {})],
    'applications/work': [ask('work/overview', {}), ask('work/officers', {})],
    'applications/tifs': [ask('tif/completion', {})],
    'applications/letters': [ask('letters/due', {})],
    'applications/coming-up': [ask('coming-up/get', { days: null })],
    'applications/walking-routes': [ask('walking-routes/list', {})],
    'applications/case': [
      ask('applications/case', { client_id: of.client_id }),
      ask('service/child', { client_id: of.client_id, on: null }),
    ],
    map: [
      ask('map/data', {}),
      ask('map/base', {}),
      ask('map/districts', {}),
      ask('plan/current', {}),
    ],
    routes: [
      ask('routes/query', { school_urn: null }),
      ask('routes/detail', { route_id: of.route_id }),
    ],
    'routes/who-has-transport': [ask('service/who', WHO)],
    'routes/notices': [ask('notices/list', {})],
    'routes/rounds': [ask('rounds/list', {})],
    'routes/contacts': [ask('contacts/list', {})],
    'routes/bedding-in': [ask('bedding-in/get', {})],
    'routes/sheets': [ask('sheets/list', {})],
    'routes/schools': [ask('papers/schools', {})],
    'routes/papers': [ask('papers/log', {})],
    'routes/families': [ask('family-details/get', {})],
    'routes/changes': [ask('changes/since', { since: isoDate('2026-07-01') })],
    'routes/over-limit': [ask('rides/over-limit', {})],
    providers: [ask('register/providers', {})],
    'providers/people': [ask('register/people', {})],
    'providers/vehicles': [ask('register/vehicles', {})],
    'providers/running-out': [ask('register/running-out', {})],
    'providers/tenders': [ask('lots/list', {})],
    'providers/invoices': [ask('invoices/list', { month: '', provider: '', lines: 'found' })],
    'providers/crew': [ask('register/crew', { contract_id: of.contract_id })],
    costs: [
      ask('costs/overview', {}),
      ask('costs/next-year', {}),
      ask('costs/breakdown', { by: 'school' }),
    ],
    data: [ask('data/overview', {})],
    'data/calendars': [ask('calendars/schools', {})],
  };
}
