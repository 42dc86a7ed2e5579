import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { competencesAsked } from '../../../shared/casework/competences.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';
import { crewOn, NO_CREW, type Crew } from '../../../shared/service/papers/crew.ts';

/** Who runs each route, read once: on the day asked for, or on the contract's first where that is still to come. */
export function crewReader(
  store: Store,
  on: IsoDate,
  answers: (client: Client) => TifAnswers,
): (route: PlannedRoute) => Crew {
  const assigned = store.register.assigned();
  if (assigned.size === 0) return () => NO_CREW;
  return ({ contract_id, stops }) => {
    const known = contract_id === null ? undefined : assigned.get(contract_id);
    if (contract_id === null || known === undefined) return NO_CREW;
    const starts = store.contracts.get(contract_id)?.starts_on ?? on;
    const clients = stops.flatMap(({ client_id }) => store.clients.get(client_id) ?? []);
    const asked = competencesAsked(clients.map((client) => ({ client, answers: answers(client) })));
    return crewOn(known, asked, starts > on ? starts : on);
  };
}
