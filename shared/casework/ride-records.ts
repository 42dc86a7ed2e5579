/** Waivers of clinical limits and reasons for going over the guide: which one counts, and what keeps one from being recorded. */
import type { IsoDate } from '../calendar/dates.ts';
import { formatMinutes } from '../format/time.ts';
import type { Client } from '../model/client.ts';
import type {
  ClinicalWaiver,
  GuideReason,
  GuideReasonGiven,
  WaiverGiven,
} from '../model/ride-record.ts';

/**
 * A plan made again may move a ride by a little: a reason covers rides up to a minute longer than the one it was recorded
 * for, since minutes are what the officer saw [A].
 */
const COVERED_SLACK_S = 60;
/** No waiver allows a ride longer than four hours: the longest that a clinical limit itself may be [A]. */
const LONGEST_S = 14_400;

/** The waiver that counts on a day: of several the one recorded last. Null for none. */
export function waiverInForce(
  waivers: readonly ClinicalWaiver[],
  on: IsoDate,
): ClinicalWaiver | null {
  return (
    waivers.findLast(
      (each) => each.withdrawn === null && each.from_on <= on && on <= each.until_on,
    ) ?? null
  );
}

/** A ride as a reason is held against. */
export interface RideOverGuide {
  readonly school_urn: number | null;
  readonly ride_s: number;
}

/** The reason that covers a ride: to the same school, and not longer than it was recorded for. Null: a reason is wanted. */
export function reasonFor(
  reasons: readonly GuideReason[],
  ride: RideOverGuide,
): GuideReason | null {
  return (
    reasons.findLast(
      (each) =>
        each.withdrawn === null &&
        each.school_urn === ride.school_urn &&
        ride.ride_s <= each.planned_s + COVERED_SLACK_S,
    ) ?? null
  );
}

/** Records of each client, as audits and lists ask for them. */
export function byClient<T extends { readonly client_id: number }>(
  records: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  return Map.groupBy(records, ({ client_id }) => client_id);
}

const blank = (text: string): boolean => text.trim() === '';

/** Everything that keeps a waiver from being recorded on a day. */
export function waiverProblems(
  given: WaiverGiven,
  client: Pick<Client, 'clinical_limit_s'>,
  recorded: { readonly on: IsoDate; readonly by: string },
): readonly string[] {
  const limit = client.clinical_limit_s;
  const checks: readonly (readonly [boolean, string])[] = [
    [limit === null, 'This child has no clinical limit, so there is nothing to waive.'],
    [
      limit !== null && given.allowed_s <= limit,
      `The waiver must allow more than the clinical limit of ${formatMinutes(limit ?? 0)}.`,
    ],
    [given.allowed_s > LONGEST_S, `No waiver allows more than ${formatMinutes(LONGEST_S)}.`],
    [blank(given.granted_by), 'Name the clinician who grants it.'],
    [blank(given.reason), 'Write why the limit may be exceeded.'],
    [blank(given.evidence), 'Name the letter or plan that says so, with its date.'],
    [given.until_on < given.from_on, 'The last day lies before the first.'],
    [given.until_on < recorded.on, 'The last day has passed already.'],
    [blank(recorded.by), 'Give your name.'],
  ];
  return checks.flatMap(([isWrong, sentence]) => (isWrong ? [sentence] : []));
}

/** Everything that keeps a reason from being recorded. */
export function guideReasonProblems(
  given: Pick<GuideReasonGiven, 'reason'>,
  by: string,
): readonly string[] {
  return [
    ...(blank(given.reason) ? ['Write why the ride goes over the guide.'] : []),
    ...(blank(by) ? ['Give your name: a named officer records the reason.'] : []),
  ];
}

/** Both times of a ride in words: `direct 82 min, planned 90 min`. */
export function rideTimesWords(ride: {
  readonly direct_s: number;
  readonly planned_s: number;
}): string {
  return `direct ${formatMinutes(ride.direct_s)}, planned ${formatMinutes(ride.planned_s)}`;
}
