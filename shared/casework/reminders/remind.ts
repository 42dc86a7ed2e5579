/** Who is due which reminder on a day, and who is not and why. One engine for both chases. */
import { daysBetween, type IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import type { Chase, IssuedLetter } from '../../model/letter.ts';
import { nextReminder, type NextReminder, type RecordedReminder } from './next-reminder.ts';
import type { ReminderRule } from './rule.ts';

/** Why a child is not reminded. The last three but one ask a person to look. */
export const NOT_DUE = [
  'applied',
  'tif_complete',
  'closed',
  'later_application',
  'all_sent',
  'not_yet',
  'family_today',
  'for_office',
  'held',
  'which_applied',
  'no_event',
] as const;
export type NotDue = (typeof NOT_DUE)[number];

/** A child of a chase: what stops it, if anything does, and what is on record. */
export interface ChaseCase {
  readonly chase: Chase;
  /** The cohort's reference, or the application's. */
  readonly ref: string;
  readonly name: string;
  readonly client_id: number | null;
  readonly family: string;
  readonly event_on: IsoDate | null;
  /** Nothing more is sent: done, or not to be asked. */
  readonly stop: { readonly code: NotDue; readonly reason: string } | null;
  /** What is on record from the council's own system. */
  readonly imported: readonly RecordedReminder[];
}

/** A reminder that is due. */
export interface DueReminder {
  readonly chase: Chase;
  readonly ref: string;
  readonly name: string;
  readonly client_id: number | null;
  readonly family: string;
  readonly number: 1 | 2 | 3;
  readonly due_on: IsoDate;
  readonly overdue_days: number;
  /** What its letter cannot be written without, in words; empty where it can. */
  readonly lacks: readonly string[];
}

/** A child who is not reminded, and why. */
export interface NotReminded {
  readonly chase: Chase;
  readonly ref: string;
  readonly name: string;
  readonly code: NotDue;
  /** A sentence. */
  readonly reason: string;
  /** When the next reminder is due, where one is to come. */
  readonly due_on: IsoDate | null;
  /** The number that the next reminder has, or would have: the last one where all were sent. */
  readonly number: 1 | 2 | 3;
}

/** The answer for a day: every child of both chases stands in one of the lists, once. */
export interface Reminders {
  readonly due: readonly DueReminder[];
  readonly not_due: readonly NotReminded[];
}

/** What the engine goes by. */
export interface RemindBasis {
  readonly on: IsoDate;
  readonly rules: Readonly<Record<Chase, ReminderRule>>;
  readonly issued: readonly IssuedLetter[];
  /** What the letter of a case and number lacks. Those that lack nothing go first within a family. */
  readonly lacks: (each: ChaseCase, number: 1 | 2 | 3) => readonly string[];
}

/** Decides for every case. Of a family one reminder is due a day: the longest overdue that can be written; the others wait. */
export function remind(cases: readonly ChaseCase[], basis: RemindBasis): Reminders {
  const { on, rules } = basis;
  const issued = issuedOf(basis.issued);
  const written = familiesWrittenTo(cases, basis);
  const not_due: NotReminded[] = [];
  const candidates: DueReminder[] = [];
  for (const each of cases) {
    const recorded = [...each.imported, ...(issued.get(`${each.chase} ${each.ref}`) ?? [])];
    const next = nextReminder(each.event_on, recorded, rules[each.chase], on);
    const candidate = each.stop === null ? candidateOf(each, next, basis) : null;
    if (candidate === null) not_due.push(notReminded(each, next));
    else candidates.push(candidate);
  }
  const due: DueReminder[] = [];
  for (const each of candidates.sort(firstGoes)) {
    if (written.has(each.family)) not_due.push(waiting(each, on));
    else {
      due.push(each);
      written.add(each.family);
    }
  }
  return { due: due.sort(byChaseAndRef), not_due: not_due.sort(byChaseAndRef) };
}

function candidateOf(
  each: ChaseCase,
  next: NextReminder,
  { on, lacks }: RemindBasis,
): DueReminder | null {
  if (next.state !== 'due') return null;
  const { chase, ref, name, client_id, family } = each;
  return {
    chase,
    ref,
    name,
    client_id,
    family,
    number: next.number,
    due_on: next.due_on,
    overdue_days: daysBetween(next.due_on, on),
    lacks: lacks(each, next.number),
  };
}

function notReminded(each: ChaseCase, next: NextReminder): NotReminded {
  const { chase, ref, name } = each;
  const base = { chase, ref, name, number: numberOf(next) };
  if (each.stop !== null) return { ...base, ...each.stop, due_on: null };
  switch (next.state) {
    case 'all_sent': {
      const last = next.last_on === null ? '' : `, the last on ${formatDate(next.last_on)}`;
      const reason =
        next.sent === 0
          ? 'No reminders are sent: the setting allows none.'
          : `All ${next.sent} reminders were sent${last}.`;
      return { ...base, code: 'all_sent', reason, due_on: null };
    }
    case 'no_event': {
      const reason =
        chase === 'apply'
          ? 'Not known when the family was told to apply: give the date in the cohort’s file.'
          : 'Not known when the application was received: give the date in the applications’ file.';
      return { ...base, code: 'no_event', reason, due_on: null };
    }
    default: {
      const reason = `Reminder ${next.number} is due on ${formatDate(next.due_on)}.`;
      return { ...base, code: 'not_yet', reason, due_on: next.due_on };
    }
  }
}

function numberOf(next: NextReminder): 1 | 2 | 3 {
  if (next.state === 'all_sent') return 3;
  return next.state === 'no_event' ? 1 : next.number;
}

function waiting({ chase, ref, name, number, due_on }: DueReminder, on: IsoDate): NotReminded {
  const reason = `Reminder ${number} has been due since ${formatDate(due_on)}, but the family is written to on ${formatDate(on)} already: it waits for the next day.`;
  return { chase, ref, name, code: 'family_today', reason, due_on, number };
}

/** Reminders issued here, by chase and reference. */
function issuedOf(letters: readonly IssuedLetter[]): ReadonlyMap<string, RecordedReminder[]> {
  const found = new Map<string, RecordedReminder[]>();
  for (const { kind, ref, number, issued_on } of letters) {
    if (number === 0) continue;
    const key = `${kind} ${ref}`;
    const list = found.get(key);
    const record = { number, on: issued_on };
    if (list) list.push(record);
    else found.set(key, [record]);
  }
  return found;
}

/** Families with a reminder on this very day, from any record: by the family as it is known now, and as it was then. */
function familiesWrittenTo(cases: readonly ChaseCase[], { on, issued }: RemindBasis): Set<string> {
  const written = new Set<string>();
  const today = new Set<string>();
  for (const { kind, ref, number, issued_on, family } of issued) {
    if (number === 0 || issued_on !== on) continue;
    today.add(`${kind} ${ref}`);
    written.add(family);
  }
  for (const each of cases) {
    if (today.has(`${each.chase} ${each.ref}`) || each.imported.some((sent) => sent.on === on))
      written.add(each.family);
  }
  return written;
}

function firstGoes(a: DueReminder, b: DueReminder): number {
  const byLack = Number(a.lacks.length > 0) - Number(b.lacks.length > 0);
  if (byLack !== 0) return byLack;
  if (a.due_on !== b.due_on) return a.due_on < b.due_on ? -1 : 1;
  return byChaseAndRef(a, b);
}

interface Ordered {
  readonly chase: Chase;
  readonly ref: string;
}

function byChaseAndRef(a: Ordered, b: Ordered): number {
  if (a.chase !== b.chase) return a.chase < b.chase ? -1 : 1;
  return a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0;
}
