/** A stop that is made on some days, in words: the same words say the same stop, so that two days are compared by them. */
import { dayWords } from '../calendar/day-mask.ts';
import { formatTimeOfDay } from '../format/time.ts';
import type { PartCarriage } from '../model/carriage.ts';

/** What the words take from the records. */
export interface PartWords {
  readonly vehicleName: (id: string) => string;
  readonly schoolName: (urn: number | null) => string;
  /** `Other parent`; '' for the home of the record. */
  readonly addressWords: (client_id: number, place: string) => string;
}

/** Who reads the words: what a school sees at its gate, what a provider or its assistant drives, or all of it. */
export type PartAudience = 'all' | 'school' | 'route';

/** `Thu, Fri, other parent: MEA-004, pick-up 07:40, at Meadowfield 08:40, leaves 15:20, home 15:50, Taxi, Ironmark Travel, with assistant`. */
export function partWords(
  part: PartCarriage,
  words: PartWords,
  audience: PartAudience = 'all',
): string {
  const { mornings, afternoons, pick_up_s, arrive_s, depart_s, drop_off_s } = part;
  const school = words.schoolName(part.school_urn);
  const isGate = audience === 'school';
  const there =
    mornings === 0
      ? []
      : [...(isGate ? [] : [`pick-up ${timeOf(pick_up_s)}`]), `at ${school} ${timeOf(arrive_s)}`];
  const home =
    afternoons === 0
      ? []
      : [
          `leaves ${mornings === 0 ? school : 'it'} ${timeOf(depart_s)}`,
          ...(isGate ? [] : [`home ${timeOf(drop_off_s)}`]),
        ];
  const vehicle = [
    words.vehicleName(part.vehicle_class),
    ...(audience === 'route' ? [] : [part.provider === '' ? 'not let yet' : part.provider]),
    part.assistant ? 'with assistant' : 'no assistant',
  ];
  return `${whenWords(part)}${audience === 'all' ? whereWords(words.addressWords(part.client_id, part.place)) : ''}: ${[part.route_ref, ...there, ...home, ...vehicle].join(', ')}`;
}

function whenWords({ mornings, afternoons }: PartCarriage): string {
  if (mornings === afternoons) return dayWords(mornings);
  const parts = [
    ...(mornings === 0 ? [] : [`${dayWords(mornings)} morning`]),
    ...(afternoons === 0 ? [] : [`${dayWords(afternoons)} afternoon`]),
  ];
  return parts.join(' and ');
}

function whereWords(address: string): string {
  return address === '' ? '' : `, ${address.toLowerCase()}`;
}

function timeOf(seconds: number | null): string {
  return seconds === null ? 'not known' : formatTimeOfDay(seconds);
}

/** The words of all, by child. */
export function partWordsByChild(
  parts: readonly PartCarriage[],
  words: PartWords,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const part of parts) {
    const list = found.get(part.client_id);
    if (list === undefined) found.set(part.client_id, [partWords(part, words)]);
    else list.push(partWords(part, words));
  }
  return found;
}
