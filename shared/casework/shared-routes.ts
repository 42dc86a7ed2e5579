/** Which schools may share a vehicle, and which children travel with their own school alone. */
import type { IsoDate } from '../calendar/dates.ts';
import { numberAt } from '../costing/read-settings.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Client } from '../model/client.ts';
import type { Setting } from '../model/money.ts';
import type { School } from '../model/school.ts';
import type { SharingPair, SharingRecords, StaysApart } from '../model/sharing.ts';

/** The rules in force on a day. */
export interface SharingRules {
  /** Straight line, metres; 0: only what a planner allows. */
  readonly within_m: number;
  /** How long before a school's day children may be brought there, and wait after it. */
  readonly early_s: number;
  /** How long the vehicle stands at a school before it goes on. */
  readonly stand_s: number;
  readonly pairs: ReadonlyMap<string, SharingPair>;
  readonly apart: ReadonlyMap<number, StaysApart>;
}

/** Two schools in either order. */
export function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}

/** Reads the rules. */
export function sharingRules(
  settings: readonly Setting[],
  on: IsoDate,
  records: SharingRecords | undefined,
): SharingRules {
  return {
    within_m: numberAt(settings, 'sharing_within_m', on),
    early_s: numberAt(settings, 'sharing_early_s', on),
    stand_s: numberAt(settings, 'sharing_stand_s', on),
    pairs: new Map((records?.pairs ?? []).map((e) => [pairKey(e.school_a, e.school_b), e])),
    apart: new Map((records?.apart ?? []).map((each) => [each.client_id, each])),
  };
}

/** Whether two schools may share a vehicle: by a planner's word, else by how near they lie. A school of no known place shares with none. */
export function mayShare(a: School, b: School, rules: SharingRules): boolean {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return false;
  const said = rules.pairs.get(pairKey(a.urn, b.urn));
  if (said !== undefined) return said.allowed;
  const metres = straightLineMetres({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });
  return rules.within_m > 0 && metres <= rules.within_m;
}

/** Whether every two of some schools may share one. */
export function mayAllShare(schools: readonly School[], rules: SharingRules): boolean {
  return schools.every((a, at) => schools.slice(at + 1).every((b) => mayShare(a, b, rules)));
}

/** Why a child rides with children of their own school alone; null: nothing stands against it. */
export function apartBecause(
  client: Pick<Client, 'id' | 'sole_occupancy'>,
  { apart }: Pick<SharingRules, 'apart'>,
): string | null {
  if (client.sole_occupancy) return 'has sole occupancy';
  const said = apart.get(client.id);
  return said === undefined ? null : `${APART_WORDS[said.ground]} (${said.reason})`;
}

const APART_WORDS: Readonly<Record<StaysApart['ground'], string>> = {
  medical: 'travels with their own school alone for a medical reason',
  behaviour: 'travels with their own school alone for their behaviour plan',
  other: 'travels with their own school alone',
};
