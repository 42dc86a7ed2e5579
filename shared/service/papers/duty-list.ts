/** The office's own list for the morning: every child on every route, whom to ring, and what to do. Only the fields of `DUTY_FIELDS`. */
import { sheetStop } from '../../casework/sheets/sheet-stop.ts';
import { secretsOf } from '../../casework/sheets/guard.ts';
import type { StopAddress } from '../../casework/stop-address.ts';
import type { Client } from '../../model/client.ts';
import type { DutyLine, DutyListContent } from '../../model/paper.ts';
import type { PlannedRoute, PlannedStop } from '../../model/plan.ts';
import type { TifAnswers } from '../../model/tif.ts';

/** What the list is made of. */
export interface DutyFacts {
  readonly office: string;
  readonly client: (id: number) => Client | null;
  readonly answers: (client: Client) => TifAnswers;
  readonly address: (stop: PlannedStop) => StopAddress | null;
  readonly school: (route: PlannedRoute) => string;
  readonly providerPhone: (provider: string) => string;
}

/** Instead of a number where the address is protected: looking it up is recorded. */
const IN_THE_CASE = 'See the case';

/** Makes the list of all routes, by route and the order of the morning. */
export function dutyList(
  routes: readonly PlannedRoute[],
  facts: DutyFacts,
): { readonly content: DutyListContent; readonly clients: readonly number[] } {
  const lines = routes
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
    .flatMap((route) =>
      route.stops.flatMap((stop) => {
        const line = lineOf(route, stop, facts);
        return line === null ? [] : [{ id: stop.client_id, line }];
      }),
    );
  return {
    content: {
      head: { office: facts.office },
      lines: lines.map(({ line }) => line),
      warnings: [],
    },
    clients: lines.map(({ id }) => id),
  };
}

function lineOf(route: PlannedRoute, stop: PlannedStop, facts: DutyFacts): DutyLine | null {
  const client = facts.client(stop.client_id);
  const at = facts.address(stop);
  if (client === null || at === null) return null;
  const answers = facts.answers(client);
  const made = sheetStop({ client, stop, at, answers, secrets: secretsOf(client, [], []), may_show: false }).stop; // prettier-ignore
  return {
    route: route.ref,
    provider: route.provider === '' ? 'Not let yet' : route.provider,
    provider_phone: facts.providerPhone(route.provider),
    child: `${client.forename} ${client.surname}`.trim(),
    ref: client.ref,
    school: facts.school(route),
    pick_up: made.pick_up,
    home_time: made.home_time,
    ring: at.protected ? IN_THE_CASE : made.ring,
    emergency: made.emergency,
    nobody_in: (answers['nobody_in'] ?? '').trim(),
  };
}
