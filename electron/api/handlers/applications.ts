/** The list, the case page and what a person decides on it. Every change is kept in the history. */
import { parseIsoDate } from '../../../shared/calendar/dates.ts';
import { movesFrom } from '../../../shared/casework/life.ts';
import { isOutcome } from '../../../shared/casework/stage.ts';
import { checkSetting } from '../../../shared/costing/read-settings.ts';
import { districtOf } from '../../../shared/geo/districts.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Application, ApplicationStatus } from '../../../shared/model/client.ts';
import { STATUS_WORDS } from '../../../shared/model/words.ts';
import type { CasePage } from '../../../shared/api/views/case.ts';
import type { Store } from '../../../db/store.ts';
import { onRoads } from '../case-on-roads.ts';
import { checkClientChanges } from '../client-changes.ts';
import type { Handlers, Host } from '../handler.ts';
import { hideAddress, hideHistory, lookersOf, mayChangeAddress } from '../protected-address.ts';
import { settleClient } from '../settle-client.ts';

/**
 * How far a pin set by a person may be from the true home, metres: a house plot [A], our own assumption of
 * November 2026.
 */
const PIN_ERROR_M = 10;

function noClient(client_id: number) {
  return fail('no_client', 'There is no such client.', 'Go back to the list and choose again.', {
    client_id,
  });
}

/** The case page as the screens may show it. */
export function casePage(store: Store, client_id: number, host: Host): Result<CasePage> {
  const page = store.read.casePage(client_id, host.today());
  if (page === null) return noClient(client_id);
  const measured = { ...page, ...onRoads(store, page, host.today()) };
  return ok({ ...hideAddress(measured), lookers: lookersOf(store, host) });
}

/** A decided outcome is signed, with its reasons; every other state is set by hand where the application may go there. */
function checkMove(from: ApplicationStatus, to: ApplicationStatus): Result<null> {
  if (from === to || movesFrom(from).includes(to)) return ok(null);
  const [now, then] = [STATUS_WORDS[from], STATUS_WORDS[to]];
  return isOutcome(to)
    ? fail('not_signed', `${then} is a decision.`, 'Decide under Eligibility, and sign it.')
    : fail(
        'no_such_move',
        `From ${now} an application cannot go to ${then}.`,
        'Sign a new decision where it is to be looked at again.',
      );
}

/** Runs a change of one client and answers with the page as it is then. */
function changeClient(
  host: Host,
  client_id: number,
  change: (store: Store) => Result<unknown>,
): Result<CasePage> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  if (store.clients.get(client_id) === null) return noClient(client_id);
  const changed = store.write(host.byHand(), () => change(store));
  if (!changed.ok) return changed;
  host.changed('applications', 'plan');
  return casePage(store, client_id, host);
}

function applicationOf(store: Store, client_id: number): Result<Application> {
  const application = store.applications.ofClient(client_id);
  if (application !== null) return ok(application);
  return fail(
    'no_application',
    'This client has no application this year.',
    'Import the application, or change the contract that carries the client.',
    { client_id },
  );
}

/** Reads from the open store. */
function reading<T>(host: Host, read: (store: Store) => T): Result<T> {
  const open = host.store();
  return open.ok ? ok(read(open.value)) : open;
}

type CaseChannels =
  | 'applications/case'
  | 'applications/update'
  | 'applications/move-pin'
  | 'applications/set-status'
  | 'applications/decide-held';

const caseHandlers: Handlers<CaseChannels> = {
  'applications/case': ({ client_id }, host) => {
    const open = host.store();
    return open.ok ? casePage(open.value, client_id, host) : open;
  },
  'applications/update': ({ client_id, changes }, host) =>
    changeClient(host, client_id, (store) => {
      const checked = checkClientChanges(changes);
      if (!checked.ok) return checked;
      const patch = checked.value;
      const client = defined(store.clients.get(client_id), `client ${client_id}`);
      const may = mayChangeAddress(client, patch, lookersOf(store, host));
      if (!may.ok) return may;
      const school = patch.school_urn === undefined ? null : patch.school_urn;
      const found = school === null ? null : store.schools.get(school);
      if (school !== null && found === null) {
        return fail(
          'no_school',
          `No school has the URN ${school}.`,
          'Choose a school of the list, or import the schools first.',
        );
      }
      // Chosen by a person: the next matching finds the same school again.
      const given =
        patch.school_urn === undefined
          ? {}
          : {
              school_given: found?.name ?? '',
              school_urn_given: school === null ? '' : `${school}`,
            };
      store.clients.update(client_id, { ...patch, ...given });
      settleClient(store, client_id, host.today());
      return ok(undefined);
    }),
  'applications/move-pin': ({ client_id, lat, lon }, host) =>
    changeClient(host, client_id, (store) => {
      const district_code = districtOf({ lat, lon }, store.districts.all());
      store.clients.update(client_id, {
        lat,
        lon,
        position_source: 'pin',
        position_error_m: PIN_ERROR_M,
        ...(district_code === '' ? {} : { district_code }),
      });
      settleClient(store, client_id, host.today());
      return ok(undefined);
    }),
  'applications/set-status': ({ client_id, status, note }, host) =>
    changeClient(host, client_id, (store) => {
      const application = applicationOf(store, client_id);
      if (!application.ok) return application;
      const { ref, status: now } = application.value;
      const moved = checkMove(now, status);
      if (!moved.ok) return moved;
      store.applications.update(ref, { status });
      if (note.trim() !== '') store.history.note(client_id, ref, note.trim());
      return ok(undefined);
    }),
  'applications/decide-held': ({ client_id, accept, reason }, host) =>
    changeClient(host, client_id, (store) => {
      const application = applicationOf(store, client_id);
      if (!application.ok) return application;
      const { ref, held_reason } = application.value;
      if (held_reason === '') {
        return fail('not_held', 'The application is not held.', 'There is nothing to decide.');
      }
      store.applications.update(ref, {
        held_reason: '',
        held_accepted: held_reason,
        ...(accept ? {} : { status: 'refused' }),
      });
      store.history.note(client_id, ref, reason.trim());
      return ok(undefined);
    }),
};

type ListChannels =
  | 'applications/query'
  | 'applications/ids'
  | 'applications/facets'
  | 'views/list'
  | 'views/save'
  | 'views/delete'
  | 'history/list'
  | 'search/all'
  | 'schools/search';

const listHandlers: Handlers<ListChannels> = {
  'applications/query': (input, host) =>
    reading(host, (store) => store.read.query(input, host.today())),
  'applications/ids': (input, host) =>
    reading(host, (store) => store.read.ids({ ...input, offset: 0, limit: 1 }, host.today())),
  'applications/facets': (_input, host) =>
    reading(host, (store) => store.read.facets(host.today())),
  'views/list': (_input, host) => reading(host, (store) => store.views.list()),
  'views/save': (input, host) =>
    reading(host, (store) => store.write(host.byHand(), () => store.views.save(input))),
  'views/delete': ({ id }, host) =>
    reading(host, (store) => ({
      deleted: store.write(host.byHand(), () => store.views.delete(id)),
    })),
  'history/list': (input, host) =>
    reading(host, (store) => {
      const lines = store.history.list(input);
      const client = input.client_id === null ? null : store.clients.get(input.client_id);
      return client?.protected_address === true ? hideHistory(lines) : lines;
    }),
  'search/all': ({ text, limit }, host) =>
    reading(host, (store) => store.read.search(text, limit, host.today())),
  'schools/search': ({ text, limit }, host) =>
    reading(host, (store) => store.schools.search(text, limit)),
};

const settingHandlers: Handlers<'settings/list' | 'settings/set'> = {
  'settings/list': (_input, host) => reading(host, (store) => store.settings.all()),
  'settings/set': ({ key, from_on, value, source }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const checked = checkSetting(key, value);
    if (!checked.ok) return checked;
    const date = parseIsoDate(from_on);
    if (date === null) {
      return fail('bad_date', `${from_on} is not a date.`, 'Give the day it counts from.');
    }
    const like = defined(
      store.settings.all().find((setting) => setting.key === key),
      `setting ${key}`,
    );
    const { unit, label } = like;
    // A figure with a source is no assumption, unless its source says so.
    const setting = {
      key,
      from_on: date,
      value,
      unit,
      label,
      source,
      estimated: /\[A\]/.test(source),
    };
    store.write(host.byHand(), () => store.settings.upsertMany([setting]));
    host.changed('settings', 'applications', 'plan');
    return ok(store.settings.all());
  },
};

export const applicationsHandlers: Handlers<
  CaseChannels | ListChannels | 'settings/list' | 'settings/set'
> = { ...listHandlers, ...caseHandlers, ...settingHandlers };
