/** What the children of a route ask of its crew and vehicle. */
import { DAY_BITS, type DayMask } from '../../calendar/day-mask.ts';
import type { Client } from '../../model/client.ts';
import type { TifAnswers } from '../../model/tif.ts';
import { asksOf, type Asks } from '../child-need.ts';
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

/** A child aboard by what they ask, named as gaps are to name them. */
export interface AskingAboard {
  readonly child: string;
  readonly asks: Asks;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
}

interface NeedBasis {
  /** An assistant whom the contract brings in any case. */
  readonly assistant: boolean;
  readonly rules: RegisterRules;
}

/** What those aboard need, from their records. */
export function routeNeed(aboard: readonly Aboard[], basis: NeedBasis): RouteNeed {
  return needOfAsks(
    aboard.map(({ client, answers, mornings, afternoons }) => ({
      child: `${client.forename} ${client.surname}`.trim() || client.ref,
      asks: asksOf(client, answers['transfer_help'] ?? ''),
      mornings,
      afternoons,
    })),
    basis,
  );
}

/** What those aboard need, from what each asks. */
export function needOfAsks(
  aboard: readonly AskingAboard[],
  { assistant, rules }: NeedBasis,
): RouteNeed {
  const competences = new Set(aboard.flatMap(({ asks }) => asks.competences));
  return {
    assistant: assistant || aboard.some(({ asks }) => asks.assistant !== 'none'),
    competences: [...competences].toSorted(),
    wheelchairs: aboard
      .filter(({ asks }) => asks.wheelchair)
      .map(({ child, asks }) => ({ child, kg: asks.weight_kg })),
    rooms: roomsOf(aboard, assistant),
    rules,
  };
}

/** An assistant of a child's own and one that all share each take a seat, as the planner counts them. */
function roomsOf(aboard: readonly AskingAboard[], assistant: boolean): readonly Room[] {
  const rooms: Room[] = [];
  for (const leg of ['mornings', 'afternoons'] as const) {
    for (const day of DAY_BITS) {
      let [riders, wheelchairs, own, shared] = [0, 0, 0, 0];
      for (const { [leg]: days, asks } of aboard) {
        if ((days & day) === 0) continue;
        riders += 1;
        if (asks.wheelchair) wheelchairs += 1;
        if (asks.assistant === 'own') own += 1;
        if (asks.assistant === 'shared') shared = 1;
      }
      if (riders === 0) continue;
      if (assistant && own === 0) shared = 1;
      const seats = riders - wheelchairs + own + shared;
      if (!rooms.some((room) => room.seats === seats && room.wheelchairs === wheelchairs))
        rooms.push({ seats, wheelchairs });
    }
  }
  return rooms;
}
