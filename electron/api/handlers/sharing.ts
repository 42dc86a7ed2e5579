/** Which schools may share a vehicle, and which children stay with their own school. */
import { numberAt } from '../../../shared/costing/read-settings.ts';
import { straightLineMetres } from '../../../shared/geo/estimate.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { isShared, serves } from '../../../shared/model/route-schools.ts';
import type { School } from '../../../shared/model/school.ts';
import type { AsOnePage, SharingPage } from '../../../shared/api/views/sharing.ts';
import type { RoutesAsOne } from '../../../shared/edits/routes-as-one.ts';
import { sumPence } from '../../../shared/kernel/units.ts';
import type { Store } from '../../../db/store.ts';
import { clientOfRef } from '../../jobs/plan-desk.ts';
import { VALUE_KEPT, VALUE_UNREAD } from '../../jobs/value/reckon-value.ts';
import type { Handlers, Host } from '../handler.ts';

function pageOf(store: Store, host: Host): SharingPage {
  const { pairs, apart } = store.sharing.records();
  const shared = (store.plans.current()?.routes ?? []).filter(isShared);
  const nameOf = (urn: number): string => store.schools.get(urn)?.name ?? `URN ${urn}`;
  return {
    pairs: pairs.map((pair) => ({
      ...pair,
      name_a: nameOf(pair.school_a),
      name_b: nameOf(pair.school_b),
      apart_m: metresBetween(store.schools.get(pair.school_a), store.schools.get(pair.school_b)),
      routes: shared.filter((r) => serves(r, pair.school_a) && serves(r, pair.school_b)).length,
    })),
    apart: apart.map((each) => {
      const client = store.clients.get(each.client_id);
      const name = client === null ? '' : `${client.forename} ${client.surname}`.trim();
      return { ...each, ref: client?.ref ?? '', name };
    }),
    within_m: numberAt(store.settings.all(), 'sharing_within_m', host.today()),
    routes: shared.length,
  };
}

function metresBetween(a: School | null, b: School | null): number | null {
  if (a === null || b === null) return null;
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  return Math.round(straightLineMetres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }));
}

/** Writes by hand and answers with the lists as they are then. */
function written(host: Host, work: (store: Store) => Result<() => void>): Result<SharingPage> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const able = work(store);
  if (!able.ok) return able;
  store.write(host.byHand(), able.value);
  host.changed('applications', 'plan');
  return ok(pageOf(store, host));
}

function unsaid(what: string): Result<never> {
  return fail('nothing_said', `Nothing is said of ${what} any more.`, 'Look at the list again.');
}

/** What was found last; not there where something that it rests on has changed since. */
function asOnePage(store: Store, host: Host): AsOnePage {
  const text = store.read.kept(VALUE_KEPT.as_one, host.today(), VALUE_UNREAD);
  const found = text === null ? [] : (JSON.parse(text) as readonly RoutesAsOne[]);
  return {
    ready: text !== null,
    rows: found.map((each) => ({
      ...each,
      schools: each.school_urns.map((urn) => store.schools.get(urn)?.name ?? `URN ${urn}`),
    })),
    saved_day_pence: sumPence(found.map((each) => each.saved_day_pence)),
    saved_year_pence: sumPence(found.map((each) => each.saved_year_pence)),
  };
}

export const sharingHandlers: Handlers<
  | 'sharing/list'
  | 'sharing/as-one'
  | 'sharing/say-pair'
  | 'sharing/forget-pair'
  | 'sharing/say-apart'
  | 'sharing/forget-apart'
> = {
  'sharing/list': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(pageOf(store.value, host)) : store;
  },

  'sharing/as-one': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(asOnePage(store.value, host)) : store;
  },

  'sharing/say-pair': (input, host) =>
    written(host, (store) => {
      const { allowed, reason, by } = input;
      const school_a = Math.min(input.school_a, input.school_b);
      const school_b = Math.max(input.school_a, input.school_b);
      const lost = [school_a, school_b].find((urn) => store.schools.get(urn) === null);
      if (school_a === school_b)
        return fail('same_school', 'A school shares with itself.', 'Choose two schools.');
      if (lost !== undefined)
        return fail('unknown_school', `No school has the URN ${lost}.`, 'Choose one of the list.');
      if (reason.trim() === '' || by.trim() === '') return unsigned();
      const recorded = { recorded_on: host.today(), recorded_by: by.trim() };
      return ok(() => {
        store.sharing.setPair({ school_a, school_b, allowed, reason: reason.trim(), ...recorded });
      });
    }),

  'sharing/forget-pair': ({ school_a, school_b }, host) =>
    written(host, (store) => {
      const found = store.sharing
        .records()
        .pairs.find((pair) => pair.school_a === school_a && pair.school_b === school_b);
      if (found === undefined) return unsaid('these two schools');
      return ok(() => {
        store.sharing.clearPair(found);
      });
    }),

  'sharing/say-apart': ({ ref, ground, reason, by }, host) =>
    written(host, (store) => {
      const client_id = clientOfRef(store, ref.trim());
      if (!client_id.ok) return client_id;
      if (reason.trim() === '' || by.trim() === '') return unsigned();
      const recorded = { recorded_on: host.today(), recorded_by: by.trim() };
      return ok(() => {
        store.sharing.setApart({ client_id: client_id.value, ground, reason: reason.trim(), ...recorded }); // prettier-ignore
      });
    }),

  'sharing/forget-apart': ({ client_id }, host) =>
    written(host, (store) => {
      const found = store.sharing.records().apart.find((each) => each.client_id === client_id);
      if (found === undefined) return unsaid('this child');
      return ok(() => {
        store.sharing.clearApart(found);
      });
    }),
};

function unsigned(): Result<never> {
  return fail(
    'reason_needed',
    'What is said of sharing is said with a reason and a name.',
    'Write why, and sign.',
  );
}
