/** What the children of a route ask of its crew and vehicle. */
import { DAY_BITS, type DayMask } from '../../calendar/day-mask.ts';
import { competencesAsked } from '../../casework/competences.ts';
import { assistantNeeded, travelsInWheelchair } from '../../casework/questions.ts';
import type { Client } from '../../model/client.ts';
import type { TifAnswers } from '../../model/tif.ts';
import type { RegisterRules } from './rules.ts';

/** Seats (assistants' too) and wheelchair spaces taken at once. */
export interface Room {
  readonly seats: number;
  readonly wheelchairs: number;
}

/** What a route needs on its days. */
export interface RouteNeed {
  readonly assistant: boolean;
  /** Named competences, each of which wants a holder and a cover. */
  readonly competences: readonly string[];
  /** Whoever travels in a wheelchair: name or reference, and weight with the wheelchair; null where it is not known. */
  readonly wheelchairs: readonly { readonly child: string; readonly kg: number | null }[];
  /** What each different day and way asks for. */
  readonly rooms: readonly Room[];
  readonly rules: RegisterRules;
}

/** A child aboard, and on which days. */
export interface Aboard {
  readonly client: Client;
  readonly answers: TifAnswers;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
}

/** What those aboard need, with an assistant whom the contract brings in any case. */
export function routeNeed(
  aboard: readonly Aboard[],
  { assistant, rules }: { readonly assistant: boolean; readonly rules: RegisterRules },
): RouteNeed {
  return {
    assistant: assistant || aboard.some(({ client }) => assistantNeeded(client) !== 'none'),
    competences: competencesAsked(aboard),
    wheelchairs: aboard
      .filter(({ client }) => travelsInWheelchair(client))
      .map(({ client }) => ({
        child: `${client.forename} ${client.surname}`.trim() || client.ref,
        kg: client.occupied_weight_kg,
      })),
    rooms: roomsOf(aboard, assistant),
    rules,
  };
}

/** An assistant of a child's own and one that all share each take a seat, as the planner counts them. */
function roomsOf(aboard: readonly Aboard[], assistant: boolean): readonly Room[] {
  const rooms = new Map<string, Room>();
  for (const leg of ['mornings', 'afternoons'] as const) {
    for (const day of DAY_BITS) {
      const crew = aboard.filter((each) => (each[leg] & day) !== 0).map(({ client }) => client);
      if (crew.length === 0) continue;
      const wheelchairs = crew.filter(travelsInWheelchair).length;
      const own = crew.filter((client) => assistantNeeded(client) === 'own').length;
      const sharing = crew.some((client) => assistantNeeded(client) === 'shared');
      const shared = sharing || (assistant && own === 0) ? 1 : 0;
      const seats = crew.length - wheelchairs + own + shared;
      rooms.set(`${seats}+${wheelchairs}`, { seats, wheelchairs });
    }
  }
  return [...rooms.values()];
}
