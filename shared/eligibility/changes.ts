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

/** A day that may matter: with `lasts`, the last day of what was, so that the next day is the first of the new. */
interface Mark {
  readonly on: IsoDate;
  readonly lasts: boolean;
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
    .filter((mark) => mark.on <= until && (mark.on > on || (mark.lasts && mark.on === on)))
    .map(({ on, lasts, what }) => ({ on, takes_effect_on: lasts ? addDays(on, 1) : on, what }))
    .sort((a, b) => (a.takes_effect_on < b.takes_effect_on ? -1 : 1));
}

function ofAge(born: IsoDate | null, thresholds: Thresholds): readonly Mark[] {
  if (born === null) return [];
  const { policy_from_age, walk_age, extended_older_age, sixth_form_until_age } = thresholds;
  const turns = (age: number, what: string) => at(birthday(born, age), `Turns ${age}: ${what}`);
  return [
    turns(policy_from_age, "the council's own policy for younger children begins."),
    at(compulsoryFrom(born, thresholds), 'The prescribed day: compulsory school age begins.'),
    turns(walk_age, 'the longer walking distance holds.'),
    turns(extended_older_age, 'the extended rights of older children hold.'),
    last(
      compulsoryUntil(born, thresholds),
      'The last Friday in June of year 11: compulsory school age ends.',
    ),
    turns(sixth_form_until_age, 'sixth-form age ends, save on a course begun before.'),
  ];
}

function ofRecord({ application, starts_on, evidence }: CaseFacts): readonly Mark[] {
  const { accompaniment, route, course_began_on } = evidence;
  const marks: Mark[] = [];
  const course = course_began_on ?? (/post.?16/i.test(application.type) ? starts_on : null);
  if (course !== null) marks.push(at(course, 'The post-16 course begins.'));
  if (accompaniment !== null && accompaniment.ends_on !== null)
    marks.push(
      last(
        accompaniment.ends_on,
        'The answer about walking, given for a temporary problem, runs out.',
      ),
    );
  if (route !== null && route.review_on !== null) {
    const walked = formatDate(route.assessed_on);
    marks.push(last(route.review_on, `The route’s assessment of ${walked} is due for review.`));
  }
  return marks;
}

function at(on: IsoDate, what: string): Mark {
  return { on, lasts: false, what };
}

function last(on: IsoDate, what: string): Mark {
  return { on, lasts: true, what };
}
