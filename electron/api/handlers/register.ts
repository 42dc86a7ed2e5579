/** The register of providers, people and vehicles. */
import type { ChannelName } from '../../../shared/api/contract.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { saveBy } from '../register-answers.ts';
import type { Handlers } from '../handler.ts';
import { savePerson, saveProvider, saveVehicle } from '../register-edits.ts';
import {
  peoplePage,
  providerPage,
  providersPage,
  registerChoices,
  runningOutCount,
  runningOutPage,
  vehiclesPage,
} from '../register-views.ts';
import { assign, candidates, crewPage } from '../route-crew.ts';

export const registerHandlers: Handlers<Extract<ChannelName, `register/${string}`>> = {
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

  'register/people': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(peoplePage(store.value, host.today())) : store;
  },

  'register/vehicles': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(vehiclesPage(store.value, host.today())) : store;
  },

  'register/running-out': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(runningOutPage(store.value, host.today())) : store;
  },

  'register/due': (_input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const register_empty = store.value.register.isEmpty();
    return ok({ ...runningOutCount(store.value, host.today()), register_empty });
  },

  'register/choices': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(registerChoices(store.value, host.today())) : store;
  },

  'register/save-provider': (input, host) =>
    saveBy(host, (store, by) => saveProvider(store, input, by)),

  'register/save-person': (input, host) =>
    saveBy(host, (store, by) => savePerson(store, input, { by, on: host.today() })),

  'register/save-vehicle': (input, host) =>
    saveBy(host, (store, by) => saveVehicle(store, input, { by, on: host.today() })),

  'register/remove': (input, host) =>
    saveBy(host, ({ register, write }, by): Result<{ readonly removed: boolean }> => {
      const isThere =
        input.kind === 'provider'
          ? register.provider(input.key) !== null
          : input.kind === 'worker'
            ? register.worker(input.id) !== null
            : register.vehicle(input.id) !== null;
      if (!isThere) return ok({ removed: false });
      write(by, () => {
        if (input.kind === 'provider') register.removeProvider(input.key);
        else if (input.kind === 'worker') register.removeWorker(input.id);
        else register.removeVehicle(input.id);
      });
      return ok({ removed: true });
    }),

  'register/crew': ({ contract_id }, host) => {
    const store = host.store();
    return store.ok ? crewPage(store.value, contract_id, host.today()) : store;
  },

  'register/candidates': (input, host) => {
    const store = host.store();
    return store.ok ? candidates(store.value, input, host.today()) : store;
  },

  'register/assign': (input, host) =>
    saveBy(host, (store, by) => {
      const done = assign(store, input, { by, on: host.today() });
      return done.ok ? crewPage(store, input.contract_id, host.today()) : done;
    }),

  'register/change-assignment': ({ id, days }, host) =>
    saveBy(host, (store, by) => {
      const { register, write } = store;
      const known = register.assignments().find((each) => each.id === id);
      if (known === undefined)
        return fail('no_such_record', 'There is no such assignment.', 'Look at the route again.', {
          id,
        });
      if (days !== null && days.to_on !== null && days.to_on < days.from_on)
        return fail('not_complete', 'The last day lies before the first.', 'Give other days.');
      write(by, () => {
        if (days === null) register.removeAssignment(id);
        else register.changeAssignment(id, days);
      });
      return crewPage(store, known.contract_id, host.today());
    }),

  'register/export': (_input, host) =>
    host.startJob({ kind: 'export', label: 'The register', report: 'register' }),
};
