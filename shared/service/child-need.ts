/** What one child asks of the vehicle and crew that carry them, and on which days of the week. */
import type { DayMask } from '../calendar/day-mask.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { competencesAsked } from '../casework/competences.ts';
import { assistantNeeded, travelsInWheelchair } from '../casework/questions.ts';
import { weekOf, type WeekRecords } from '../casework/week.ts';
import type { Client } from '../model/client.ts';

/** What a child asks of vehicle and crew. Most ask nothing but a seat. */
export interface Asks {
  readonly assistant: 'none' | 'shared' | 'own';
  readonly wheelchair: boolean;
  /** With the wheelchair; null where it is not known, and for whoever rides on a seat. */
  readonly weight_kg: number | null;
  /** As the register of assistants names them. */
  readonly competences: readonly string[];
}

/** Whoever asks for nothing but a seat. */
export const JUST_A_SEAT: Asks = {
  assistant: 'none',
  wheelchair: false,
  weight_kg: null,
  competences: [],
};

/** Whether a child asks for nothing else. */
export function isJustASeat({ assistant, wheelchair, competences }: Asks): boolean {
  return assistant === 'none' && !wheelchair && competences.length === 0;
}

/** Read from the record and the answer of the last signed form on help with transfers (`transfer_help`; '' for none). */
export function asksOf(client: Client, transfer_help: string): Asks {
  const wheelchair = travelsInWheelchair(client);
  return {
    assistant: assistantNeeded(client),
    wheelchair,
    weight_kg: wheelchair ? client.occupied_weight_kg : null,
    competences: competencesAsked([{ client, answers: { transfer_help } }]),
  };
}

/** The days on which a child is to be taken to and brought from any school, as the week stands on a day. */
export interface DaysNeeded {
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
}

/** All journeys of the week together, from whichever address to whichever school. */
export function daysNeeded(
  client: Client,
  records: Omit<WeekRecords, 'second'> | undefined,
  on: IsoDate,
): DaysNeeded {
  // Where a second address lies is of no matter for the days.
  const week = weekOf(client, records === undefined ? undefined : { ...records, second: null }, on);
  return {
    mornings: week.reduce((days, journey) => days | journey.mornings, 0),
    afternoons: week.reduce((days, journey) => days | journey.afternoons, 0),
  };
}

/** A child to be carried, as the status of their transport is judged. */
export interface ChildNeed extends DaysNeeded {
  readonly client_id: number;
  readonly asks: Asks;
  /** The child's own first day of the year planned; null where no year is known. */
  readonly first_day: IsoDate | null;
  /** The day the request came; null for a child carried without one. */
  readonly asked_on: IsoDate | null;
}
