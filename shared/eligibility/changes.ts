/** What age and dates will change before long, so that a case is looked at again in time. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import { birthday, compulsoryFrom, compulsoryUntil } from './ages.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Thresholds } from './thresholds.ts';

/** A day on which eligibility is looked at again. */
export interface Event {
  readonly on: IsoDate;
  /** The first day decided by the new facts: the day itself, or the day after a last day. */
  readonly takes_effect_on: IsoDate;
  /** A sentence. */
  readonly what: string;
}

/**
 * Events after `on` and up to the number of days ahead that is set, or up to the first day of transport where that is later, in
 * order of date.
 */
export function eventsAhead(
  facts: CaseFacts,
  thresholds: Thresholds,
  on: IsoDate,
): readonly Event[] {
  const ahead = addDays(on, thresholds.ahead_days);
  const until = facts.starts_on > ahead ? facts.starts_on : ahead;
  return [...ofAge(facts.client.date_of_birth, thresholds), ...ofRecord(facts)]
    .filter((event) => event.takes_effect_on > on && event.on <= until)
    .sort((a, b) => (a.takes_effect_on < b.takes_effect_on ? -1 : 1));
}

function ofAge(born: IsoDate | null, thresholds: Thresholds): readonly Event[] {
  if (born === null) return [];
  const { policy_from_age, walk_age, extended_older_age, sixth_form_until_age } = thresholds;
  const leaving = compulsoryUntil(born, thresholds);
  const turns = (age: number, what: string) => at(birthday(born, age), `Turns ${age}: ${what}`);
  return [
    turns(policy_from_age, "the council's own policy for younger children begins."),
    at(compulsoryFrom(born, thresholds), 'The prescribed day: compulsory school age begins.'),
    turns(walk_age, 'the longer walking distance holds.'),
    turns(extended_older_age, 'the extended rights of older children hold.'),
    after(leaving, 'The last Friday in June of year 11: compulsory school age ends.'),
    turns(sixth_form_until_age, 'sixth-form age ends, save on a course begun before.'),
  ];
}

function ofRecord({ application, starts_on, evidence }: CaseFacts): readonly Event[] {
  const { accompaniment, route, course_began_on } = evidence;
  const course = course_began_on ?? (/post.?16/i.test(application.type) ? starts_on : null);
  return [
    ...(course === null ? [] : [at(course, 'The post-16 course begins.')]),
    ...(accompaniment?.ends_on
      ? [
          after(
            accompaniment.ends_on,
            'The answer about walking, given for a temporary problem, runs out.',
          ),
        ]
      : []),
    ...(route?.review_on
      ? [
          after(
            route.review_on,
            `The route’s assessment of ${formatDate(route.assessed_on)} is due for review.`,
          ),
        ]
      : []),
  ];
}

function at(on: IsoDate, what: string): Event {
  return { on, takes_effect_on: on, what };
}

function after(on: IsoDate, what: string): Event {
  return { on, takes_effect_on: addDays(on, 1), what };
}
