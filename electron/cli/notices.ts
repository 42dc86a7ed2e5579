/** `kerbside notices`: who must still be told of which change, by when. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCount, formatQuantity } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import { NOTICE_RECIPIENTS } from '../../shared/model/change-notice.ts';
import { countsInWords, isOpenNotice, type NoticeState } from '../../shared/service/notices/open-notices.ts'; // prettier-ignore
import { noticeNames, readNotices } from '../jobs/notices/notices-list.ts';
import type { Answer, Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, usage, withStore } from './common-flags.ts'; // prettier-ignore

export const noticesCommand: Command = {
  name: 'notices',
  summary: 'change notices: who must still be told of which change, by when, and with what words',
  flags: {
    store: STORE_FLAG,
    on: ON_FLAG,
    to: { value: 'WHO', help: `only to: ${NOTICE_RECIPIENTS.join(', ')}` },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Overdue ones first, then by the day on which telling is still in time; then what was told in the last six weeks. Each text holds\n' +
    'what its recipient may read and nothing else. Ends with 1 when a notice is overdue. Nothing is sent.',
  run: (input) => {
    const to = textFlag(input, 'to') ?? '';
    const who = NOTICE_RECIPIENTS.find((each) => each === to);
    if (to !== '' && who === undefined)
      return Promise.resolve(usage(`--to ${to} is nobody who is told.`, `Give one of ${NOTICE_RECIPIENTS.join(', ')}.`)); // prettier-ignore
    return withStore(input, ({ store, on }) => ok(answer(store, on, who)));
  },
};

const STATE_WORDS: Readonly<Record<NoticeState, string>> = {
  overdue: 'OVERDUE since',
  due: 'due today',
  ahead: 'by',
  told: 'told',
  acknowledged: 'told and acknowledged',
  withdrawn: 'withdrawn',
};

function answer(
  store: Store,
  on: IsoDate,
  who: (typeof NOTICE_RECIPIENTS)[number] | undefined,
): Answer {
  const page = readNotices(store, on);
  const names = noticeNames(store, on);
  const rows = page.rows.filter((row) => who === undefined || row.who === who);
  const open = rows.filter(isOpenNotice);
  const overdue = rows.filter(({ state }) => state === 'overdue').length;
  return {
    exit: overdue > 0 ? 1 : 0,
    json: {
      on,
      open: open.length,
      overdue,
      due_today: rows.filter(({ state }) => state === 'due').length,
      unacknowledged: rows.filter(({ state }) => state === 'told').length,
      events: page.events,
      notices: rows.map((row) => {
        const { told } = row;
        const { child, subject, paragraphs } = names.text(row);
        return {
          id: row.id,
          event_id: row.event_id,
          event: row.event,
          effective_on: row.effective_on,
          ref: row.ref,
          who: row.who,
          name: row.name,
          state: row.state,
          by_on: row.by_on,
          told: told === null ? null : { on: told.on, how: told.how, by: told.by },
          acknowledged: row.acknowledged,
          child,
          subject,
          text: paragraphs,
        };
      }),
    },
    lines: [
      `${formatQuantity(open.length, 'notice')} to be told, ${formatCount(overdue)} of them overdue on ${formatDate(on)}.${open.length === 0 ? '' : ` ${countsInWords(open)}.`}`,
      ...rows.map((row) => {
        const day = row.told?.on ?? row.by_on;
        const when = row.state === 'due' ? '' : ` ${formatDate(day)}`;
        return `${STATE_WORDS[row.state]}${when}: ${row.recipient} of ${row.ref}, ${row.event.toLowerCase()} from ${formatDate(row.effective_on)}`;
      }),
    ],
  };
}
