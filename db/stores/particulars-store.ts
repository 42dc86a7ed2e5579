import type { IsoDate, Weekday } from '../../shared/calendar/dates.ts';
import {
  addressSentence,
  careSentence,
  LOOK_AGAIN_WORDS,
  placementSentence,
} from '../../shared/casework/particulars-words.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { Client } from '../../shared/model/client.ts';
import type {
  AddressGiven,
  CareGiven,
  ClientAddress,
  ClientCare,
  ClientMove,
  ClientPlacement,
  LookAgain,
  Particulars,
  PlacementGiven,
} from '../../shared/model/particulars.ts';
import type { Session } from '../session.ts';

type Subject = Pick<Client, 'id' | 'ref'>;
type Placed<T> = T & { readonly lat: number | null; readonly lon: number | null };

/** What a child has beside the record that imports fill. Every change is a line of the child's history, before and after. */
export interface ParticularsStore {
  readonly of: (client_id: number) => Particulars;
  /** Addresses and settings of everyone who has any, by client. */
  readonly weeks: () => ReadonlyMap<number, Pick<Particulars, 'addresses' | 'placements'>>;
  /** Keeps an address, or changes the one of that id; its id. */
  readonly saveAddress: (client: Subject, given: Placed<AddressGiven>, id: number | null) => number;
  readonly savePlacement: (client: Subject, given: PlacementGiven, id: number | null) => number;
  readonly saveCare: (client: Subject, given: CareGiven, id: number | null) => number;
  /** Takes out what was entered in error; the history keeps it. False: not this child's. */
  readonly takeOut: (
    client: Subject,
    what: 'address' | 'placement' | 'care',
    id: number,
  ) => boolean;
  readonly move: (client: Subject, given: Omit<ClientMove, 'id' | 'looked_at'>) => number;
  readonly takeIn: (client: Subject, move: ClientMove) => void;
  /** Moves that wait to be taken into the record, by client. */
  readonly movesAhead: () => ReadonlyMap<number, readonly Pick<ClientMove, 'kind' | 'on'>[]>;
  readonly lookedAt: (
    client: Subject,
    move: ClientMove,
    given: { readonly what: LookAgain; readonly on: IsoDate; readonly by: string },
  ) => void;
}

type Raw = Readonly<Record<string, unknown>>;
const list = (value: unknown): unknown => JSON.parse(String(value)) as unknown;

function toAddress(raw: unknown): ClientAddress {
  const row = raw as Raw;
  return {
    ...(row as unknown as ClientAddress),
    days: list(row['days']) as Weekday[],
    protected: row['protected'] === 1,
  };
}
function toPlacement(raw: unknown): ClientPlacement {
  const row = raw as Raw;
  return { ...(row as unknown as ClientPlacement), days: list(row['days']) as Weekday[] };
}
function toCare(raw: unknown): ClientCare {
  const row = raw as Raw;
  return { ...(row as unknown as ClientCare), recharge: row['recharge'] === 1 };
}
function toMove(raw: unknown): ClientMove {
  const row = raw as Raw;
  return {
    ...(row as unknown as ClientMove),
    taken_in: row['taken_in'] === 1,
    looked_at: list(row['looked_at']) as ClientMove['looked_at'],
  };
}

const ADDRESS =
  'kind, address, postcode, lat, lon, days, legs, rhythm, power, budget, budget_note, from_on, to_on, protected, note';
const PLACEMENT = 'kind, school_urn, name, days, from_on, to_on, note';
const CARE = 'authority, recharge, from_on, to_on, note';
const MOVE =
  'kind, on_date, signed_by, note, before, after, home_address, postcode, school_urn, taken_in, looked_at';

const flag = (value: boolean): number => (value ? 1 : 0);
const addressValues = (a: Placed<AddressGiven>) => [
  a.kind,
  a.address,
  a.postcode,
  a.lat,
  a.lon,
  JSON.stringify(a.days),
  a.legs,
  a.rhythm,
  a.power,
  a.budget,
  a.budget_note,
  a.from_on,
  a.to_on,
  flag(a.protected),
  a.note,
];
const placementValues = (p: PlacementGiven) => [
  p.kind,
  p.school_urn,
  p.name,
  JSON.stringify(p.days),
  p.from_on,
  p.to_on,
  p.note,
];
const careValues = (c: CareGiven) => [c.authority, flag(c.recharge), c.from_on, c.to_on, c.note];

/** Reads and keeps them. */
export function particularsStore(session: Session): ParticularsStore {
  const { sql, touched } = session;
  const log = (client: Subject, field: string, before: string, after: string): void => {
    touched.clients.add(client.id);
    session.log({ entity: 'client', ref: client.ref, client_id: client.id, field, before, after });
  };
  /** One kind of row of a client: its table, its columns, and how it is read as a sentence. */
  const kept = <T extends { readonly id: number }>(spec: {
    readonly table: string;
    readonly columns: string;
    readonly field: string;
    readonly decode: (raw: unknown) => T;
    readonly sentence: (row: T) => string;
  }) => {
    const { table, columns, field, decode, sentence } = spec;
    const names = columns.split(', ');
    const all = sql.prepare(
      `SELECT id, ${columns} FROM ${table} WHERE client_id = ? ORDER BY from_on, id`,
    );
    const every = sql.prepare(
      `SELECT client_id, id, ${columns} FROM ${table} ORDER BY client_id, from_on, id`,
    );
    const one = sql.prepare(`SELECT id, ${columns} FROM ${table} WHERE id = ? AND client_id = ?`);
    const add = sql.prepare(
      `INSERT INTO ${table} (client_id, ${columns}) VALUES (?, ${names.map(() => '?').join(', ')})`,
    );
    const change = sql.prepare(
      `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
    );
    const cut = sql.prepare(`DELETE FROM ${table} WHERE id = ?`);
    const get = (id: number, client_id: number): T | null => {
      const row = one.get(id, client_id);
      return row === undefined ? null : decode(row);
    };
    const say = (id: number, client_id: number): string => {
      const row = get(id, client_id);
      return row === null ? '' : sentence(row);
    };
    return {
      byClient: (): ReadonlyMap<number, readonly T[]> => {
        const lists = new Map<number, T[]>();
        for (const row of every.all() as { readonly client_id: number }[]) {
          const { client_id, ...own } = row;
          lists.set(client_id, [...(lists.get(client_id) ?? []), decode(own)]);
        }
        return lists;
      },
      all: (client_id: number): readonly T[] => all.all(client_id).map(decode),
      save: (
        client: Subject,
        values: readonly (string | number | null)[],
        id: number | null,
      ): number => {
        session.mustWrite();
        const before = id === null ? '' : say(id, client.id);
        if (id !== null && before === '') throw new Error(`No ${field} ${id} of ${client.ref}`);
        const at = id ?? Number(add.run(client.id, ...values).lastInsertRowid);
        if (id !== null) change.run(...values, id);
        const after = say(at, client.id);
        if (before !== after) log(client, field, before, after);
        return at;
      },
      takeOut: (client: Subject, id: number): boolean => {
        session.mustWrite();
        const before = say(id, client.id);
        if (before === '') return false;
        cut.run(id);
        log(client, field, before, '');
        return true;
      },
    };
  };
  const addresses = kept<ClientAddress>({
    table: 'client_address',
    columns: ADDRESS,
    field: 'address',
    decode: toAddress,
    sentence: addressSentence,
  });
  const placements = kept<ClientPlacement>({
    table: 'client_placement',
    columns: PLACEMENT,
    field: 'placement',
    decode: toPlacement,
    sentence: placementSentence,
  });
  const care = kept<ClientCare>({
    table: 'client_care',
    columns: CARE,
    field: 'care',
    decode: toCare,
    sentence: careSentence,
  });
  const moves = sql.prepare(
    `SELECT id, ${MOVE.replace('on_date', 'on_date AS "on"')} FROM client_move WHERE client_id = ? ORDER BY on_date, id`,
  );
  const addMove = sql.prepare(
    `INSERT INTO client_move (client_id, ${MOVE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '[]')`,
  );
  const ahead = sql.prepare(
    'SELECT client_id, kind, on_date AS "on" FROM client_move WHERE taken_in = 0 ORDER BY on_date, id',
  );
  const takeIn = sql.prepare('UPDATE client_move SET taken_in = 1 WHERE id = ?');
  const looked = sql.prepare('UPDATE client_move SET looked_at = ? WHERE id = ?');
  const stores = { address: addresses, placement: placements, care };
  return {
    of: (client_id) => ({
      addresses: addresses.all(client_id),
      placements: placements.all(client_id),
      care: care.all(client_id),
      moves: moves.all(client_id).map(toMove),
    }),
    weeks: () => {
      const [homes, settings] = [addresses.byClient(), placements.byClient()];
      const ids = [...new Set([...homes.keys(), ...settings.keys()])];
      return new Map(
        ids.map((id) => [
          id,
          { addresses: homes.get(id) ?? [], placements: settings.get(id) ?? [] },
        ]),
      );
    },
    saveAddress: (client, given, id) => addresses.save(client, addressValues(given), id),
    savePlacement: (client, given, id) => placements.save(client, placementValues(given), id),
    saveCare: (client, given, id) => care.save(client, careValues(given), id),
    takeOut: (client, what, id) => stores[what].takeOut(client, id),
    move: (client, given) => {
      session.mustWrite();
      const added = addMove.run(
        client.id,
        given.kind,
        given.on,
        given.signed_by,
        given.note,
        given.before,
        given.after,
        given.home_address,
        given.postcode,
        given.school_urn,
        flag(given.taken_in),
      );
      const what = given.kind === 'address' ? 'Moves home' : 'Changes school';
      log(
        client,
        given.kind === 'address' ? 'move' : 'school_move',
        given.before,
        `${what} on ${formatDate(given.on)}: ${given.after}`,
      );
      return Number(added.lastInsertRowid);
    },
    movesAhead: () =>
      Map.groupBy(
        ahead.all() as (Pick<ClientMove, 'kind' | 'on'> & { readonly client_id: number })[],
        ({ client_id }) => client_id,
      ),
    takeIn: (client, move) => {
      session.mustWrite();
      takeIn.run(move.id);
      log(client, 'move_step', '', `the move of ${formatDate(move.on)} taken into the record`);
    },
    lookedAt: (client, move, given) => {
      session.mustWrite();
      looked.run(JSON.stringify([...move.looked_at, given]), move.id);
      log(
        client,
        'move_step',
        '',
        `${LOOK_AGAIN_WORDS[given.what].toLowerCase()} looked at again after the move of ${formatDate(move.on)}`,
      );
    },
  };
}
