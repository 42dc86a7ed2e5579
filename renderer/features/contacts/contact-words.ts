/** What an entry of the log says in few words. */
import type { ContactRow } from '../../../shared/api/views/contacts.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { ComplaintStep } from '../../../shared/model/contact.ts';
import type { Tone } from '../../state/notices.ts';

/** What the council owes at each step of a complaint. */
const OWED: Readonly<Record<ComplaintStep, string>> = {
  acknowledged: 'Acknowledge',
  stage_1_answered: 'Answer stage 1',
  stage_2_asked: 'Stage 2',
  stage_2_answered: 'Answer stage 2',
  ombudsman_asked: 'The ombudsman',
  ombudsman_answered: 'Answer the ombudsman',
};

/** What is owed next and by when: `Answer stage 1 by 3 Oct 2026`; '' for nothing. */
export function dueWords({ due, due_on }: ContactRow): string {
  if (due === null || due_on === null) return '';
  if (due === 'follow_up') return `Look again ${formatDate(due_on)}`;
  return `${OWED[due]} by ${formatDate(due_on)}`;
}

/** Whether what is owed should have been done before today. */
export function isOverdue({ due_on }: ContactRow, today: string): boolean {
  return due_on !== null && due_on < today;
}

/** The state of an entry as mark and word. */
export function stateOf(
  row: ContactRow,
  today: string,
): { readonly tone: Tone; readonly label: string } {
  if (row.withdrawn) return { tone: 'neutral', label: 'Entered by mistake' };
  if (row.closed !== null) return { tone: 'good', label: 'Closed' };
  if (isOverdue(row, today)) return { tone: 'warning', label: 'Overdue' };
  return { tone: 'info', label: 'Open' };
}

/** Whom it is about: the child, the route, the provider. */
export function aboutWords(row: ContactRow): string {
  const parts = [
    row.name === '' ? row.ref : row.name,
    row.route_ref === '' ? '' : `route ${row.route_ref}`,
    row.provider,
  ].filter((part) => part !== '');
  return parts.join(', ');
}

/** Days from one day to another in words: `today`, `3 days`. */
export function sinceWords(from: IsoDate, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000);
  if (!Number.isFinite(days) || days <= 0) return 'today';
  return days === 1 ? '1 day' : `${days} days`;
}
