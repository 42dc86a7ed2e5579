/** A change of home or school: kept with its day, what was before, and what has to be looked at again. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Client } from '../../shared/model/client.ts';
import type { ClientMove } from '../../shared/model/particulars.ts';
import type { Store } from '../../db/store.ts';
import { settleClient } from '../api/settle-client.ts';

/** What a move brings. */
export interface MoveGiven {
  readonly on: IsoDate;
  readonly signed_by: string;
  readonly note: string;
  readonly to:
    | { readonly kind: 'address'; readonly home_address: string; readonly postcode: string }
    | { readonly kind: 'school'; readonly school_urn: number };
}

const together = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(', ');

/**
 * Keeps a move. One that has happened by the first day that is planned for goes into the record at once, because the plan is made
 * for that day; a later one waits until it is taken in. To be called within a write.
 */
export function moveClient(store: Store, client: Client, given: MoveGiven, today: IsoDate): void {
  const first_day = store.read.state(client.id, today)?.first_day ?? today;
  const { to, on, signed_by, note } = given;
  const school = (urn: number | null): string =>
    urn === null ? client.school_given : (store.schools.get(urn)?.name ?? '');
  const move =
    to.kind === 'address'
      ? {
          kind: to.kind,
          before: together(client.home_address, client.postcode),
          after: together(to.home_address, to.postcode),
          home_address: to.home_address,
          postcode: to.postcode,
          school_urn: null,
        }
      : {
          kind: to.kind,
          before: school(client.school_urn),
          after: school(to.school_urn),
          home_address: '',
          postcode: '',
          school_urn: to.school_urn,
        };
  announceMove(store, client, given, today);
  const taken_in = on <= today || on <= first_day;
  store.particulars.move(client, { ...move, on, signed_by, note, taken_in });
  if (taken_in) intoRecord(store, client.id, move, today);
}

/** Whoever is carried is carried otherwise from that day: the change waits for the plan to answer it. To be called within a write. */
export function announceMove(
  store: Store,
  client: Client,
  { on, note, to }: Pick<MoveGiven, 'on' | 'note'> & { readonly to: Pick<MoveGiven['to'], 'kind'> },
  today: IsoDate,
): void {
  const transport = store.read.state(client.id, today)?.transport;
  if (transport !== 'in_place' && transport !== 'planned') return;
  store.notices.announce({
    kind: to.kind === 'address' ? 'change_of_address' : 'change_of_school',
    effective_on: on < today ? today : on,
    what: note,
    override_reason: '',
    contract_id: null,
    route_ref: null,
    client_id: client.id,
    school_urn: null,
    plan_id: null,
    round_id: null,
  });
}

/** Takes a move that lay ahead into the record. To be called within a write. */
export function takeMoveIn(store: Store, client: Client, move: ClientMove, today: IsoDate): void {
  store.particulars.takeIn(client, move);
  intoRecord(store, client.id, move, today);
}

function intoRecord(
  store: Store,
  client_id: number,
  move: Pick<ClientMove, 'kind' | 'home_address' | 'postcode' | 'school_urn'>,
  today: IsoDate,
): void {
  if (move.kind === 'school') {
    const found = defined(store.schools.get(move.school_urn ?? 0), `school ${move.school_urn}`);
    store.clients.update(client_id, {
      school_urn: found.urn,
      school_given: found.name,
      school_urn_given: String(found.urn),
    });
  } else {
    // The pin of the home before says nothing of the new one: its postcode places it until somebody moves the pin.
    store.clients.update(client_id, {
      home_address: move.home_address,
      postcode: move.postcode,
      uprn: '',
      lat: null,
      lon: null,
      position_source: 'none',
      position_error_m: null,
      district_code: '',
    });
  }
  settleClient(store, client_id, today);
}
