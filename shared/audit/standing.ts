/** Where each client stands by the records alone: to be carried or not, and held by which contract. */
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
  for (const client of facts.clients.values()) {
    const own = seats.get(client.id) ?? [];
    out.set(client.id, standingOf(client, own, { facts, contracts }));
  }
  return out;
}

function standingOf(
  client: Client,
  seats: readonly ContractStop[],
  known: { readonly facts: AuditFacts; readonly contracts: ReadonlyMap<number, Contract> },
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
    client.school_urn !== contract.school_urn;
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
