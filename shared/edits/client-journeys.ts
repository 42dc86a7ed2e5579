/** The stops that an edit may be about: what they are called, and whether a vehicle can be sent there. */
import type { DayMask } from '../calendar/day-mask.ts';
import type { Journey } from '../casework/week.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Client } from '../model/client.ts';
import type { Plan } from '../model/plan.ts';
import { HOME } from '../model/stop-place.ts';
import { journeysOf, journeyWords } from '../planning/county.ts';
import { daysOfJourney, journeysLacking } from '../planning/journeys-lacking.ts';
import type { EditFacts } from './edit.ts';
import { isSameStop, type StopKey } from '../model/stop-key.ts';

/** A stop that a vehicle can be sent to. */
export interface PlaceableStop extends StopKey {
  readonly client: Client;
  /** Where it leads; null where no school is known. */
  readonly school_urn: number | null;
  /** Days of either leg. */
  readonly days: DayMask;
  /** How sentences name it: `KT26-0123`, and of a stop of some days `KT26-0123 (Thu, Fri, other parent)`. */
  readonly words: string;
}

/** How sentences name a client: by reference, never by name. */
export function refOf(client_id: number, facts: EditFacts): string {
  return facts.clients.get(client_id)?.ref ?? `client ${client_id}`;
}

/** How sentences name a stop. */
export function stopWords({ client_id, place }: StopKey, facts: EditFacts): string {
  const ref = refOf(client_id, facts);
  if (place === HOME) return ref;
  const journey = journeyAt({ client_id, place }, facts);
  return journey === null ? `${ref} (on some days)` : `${ref} (${journeyWords(journey)})`;
}

function journeyAt({ client_id, place }: StopKey, facts: EditFacts): Journey | null {
  const client = facts.clients.get(client_id);
  if (client === undefined) return null;
  return journeysOf(client, facts).find((each) => each.place === place) ?? null;
}

/** The stop with what is known of it, or why no vehicle can be sent there. */
export function placeableStop(key: StopKey, facts: EditFacts): Result<PlaceableStop> {
  const { client_id, place } = key;
  const client = facts.clients.get(client_id);
  if (client === undefined)
    return fail('no_client', 'No such client is in the store.', 'Choose a client of the list.', {
      client_id,
    });
  const journey = journeyAt(key, facts);
  if (journey === null && place !== HOME)
    return fail(
      'no_journey',
      `By the records ${client.ref} does not travel from that address, or to that school, any more.`,
      'Reckon the route anew, or enter the address on the case page again.',
      { client_id },
    );
  const { lat, lon } = place === HOME ? client : (journey ?? client);
  if (lat === null || lon === null)
    return fail(
      'no_position',
      place === HOME
        ? `The home of ${client.ref} has no position, so no vehicle can be sent there.`
        : `The address of ${stopWords(key, facts)} has no position, so no vehicle can be sent there.`,
      'Correct the postcode or set the pin on the case page.',
      { client_id },
    );
  return ok({
    client_id,
    place,
    client,
    school_urn: place === HOME ? client.school_urn : (journey?.school_urn ?? null),
    days: journey === null ? 0 : daysOfJourney(journey),
    words: stopWords(key, facts),
  });
}

/** The stop meant where a client alone is named: the one from home where a route makes it or it lacks one, else the first that lacks one. */
export function stopOf(plan: Plan, client_id: number, facts: EditFacts): StopKey {
  const [first] = journeysLacking(plan, client_id, facts);
  const isOn = plan.routes.some(({ stops }) =>
    stops.some((stop) => isSameStop(stop, { client_id, place: HOME })),
  );
  return { client_id, place: isOn ? HOME : (first?.place ?? HOME) };
}
