/** The records of a service, found by what they are asked for. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { defined } from '../kernel/assert.ts';
import type { ConfirmedSeat, ServiceStep } from '../model/service.ts';
import type {
  AboardNeed,
  ContractRecord,
  RouteRecord,
  SeatRecord,
  ServiceRecords,
  StopRecord,
  UntoldRecord,
} from './service-records.ts';

const NOBODY: readonly UntoldRecord[] = [];

type Aboard = readonly AboardNeed[];

export interface RecordIndex {
  readonly route: (route_id: number) => RouteRecord;
  readonly contract: (contract_id: number | null) => ContractRecord | null;
  readonly stopsOf: (client_id: number) => readonly StopRecord[];
  /** Whether the plan in use left the child out, on some days or on all. */
  readonly isUnallocated: (client_id: number) => boolean;
  /** Of one child on any contract, also released ones. */
  readonly registerSeats: (client_id: number) => readonly SeatRecord[];
  readonly confirmedSeats: (contract_id: number, client_id: number) => readonly ConfirmedSeat[];
  /** Steps of a route and of the contract it goes on. */
  readonly steps: (route_ref: string, contract_id: number | null) => readonly ServiceStep[];
  /** Whether any contract was: where none was, nobody need be looked for. */
  readonly isAnyHandedBack: boolean;
  /** Seats of contracts that were handed back and still run on a day. */
  readonly handedBackSeats: (
    client_id: number,
    on: IsoDate,
  ) => readonly { readonly seat: ConfirmedSeat; readonly contract: ContractRecord }[];
  /** The last day of the last of them; null where none of the child's was handed back. */
  readonly handedBackUntil: (client_id: number) => IsoDate | null;
  /** Who of a child's family and school is still to be told of a change. */
  readonly untoldOf: (client_id: number) => readonly UntoldRecord[];
  /** Everyone on a route with the days of their stops; of a contract without a route in the plan, whom the register lists. */
  readonly aboard: (route_id: number | null, contract_id: number) => Aboard;
}

/** Puts the records in order, each kind once. */
export function recordIndex(records: ServiceRecords): RecordIndex {
  const routes = new Map(records.routes.map((each) => [each.route_id, each]));
  const contracts = new Map(records.contracts.map((each) => [each.id, each]));
  const needs = new Map(records.needs.map((each) => [each.client_id, each]));
  const stops = grouped(records.stops, ({ client_id }) => client_id);
  const onRoute = grouped(records.stops, ({ route_id }) => route_id);
  const seats = grouped(records.register_seats, ({ client_id }) => client_id);
  const confirmed = grouped(records.confirmed_seats, ({ client_id }) => client_id);
  const untold = grouped(records.untold, ({ client_id }) => client_id);
  const byRoute = grouped(records.steps, ({ route_ref }) => route_ref);
  const byContract = grouped(
    records.steps.filter(({ contract_id }) => contract_id !== null),
    ({ contract_id }) => contract_id,
  );
  const lastDays = new Map<number, IsoDate>();
  for (const { contract_id, state, on } of records.steps)
    if (state === 'handed_back' && contract_id !== null) lastDays.set(contract_id, addDays(on, -1));
  const left = new Set(records.unallocated);
  const backOf = (client_id: number) =>
    lastDays.size === 0
      ? []
      : (confirmed.get(client_id) ?? []).flatMap((seat) => {
          const last = lastDays.get(seat.contract_id);
          return last === undefined ? [] : [{ seat, last }];
        });
  return {
    route: (id) => defined(routes.get(id), `route ${id}`),
    contract: (id) => (id === null ? null : (contracts.get(id) ?? null)),
    stopsOf: (id) => stops.get(id) ?? [],
    isUnallocated: (id) => left.has(id),
    registerSeats: (id) => seats.get(id) ?? [],
    confirmedSeats: (contract_id, client_id) =>
      (confirmed.get(client_id) ?? []).filter((each) => each.contract_id === contract_id),
    steps: (route_ref, contract_id) =>
      contract_id === null ? (byRoute.get(route_ref) ?? []) : stepsOfLet(route_ref, contract_id),
    isAnyHandedBack: lastDays.size > 0,
    handedBackSeats: (client_id, on) =>
      backOf(client_id).flatMap(({ seat, last }) => {
        const contract = contracts.get(seat.contract_id);
        const isStill = contract !== undefined && on <= last && !isInPlan(client_id, contract.id);
        return isStill ? [{ seat, contract }] : [];
      }),
    handedBackUntil: (client_id) =>
      backOf(client_id).reduce<IsoDate | null>(
        (until, { last }) => (until === null || last > until ? last : until),
        null,
      ),
    untoldOf: (id) => untold.get(id) ?? NOBODY,
    aboard: (route_id, contract_id) => aboardOf(route_id, contract_id),
  };

  function stepsOfLet(route_ref: string, contract_id: number): readonly ServiceStep[] {
    const own = byContract.get(contract_id) ?? [];
    const before = (byRoute.get(route_ref) ?? []).filter((each) => each.contract_id !== contract_id); // prettier-ignore
    return before.length === 0 ? own : [...own, ...before];
  }

  function isInPlan(client_id: number, contract_id: number): boolean {
    return (stops.get(client_id) ?? []).some(
      ({ route_id }) => routes.get(route_id)?.contract_id === contract_id,
    );
  }

  function aboardOf(route_id: number | null, contract_id: number): Aboard {
    const with_days = (client_id: number, mornings: number, afternoons: number): Aboard => {
      const need = needs.get(client_id);
      return need === undefined
        ? []
        : [{ ...need, stop_mornings: mornings, stop_afternoons: afternoons }];
    };
    if (route_id !== null)
      return (onRoute.get(route_id) ?? []).flatMap((stop) =>
        with_days(stop.client_id, stop.mornings, stop.afternoons),
      );
    return records.register_seats
      .filter((seat) => seat.contract_id === contract_id && seat.left_on === null)
      .flatMap(({ client_id }) => {
        const need = needs.get(client_id);
        return with_days(client_id, need?.mornings ?? 0, need?.afternoons ?? 0);
      });
  }
}

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
