import type { Contract } from '../../model/contract.ts';
import type { PlannedRoute, Violation } from '../../model/plan.ts';
import { broken, contractOf, notice, refOf, type AuditFacts, type Check } from '../audit-facts.ts';
import { HOME } from '../../model/stop-place.ts';
import { standings, type Standing } from '../standing.ts';

/** Whoever a contract carries is still on it, in the same order, unless released, gone or going to another school. */
export const contractsKept: Check = (plan, facts) => {
  const standing = standings(facts);
  const found: Violation[] = [];
  const runs = new Set<number>();
  for (const route of plan.routes) {
    const contract = contractOf(facts, route.contract_id);
    if (route.contract_id !== null && contract === null)
      found.push(
        broken(
          'unknown_contract',
          { route_ref: route.ref },
          `${route.ref} has no contract in the store.`,
        ),
      );
    if (contract !== null) {
      if (runs.has(contract.id))
        found.push(
          broken(
            'contract_twice',
            { route_ref: route.ref },
            `Contract ${contract.ref} runs twice.`,
          ),
        );
      runs.add(contract.id);
      found.push(...confirmedRightly(route, contract, facts));
    }
    found.push(...keptOn(route, contract, { standing, facts }));
  }
  const listed = new Set(plan.unallocated.map((each) => each.client_id));
  const routed = new Set(plan.routes.flatMap((route) => route.stops.map((s) => s.client_id)));
  for (const [client_id, { held_by }] of standing) {
    if (held_by === null || routed.has(client_id) || !listed.has(client_id)) continue;
    found.push(
      broken(
        'taken_off_contract',
        { client_id },
        `${refOf(facts, client_id)} is carried by contract ${held_by.ref} and was not released.`,
      ),
    );
  }
  const carried = new Set([...standing.values()].map((each) => each.held_by?.id));
  for (const contract of facts.contracts) {
    if (!carried.has(contract.id)) found.push(leftOut(contract, standing, facts));
  }
  return found;
};

/** A contract that no route goes on from: nobody is left on it, or all sit on another contract as well. */
function leftOut(
  contract: Contract,
  standing: ReadonlyMap<number, Standing>,
  facts: AuditFacts,
): Violation {
  const elsewhere = facts.stops.flatMap((stop) => {
    if (stop.contract_id !== contract.id || stop.left_on !== null || stop.released) return [];
    const heldBy = standing.get(stop.client_id)?.held_by ?? null;
    return heldBy === null ? [] : [`${refOf(facts, stop.client_id)} on ${heldBy.ref}`];
  });
  const text =
    elsewhere.length === 0
      ? `Contract ${contract.ref} carries nobody any more and is left out: give notice on it.`
      : `Contract ${contract.ref} is left out, its children sit on another contract as well (${elsewhere.join(', ')}): find out which contract carries them before giving notice on either.`;
  return notice('contract_without_clients', { route_ref: contract.route_ref }, text);
}

function keptOn(
  route: PlannedRoute,
  contract: Contract | null,
  {
    standing,
    facts,
  }: { readonly standing: ReadonlyMap<number, Standing>; readonly facts: AuditFacts },
): readonly Violation[] {
  const found: Violation[] = [];
  let lastOrder = 0;
  for (const stop of route.stops) {
    // A contract names one seat: it holds the way from the record's home. Other addresses and schools are another check's.
    if (stop.place !== HOME) continue;
    const where = standing.get(stop.client_id);
    const at = { route_ref: route.ref, client_id: stop.client_id };
    const ref = refOf(facts, stop.client_id);
    const heldBy = where?.held_by ?? null;
    if (heldBy !== null && heldBy.id !== contract?.id)
      found.push(
        broken(
          'taken_off_contract',
          at,
          `${ref} is carried by contract ${heldBy.ref} and was not released, but is on ${route.ref}.`,
        ),
      );
    const isFixed = heldBy !== null && heldBy.id === contract?.id;
    if (isFixed !== stop.fixed)
      found.push(
        broken(
          'fixed_wrong',
          at,
          `${ref} on ${route.ref} is ${isFixed ? '' : 'not '}carried by its contract.`,
        ),
      );
    if (!isFixed) continue;
    if ((where?.order ?? 0) < lastOrder)
      found.push(
        broken(
          'order_changed',
          at,
          `${ref} on ${route.ref} is collected in another order than the contract's.`,
        ),
      );
    lastOrder = where?.order ?? 0;
  }
  return found;
}

/** A route says confirmed only if its contract is, for the first day of everyone aboard. */
function confirmedRightly(
  route: PlannedRoute,
  contract: Contract,
  facts: AuditFacts,
): readonly Violation[] {
  if (!route.confirmed) return [];
  const isRight = route.stops.every((stop) => {
    const client = facts.clients.get(stop.client_id);
    const first = facts.firstDay(stop.school_urn ?? route.school_urn, client?.year_group ?? null);
    const own = client?.transport_start_on ?? first;
    const day = own > first ? own : first;
    return contract.confirmed && contract.starts_on <= day && day <= contract.ends_on;
  });
  return isRight
    ? []
    : [
        broken(
          'confirmed_wrongly',
          { route_ref: route.ref },
          `${route.ref} counts as confirmed, but contract ${contract.ref} is not for everyone's first day.`,
        ),
      ];
}
