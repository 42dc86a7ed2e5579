/** Who is due which reminder on a day, and who is not and why. It changes nothing. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { planningYearOf } from '../../shared/calendar/years.ts';
import { fieldsLacking, fieldWords } from '../../shared/casework/letters/fill-letter.ts';
import {
  letterFacts,
  letterTemplate,
  type LetterBasis,
  type LetterSubject,
} from '../../shared/casework/letters/letter-facts.ts';
import { chaseSubjects, type ChaseSubject } from '../../shared/casework/reminders/cases.ts';
import {
  NOT_DUE,
  remind,
  type ChaseCase,
  type DueReminder,
  type NotDue,
  type NotReminded,
  type Reminders,
} from '../../shared/casework/reminders/remind.ts';
import { reminderRulesAt } from '../../shared/casework/reminders/rule.ts';
import type { Chase } from '../../shared/model/letter.ts';
import type { Client } from '../../shared/model/client.ts';
import { openForms } from './tif/open-forms.ts';

/** A reminder that is due, with what the officer must know before posting it. */
export interface DueOnDay extends DueReminder {
  /** Posted like any other, listed apart: the address is shown to nobody else. */
  readonly protected_address: boolean;
  /** Somebody in the family has a social worker, who is told too. */
  readonly social_worker: boolean;
  readonly language_or_format: string;
}

/** The day's answer: every child of both chases in one list or the other. */
export interface RemindersOnDay {
  readonly on: IsoDate;
  readonly counts: {
    readonly due: Readonly<Record<Chase, Readonly<Record<'1' | '2' | '3', number>>>>;
    readonly not_due: Readonly<Record<NotDue, number>>;
    /** Of those due: letters that lack something and cannot be written yet. */
    readonly lacking: number;
  };
  readonly due: readonly DueOnDay[];
  readonly not_due: readonly NotReminded[];
  /** References of those due whose family has a social worker. */
  readonly social_workers: readonly string[];
}

/** Both chases with what their letters say, read from the store. */
export interface Chases {
  readonly reminders: Reminders;
  readonly subjects: readonly ChaseSubject[];
  readonly subjectOf: (chase: Chase, ref: string) => ChaseSubject | null;
  readonly letterSubject: (subject: ChaseSubject) => LetterSubject;
  readonly basis: LetterBasis;
  /** Everybody of the store, as read. */
  readonly clients: readonly Client[];
  /** Families in which somebody has a social worker. */
  readonly with_social_worker: ReadonlySet<string>;
}

/** Reads the store and decides for a day. */
export function readChases(store: Store, on: IsoDate): Chases {
  const clients = store.clients.all();
  const subjects = chaseSubjects({
    clients,
    applications: store.applications.all(),
    cohort: store.cohort.all(),
    links: store.letters.links(),
    forms: openForms(store, on, clients),
  });
  const basis = letterBasis(store, on);
  const { settings } = basis;
  const byCase = new Map(subjects.map((subject) => [keyOf(subject.each), subject]));
  const lacks = (each: ChaseCase, number: 1 | 2 | 3): readonly string[] => {
    const subject = byCase.get(keyOf(each));
    if (subject === undefined) return [];
    const facts = letterFacts(letterSubject(subject), basis);
    return fieldWords(fieldsLacking(letterTemplate(each.chase, number, basis), facts));
  };
  const rules = reminderRulesAt(settings, on);
  // One that was withdrawn was never posted.
  const issued = store.letters.all().filter(({ withdrawn }) => withdrawn === null);
  return {
    reminders: remind(
      subjects.map(({ each }) => each),
      { on, rules, issued, lacks },
    ),
    subjects,
    subjectOf: (chase, ref) => byCase.get(keyOf({ chase, ref })) ?? null,
    letterSubject,
    basis,
    clients,
    with_social_worker: new Set(
      subjects
        .filter(({ client }) => client?.social_worker === true)
        .map(({ each }) => each.family),
    ),
  };
}

/** What is the same for all letters of a day. */
export function letterBasis(store: Store, on: IsoDate): LetterBasis {
  const schools = new Map(store.schools.all().map((school) => [school.urn, school]));
  return {
    on,
    year: planningYearOf(on),
    county: store.meta.get().county,
    settings: store.settings.all(),
    school: (urn) => schools.get(urn) ?? null,
  };
}

/** The answer of `kerbside remind`. */
export function remindersOn(store: Store, on: IsoDate): RemindersOnDay {
  const chases = readChases(store, on);
  const { due, not_due } = chases.reminders;
  const counts = {
    due: { apply: { '1': 0, '2': 0, '3': 0 }, tif: { '1': 0, '2': 0, '3': 0 } },
    not_due: Object.fromEntries(NOT_DUE.map((code) => [code, 0])) as Record<NotDue, number>,
    lacking: due.filter(({ lacks }) => lacks.length > 0).length,
  };
  for (const { chase, number } of due) counts.due[chase][`${number}`]++;
  for (const { code } of not_due) counts.not_due[code]++;
  const listed = due.map((each) => onDay(each, chases));
  return {
    on,
    counts,
    due: listed,
    not_due,
    social_workers: listed.filter((each) => each.social_worker).map(({ ref }) => ref),
  };
}

function onDay(each: DueReminder, chases: Chases): DueOnDay {
  const client: Client | null = chases.subjectOf(each.chase, each.ref)?.client ?? null;
  return {
    ...each,
    protected_address: client?.protected_address ?? false,
    social_worker: chases.with_social_worker.has(each.family),
    language_or_format: client?.language_or_format ?? '',
  };
}

function keyOf({ chase, ref }: { readonly chase: Chase; readonly ref: string }): string {
  return `${chase} ${ref}`;
}

/** What a letter of a chase is about. */
export function letterSubject(subject: ChaseSubject): LetterSubject {
  const { client, each } = subject;
  const same = { ref: each.ref, client, reason: '', decision: null, appeal: null };
  if (subject.chase === 'apply')
    return { ...same, child: subject.member, application: null, missing: [], no_form: false };
  const { application, missing, no_form } = subject;
  return { ...same, child: subject.client, application, missing, no_form };
}
