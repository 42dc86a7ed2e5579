/** What a change notice may say to whom. Nothing else is ever written on one. */
import type { NoticeChange, NoticeRecipient } from '../../model/change-notice.ts';
import { CHANGE_FIELDS } from '../changes.ts';

/** What may read differently on a notice: how a child is carried, and what is told without the plan. */
export const NOTICE_FIELDS = {
  ...CHANGE_FIELDS,
  driver: 'Driver',
  assistant_named: 'Assistant',
  vehicle_used: 'Vehicle used',
  away: 'Not collected',
} as const;
export type NoticeField = keyof typeof NOTICE_FIELDS;

/** Which side of a change a recipient may read: both values, only what was, or only what is to be. */
export type Side = 'both' | 'old' | 'now';

/** How the child is named, and what may be told, with where that comes from. */
export interface AllowedFields {
  readonly child: 'full name' | 'first name and initial';
  /** Whether the council's reference of the child may stand on it. */
  readonly ref: boolean;
  readonly fields: readonly NoticeField[];
  readonly source: string;
}

const CREW: readonly NoticeField[] = ['driver', 'assistant_named', 'vehicle_used', 'away'];
const LIST =
  'Client Transport’s list of what a provider’s sheet carries: first name and initial, stop, times, how to support; never a surname, a diagnosis not needed to travel, care status, or why two children are kept apart';

/**
 * To each exactly what they need to act. An address stands on no notice: the family knows it, and a provider reads the place on the route's
 * sheet, which hides a protected one. Of stops on some days each reads their own part (`some-days.ts`). Why children travel apart, care status and need are not among the fields at all.
 */
export const ALLOWED_FIELDS: Readonly<Record<NoticeRecipient, AllowedFields>> = {
  family: {
    child: 'full name',
    ref: true,
    fields: ['route', 'provider', 'vehicle', 'assistant', 'school', 'pick_up', 'arrive', 'depart', 'home', 'some_days', 'companions', ...CREW], // prettier-ignore
    source: 'The child’s own arrangement; of other children only that they change',
  },
  school: {
    child: 'full name',
    ref: false,
    fields: ['route', 'provider', 'vehicle', 'assistant', 'school', 'arrive', 'depart', 'some_days', ...CREW], // prettier-ignore
    source: 'What the school sees at its gate: who comes, with whom, when; not where from',
  },
  old_provider: {
    child: 'first name and initial',
    ref: false,
    fields: ['route', 'some_days', 'away'],
    source: LIST,
  },
  new_provider: {
    child: 'first name and initial',
    ref: false,
    fields: ['route', 'vehicle', 'assistant', 'school', 'pick_up', 'arrive', 'depart', 'home', 'some_days', ...CREW], // prettier-ignore
    source: LIST,
  },
  assistant: {
    child: 'first name and initial',
    ref: false,
    fields: ['route', 'vehicle', 'assistant', 'school', 'pick_up', 'arrive', 'depart', 'home', 'some_days', ...CREW], // prettier-ignore
    source: LIST,
  },
  social_worker: {
    child: 'full name',
    ref: true,
    fields: ['route', 'provider', 'vehicle', 'assistant', 'school', 'pick_up', 'arrive', 'depart', 'home', 'some_days', ...CREW], // prettier-ignore
    source: 'The child’s own arrangement; the office that is responsible knows the address',
  },
};

/** Which side of a change a recipient may read: whom the child leaves not where to, whom the child comes to not where from. */
export function sideFor(who: NoticeRecipient, changes: readonly NoticeChange[]): Side {
  if (who === 'old_provider') return 'old';
  const isAnother = changes.some(({ field }) => field === 'provider');
  return who === 'new_provider' && isAnother ? 'now' : 'both';
}

/** Whether a field of a change is one that a notice knows at all. */
export function isNoticeField(field: string): field is NoticeField {
  return Object.hasOwn(NOTICE_FIELDS, field);
}
