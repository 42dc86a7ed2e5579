import type { NoticeRow } from '../../../shared/api/views/notices.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { ToldHow } from '../../../shared/model/change-notice.ts';
import type { NoticeState } from '../../../shared/service/notices/open-notices.ts';

/** States in words, with their tone. Red stays for a child without transport. */
export const STATE_MARKS: Readonly<
  Record<NoticeState, { readonly label: string; readonly tone: 'warning' | 'info' | 'good' | 'neutral' }> // prettier-ignore
> = {
  overdue: { label: 'Overdue', tone: 'warning' },
  due: { label: 'Today', tone: 'info' },
  ahead: { label: 'To be told', tone: 'neutral' },
  told: { label: 'Told', tone: 'good' },
  acknowledged: { label: 'Acknowledged', tone: 'good' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
};

/** Ways of telling, in the order of a menu. */
export const HOW_WORDS: Readonly<Record<ToldHow, string>> = {
  telephone: 'By telephone',
  email: 'By email',
  letter: 'By letter',
  in_person: 'In person',
  portal: 'In the portal',
};

/** When and how, as a list's cell says it. */
export function whenWords(row: NoticeRow): string {
  if (row.told === null) return formatDate(row.by_on);
  return `${formatDate(row.told.on)}, ${HOW_WORDS[row.told.how].toLowerCase()}`;
}
