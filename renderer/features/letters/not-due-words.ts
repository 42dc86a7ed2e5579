import type { NotDue } from '../../../shared/casework/reminders/remind.ts';
import type { Tone } from '../../state/notices.ts';

/** Why nobody writes, in the order of the list; those that ask a person to look come first. */
export const NOT_DUE_WORDS: Readonly<
  Record<NotDue, { readonly label: string; readonly tone: Tone }>
> = {
  for_office: { label: 'For the office', tone: 'warning' },
  held: { label: 'Held', tone: 'warning' },
  which_applied: { label: 'Who applied?', tone: 'warning' },
  no_event: { label: 'No date to count from', tone: 'warning' },
  not_yet: { label: 'Not yet', tone: 'info' },
  family_today: { label: 'Family written to today', tone: 'info' },
  all_sent: { label: 'All reminders sent', tone: 'neutral' },
  applied: { label: 'Applied', tone: 'good' },
  tif_complete: { label: 'TIF complete', tone: 'good' },
  closed: { label: 'Application closed', tone: 'neutral' },
  later_application: { label: 'A later application', tone: 'neutral' },
};

/** The reasons in the order of the list. */
export const NOT_DUE_ORDER = Object.keys(NOT_DUE_WORDS) as readonly NotDue[];
