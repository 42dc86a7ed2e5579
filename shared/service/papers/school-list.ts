/** A school's list: which of its children come and go by vehicle, when, with whom. Only the fields of `SCHOOL_FIELDS`. */
import { dayWords, WHOLE_WEEK, type DayMask } from '../../calendar/day-mask.ts';
import { guardWords, secretsOf } from '../../casework/sheets/guard.ts';
import { RING_OFFICE } from '../../casework/sheets/sheet-stop.ts';
import { formatTimeOfDay } from '../../format/time.ts';
import type { Client } from '../../model/client.ts';
import type { SchoolLine, SchoolListContent } from '../../model/paper.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { TifAnswers } from '../../model/tif.ts';
import type { Crew } from './crew.ts';

/** What a list is made of. */
export interface SchoolListFacts {
  readonly school: string;
  readonly office: string;
  readonly draft: boolean;
  readonly client: (id: number) => Client | null;
  readonly answers: (client: Client) => TifAnswers;
  readonly vehicleName: (vehicle_class: string) => string;
  readonly crew: (route: PlannedRoute) => Crew;
  /** A confirmed contract carries this child on their first day. */
  readonly isInPlace: (client_id: number) => boolean;
}

/** Printed on lists of a plan that nobody has approved. */
export const DRAFT_LIST = 'Draft plan: times and routes may still change.';

/** The list, and whom its lines are of. */
export interface MadeSchoolList {
  readonly content: SchoolListContent;
  readonly clients: readonly number[];
}

interface Seat {
  readonly route: PlannedRoute;
  readonly client: Client;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
}

/** Makes the list of the routes that serve one school. */
export function schoolList(
  routes: readonly PlannedRoute[],
  facts: SchoolListFacts,
): MadeSchoolList {
  const lines = seatsOf(routes, facts)
    .map((seat) => ({ id: seat.client.id, line: lineOf(seat, facts) }))
    .toSorted((a, b) => compare(orderOf(a.line), orderOf(b.line)));
  return {
    content: {
      head: { school: facts.school, office: facts.office },
      lines: lines.map(({ line }) => line),
      warnings: facts.draft ? [DRAFT_LIST] : [],
    },
    clients: lines.map(({ id }) => id),
  };
}

const orderOf = ({ arrives, route, child }: SchoolLine): string => `${arrives || '99:99'} ${route} ${child}`; // prettier-ignore

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One seat a child and route: which home they come from on which day is not the school's business. */
function seatsOf(routes: readonly PlannedRoute[], { client }: SchoolListFacts): readonly Seat[] {
  return routes.flatMap((route) => {
    const seats = new Map<number, Seat>();
    for (const { client_id, mornings, afternoons } of route.stops) {
      const who = client(client_id);
      if (who === null) continue;
      const before = seats.get(client_id);
      seats.set(client_id, {
        route,
        client: who,
        mornings: (before?.mornings ?? 0) | mornings,
        afternoons: (before?.afternoons ?? 0) | afternoons,
      });
    }
    return [...seats.values()];
  });
}

function lineOf({ route, client, mornings, afternoons }: Seat, facts: SchoolListFacts): SchoolLine {
  const crew = facts.crew(route);
  const name = `${client.forename} ${client.surname}`.trim();
  return {
    child: name === '' ? RING_OFFICE : name,
    days: daysOf(mornings, afternoons),
    arrives: mornings === 0 ? '' : formatTimeOfDay(route.arrive_s),
    leaves: afternoons === 0 ? '' : formatTimeOfDay(route.depart_s),
    route: route.ref,
    provider: route.provider === '' ? 'Not let yet' : route.provider,
    vehicle: [facts.vehicleName(route.vehicle_class), crew.plate].filter((each) => each !== '').join(', '), // prettier-ignore
    assistant: route.assistant ? crew.assistant || 'Yes' : 'No',
    receives: receivesOf(client, facts),
    confirmed: facts.isInPlace(client.id) ? 'Yes' : 'Not yet',
  };
}

/** The family's own words for who meets the child at school: looked at like all free words. */
function receivesOf(client: Client, { answers }: SchoolListFacts): string {
  const said = answers(client);
  const staff = (said['school_staff'] ?? '').trim();
  const bay = (said['school_bay'] ?? '').trim();
  const words = [staff, bay === '' ? '' : `bay ${bay}`].filter((each) => each !== '').join(', ');
  const { text, held } = guardWords(words, secretsOf(client, [], []));
  return held.length > 0 ? RING_OFFICE : text;
}

function daysOf(mornings: DayMask, afternoons: DayMask): string {
  const words = (days: DayMask): string => (days === WHOLE_WEEK ? 'Mon to Fri' : dayWords(days));
  if (mornings === afternoons) return words(mornings);
  if (afternoons === 0) return `${words(mornings)}, mornings`;
  if (mornings === 0) return `${words(afternoons)}, afternoons`;
  return `Comes ${words(mornings)}, leaves ${words(afternoons)}`;
}
