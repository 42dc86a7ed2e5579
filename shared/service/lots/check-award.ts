/** What stands in the way of an award, and what must be acknowledged with it. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatMiles } from '../../format/distance.ts';
import { formatMoment } from './moment.ts';
import { formatQuantity } from '../../format/number.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { Award, Bid, Lot, LotSpecification, Moment, Tender } from '../../model/tender.ts';
import type { ScoredBid } from './evaluate.ts';
import { isCounted, isStanding } from './tender-state.ts';

/** A lot that is to be given to a bid. */
export interface AwardCase {
  readonly tender: Tender;
  readonly lot: Lot;
  readonly bid: Bid;
  readonly awards: readonly Award[];
  readonly now: Moment;
}

/** Whether the award may be made at all; the failure says why not. */
export function mayAward({ tender, lot, bid, awards, now }: AwardCase): Result<null> {
  const standing = awards.find((each) => each.lot_id === lot.id && isStanding(each));
  if (standing !== undefined)
    return fail(
      'awarded_already',
      `Lot ${lot.ref} was awarded to ${standing.provider} on ${formatDate(standing.signed.on)}.`,
      'A lot is awarded once. Withdraw that award first, with the reason.',
      { award_id: standing.id },
    );
  if (tender.cancelled !== null)
    return fail(
      'tender_cancelled',
      `Tender ${tender.ref} was cancelled.`,
      'Put the routes out again.',
    );
  if (lot.withdrawn !== null)
    return fail('lot_withdrawn', `Lot ${lot.ref} was withdrawn.`, 'Put the route out again.');
  if (now <= tender.closes_at)
    return fail(
      'still_open',
      `Bids are open until ${formatMoment(tender.closes_at)}.`,
      'Award once they are closed: a later bid may be better.',
    );
  if (bid.lot_id !== lot.id || !isCounted(bid))
    return fail(
      'bid_does_not_count',
      'This bid does not count: it is held, or a later one took its place.',
      'Choose one that counts, or accept it with the reason.',
    );
  return ok(null);
}

/** Sentences that whoever awards must have read; the reason they write answers them. */
export function awardCautions(
  chosen: ScoredBid,
  all: readonly ScoredBid[],
  changes: readonly string[],
): readonly string[] {
  return [
    ...(chosen.rank > 1 ? [`This bid is number ${chosen.rank} of ${all.length} by the stated weights.`] : []), // prettier-ignore
    ...(all.length === 1 ? ['This is the only bid: nothing was competed.'] : []),
    ...(chosen.unmarked > 0 ? [`${formatQuantity(chosen.unmarked, 'answer')} on quality without a mark: each counts as 0.`] : []), // prettier-ignore
    ...all.filter((each) => each !== chosen && each.unmarked > 0).map((each) => `${each.bid.provider}: ${formatQuantity(each.unmarked, 'answer')} without a mark.`), // prettier-ignore
    ...changes.map((each) => `Since the lot was put out: ${each}`),
  ];
}

/** How a route differs from what was put out, each a sentence; null for the route: the plan has it no more. */
export function lotChanges(
  asked: LotSpecification,
  now: LotSpecification | null,
): readonly string[] {
  if (now === null) return ['the plan in use has no such route any more.'];
  const count = (spec: LotSpecification): string =>
    formatQuantity(spec.children, 'child', 'children');
  const miles = Math.abs(now.distance_m - asked.distance_m);
  const checks: readonly (readonly [boolean, string])[] = [
    [now.school !== asked.school, `it goes to ${now.school}.`],
    [now.children !== asked.children, `${count(now)}, not ${count(asked)}.`],
    [now.vehicle_class !== asked.vehicle_class, `a ${now.vehicle.toLowerCase()}, not a ${asked.vehicle.toLowerCase()}.`], // prettier-ignore
    [now.wheelchairs > asked.wheelchairs, `${formatQuantity(now.wheelchairs, 'wheelchair space')}, not ${asked.wheelchairs}.`], // prettier-ignore
    [now.assistants !== asked.assistants, `${formatQuantity(now.assistants, 'passenger assistant')}, not ${asked.assistants}.`], // prettier-ignore
    [now.competences.some((each) => !asked.competences.includes(each)), `the crew must be trained in ${now.competences.join(', ')}.`], // prettier-ignore
    [miles > Math.max(800, asked.distance_m * 0.05), `${formatMiles(now.distance_m)} a morning, not ${formatMiles(asked.distance_m)}.`], // prettier-ignore
    [Math.abs(now.arrive_s - asked.arrive_s) > 300 || Math.abs(now.depart_s - asked.depart_s) > 300, 'the times at school are others.'], // prettier-ignore
  ];
  return checks.flatMap(([is, words]) => (is ? [words] : []));
}

/** A route given without a competition. */
export interface DirectAwardForm {
  readonly provider: string;
  readonly price_day_pence: number;
  readonly assistant_day_pence: number;
  readonly starts_on: IsoDate;
  readonly ends_on: IsoDate;
  readonly notice_days: number;
  readonly reason: string;
  readonly by: string;
}

/** Every problem of a direct award; it always has a reason and an end. */
export function directAwardProblems(form: DirectAwardForm, on: IsoDate): readonly string[] {
  const year = Number(form.starts_on.slice(0, 4)) + 1;
  const checks: readonly (readonly [boolean, string])[] = [
    [form.provider.trim() === '', 'Name the provider.'],
    [form.price_day_pence <= 0, 'Give the price a day.'],
    [form.assistant_day_pence < 0, 'The price of the assistant is below nothing.'],
    [form.ends_on < form.starts_on, 'It ends before it starts.'],
    [form.ends_on < on, 'It has ended before it is made.'],
    [form.ends_on >= `${year}${form.starts_on.slice(4)}`, 'An emergency award runs for less than a year: put the route out to tender.'], // prettier-ignore
    [form.reason.trim() === '', 'Write why there is no competition.'],
    [form.by.trim() === '', 'Sign with your name.'],
  ];
  return checks.flatMap(([isWrong, words]) => (isWrong ? [words] : []));
}

/** Whether a route of the plan may be given to another provider; the failure says who has it. */
export function mayLet(
  route: PlannedRoute | null,
  route_ref: string,
  runs: { readonly ref: string; readonly provider: string; readonly confirmed: boolean; readonly ends_on: IsoDate } | null, // prettier-ignore
  starts_on: IsoDate,
): Result<PlannedRoute> {
  if (route === null)
    return fail(
      'no_route',
      `The plan in use has no route ${route_ref}.`,
      'A new plan has routes of its own: withdraw the lot and put the new route out.',
      { route_ref },
    );
  if (route.stops.length === 0)
    return fail(
      'route_empty',
      `Route ${route_ref} carries nobody.`,
      'Close it, or place children.',
    );
  if (route.school_urn === null)
    return fail(
      'school_not_listed',
      `The school of route ${route_ref} is on no list.`,
      'Import the list of schools, or enter it, then plan the route.',
      { route_ref },
    );
  if (runs !== null && runs.ends_on >= starts_on)
    return fail(
      'route_let',
      `Route ${route_ref} is let to ${runs.provider} until ${formatDate(runs.ends_on)} (contract ${runs.ref}).`,
      `Let the new contract start after that, or end contract ${runs.ref} first: by notice, or by taking it back.`,
      { route_ref },
    );
  return ok(route);
}
