/** The register of providers, people and vehicles. */
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { Handlers } from '../handler.ts';
import { providerPage, providersPage } from '../register-views.ts';

export const registerHandlers: Handlers<'register/providers' | 'register/provider'> = {
  'register/providers': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(providersPage(store.value, host.today())) : store;
  },

  'register/provider': ({ key }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const page = providerPage(store.value, key, host.today());
    if (page !== null) return ok(page);
    return fail(
      'no_such_record',
      `No contract and nothing on the register names the provider ${key}.`,
      'Choose one of the list of providers.',
      { key },
    );
  },
};
