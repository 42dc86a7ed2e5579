/** Which notices are open, in what order, and how they are counted. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatQuantity } from '../../format/number.ts';
import { NOTICE_RECIPIENTS, type ChangeEvent, type ChangeNotice, type NoticeRecipient } from '../../model/change-notice.ts'; // prettier-ignore

/** Where a notice stands on a day. */
const NOTICE_STATES = ['overdue', 'due', 'ahead', 'told', 'acknowledged', 'withdrawn'] as const; // prettier-ignore
export type NoticeState = (typeof NOTICE_STATES)[number];

/** `due`: today is the last day in time. */
export function noticeState(notice: ChangeNotice, on: IsoDate): NoticeState {
  if (notice.told !== null) return notice.acknowledged === null ? 'told' : 'acknowledged';
  if (notice.withdrawn !== null) return 'withdrawn';
  return notice.by_on < on ? 'overdue' : notice.by_on === on ? 'due' : 'ahead';
}

/** Nobody was told yet, and somebody must be. */
export function isOpenNotice(notice: ChangeNotice): boolean {
  return notice.told === null && notice.withdrawn === null;
}

/** Whether it keeps its child from having transport once the change counts, where nobody overrides the change. */
export function isHolding(
  notice: ChangeNotice,
  { kind, override_reason }: Pick<ChangeEvent, 'kind' | 'override_reason'>,
): boolean {
  return (
    isOpenNotice(notice) &&
    override_reason === '' &&
    kind !== 'suspension' &&
    (notice.who === 'family' || notice.who === 'school')
  );
}

/** The soonest due first, overdue ones before all; then by child, recipient and number, so that the order is always the same. */
export function byDueDay(a: ChangeNotice, b: ChangeNotice): number {
  return (
    (a.by_on < b.by_on ? -1 : a.by_on > b.by_on ? 1 : 0) ||
    a.client_id - b.client_id ||
    NOTICE_RECIPIENTS.indexOf(a.who) - NOTICE_RECIPIENTS.indexOf(b.who) ||
    a.id - b.id
  );
}

/** How many notices for whom: `3 families, 2 providers`. */
export function countsInWords(notices: readonly Pick<ChangeNotice, 'who'>[]): string {
  const counts = new Map<NoticeRecipient, number>();
  for (const { who } of notices) counts.set(who, (counts.get(who) ?? 0) + 1);
  return NOTICE_RECIPIENTS.flatMap((who) => {
    const count = counts.get(who) ?? 0;
    return count === 0 ? [] : [formatQuantity(count, ...COUNTED[who])];
  }).join(', ');
}

const COUNTED: Readonly<Record<NoticeRecipient, readonly [one: string, many: string]>> = {
  family: ['to a family', 'to families'],
  school: ['to a school', 'to schools'],
  old_provider: ['to a provider before', 'to providers before'],
  new_provider: ['to a provider', 'to providers'],
  assistant: ['to an assistant', 'to assistants'],
  social_worker: ['to a social worker', 'to social workers'],
};
