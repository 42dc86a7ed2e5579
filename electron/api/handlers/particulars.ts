/** Addresses, settings of education, care and moves of a child. */
import {
  addressProblems,
  careProblems,
  particularsWarnings,
  placementProblems,
  plannerSentences,
} from '../../../shared/casework/check-particulars.ts';
import { ADDRESS_WORDS } from '../../../shared/casework/particulars-words.ts';
import { straightLineMetres } from '../../../shared/geo/estimate.ts';
import { parsePostcode } from '../../../shared/intake/parse-postcode.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { ClientAddress } from '../../../shared/model/particulars.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { ParticularsPage } from '../../../shared/api/views/particulars.ts';
import type { Store } from '../../../db/store.ts';
import { announceMove, moveClient, takeMoveIn } from '../../jobs/move-client.ts';
import type { Handlers, Host } from '../handler.ts';
import { lookersOf, notNamed } from '../protected-address.ts';

type Page = Result<ParticularsPage>;

/** The postcode as it is kept: '' for none, null where it cannot be read. */
function postcodeOf(given: string): string | null {
  if (given.trim() === '') return '';
  const read = parsePostcode(given);
  return read.kind === 'not_understood' ? null : read.postcode;
}

function pageOf(store: Store, client: Client, host: Host): ParticularsPage {
  const on = host.today();
  const kept = store.particulars.of(client.id);
  const school = client.school_urn === null ? null : store.schools.get(client.school_urn);
  const distance = ({ lat, lon }: ClientAddress): number | null => {
    const there = school === null ? null : { lat: school.lat, lon: school.lon };
    if (lat === null || lon === null || there === null) return null;
    if (there.lat === null || there.lon === null) return null;
    return Math.round(straightLineMetres({ lat, lon }, { lat: there.lat, lon: there.lon }));
  };
  const isHidden = (address: ClientAddress): boolean =>
    client.protected_address || address.protected;
  return {
    ...kept,
    client_id: client.id,
    on,
    days: client.days,
    distances: Object.fromEntries(kept.addresses.map((each) => [each.id, distance(each)])),
    warnings: [...particularsWarnings(kept, client, on), ...outside(store, kept.addresses)],
    planner: plannerSentences(kept, client, on),
    addresses: kept.addresses.map((each) =>
      isHidden(each) ? { ...each, address: '', postcode: '', lat: null, lon: null } : each,
    ),
    moves: client.protected_address
      ? kept.moves.map((move) =>
          move.kind === 'address'
            ? { ...move, before: '', after: '', home_address: '', postcode: '' }
            : move,
        )
      : kept.moves,
  };
}

/** Addresses whose postcode lies in no district of the county: another authority may have to pay, or to carry. */
function outside(store: Store, addresses: readonly ClientAddress[]): readonly string[] {
  const districts = store.districts.all();
  const own = new Set(districts.filter((district) => district.own).map(({ code }) => code));
  if (own.size === 0) return [];
  return addresses.flatMap(({ kind, postcode }) => {
    const code = postcode === '' ? undefined : store.postcodes.get(postcode)?.district_code;
    if (code === undefined || own.has(code)) return [];
    const name = districts.find((district) => district.code === code)?.name;
    return [
      `${ADDRESS_WORDS[kind]} lies outside the county${name === undefined ? '' : `, in ${name}`}: ask which authority pays.`,
    ];
  });
}

function clientOf(
  host: Host,
  id: number,
): Result<{ readonly store: Store; readonly client: Client }> {
  const open = host.store();
  if (!open.ok) return open;
  const client = open.value.clients.get(id);
  if (client === null)
    return fail('no_client', 'There is no such client.', 'Go back to the list and choose again.');
  return ok({ store: open.value, client });
}

/** Runs a change of one child's particulars and answers with them as they are then. */
function changing(
  host: Host,
  client_id: number,
  work: (store: Store, client: Client) => Result<unknown>,
  who = host.byHand(),
): Page {
  const found = clientOf(host, client_id);
  if (!found.ok) return found;
  const { store, client } = found.value;
  const done = store.write(who, () => work(store, client));
  if (!done.ok) return done;
  host.changed('applications', 'plan');
  return ok(pageOf(store, store.clients.get(client_id) ?? client, host));
}

function refused(problems: readonly string[]) {
  return fail('not_complete', problems.join(' '), 'Mend this and save again.', { problems });
}

function saveAddress(
  store: Store,
  client: Client,
  input: Input<'particulars/save-address'>,
  host: Host,
) {
  const { id, address } = input;
  const kept = store.particulars.of(client.id).addresses;
  const own = kept.find((each) => each.id === id);
  if (id !== null && own === undefined) return gone();
  const lookers = lookersOf(store, host);
  const isHidden = own !== undefined && (own.protected || client.protected_address);
  if (isHidden && !lookers.may_look) return notNamed(lookers);
  const given = {
    ...address,
    // The page holds no protected address: left empty it stays as it is.
    address: isHidden && address.address.trim() === '' ? own.address : address.address.trim(),
    budget_note: address.budget_note.trim(),
    note: address.note.trim(),
  };
  const typed = isHidden && address.postcode.trim() === '' ? own.postcode : address.postcode;
  const postcode = postcodeOf(typed);
  const problems = [
    ...(postcode === null ? [`${address.postcode} is not a postcode.`] : []),
    ...addressProblems(
      { ...given, postcode: postcode ?? '' },
      kept.filter((each) => each.id !== id),
    ),
  ];
  if (postcode === null || problems.length > 0) return refused(problems);
  const known = postcode === '' ? null : store.postcodes.get(postcode);
  const place = { lat: known?.lat ?? null, lon: known?.lon ?? null };
  const isAsBefore =
    own !== undefined && STOP_FIELDS.every((field) => isSame(own[field], { ...given, postcode }[field])); // prettier-ignore
  if (!isAsBefore) {
    const on = given.from_on ?? host.today();
    announceMove(store, client, { on, note: own === undefined ? 'One more address' : 'Another address than the home changed', to: { kind: 'address' } }, host.today()); // prettier-ignore
  }
  return ok(store.particulars.saveAddress(client, { ...given, ...place, postcode }, id));
}

/** What of a kept address says where and when a vehicle stops. */
const STOP_FIELDS = ['kind', 'address', 'postcode', 'days', 'legs', 'rhythm', 'from_on', 'to_on'] as const; // prettier-ignore

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function gone() {
  return fail('not_there', 'It is not there any more.', 'Look at the case again.');
}

export const particularsHandlers: Handlers<
  | 'particulars/get'
  | 'particulars/save-address'
  | 'particulars/save-placement'
  | 'particulars/save-care'
  | 'particulars/take-out'
  | 'particulars/move'
  | 'particulars/after-move'
> = {
  'particulars/get': ({ client_id }, host) => {
    const found = clientOf(host, client_id);
    return found.ok ? ok(pageOf(found.value.store, found.value.client, host)) : found;
  },
  'particulars/save-address': (input, host) =>
    changing(host, input.client_id, (store, client) => saveAddress(store, client, input, host)),
  'particulars/save-placement': ({ client_id, id, placement }, host) =>
    changing(host, client_id, (store, client) => {
      if (id !== null && !store.particulars.of(client_id).placements.some((each) => each.id === id))
        return gone();
      const { school_urn } = placement;
      const school = school_urn === null ? null : store.schools.get(school_urn);
      if (school_urn !== null && school === null)
        return fail('no_school', `No school has the URN ${school_urn}.`, 'Choose one of the list.');
      const name = school?.name ?? placement.name.trim();
      const given = { ...placement, name, note: placement.note.trim() };
      const problems = placementProblems(given);
      if (problems.length > 0) return refused(problems);
      return ok(store.particulars.savePlacement(client, given, id));
    }),
  'particulars/save-care': ({ client_id, id, care }, host) =>
    changing(host, client_id, (store, client) => {
      if (id !== null && !store.particulars.of(client_id).care.some((each) => each.id === id))
        return gone();
      const given = { ...care, authority: care.authority.trim(), note: care.note.trim() };
      const problems = careProblems(given);
      if (problems.length > 0) return refused(problems);
      return ok(store.particulars.saveCare(client, given, id));
    }),
  'particulars/take-out': ({ client_id, what, id }, host) =>
    changing(host, client_id, (store, client) => {
      if (!store.particulars.takeOut(client, what, id)) return gone();
      const today = host.today();
      if (what === 'address')
        announceMove(store, client, { on: today, note: 'Another address than the home taken out', to: { kind: 'address' } }, today); // prettier-ignore
      return ok(null);
    }),
  'particulars/move': ({ client_id, ...given }, host) => {
    const signed_by = given.signed_by.trim();
    return changing(
      host,
      client_id,
      (store, client) => {
        const { to } = given;
        const lookers = lookersOf(store, host);
        if (to.kind === 'address' && client.protected_address && !lookers.may_look)
          return notNamed(lookers);
        const postcode = to.kind === 'address' ? postcodeOf(to.postcode) : '';
        const problems = [
          ...(signed_by === '' ? ['Sign with your name.'] : []),
          ...(postcode === null ? ['The postcode cannot be read.'] : []),
          ...(to.kind === 'address' && `${to.home_address}${to.postcode}`.trim() === ''
            ? ['Give the new address or its postcode.']
            : []),
          ...(to.kind === 'school' && store.schools.get(to.school_urn) === null
            ? ['Choose the new school from the list.']
            : []),
          ...(to.kind === 'school' && to.school_urn === client.school_urn
            ? ['It is the school in the record already.']
            : []),
        ];
        if (problems.length > 0) return refused(problems);
        const place =
          to.kind === 'address'
            ? { ...to, home_address: to.home_address.trim(), postcode: postcode ?? '' }
            : to;
        const move = { ...given, to: place, signed_by, note: given.note.trim() };
        moveClient(store, client, move, host.today());
        return ok(null);
      },
      signed_by === '' ? host.byHand() : { who: signed_by, why: signed_by },
    );
  },
  'particulars/after-move': ({ client_id, move_id, signed_by, what }, host) => {
    const by = signed_by.trim();
    return changing(
      host,
      client_id,
      (store, client) => {
        const move = store.particulars.of(client_id).moves.find(({ id }) => id === move_id);
        if (move === undefined) return gone();
        if (by === '') return refused(['Sign with your name.']);
        if (what === 'take_in') {
          if (move.taken_in) return gone();
          takeMoveIn(store, client, move, host.today());
        } else if (!move.looked_at.some((each) => each.what === what)) {
          store.particulars.lookedAt(client, move, { what, on: host.today(), by });
        }
        return ok(null);
      },
      by === '' ? host.byHand() : { who: by, why: by },
    );
  },
};
