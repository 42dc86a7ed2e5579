/** Where each client stands by the records alone: to be carried or not, and held by which contract. */
import { mayAllShare, sharingRules } from '../casework/shared-routes.ts';
import { CLOSED_STATUSES, type Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type { AuditFacts } from './audit-facts.ts';

/** One client's standing. */
export interface Standing {
  readonly active: boolean;
  /** The contract that must go on carrying them; null: free to be placed. */
  readonly held_by: Contract | null;
  readonly order: number;
  /** Held for a decision and on no contract: not to be on a route. */
  readonly on_hold: boolean;
}

/** Reads the standing of every client. */
export function standings(facts: AuditFacts): ReadonlyMap<number, Standing> {
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const seats = new Map<number, ContractStop[]>();
  for (const stop of facts.stops) {
    if (stop.left_on !== null || !contracts.has(stop.contract_id)) continue;
    seats.set(stop.client_id, [...(seats.get(stop.client_id) ?? []), stop]);
  }
  const out = new Map<number, Standing>();
  const served = servedTogether(seats, { facts, contracts });
  for (const client of facts.clients.values()) {
    const own = seats.get(client.id) ?? [];
    out.set(client.id, standingOf(client, own, { facts, contracts, served }));
  }
  return out;
}

interface Known {
  readonly facts: AuditFacts;
  readonly contracts: ReadonlyMap<number, Contract>;
}

/**
 * By contract the schools of those who sit on it and ask for nothing, with the one it names: where these may share a vehicle, nobody who
 * goes to one of them is on the wrong route.
 */
function servedTogether(
  seats: ReadonlyMap<number, readonly ContractStop[]>,
  { facts, contracts }: Known,
): ReadonlyMap<number, ReadonlySet<number>> {
  const rules = sharingRules(facts.settings, facts.on, facts.sharing);
  const found = new Map<number, Set<number>>();
  const going = new Map<number, Set<number>>();
  for (const [client_id, own] of seats) {
    const seat = chosenSeat(own, contracts);
    const urn = facts.clients.get(client_id)?.school_urn ?? null;
    if (seat === null || seat.released || urn === null || !facts.schools.has(urn)) continue;
    going.set(seat.contract_id, (going.get(seat.contract_id) ?? new Set()).add(urn));
    const application = facts.applications.get(client_id);
    if (application !== undefined && !CLOSED_STATUSES.includes(application.status)) continue;
    const named = contracts.get(seat.contract_id)?.school_urn ?? null;
    const urns = found.get(seat.contract_id) ?? new Set(named === null ? [] : [named]);
    found.set(seat.contract_id, urns.add(urn));
  }
  for (const [contract_id, urns] of found) {
    for (const urn of urns) if (going.get(contract_id)?.has(urn) !== true) urns.delete(urn);
    const schools = [...urns].flatMap((urn) => facts.schools.get(urn) ?? []);
    if (urns.size < 2 || schools.length < urns.size || !mayAllShare(schools, rules))
      found.delete(contract_id);
  }
  return found;
}

function standingOf(
  client: Client,
  seats: readonly ContractStop[],
  known: Known & { readonly served: ReadonlyMap<number, ReadonlySet<number>> },
): Standing {
  const application = known.facts.applications.get(client.id);
  const isOpen = application !== undefined && !CLOSED_STATUSES.includes(application.status);
  const active = seats.length > 0 || isOpen;
  const seat = chosenSeat(seats, known.contracts);
  const contract = seat === null ? null : (known.contracts.get(seat.contract_id) ?? null);
  const goesElsewhere =
    isOpen &&
    contract !== null &&
    client.school_urn !== null &&
    contract.school_urn !== null &&
    client.school_urn !== contract.school_urn &&
    known.served.get(contract.id)?.has(client.school_urn) !== true;
  const stays = seat !== null && contract !== null && !seat.released && !goesElsewhere;
  return {
    active,
    held_by: stays ? contract : null,
    order: stays ? seat.stop_order : 0,
    on_hold: !stays && application !== undefined && application.held_reason !== '',
  };
}

/** Of several seats: one not released, on a confirmed contract, ending last, of the lowest id. */
function chosenSeat(
  seats: readonly ContractStop[],
  contracts: ReadonlyMap<number, Contract>,
): ContractStop | null {
  const ranked = seats.map((seat) => {
    const contract = contracts.get(seat.contract_id);
    return {
      seat,
      released: seat.released ? 1 : 0,
      unconfirmed: contract?.confirmed === true ? 0 : 1,
      ends: Number((contract?.ends_on ?? '0').replaceAll('-', '')),
    };
  });
  ranked.sort(
    (a, b) =>
      a.released - b.released ||
      a.unconfirmed - b.unconfirmed ||
      b.ends - a.ends ||
      a.seat.contract_id - b.seat.contract_id,
  );
  return ranked[0]?.seat ?? null;
}
