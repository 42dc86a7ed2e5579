/** What age and dates will change before long, so that a case is looked at again in time. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { academicYearOf, lastDateOf } from '../calendar/years.ts';
import { formatDate } from '../format/date.ts';
import { birthday, compulsoryFrom, compulsoryUntil } from './ages.ts';
import type { CaseFacts } from './case-facts.ts';
import { versionOn } from './section-i.ts';
import type { Thresholds } from './thresholds.ts';

/** Why a case is looked at again. The last three are found for many cases together (see `outlook`). */
export const EVENT_KINDS = [
  'birthday',
  'prescribed_day',
  'leaving_day',
  'course',
  'accompaniment',
  'route',
  'low_income',
  'section_i',
  'move',
  'award',
  'policy',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A day on which eligibility is looked at again. */
export interface Event {
  readonly kind: EventKind;
  readonly on: IsoDate;
  /** The first day decided by the new facts: the day itself, or the day after a last day. */
  readonly takes_effect_on: IsoDate;
  /** A sentence. */
  readonly what: string;
}

/** A day that may matter: with `lasts`, the last day of what was, so that the next day is the first of the new. */
interface Mark {
  readonly kind: EventKind;
  readonly on: IsoDate;
  readonly lasts: boolean;
  readonly what: string;
}

/**
 * Events after `on` and up to so many days ahead (as set unless told), or up to the first day of transport where that is
 * later, in order of date.
 */
export function eventsAhead(
  facts: CaseFacts,
  thresholds: Thresholds,
  { on, ahead_days }: { readonly on: IsoDate; readonly ahead_days?: number | undefined },
): readonly Event[] {
  const ahead = addDays(on, ahead_days ?? thresholds.ahead_days);
  const until = ahead_days === undefined && facts.starts_on > ahead ? facts.starts_on : ahead;
  return [...ofAge(facts.client.date_of_birth, thresholds), ...ofRecord(facts, on)]
    .filter((mark) => mark.on <= until && (mark.on > on || (mark.lasts && mark.on === on)))
    .map(({ kind, on, lasts, what }) => ({
      kind,
      on,
      takes_effect_on: lasts ? addDays(on, 1) : on,
      what,
    }))
    .sort((a, b) => (a.takes_effect_on < b.takes_effect_on ? -1 : 1));
}

function ofAge(born: IsoDate | null, thresholds: Thresholds): readonly Mark[] {
  if (born === null) return [];
  const { policy_from_age, walk_age, extended_older_age, sixth_form_until_age } = thresholds;
  const turns = (age: number, what: string) =>
    at('birthday', birthday(born, age), `Turns ${age}: ${what}`);
  return [
    turns(policy_from_age, "the council's own policy for younger children begins."),
    at(
      'prescribed_day',
      compulsoryFrom(born, thresholds),
      'The prescribed day: compulsory school age begins.',
    ),
    turns(walk_age, 'the longer walking distance holds.'),
    turns(extended_older_age, 'the extended rights of older children hold.'),
    last(
      'leaving_day',
      compulsoryUntil(born, thresholds),
      'The last Friday in June of year 11: compulsory school age ends.',
    ),
    turns(sixth_form_until_age, 'sixth-form age ends, save on a course begun before.'),
  ];
}

function ofRecord(facts: CaseFacts, today: IsoDate): readonly Mark[] {
  const { application, starts_on, evidence } = facts;
  const { accompaniment, routes, course_began_on, low_income } = evidence;
  const marks: Mark[] = [];
  const course = course_began_on ?? (/post.?16/i.test(application.type) ? starts_on : null);
  if (course !== null) marks.push(at('course', course, 'The post-16 course begins.'));
  if (accompaniment !== null && accompaniment.ends_on !== null)
    marks.push(
      last(
        'accompaniment',
        accompaniment.ends_on,
        'The answer about walking, given for a temporary problem, runs out.',
      ),
    );
  for (const route of routes) {
    if (route.review_on === null) continue;
    const walked = formatDate(route.assessed_on);
    marks.push(
      last('route', route.review_on, `The route’s assessment of ${walked} is due for review.`),
    );
  }
  const year = academicYearOf(today);
  for (const proof of low_income)
    if (proof.counts && proof.year === year)
      marks.push(
        last('low_income', lastDateOf(year), `The proof of low income for ${year} runs out.`),
      );
  return [...marks, ...ofSectionI(facts, today)];
}

/** A new plan; a condition, which is tested again at each annual review and at a change of address. */
function ofSectionI({ application, starts_on, evidence }: CaseFacts, today: IsoDate): Mark[] {
  if (evidence.section_i.length === 0) return [];
  const marks: Mark[] = [];
  for (const { plan_on, version } of evidence.section_i)
    if (plan_on !== null && plan_on > today)
      marks.push(at('section_i', plan_on, `Version ${version} of section I comes into force.`));
  const now = versionOn(evidence.section_i, today);
  if (now === null || now.condition === '') return marks;
  const again = 'the condition of section I is tested again';
  if (now.review_on !== null)
    marks.push(at('section_i', now.review_on, `The annual review: ${again}.`));
  if (/change of address/i.test(application.type))
    marks.push(at('section_i', starts_on, `The change of address: ${again}.`));
  return marks;
}

function at(kind: EventKind, on: IsoDate, what: string): Mark {
  return { kind, on, lasts: false, what };
}

function last(kind: EventKind, on: IsoDate, what: string): Mark {
  return { kind, on, lasts: true, what };
}
