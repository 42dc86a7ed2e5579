/** What a letter says about its case. */
import { addDays, type AcademicYear, type IsoDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { letterSenderAt, numberAt, templateAt } from '../../costing/read-settings.ts';
import type { TemplateKey } from '../../costing/letter-settings.ts';
import { formatDate } from '../../format/date.ts';
import type { Application, Client } from '../../model/client.ts';
import type { Appeal } from '../../model/decision.ts';
import {
  isChase,
  LETTER_FIELDS,
  type LetterField,
  type LetterKind,
  type LetterNumber,
  type LetterTemplate,
} from '../../model/letter.ts';
import { withinSentence } from '../../model/words.ts';
import type { Setting } from '../../model/money.ts';
import type { CohortMember, School } from '../../model/school.ts';
import type { SignedDecision } from '../case-record.ts';
import { nameOf } from '../reminders/cases.ts';
import { appealFacts } from './appeal-facts.ts';
import type { LetterFacts } from './fill-letter.ts';
import {
  awardTerms,
  daysWords,
  endsWords,
  legsWords,
  modeWords,
  powerWords,
  rulesWords,
} from './plain-words.ts';

/** Whom a letter is about and what it has to say. */
export interface LetterSubject {
  readonly ref: string;
  /** The child as the application's client or the cohort has them. */
  readonly child: Client | CohortMember;
  /** The client where the store knows one: their address stands in where the cohort has none. */
  readonly client: Client | null;
  readonly application: Application | null;
  /** Answers missing from the TIF that the family can give. */
  readonly missing: readonly string[];
  readonly no_form: boolean;
  /** Why, for a decision that must say so; for a request, what is asked. */
  readonly reason: string;
  /** The signed decision that the letter tells of; null where only the council's record knows it. */
  readonly decision: SignedDecision | null;
  readonly appeal: Appeal | null;
  /** What a letter about transport tells, by field; absent for every other. */
  readonly transport?: Partial<LetterFacts>;
}

/** What is the same for all letters of a day. */
export interface LetterBasis {
  readonly on: IsoDate;
  readonly year: AcademicYear;
  readonly county: string;
  readonly settings: readonly Setting[];
  readonly school: (urn: number) => Pick<School, 'name'> | null;
}

type Wordings = Pick<LetterBasis, 'settings' | 'on'>;

/** A wording is checked where it is read; letters of one basis share it. */
const wordings = new WeakMap<Wordings, Map<TemplateKey, LetterTemplate>>();

/** The wording of a letter in force on a day. */
export function letterTemplate(
  kind: LetterKind,
  number: LetterNumber,
  basis: Wordings,
): LetterTemplate {
  const key = templateKey(kind, number);
  const known = wordings.get(basis) ?? new Map<TemplateKey, LetterTemplate>();
  const read = known.get(key) ?? templateAt(basis.settings, key, basis.on);
  wordings.set(basis, known.set(key, read));
  return read;
}

/** The setting that holds a letter's wording. */
export function templateKey(kind: LetterKind, number: LetterNumber): TemplateKey {
  if (!isChase(kind)) return `letter_${kind}`;
  return `letter_${kind}_${number === 0 ? 1 : number}`;
}

const NO_FACTS = Object.fromEntries(Object.keys(LETTER_FIELDS).map((name) => [name, ''])) as Record<
  LetterField,
  string
>;

interface DayFacts {
  readonly facts: Readonly<Record<LetterField, string>>;
  readonly decision_days: number;
}

/** Worked out once for the letters of a day, which share one basis: of 20,000 letters the working days alone took a third of the time. */
const ofDay = new WeakMap<LetterBasis, DayFacts>();

/** What every letter of a day says alike. */
function dayFacts(basis: LetterBasis): DayFacts {
  const known = ofDay.get(basis);
  if (known !== undefined) return known;
  const { on, settings } = basis;
  const { team, contact } = letterSenderAt(settings, on);
  const days = (key: Parameters<typeof numberAt>[1]): number => numberAt(settings, key, on);
  const found = {
    facts: {
      ...NO_FACTS,
      date: formatDate(on),
      county: basis.county,
      team,
      contact,
      answer_by: formatDate(addWorkingDays(on, days('letter_answer_days'))),
      // From the letter, not from the signing: a family must not lose the days that the letter lay on a desk.
      appeal_by: formatDate(addWorkingDays(on, days('appeal_lodge_days'))),
      appeal_days: String(days('appeal_lodge_days')),
      appeal_answer_days: String(days('appeal_stage_1_days')),
      panel_days: String(days('appeal_stage_2_days')),
      year: basis.year,
    },
    decision_days: days('decision_days'),
  };
  ofDay.set(basis, found);
  return found;
}

/** The facts of a case, '' for what is not known. */
export function letterFacts(subject: LetterSubject, basis: LetterBasis): LetterFacts {
  const { child, client, application } = subject;
  const name = nameOf(child);
  const day = dayFacts(basis);
  const received = application?.received_on ?? null;
  return {
    ...day.facts,
    addressee: addresseeOf(child.carer_name || (client?.carer_name ?? ''), name),
    child: name,
    ref: subject.ref,
    address: child.home_address || (client?.home_address ?? ''),
    postcode: child.postcode || (client?.postcode ?? ''),
    school: schoolOf(child, basis),
    received: received === null ? '' : formatDate(received),
    decide_by: received === null ? '' : formatDate(addDays(received, day.decision_days)),
    missing: missingWords(subject, name),
    reason: subject.reason,
    asked: subject.reason,
    ...decisionFacts(subject),
    ...(subject.appeal === null ? {} : appealFacts(subject.appeal, basis)),
    ...subject.transport,
  };
}

function decisionFacts({ decision }: LetterSubject): Partial<LetterFacts> {
  if (decision === null) return {};
  const { award, facts } = decision;
  const rules = rulesWords(facts);
  if (award === null) return { rules };
  const { ends_on, review_on } = award;
  return {
    rules,
    award_terms: awardTerms(award),
    mode: modeWords(award.mode),
    legs: legsWords(award.legs),
    days: daysWords(award.days),
    starts: formatDate(award.starts_on),
    ends: endsWords(award),
    power: powerWords(award.power),
    review:
      ends_on !== null
        ? `It ends on ${formatDate(ends_on)}.`
        : review_on === null
          ? ''
          : `We will look at it again by ${formatDate(review_on)}.`,
  };
}

/** Whom a letter is addressed to: without a carer's name, the parent or carer of the child. */
export function addresseeOf(carer_name: string, child: string): string {
  const carer = carer_name.trim();
  if (carer !== '') return carer;
  return child === '' ? '' : `Parent or carer of ${child}`;
}

function schoolOf(child: Client | CohortMember, { school }: LetterBasis): string {
  const known = child.school_urn === null ? null : school(child.school_urn);
  return known?.name ?? child.school_given;
}

/** What a reminder to complete the TIF asks for, the client by name. A form that never came is asked for whole. */
function missingWords({ no_form, missing }: LetterSubject, child: string): string {
  if (no_form) return 'We have not received it.';
  if (missing.length === 0) return '';
  const names = missing.map((name) =>
    withinSentence(name)
      .replaceAll(/\bthe client’s\b/g, `${child}’s`)
      .replaceAll(/\bthe client\b/g, child),
  );
  return `Some answers are still missing: ${names.join('; ')}.`;
}
