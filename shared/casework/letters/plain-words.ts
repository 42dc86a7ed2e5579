/** The terms of a decision in everyday words, for a reader of about 11 years. */
import type { Weekday } from '../../calendar/dates.ts';
import type { Proposal } from '../../eligibility/decide.ts';
import type { RuleName, RuleResult } from '../../eligibility/rule-result.ts';
import { formatDate } from '../../format/date.ts';
import type { Award, AwardLegs, AwardPower, TravelMode } from '../../model/decision.ts';

const MODE: Readonly<Record<TravelMode, string>> = {
  seat: 'a seat in a vehicle that we arrange',
  pick_up_point: 'a seat in a vehicle that we arrange, from a pick-up point',
  pass: 'a pass for the bus or train',
  walking_escort: 'an adult who walks with the child',
  travel_training: 'training to travel without help',
  mileage: 'money for the miles that a parent drives',
  ptb: 'a personal transport budget: money with which you arrange the journey yourself',
};

const LEGS: Readonly<Record<AwardLegs, string>> = {
  both: 'to school in the morning and home in the afternoon',
  morning: 'to school in the morning only',
  afternoon: 'home in the afternoon only',
};

/** Sections of the Education Act 1996, and what each means for a family. */
const POWER: Readonly<Record<AwardPower, string>> = {
  s508B:
    'section 508B of the Education Act 1996: we must arrange this for children of school age who qualify',
  s508C:
    'section 508C of the Education Act 1996: we have chosen to do this, though the law does not make us',
  s509AA:
    'section 509AA of the Education Act 1996: our yearly statement for students of sixth-form age',
  s508F: 'section 508F of the Education Act 1996: adults in education',
};

/** What each rule asks, as a family would put it. */
const RULE: Readonly<Record<RuleName, string>> = {
  qualifying_school: 'Is it a school that counts',
  nearest_suitable_school: 'Is it the nearest school that suits the child',
  distance: 'How far it is to walk',
  sen: 'Special needs, a disability or trouble with walking',
  unsafe_route: 'How safe the walk is',
  extended_rights: 'Families with a low income, and religion or belief',
  post_16: 'Students over 16',
};

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  Mon: 'Monday',
  Tue: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Fri: 'Friday',
};

/** How a child travels. */
export function modeWords(mode: TravelMode): string {
  return MODE[mode];
}

/** Which journeys of the day. */
export function legsWords(legs: AwardLegs): string {
  return LEGS[legs];
}

/** The power, with the section it stands in. */
export function powerWords(power: AwardPower): string {
  return POWER[power];
}

/** `Monday to Friday`, else the days by name. */
export function daysWords(days: readonly Weekday[]): string {
  if (days.length === 5) return 'Monday to Friday';
  const names = days.map((day) => DAY_NAMES[day]);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** When an award ends or is looked at again, as sentences. */
export function endsWords({ ends_on, review_on }: Award): string {
  const sentences = [
    ends_on === null ? '' : `The last day is ${formatDate(ends_on)}.`,
    review_on === null ? '' : `We will look at it again by ${formatDate(review_on)}.`,
  ];
  return sentences.filter((each) => each !== '').join(' ');
}

/** The terms of an award, one a line of a list. */
export function awardTerms(award: Award): string {
  return [
    `How: ${modeWords(award.mode)}.`,
    `Journeys: ${legsWords(award.legs)}.`,
    `Days: ${daysWords(award.days)}.`,
    `From: ${formatDate(award.starts_on)}.`,
    ...(award.ends_on === null ? [] : [`Last day: ${formatDate(award.ends_on)}.`]),
    ...(award.review_on === null
      ? []
      : [`We will look at it again by ${formatDate(award.review_on)}.`]),
    `Under: ${powerWords(award.power)}.`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

/** The rules that said no, each with what it found and where it stands in the law, one a line of a list; '' where none did. */
export function rulesWords({ school, rules }: Proposal): string {
  const all: readonly RuleResult[] = [school.qualifying, school.nearest_suitable, ...rules];
  return all
    .filter(({ outcome }) => outcome === 'not_met')
    .map(({ rule, reason, citation }) => `- ${RULE[rule]}: ${reason} The law: ${citation}.`)
    .join('\n');
}
