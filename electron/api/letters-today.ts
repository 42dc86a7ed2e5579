/** What is to be written today, as the screens ask for it. Read again only when the store or the day has changed. */
import type { Store } from '../../db/store.ts';
import type {
  LetterDue,
  LettersOfKind,
  LettersToday,
  Mend,
} from '../../shared/api/views/letters.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import {
  fieldsLacking,
  fieldWords,
  type LetterFacts,
} from '../../shared/casework/letters/fill-letter.ts';
import { letterFacts, letterTemplate } from '../../shared/casework/letters/letter-facts.ts';
import { NOT_DUE, type DueReminder, type NotDue } from '../../shared/casework/reminders/remind.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import {
  fieldsNamed,
  LETTER_KINDS,
  MAY_BE_EMPTY,
  type Chase,
  type LetterField,
  type LetterKey,
} from '../../shared/model/letter.ts';
import { readEvents, type EventDue, type EventLetters } from '../jobs/event-letters.ts';
import { keepUntilWritten } from '../jobs/keep-until-written.ts';
import type { ToWrite } from '../jobs/letter-batch.ts';
import { readChases, type Chases } from '../jobs/remind.ts';

/** The day's chases and events, with the list that the screen shows. */
export interface LettersKept {
  readonly chases: Chases;
  readonly events: EventLetters;
  readonly today: LettersToday;
  /** How many of each are in it. */
  readonly due: { readonly reminders: number; readonly letters: number };
}

const kept = keepUntilWritten<LettersKept>();

/** The letters of a day. */
export function lettersOf(store: Store, on: IsoDate): LettersKept {
  return kept(store, on, () => lettersNow(store, on));
}

function lettersNow(store: Store, on: IsoDate): LettersKept {
  const chases = readChases(store, on);
  const events = readEvents(store, chases);
  let today: LettersToday | null = null;
  return {
    chases,
    events,
    // The first screen wants no more than how many there are.
    get today() {
      today ??= todayOf(chases, events);
      return today;
    },
    due: { reminders: chases.reminders.due.length, letters: events.open.length },
  };
}

function todayOf(chases: Chases, events: EventLetters): LettersToday {
  const reminders = chases.reminders.due.flatMap((each) => reminderRow(each, chases));
  const others = events.open.map((each) => eventRow(each, chases, events));
  const due = [...reminders, ...others].map((row, at) => ({ ...row, at }));
  return { on: chases.basis.on, kinds: kindsOf(due), due, not_due: notDueCounts(chases) };
}

type Row = Omit<LetterDue, 'at'>;

function reminderRow(each: DueReminder, chases: Chases): Row[] {
  const { chase, ref, number, due_on, overdue_days, family, lacks } = each;
  const subject = chases.subjectOf(chase, ref);
  if (subject === null) return [];
  const facts = letterFacts(chases.letterSubject(subject), chases.basis);
  const late = overdue_days === 0 ? '' : `, ${formatQuantity(overdue_days, 'day')} ago`;
  const lacking = fieldsLacking(letterTemplate(chase, number, chases.basis), facts);
  return [
    {
      kind: chase,
      number,
      ref,
      about: '',
      client_id: each.client_id,
      name: facts.child,
      school: facts.school,
      since: due_on,
      why: `Due on ${formatDate(due_on)}${late}.`,
      lacks,
      mend: mendOf(lacking, each.client_id),
      note: '',
      reason: '',
      protected_address: subject.client?.protected_address ?? false,
      social_worker: chases.with_social_worker.has(family),
      language_or_format: subject.client?.language_or_format ?? '',
    },
  ];
}

function eventRow(due: EventDue, chases: Chases, events: EventLetters): Row {
  const { kind, about, since, why, of } = due;
  const write: ToWrite = events.toWrite(due, '');
  const facts = letterFacts(write.subject, chases.basis);
  const template = letterTemplate(kind, 0, chases.basis);
  const lacking = fieldsLacking(template, facts);
  const { client } = of;
  return {
    kind,
    number: 0,
    ref: of.application.ref,
    about,
    client_id: client.id,
    name: facts.child,
    school: facts.school,
    since,
    why,
    lacks: fieldWords(lacking),
    mend: mendOf(lacking, client.id),
    note: noteOf(fieldsNamed(template), facts),
    reason: write.subject.reason,
    protected_address: client.protected_address,
    social_worker: write.social_worker,
    language_or_format: client.language_or_format,
  };
}

function noteOf(named: readonly string[], facts: LetterFacts): string {
  const silent = MAY_BE_EMPTY.filter((name) => named.includes(name) && facts[name] === '');
  return silent.includes('award_terms')
    ? 'No award was signed here: the letter does not say its terms.'
    : '';
}

/** Where the first fact that is missing is given. */
function mendOf(lacking: readonly LetterField[], client_id: number | null): Mend | null {
  const [first] = lacking;
  if (first === undefined) return null;
  if (first === 'team' || first === 'contact') return 'sender';
  if (first === 'reason' || first === 'asked') return 'reason';
  return client_id === null ? 'cohort' : 'case';
}

function kindsOf(due: readonly LetterDue[]): readonly LettersOfKind[] {
  const byKind = Map.groupBy(due, ({ kind, number }) => `${kind} ${number}`);
  return LETTER_KINDS.flatMap((kind) =>
    ([0, 1, 2, 3] as const).flatMap((number): LettersOfKind[] => {
      const of = byKind.get(`${kind} ${number}`) ?? [];
      const lacking = of.filter(({ lacks }) => lacks.length > 0).length;
      return of.length === 0 ? [] : [{ kind, number, due: of.length, lacking }];
    }),
  );
}

function notDueCounts({ reminders }: Chases): LettersToday['not_due'] {
  const none = () => Object.fromEntries(NOT_DUE.map((code) => [code, 0])) as Record<NotDue, number>;
  const counts: Record<Chase, Record<NotDue, number>> = { apply: none(), tif: none() };
  for (const { chase, code } of reminders.not_due) counts[chase][code]++;
  return counts;
}

/** What a letter by its key is about: one that is called for, else a reminder that is not due. */
export function subjectToWrite({ chases, events }: LettersKept, key: LetterKey): ToWrite | null {
  const { kind, ref, about, number } = key;
  if (kind === 'apply' || kind === 'tif') {
    const subject = chases.subjectOf(kind, ref);
    if (subject === null) return null;
    const { client_id, family } = subject.each;
    const social_worker = chases.with_social_worker.has(family);
    const of = chases.letterSubject(subject);
    return { number, about: '', client_id, family, social_worker, subject: of };
  }
  const due = events.called.find(
    (each) => each.kind === kind && each.of.application.ref === ref && each.about === about,
  );
  return due === undefined ? null : events.toWrite(due, '');
}
