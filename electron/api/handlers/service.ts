/** Who has transport, and what providers confirm. */
import { ok } from '../../../shared/kernel/result.ts';
import { confirmContracts, unconfirmContracts } from '../confirm-contracts.ts';
import type { Handlers } from '../handler.ts';
import { childTransport, confirmRows, routeService, transportPage } from '../service-views.ts';

export const serviceHandlers: Handlers<
  | 'service/who'
  | 'service/child'
  | 'service/route'
  | 'service/to-confirm'
  | 'service/confirm'
  | 'service/unconfirm'
> = {
  'service/who': (input, host) => {
    const store = host.store();
    return store.ok ? ok(transportPage(store.value, input, host.today())) : store;
  },

  'service/child': (input, host) => {
    const store = host.store();
    return store.ok ? ok(childTransport(store.value, input, host.today())) : store;
  },

  'service/route': ({ route_ref }, host) => {
    const store = host.store();
    return store.ok ? ok(routeService(store.value, route_ref, host.today())) : store;
  },

  'service/to-confirm': ({ contract_ids }, host) => {
    const store = host.store();
    return store.ok ? ok(confirmRows(store.value, contract_ids, host.today())) : store;
  },

  'service/confirm': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const done = confirmContracts(store.value, input, host.today());
    if (done.ok) host.changed('applications', 'plan');
    return done;
  },

  'service/unconfirm': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const done = unconfirmContracts(store.value, input, host.today());
    if (done.ok) host.changed('applications', 'plan');
    return done;
  },
};
