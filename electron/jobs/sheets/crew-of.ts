import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { competencesAsked } from '../../../shared/casework/competences.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';
import { crewOn, NO_CREW, type Crew } from '../../../shared/service/papers/crew.ts';

/** Where clients and contracts are read, for whoever has them all already. */
export interface CrewRecords {
  readonly client: (id: number) => Client | null;
  readonly contract: (id: number) => Contract | null;
}

/** Who runs each route, read once: on the day asked for, or on the contract's first where that is still to come. */
export function crewReader(
  store: Store,
  on: IsoDate,
  answers: (client: Client) => TifAnswers,
  records: CrewRecords = { client: store.clients.get, contract: store.contracts.get },
): (route: PlannedRoute) => Crew {
  const assigned = store.register.assigned();
  if (assigned.size === 0) return () => NO_CREW;
  return ({ contract_id, stops }) => {
    const known = contract_id === null ? undefined : assigned.get(contract_id);
    if (contract_id === null || known === undefined) return NO_CREW;
    const starts = records.contract(contract_id)?.starts_on ?? on;
    const clients = stops.flatMap(({ client_id }) => records.client(client_id) ?? []);
    const asked = competencesAsked(clients.map((client) => ({ client, answers: answers(client) })));
    return crewOn(known, asked, starts > on ? starts : on);
  };
}
