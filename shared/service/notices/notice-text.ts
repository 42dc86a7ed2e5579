/** What a change notice says to its recipient, as data. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import type { ChangeNotice, NoticeRecipient } from '../../model/change-notice.ts';
import { ALLOWED_FIELDS, isNoticeField, NOTICE_FIELDS, sideFor, type NoticeField } from './allowed-fields.ts'; // prettier-ignore

/** All that the text is made of; nothing else of a child's record reaches it. */
export interface NoticeFacts {
  readonly notice: Pick<ChangeNotice, 'who' | 'name' | 'kind' | 'changes'>;
  readonly effective_on: IsoDate;
  readonly child: { readonly forename: string; readonly surname: string; readonly ref: string };
  /** How the recipient reaches the team. */
  readonly office: string;
}

/** One value that reads differently; '' for a side that the recipient may not read, or where there is none. */
export interface NoticeLine {
  readonly field: NoticeField;
  readonly label: string;
  readonly old: string;
  readonly now: string;
}

/** A notice as it is told, printed or merged. */
export interface NoticeText {
  /** The child, as this recipient may know them. */
  readonly child: string;
  readonly subject: string;
  readonly lines: readonly NoticeLine[];
  /** The lines as sentences, with what stands around them. */
  readonly paragraphs: readonly string[];
}

/** Makes the text with exactly the fields its recipient may read. */
export function noticeText(facts: NoticeFacts): NoticeText {
  const { notice, effective_on, office } = facts;
  const child = childNamed(facts);
  const lines = linesOf(notice);
  const from = `From ${formatDate(effective_on)}`;
  const items = lines.map((line) => `- ${lineWords(line)}`).join('\n');
  const begins = opening(notice, { child, from });
  return {
    child,
    subject: `${subjectOf(notice)}: ${child}, from ${formatDate(effective_on)}`,
    lines,
    paragraphs: [
      items === '' ? begins : `${begins}\n${items}`,
      ...(notice.who === 'new_provider' || notice.who === 'assistant'
        ? ['The sheet of the route carries the rest. Use no older version of it.']
        : []),
      ...(office === '' ? [] : [`If something in this is not right, ring the office: ${office}.`]),
    ],
  };
}

/** The whole text as it is kept once somebody was told. */
export function textAsTold({ subject, paragraphs }: NoticeText): string {
  return [subject, ...paragraphs].join('\n');
}

/** One value in words: `Pick-up: 07:52 (was 08:04)`. */
export function lineWords({ label, old, now }: NoticeLine): string {
  if (now === '') return old === '' ? label : `${label}: no longer ${old}`;
  return old === '' ? `${label}: ${now}` : `${label}: ${now} (was ${old})`;
}

function childNamed({ notice, child }: NoticeFacts): string {
  const { forename, surname } = child;
  const initial = surname.trim().charAt(0);
  const allowed = ALLOWED_FIELDS[notice.who];
  if (allowed.child === 'full name') {
    const name = `${forename} ${surname}`.trim();
    return name === '' && allowed.ref ? child.ref : name === '' ? 'the child' : name;
  }
  const short = initial === '' ? forename.trim() : `${forename.trim()} ${initial}.`;
  return short.trim() === '' ? 'the child' : short.trim();
}

function linesOf({ who, changes }: NoticeFacts['notice']): readonly NoticeLine[] {
  const allowed = new Set<string>(ALLOWED_FIELDS[who].fields);
  const side = sideFor(who, changes);
  return changes.flatMap(({ field, old, now }): readonly NoticeLine[] => {
    if (!allowed.has(field) || !isNoticeField(field)) return [];
    const label = NOTICE_FIELDS[field];
    // Names and references of other children stand on no notice.
    if (field === 'companions')
      return [{ field, label, old: '', now: 'other children than before' }];
    const line = { field, label, old: side === 'now' ? '' : old, now: side === 'old' ? '' : now };
    return line.old === '' && line.now === '' ? [] : [line];
  });
}

const SUBJECTS: Readonly<Record<NoticeRecipient, string>> = {
  family: 'Change of transport to school',
  school: 'Change of a pupil’s transport',
  old_provider: 'A child leaves your route',
  new_provider: 'Change on your route',
  assistant: 'Change on your route',
  social_worker: 'Change of transport to school',
};

function subjectOf({ who, kind }: NoticeFacts['notice']): string {
  if (kind === 'joined' && (who === 'new_provider' || who === 'assistant'))
    return 'A child joins your route';
  if (kind === 'joined') return 'Transport to school';
  if (kind === 'lost' && (who === 'family' || who === 'school' || who === 'social_worker'))
    return 'Transport to school ends or is being arranged anew';
  return SUBJECTS[who];
}

/** One full stop, also after an initial. */
function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function opening(
  { who, kind, changes }: NoticeFacts['notice'],
  { child, from }: { readonly child: string; readonly from: string },
): string {
  const away = changes.some(({ field }) => field === 'away');
  if (away) return `${child} is not collected on some days.`;
  if (who === 'old_provider') return sentence(`${from} you no longer carry ${child}`);
  if (kind === 'lost')
    return who === 'assistant'
      ? `${from} ${child} no longer travels on your route.`
      : `${from} ${child} is not carried as before, and no new route is confirmed yet. We tell you as soon as one is.`;
  if (kind === 'joined')
    return who === 'new_provider' || who === 'assistant'
      ? `${from} ${child} joins your route.`
      : `${from} ${child} is carried to school.`;
  const isAnother = changes.some(({ field }) => field === 'provider');
  if (who === 'new_provider' && isAnother) return `${from} ${child} joins your route.`;
  return `${from} this changes for ${child}:`;
}
